import { describe, expect, it } from "vitest";
import { parseDeclarationOrThrow } from "../../src/model/parse.js";
import { type GenerateOptions, generateDeclarations, MAX_SYNTHETIC_COUNT, type SyntheticDeclaration } from "../../src/synthetic/index.js";

const generate = (options: GenerateOptions): readonly SyntheticDeclaration[] => [...generateDeclarations(options)];

const thousands = generate({ seed: 1, count: 4_000 });

/** Whether ten digits are a tax code by the public algorithm: weighted sum of nine, ten less the remainder of eleven. */
function isTaxCode(code: string): boolean {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(code[at]), 0);
  return 10 - (sum % 11) === Number(code[9]);
}

/** Whether a container number has the check digit of ISO 6346. */
function isContainerNumber(id: string): boolean {
  const values = [...id].map((char) => "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ".indexOf(char));
  const sum = values.slice(0, 10).reduce((total, value, at) => total + value * 2 ** at, 0);
  return (sum % 11) % 10 === values[10];
}

describe("generateDeclarations", () => {
  it("gives the same declarations and outcomes for the same seed", () => {
    expect(JSON.stringify(generate({ seed: 7, count: 50 }))).toBe(JSON.stringify(generate({ seed: 7, count: 50 })));
  });

  it("gives other declarations for another seed, one that differs beyond the 32nd bit included", () => {
    const [first, second, third] = [7, 8, 7 + 2 ** 32].map((seed) => JSON.stringify(generate({ seed, count: 5 })));
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it("gives the first of the same records for a smaller count", () => {
    expect(generate({ seed: 1, count: 40 })).toEqual(thousands.slice(0, 40));
  });

  it("pins the first record, so that a change of the generator is seen", () => {
    const first = thousands[0];
    expect(first?.declaration.id).toBe("100000000000");
    expect(first?.declaration.registeredAt).toBe("2026-03-11T16:42:19+07:00");
    expect(first?.declaration.items.map((item) => [item.hsCode, item.netMassKg, item.customsValue?.amount])).toEqual([
      ["73181590", 3645, 217726361],
      ["73181590", 7419, 249832110],
    ]);
    expect(first?.supplied[0]?.value).toBe(1904);
  });

  it("is lazy: the greatest count costs nothing until it is asked for", () => {
    const records = generateDeclarations({ seed: 1, count: MAX_SYNTHETIC_COUNT });
    expect(records.next().value).toEqual(thousands[0]);
  });

  it("gives nothing for a count of 0", () => {
    expect(generate({ seed: 1, count: 0 })).toEqual([]);
  });

  it("registers within the period, at every one of its days", () => {
    const days = new Set(generate({ seed: 3, count: 400, from: "2027-02-27", days: 3 }).map(({ declaration }) => declaration.registeredAt.slice(0, 10)));
    expect([...days].sort()).toEqual(["2027-02-27", "2027-02-28", "2027-03-01"]);
    expect(thousands.every(({ declaration }) => declaration.registeredAt >= "2026-01-01" && declaration.registeredAt < "2026-06-30")).toBe(true);
  });

  it.each<[Partial<GenerateOptions>, string]>([
    [{ seed: -1 }, "seed"],
    [{ seed: 1.5 }, "seed"],
    [{ count: -1 }, "count"],
    [{ count: MAX_SYNTHETIC_COUNT + 1 }, "count"],
    [{ days: 0 }, "days"],
    [{ days: 3_661 }, "days"],
    [{ from: "2026-02-30" }, "from"],
    [{ from: "2189-01-02" }, "from"],
  ])("refuses %j at once", (change, name) => {
    expect(() => generateDeclarations({ seed: 1, count: 1, ...change })).toThrow(RangeError);
    expect(() => generateDeclarations({ seed: 1, count: 1, ...change })).toThrow(`${name}: expected`);
  });

  it("gives declarations that the parser accepts unchanged, so that nothing but the model's own fields is in them", () => {
    for (const { declaration } of thousands) expect(parseDeclarationOrThrow(declaration)).toEqual(declaration);
  });

  it("gives frozen records", () => {
    const [first] = thousands;
    expect(Object.isFrozen(first) && Object.isFrozen(first?.declaration.items[0]?.customsValue) && Object.isFrozen(first?.outcome.traits)).toBe(true);
  });

  it("numbers declarations as VNACCS does, each once, an amendment by its twelfth digit", () => {
    const ids = thousands.map(({ declaration }) => declaration.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^10\d{10}$/.test(id))).toBe(true);
    const amended = thousands.filter(({ declaration }) => declaration.firstDeclarationId !== undefined);
    expect(amended.length).toBeGreaterThan(60);
    for (const { declaration } of amended) expect(declaration.firstDeclarationId).toBe(`${declaration.id.slice(0, 11)}0`);
    expect(ids.filter((id) => !id.endsWith("0"))).toEqual(amended.map(({ declaration }) => declaration.id));
  });

  it("gives parties tax codes that cannot be real ones", () => {
    const codes = thousands.flatMap(({ declaration: { parties } }) => [parties.importer?.identifier?.code, parties.declarant?.identifier?.code]);
    expect(codes.filter((code) => code === undefined || !/^99\d{8}$/.test(code) || isTaxCode(code))).toEqual([]);
    expect(isTaxCode("0100233488")).toBe(true);
    expect(isTaxCode("0100233480")).toBe(false);
  });

  it("gives containers of the invented owner ZZZ with a right check digit", () => {
    const ids = thousands.flatMap(({ declaration }) => (declaration.transport.equipment ?? []).map((unit) => unit.id));
    expect(ids.length).toBeGreaterThan(1_000);
    expect(ids.filter((id) => !/^ZZZU\d{7}$/.test(id) || !isContainerNumber(id))).toEqual([]);
    expect(isContainerNumber("CSQU3054383")).toBe(true);
  });

  it("gives 1 to 50 items, most declarations one", () => {
    const counts = thousands.map(({ declaration }) => declaration.items.length);
    expect(Math.min(...counts)).toBe(1);
    expect(Math.max(...counts)).toBeGreaterThan(40);
    expect(Math.max(...counts)).toBeLessThanOrEqual(50);
    const single = counts.filter((count) => count === 1).length / counts.length;
    expect(single).toBeGreaterThan(0.6);
    expect(single).toBeLessThan(0.75);
  });

  it("leaves some fields out, each in some records only", () => {
    const items = thousands.flatMap(({ declaration }) => declaration.items);
    const share = (blank: (item: (typeof items)[number]) => boolean): number => items.filter(blank).length / items.length;
    for (const blank of [
      share((item) => item.description === undefined),
      share((item) => item.netMassKg === undefined),
      share((item) => item.originCountryCode === undefined),
    ]) {
      expect(blank).toBeGreaterThan(0.003);
      expect(blank).toBeLessThan(0.05);
    }
  });

  it("supplies how many declarations the importer had before: never fewer on a later day", () => {
    const byImporter = new Map<string, { day: string; prior: number }[]>();
    for (const { declaration, supplied } of thousands) {
      expect(supplied.map(({ indicator, knownAt }) => ({ indicator, knownAt }))).toEqual([
        { indicator: "importerPriorDeclarations", knownAt: declaration.registeredAt },
      ]);
      const code = declaration.parties.importer?.identifier?.code ?? "";
      byImporter.set(code, [...(byImporter.get(code) ?? []), { day: declaration.registeredAt.slice(0, 10), prior: supplied[0]?.value as number }]);
    }
    const frequent = [...byImporter.values()].filter((seen) => seen.length > 5);
    expect(frequent.length).toBeGreaterThan(20);
    for (const seen of frequent) {
      const inTime = [...seen].sort((a, b) => (a.day < b.day ? -1 : 1)).map(({ prior }) => prior);
      expect(inTime).toEqual([...inTime].sort((a, b) => a - b));
    }
  });

  it("makes 10,000 within seconds", () => {
    const start = performance.now();
    let items = 0;
    for (const { declaration } of generateDeclarations({ seed: 2, count: 10_000 })) items += declaration.items.length;
    expect(items).toBeGreaterThan(40_000);
    // about half a second; a generous bound for a busy machine
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});
