import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, compareText } from "../../src/core/canonical.js";
import { shuffleKeys, shuffleWith } from "../support/shuffle.js";

const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes("__proto__"));

describe("canonicalJson", () => {
  it("is the example of RFC 8785", () => {
    const value = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by UTF-16 code units", () => {
    expect(canonicalJson({ "\u20ac": 1, "\r": 2, "\ufb33": 3, 1: 4, "\u{1f600}": 5, "\u0080": 6, "\u00f6": 7 })).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  it("leaves out keys that are undefined and writes -0 as 0", () => {
    expect(canonicalJson({ b: undefined, a: -0, c: [] })).toBe('{"a":0,"c":[]}');
  });

  it("does not depend on the order of keys, and reads back as the value", () => {
    fc.assert(
      fc.property(plain, fc.integer(), (value, seed) => {
        const text = canonicalJson(value);
        expect(canonicalJson(shuffleKeys(value, shuffleWith(seed)))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe("compareText", () => {
  it("orders by code units, upper case before lower case", () => {
    expect(["b", "a", "B", "ä", "a"].sort(compareText)).toEqual(["B", "a", "a", "b", "ä"]);
    expect([compareText("a", "b"), compareText("b", "a"), compareText("a", "a")]).toEqual([-1, 1, 0]);
  });
});
