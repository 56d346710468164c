import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../src/assessment/read-facts.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { Fact } from "../../src/indicators/fact.js";
import type { FactSet } from "../../src/indicators/facts.js";
import type { DerivedIndicator, Fallback } from "../../src/profile/derived.js";
import { operandsOf } from "../../src/profile/derived.js";
import { buildVocabulary, orderDerived, readsOf } from "../../src/profile/vocabulary.js";
import { compiled, factsOf, profileOf } from "../support/documents.js";

const base = { meaning: { en: "derived" }, unit: "1", decimals: 2 };

/** The header fact and the item facts of one derived indicator. */
function derive(
  derived: DerivedIndicator | Record<string, DerivedIndicator>,
  header: FactSet,
  items: readonly FactSet[] = [],
  id = "d",
): [Fact | undefined, ...(Fact | undefined)[]] {
  const definitions =
    "kind" in derived && typeof derived.kind === "string" ? { d: derived as DerivedIndicator } : (derived as Record<string, DerivedIndicator>);
  const read = readFacts(compiled(profileOf({ derived: definitions })), factsOf(header, items));
  return [read.header.get(id), ...read.items.map((item) => item.get(id))];
}

const ratio = (ifMissing: Fallback = "absent", ifZeroDivisor: Fallback = "notApplicable", decimals = 2): DerivedIndicator => ({
  ...base,
  decimals,
  kind: "ratio",
  numerator: "totalCustomsValue",
  denominator: "totalNetMass",
  ifMissing,
  ifZeroDivisor,
});
const OVERFLOW = { missing: "failed", reason: "the result leaves the exact range" };

describe("a ratio", () => {
  it("is exact and rounded once, half away from zero", () => {
    expect(derive(ratio(), { totalCustomsValue: 10, totalNetMass: 3 })).toEqual([3.33]);
    expect(derive(ratio(), { totalCustomsValue: 1, totalNetMass: 8 })).toEqual([0.13]);
    expect(derive(ratio(), { totalCustomsValue: -1, totalNetMass: 8 })).toEqual([-0.13]);
    expect(derive(ratio("absent", "absent", 0), { totalCustomsValue: 5, totalNetMass: 2 })).toEqual([3]);
  });

  it("has a result for missing and one for a zero divisor", () => {
    expect(derive(ratio("failed"), { totalCustomsValue: 1 })).toEqual([{ missing: "failed" }]);
    expect(derive(ratio("failed"), { totalNetMass: 1 })).toEqual([{ missing: "failed" }]);
    expect(derive(ratio(1.005), { totalNetMass: { missing: "notApplicable" }, totalCustomsValue: 1 })).toEqual([1]);
    expect(derive(ratio("failed", "notApplicable"), { totalCustomsValue: 1, totalNetMass: 0 })).toEqual([{ missing: "notApplicable" }]);
    expect(derive(ratio("failed", 7.125), { totalCustomsValue: 1, totalNetMass: 0 })).toEqual([7.13]);
    expect(derive(ratio("failed", "absent"), { totalCustomsValue: 1, totalNetMass: 0.0004 })).toEqual([{ missing: "absent" }]);
  });

  it("fails beyond the exact range", () => {
    expect(derive(ratio("absent", "absent", 6), { totalCustomsValue: 9e13, totalNetMass: 0.001 })).toEqual([OVERFLOW]);
    expect(derive(ratio("absent", 1e300), { totalCustomsValue: 1, totalNetMass: 0 })).toEqual([OVERFLOW]);
    expect(derive(ratio(3), { totalCustomsValue: 1e300, totalNetMass: 1 })).toEqual([3]);
  });

  it("is one of the item if a side is, and reads the header beside it", () => {
    const share: DerivedIndicator = {
      ...base,
      kind: "ratio",
      numerator: "customsValue",
      denominator: "totalCustomsValue",
      ifMissing: "absent",
      ifZeroDivisor: 0,
    };
    expect(derive(share, { totalCustomsValue: 8 }, [{ customsValue: 2 }, {}, { customsValue: 6 }])).toEqual([undefined, 0.25, { missing: "absent" }, 0.75]);
    expect(derive(share, {}, [{ customsValue: 2 }])).toEqual([undefined, { missing: "absent" }]);
  });
});

describe("a difference", () => {
  it("is exact whatever the decimals of its sides", () => {
    const difference: DerivedIndicator = { ...base, kind: "difference", minuend: "grossMass", subtrahend: "netMass", ifMissing: "notApplicable" };
    expect(
      derive(difference, {}, [
        { grossMass: 0.3, netMass: 0.1 },
        { grossMass: 1.005, netMass: 0 },
        { grossMass: 0, netMass: 1.005 },
      ]),
    ).toEqual([undefined, 0.2, 1.01, -1.01]);
    expect(derive(difference, {}, [{ grossMass: 1 }, { netMass: 1 }])).toEqual([undefined, { missing: "notApplicable" }, { missing: "notApplicable" }]);
    expect(derive({ ...difference, decimals: 6 }, {}, [{ grossMass: 9e12, netMass: 0 }])).toEqual([undefined, OVERFLOW]);
  });
});

