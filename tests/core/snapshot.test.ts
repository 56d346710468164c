import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/core/issue.js";
import { type Limits, RECORD_LIMITS, takeSnapshot } from "../../src/core/snapshot.js";
import { expectAmong, expectOnly, issuesOf, valueOf } from "../support/issues.js";
import { jsonValue } from "../support/json-value.js";

const SMALL: Limits = { depth: 3, keys: 2, elements: 3, textLength: 4, values: 8 };
const refuse = (value: unknown, limits = RECORD_LIMITS): readonly Issue[] => issuesOf(takeSnapshot(value, limits));

describe("takeSnapshot", () => {
  it("copies plain data into data of its own", () => {
    const input = { a: [1, "x", null, true, { b: -0 }], n: Object.assign(Object.create(null) as object, { c: 1 }), u: undefined };
    const copy = valueOf(takeSnapshot(input, RECORD_LIMITS));
    expect(copy).toStrictEqual({ a: [1, "x", null, true, { b: 0 }], n: { c: 1 } });
    input.a.push(9);
    expect(copy).toMatchObject({ a: { length: 5 } });
    expect(valueOf(takeSnapshot(undefined, RECORD_LIMITS))).toBeUndefined();
  });

  it("takes every JSON value that is well-formed and has no `__proto__`, unchanged, and never throws", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = JSON.stringify(value);
        const result = takeSnapshot(value, RECORD_LIMITS);
        if (result.ok) expect(JSON.stringify(result.value)).toBe(text);
        else expect(text.includes("__proto__") || /\\ud[89a-f]/.test(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, unknown, string]>([
    ["a function", { a: () => 1 }, "expected plain JSON data, received a function"],
    ["a symbol", { a: Symbol("s") }, "received a symbol"],
    ["a bigint", { a: 1n }, "received a bigint"],
    ["an instance of a class", { a: new Date(0) }, "expected a plain object, received an object"],
    ["a map", { a: new Map() }, "a plain object"],
  ])("refuses %s", (_, value, message) => {
    expectOnly(refuse(value), { code: "value.notPlain", path: ["a"], message });
  });

  it("refuses an accessor without calling it", () => {
    let calls = 0;
    const value = {
      get valueUsd(): number {
        calls += 1;
        return calls;
      },
    };
    expectOnly(refuse(value), { code: "value.notPlain", path: ["valueUsd"], message: "expected a data property" });
    expect(calls).toBe(0);
  });

  it.each([Number.NaN, Infinity, -Infinity, JSON.parse("1e400")])("refuses the number %d", (value) => {
    expectOnly(refuse([0, value]), { code: "value.range", path: [1], message: "a finite number" });
  });

  it("refuses ill-formed Unicode in values and keys", () => {
    expectOnly(refuse({ id: "A\ud800" }), { code: "value.illFormedText", path: ["id"], message: 'received "A\\ud800"', remedy: "remove the lone surrogate" });
    expectOnly(refuse({ "\udc00": 1 }), { code: "value.illFormedText", path: ["\udc00"], message: "well-formed Unicode" });
    expect(valueOf(takeSnapshot("😀", RECORD_LIMITS))).toBe("😀");
  });

  it("refuses the key `__proto__`, which records would drop in silence", () => {
    expectOnly(refuse({ a: JSON.parse('{"__proto__":{"x":1},"b":2}') }), {
      code: "value.unknownKey",
      path: ["a", "__proto__"],
      message: "a known key",
      key: "__proto__",
    });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("keeps each bound and refuses what goes beyond it", () => {
    expect(valueOf(takeSnapshot({ a: [1, 2, 3], b: "four" }, SMALL))).toEqual({ a: [1, 2, 3], b: "four" });
    expectOnly(refuse({ a: 1, b: 2, c: 3 }, SMALL), { code: "value.tooLarge", path: [], message: "at most 2 keys", limit: 2 });
    expectOnly(refuse({ a: [1, 2, 3, 4] }, SMALL), { code: "value.tooLarge", path: ["a"], message: "at most 3 elements", limit: 3 });
    expectOnly(refuse(["fives"], SMALL), { code: "value.tooLarge", path: [0], message: "at most 4 characters", limit: 4 });
    expectOnly(refuse({ fives: 1 }, SMALL), { code: "value.tooLarge", path: ["fives"], message: "at most 4 characters" });
    expectOnly(refuse([[[[]]]], SMALL), { code: "value.tooLarge", path: [0, 0, 0], message: "at most 3 levels of nesting", limit: 3 });
    expect(valueOf(takeSnapshot([[[1]]], SMALL))).toEqual([[[1]]]);
    expect(valueOf(takeSnapshot([[1, 2], [3, 4], [5]].slice(0, 2), SMALL))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(
      valueOf(
        takeSnapshot(
          [
            [1, 2, 3],
            [4, 5],
          ],
          SMALL,
        ),
      ),
    ).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expectOnly(
      refuse(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        SMALL,
      ),
      { code: "value.tooLarge", path: [1, 2], message: "at most 8 values in all", limit: 8 },
    );
  });

  it("says once that there are too many values", () => {
    expectOnly(
      refuse(
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        SMALL,
      ),
      { code: "value.tooLarge", path: [1, 2], message: "values in all" },
    );
  });

  it("stops at a cycle", () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expectOnly(refuse(cycle), { code: "value.tooLarge", path: Array.from({ length: 24 }, () => 0), message: "24 levels of nesting" });
  });

  it("reports every fault, however many", () => {
    const many = Array.from({ length: 15 }, () => Array.from({ length: 10_000 }, () => "\ud800"));
    expect(refuse(many)).toHaveLength(150_000);
    expectAmong(refuse([Number.NaN, "\ud800"]), { code: "value.illFormedText", path: [1], message: "Unicode" });
  });

  it("refuses an object that throws while it is read", () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expectOnly(refuse({ a: revoked.proxy }), { code: "value.notPlain", path: ["a"], message: "plain JSON data" });
  });

  it("takes holes as undefined, and no inherited keys", () => {
    // biome-ignore lint/suspicious/noSparseArray: the hole is the point
    expect(valueOf(takeSnapshot([1, , 2], RECORD_LIMITS))).toStrictEqual([1, undefined, 2]);
    const inherits = Object.create(Object.assign(Object.create(null) as object, { inherited: 1 })) as object;
    expect(valueOf(takeSnapshot(inherits, RECORD_LIMITS))).toStrictEqual({});
  });
});
