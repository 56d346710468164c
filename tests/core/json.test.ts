import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/core/json.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";
import { jsonValue } from "../support/json-value.js";

describe("parseJson", () => {
  it("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(jsonValue, fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        expect(valueOf(parseJson(text, 100))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("refuses what JSON.parse refuses", () => {
    const damaged = fc.tuple(jsonValue, fc.nat(), fc.constantFrom("", ",", "}", "{", '"', "\\", "]", "[", "x", ":")).map(([value, at, scar]) => {
      const text = JSON.stringify(value);
      const place = at % (text.length + 1);
      return text.slice(0, place) + scar + text.slice(place + 1);
    });
    fc.assert(
      fc.property(damaged, (text) => {
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        const result = parseJson(text, 100);
        if (!sound) expect(result.ok).toBe(false);
        // what JSON.parse takes is refused for a repeated key alone
        else if (!result.ok) expect(result.issues.map((issue) => issue.code)).toEqual(["json.duplicateKey"]);
      }),
      { numRuns: 300 },
    );
  });

  it("says that a text is not JSON, and shows its beginning", () => {
    expectOnly(issuesOf(parseJson("{nonsense", 10)), { code: "json.syntax", path: [], message: "expected JSON: ", received: '"{nonsense"' });
    expectOnly(issuesOf(parseJson("", 10)), { code: "json.syntax", path: [], message: "expected JSON" });
  });

  it.each<[string, readonly (string | number)[], string]>([
    ['{"points":0,"points":50}', ["points"], "points"],
    ['{"a":[1,{"b":0},{"c":{"d":1,"\\u0064":2}}]}', ["a", 2, "c", "d"], "d"],
    ['[[0,1],[{"x":"x","y":[],"x" : 1}]]', [1, 0, "x"], "x"],
    ['{"a":{"k":1},"b":{"k":1},"a":2}', ["a"], "a"],
    ['{"__proto__":1,"__proto__":2}', ["__proto__"], "__proto__"],
    ['{"a\\"b":1, "a\\"b"\n:2}', ['a"b'], 'a"b'],
    ['{"":1,"":2}', [""], ""],
    ['[1,[2,3],{"a":[5,6],"a":7}]', [2, "a"], "a"],
  ])("refuses an object that states a key twice: %s", (text, path, key) => {
    expectOnly(issuesOf(parseJson(text, 10)), { code: "json.duplicateKey", path, message: "stands twice in one object", key });
  });

  it("takes a key that stands in several objects, and a value that looks like a key", () => {
    for (const text of ['[{"a":1},{"a":2}]', '{"a":"a","b":"a"}', '{"a":{"a":{"a":1}}}', '["a","a"]', '{"x":["k","k"],"k":1}']) {
      expect(valueOf(parseJson(text, 10))).toEqual(JSON.parse(text));
    }
  });

  it("refuses nesting beyond the depth before it parses, and takes nesting up to it", () => {
    expect(valueOf(parseJson("[[[1]]]", 3))).toEqual([[[1]]]);
    expectOnly(issuesOf(parseJson("[[[1]]]", 2)), { code: "value.tooLarge", path: [], message: "at most 2 levels of nesting (offset 2)", limit: 2 });
    expectOnly(issuesOf(parseJson('{"a":{"b":[', 2)), { code: "value.tooLarge", path: [], message: "(offset 10)" });
    expect(valueOf(parseJson("[[1],[2],[3]]", 2))).toEqual([[1], [2], [3]]);
    expect(valueOf(parseJson('["[[[[{{{{","\\"[[[["]', 1))).toEqual(["[[[[{{{{", '"[[[[']);
    expectOnly(issuesOf(parseJson(`${"[".repeat(1_000_000)}`, 64)), { code: "value.tooLarge", path: [], message: "64 levels" });
  });
});