describe("a sum over items", () => {
  const sum = (change: object = {}): DerivedIndicator => ({ ...base, kind: "sum", of: "netMass", ifMissing: "absent", ...change });
  const FROM_CHINA = { where: { op: "eq", indicator: "originCountry", value: "CN" } } as const;

  it("is the exact sum, rounded once", () => {
    expect(derive(sum(), {}, [{ netMass: 0.1 }, { netMass: 0.2 }])).toEqual([0.3, undefined, undefined]);
    expect(derive(sum(), {}, [{ netMass: 1.005 }])[0]).toBe(1.01);
    expect(derive(sum(), {}, [{ netMass: -1.005 }])[0]).toBe(-1.01);
    expect(derive(sum(), {}, [])).toEqual([0]);
    expect(derive(sum({ decimals: 0 }), {}, [{ netMass: 0.25 }, { netMass: 0.25 }])[0]).toBe(1);
    expect(derive(sum({ decimals: 6 }), {}, [{ netMass: 9e11 }, { netMass: 9e11 }])[0]).toEqual(1.8e12 > Number.MAX_SAFE_INTEGER / 1e6 ? OVERFLOW : 1.8e12);
    expect(
      derive(
        sum(),
        {},
        Array.from({ length: 3 }, () => ({ netMass: 9e12 })),
      )[0],
    ).toEqual(OVERFLOW);
  });

  it("agrees with a sum of rationals for any items", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { maxLength: 6 }), fc.integer({ min: 0, max: 6 }), (thousandths, decimals) => {
        const total = thousandths.reduce((whole, part) => whole + part, 0);
        const shift = 10 ** Math.max(0, 3 - decimals);
        const magnitude = Math.floor((2 * Math.abs(total) + shift) / (2 * shift));
        const [found] = derive(
          sum({ decimals }),
          {},
          thousandths.map((netMass) => ({ netMass: netMass / 1000 })),
        );
        expect(found).toBe((Math.sign(total) * magnitude + 0) / 10 ** Math.min(3, decimals) + 0);
      }),
      { numRuns: 60 },
    );
  });

  it("takes only the items that belong, and needs no value of the others", () => {
    const items = [{ netMass: 1, originCountry: "CN" }, { netMass: 2, originCountry: "VN" }, { originCountry: "VN" }];
    expect(derive(sum(FROM_CHINA), {}, items)[0]).toBe(1);
  });

  it("is what it states where a value or whether an item belongs is missing", () => {
    const unclear = [{ netMass: 1, originCountry: "CN" }, { netMass: 2 }];
    const unvalued = [{ netMass: 1, originCountry: "CN" }, { originCountry: "CN" }];
    for (const items of [unclear, unvalued]) {
      expect(derive(sum(FROM_CHINA), {}, items)[0]).toEqual({ missing: "absent" });
      expect(derive(sum({ ...FROM_CHINA, ifMissing: 10 }), {}, items)[0]).toBe(11);
      expect(derive(sum({ ...FROM_CHINA, ifMissing: 0 }), {}, items)[0]).toBe(1);
      expect(derive(sum({ ...FROM_CHINA, ifMissing: 1e300 }), {}, items)[0]).toEqual(OVERFLOW);
    }
  });
});

describe("a share of items", () => {
  const share = (change: object = {}): DerivedIndicator => ({
    ...base,
    kind: "share",
    of: "customsValue",
    where: { op: "eq", indicator: "originCountry", value: "CN" },
    ifMissing: 0.5,
    ifZeroDivisor: "notApplicable",
    ...change,
  });

  it("is the part of the whole that belongs", () => {
    expect(
      derive(share(), {}, [
        { customsValue: 1, originCountry: "CN" },
        { customsValue: 2, originCountry: "VN" },
      ])[0],
    ).toBe(0.33);
    expect(derive(share(), {}, [{ customsValue: 2, originCountry: "VN" }])[0]).toBe(0);
    expect(derive(share(), {}, [{ customsValue: 2, originCountry: "CN" }])[0]).toBe(1);
  });

  it("needs every item's value, also of those that do not belong", () => {
    expect(derive(share(), {}, [{ customsValue: 1, originCountry: "CN" }, { originCountry: "VN" }])[0]).toBe(0.5);
    expect(derive(share({ ifMissing: "failed" }), {}, [{ customsValue: 1 }])[0]).toEqual({ missing: "failed" });
  });

  it("has a result for a whole of 0", () => {
    expect(derive(share(), {}, [])[0]).toEqual({ missing: "notApplicable" });
    expect(derive(share({ ifZeroDivisor: 1 }), {}, [{ customsValue: 0, originCountry: "CN" }])[0]).toBe(1);
    expect(
      derive(share({ decimals: 6 }), {}, [
        { customsValue: 5e13, originCountry: "CN" },
        { customsValue: -4.999e13, originCountry: "VN" },
      ])[0],
    ).toBe(5000);
    const tiny = [
      { customsValue: 9e13, originCountry: "CN" },
      { customsValue: -9e13, originCountry: "VN" },
      { customsValue: 0.01, originCountry: "VN" },
    ];
    expect(derive(share({ decimals: 6 }), {}, tiny)[0]).toEqual(OVERFLOW);
  });
});

describe("derived indicators of derived ones", () => {
  const chain: Record<string, DerivedIndicator> = {
    z: { ...base, kind: "ratio", numerator: "b", denominator: "totalNetMass", ifMissing: "absent", ifZeroDivisor: "absent" },
    b: { ...base, kind: "sum", of: "a", ifMissing: "absent" },
    a: { ...base, kind: "difference", minuend: "grossMass", subtrahend: "netMass", ifMissing: "absent" },
  };

  it("are computed after what they read, whatever their order and names", () => {
    expect(orderDerived(chain)).toEqual({ ordered: ["a", "b", "z"], circular: [] });
    expect(
      derive(
        chain,
        { totalNetMass: 4 },
        [
          { grossMass: 5, netMass: 2 },
          { grossMass: 4, netMass: 1 },
        ],
        "z",
      )[0],
    ).toBe(1.5);
  });

  it("are caught in a circle, by a condition too", () => {
    const a = chain.a as DerivedIndicator;
    const circle: Record<string, DerivedIndicator> = {
      p: { ...base, kind: "difference", minuend: "q", subtrahend: "netMass", ifMissing: "absent" },
      q: { ...base, kind: "sum", of: "netMass", where: { op: "gt", indicator: "p", value: 1 }, ifMissing: "absent" },
      a,
    };
    expect(orderDerived(circle)).toEqual({ ordered: ["a"], circular: ["p", "q"] });
  });

  it("list what they read", () => {
    expect(readsOf(ratio())).toEqual(["totalCustomsValue", "totalNetMass"]);
    expect(readsOf({ ...base, kind: "sum", of: "netMass", where: { op: "gt", indicator: "grossMass", value: 1 }, ifMissing: 0 })).toEqual([
      "netMass",
      "grossMass",
    ]);
    expect(readsOf(chain.b as DerivedIndicator)).toEqual(["a"]);
    expect(operandsOf(chain.a as DerivedIndicator)).toEqual([
      { key: "minuend", indicator: "grossMass" },
      { key: "subtrahend", indicator: "netMass" },
    ]);
    expect(operandsOf(ratio())).toEqual([
      { key: "numerator", indicator: "totalCustomsValue" },
      { key: "denominator", indicator: "totalNetMass" },
    ]);
  });

  it("are numbers of their level and unit, unaffected by an added item only if all sides are", () => {
    const vocabulary = buildVocabulary(standardCatalogue, {
      ...chain,
      fixed: { ...base, unit: "h", kind: "difference", minuend: "registrationHour", subtrahend: "freightCharge", ifMissing: 0 },
      itemRatio: { ...base, kind: "ratio", numerator: "netMass", denominator: "totalNetMass", ifMissing: 0, ifZeroDivisor: 0 },
      itemCount: { ...base, kind: "sum", of: "netMass", ifMissing: 0 },
    });
    expect(vocabulary.get("fixed")).toEqual({
      id: "fixed",
      type: "number",
      level: "header",
      unit: "h",
      decimals: 2,
      meaning: base.meaning,
      whenItemAdded: "unaffected",
    });
    expect(vocabulary.get("a")).toMatchObject({ level: "item", whenItemAdded: "unaffected" });
    expect(vocabulary.get("b")).toMatchObject({ level: "header", whenItemAdded: "any" });
    expect(vocabulary.get("z")).toMatchObject({ level: "header", whenItemAdded: "any" });
    expect(vocabulary.get("itemRatio")).toMatchObject({ level: "item", whenItemAdded: "any" });
    // the catalogue's own comes first
    expect(vocabulary.get("itemCount")).toMatchObject({ whenItemAdded: "canOnlyRise", decimals: 0, unit: "count" });
    expect(vocabulary.get("customsOffice")).not.toHaveProperty("unit");
  });
});
