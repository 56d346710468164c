import { describe, expect, it } from "vitest";
import type { Declaration } from "../../src/model/declaration.js";
import type { GoodsItem } from "../../src/model/goods-item.js";
import { parseDeclarationOrThrow } from "../../src/model/parse.js";
import type { Trait } from "../../src/synthetic/index.js";
import { traitsOf } from "../../src/synthetic/trait.js";

/** Circuits at their usual value, which have no trait. */
const plainItem: GoodsItem = {
  lineNumber: 1,
  hsCode: "85423190",
  description: "Mạch điện tử",
  originCountryCode: "KR",
  netMassKg: 10,
  customsValue: { amount: 90_000_000, currency: "VND" },
  dutyRatePercent: 0,
};
const { description: _, ...undescribedItem } = plainItem;
const chemical = (hsCode: string, description: string): Partial<GoodsItem> => ({
  hsCode,
  description,
  netMassKg: 1,
  customsValue: { amount: 9_000_000, currency: "VND" },
});

function declarationOf(item: Partial<GoodsItem>, change: Partial<Declaration> = {}): Declaration {
  const plain: Declaration = {
    id: "100000000000",
    direction: "import",
    registeredAt: "2026-03-11T10:00:00+07:00",
    parties: {},
    transport: { departureCountryCode: "KR" },
    documents: [],
    items: [{ ...plainItem, ...item }],
  };
  return parseDeclarationOrThrow({ ...plain, ...change });
}

const permit = { documents: [{ kind: "permit" as const, number: "GP-1" }] };
const money = (amount: number) => ({ amount, currency: "VND" });

describe("traitsOf", () => {
  it("sees nothing in an ordinary declaration", () => {
    expect(traitsOf(declarationOf({}), 100)).toEqual([]);
  });

  it.each<[string, Trait, Declaration, number, boolean]>([
    ["no earlier declaration", "firstTimeImporter", declarationOf({}), 0, true],
    ["one earlier declaration", "firstTimeImporter", declarationOf({}), 1, false],
    ["500 earlier declarations", "establishedImporter", declarationOf({}), 500, true],
    ["499 earlier declarations", "establishedImporter", declarationOf({}), 499, false],
    ["less than 45 % of the usual value", "lowUnitValue", declarationOf({ customsValue: money(40_499_999) }), 100, true],
    ["45 % of the usual value", "lowUnitValue", declarationOf({ customsValue: money(40_500_000) }), 100, false],
    ["a duty of 20 %", "highDuty", declarationOf({ dutyRatePercent: 20 }), 100, true],
    ["a duty of 19.9 %", "highDuty", declarationOf({ dutyRatePercent: 19.9 }), 100, false],
    ["a preference alone", "preferenceWithoutCertificate", declarationOf({ dutyType: { scheme: "synthetic-tariff", code: "preferential" } }), 100, true],
    [
      "a preference with its certificate",
      "preferenceWithoutCertificate",
      declarationOf({ dutyType: { scheme: "synthetic-tariff", code: "preferential" } }, { documents: [{ kind: "certificateOfOrigin", number: "CO-1" }] }),
      100,
      false,
    ],
    ["parts and nothing more", "vagueDescription", declarationOf({ description: "Parts" }), 100, true],
    ["parts of something", "vagueDescription", declarationOf({ description: "Parts of pumps" }), 100, false],
    ["no description", "vagueDescription", declarationOf({}, { items: [undescribedItem] }), 100, false],
    ["freight above half of the value", "uneconomicFreight", declarationOf({}, { freight: money(45_000_001) }), 100, true],
    ["freight of half of the value", "uneconomicFreight", declarationOf({}, { freight: money(45_000_000) }), 100, false],
    ["a hub and another origin", "transitHub", declarationOf({}, { transport: { departureCountryCode: "SG" } }), 100, true],
    ["a hub and its own goods", "transitHub", declarationOf({ originCountryCode: "SG" }, { transport: { departureCountryCode: "SG" } }), 100, false],
    ["no hub and another origin", "transitHub", declarationOf({}, { transport: { departureCountryCode: "JP" } }), 100, false],
    ["22:00", "nightRegistration", declarationOf({}, { registeredAt: "2026-03-11T22:00:00+07:00" }), 100, true],
    ["21:59", "nightRegistration", declarationOf({}, { registeredAt: "2026-03-11T21:59:59+07:00" }), 100, false],
    ["04:59", "nightRegistration", declarationOf({}, { registeredAt: "2026-03-11T04:59:59+07:00" }), 100, true],
    ["05:00", "nightRegistration", declarationOf({}, { registeredAt: "2026-03-11T05:00:00+07:00" }), 100, false],
    ["a container without seal", "unsealedContainer", declarationOf({}, { transport: { equipment: [{ id: "ZZZU0000010" }] } }), 100, true],
    ["a container with seal", "unsealedContainer", declarationOf({}, { transport: { equipment: [{ id: "ZZZU0000010", seals: ["S1"] }] } }), 100, false],
    ["granite", "coverLoad", declarationOf({ hsCode: "68022300" }), 100, true],
    ["acetone alone", "controlledChemicalWithoutPermit", declarationOf(chemical("29141100", "Acetone")), 100, true],
    ["acetone with permit", "controlledChemicalWithoutPermit", declarationOf({ ...chemical("29141100", "Acetone"), ...permit }), 100, false],
    ["a scheduled name", "scheduledNameWithoutPermit", declarationOf(chemical("29333990", "Compound: 4-piperidone, CAS 41661-47-6")), 100, true],
    [
      "a scheduled name with permit",
      "scheduledNameWithoutPermit",
      declarationOf({ ...chemical("29333990", "Compound: 4-piperidone, CAS 41661-47-6"), ...permit }),
      100,
      false,
    ],
    ["no scheduled name", "scheduledNameWithoutPermit", declarationOf(chemical("29333990", "Compound")), 100, false],
    ["tropical wood alone", "citesGoodsWithoutPermit", declarationOf(chemical("44072997", "Gỗ")), 100, true],
    ["tropical wood with a permit that is not of CITES", "citesGoodsWithoutPermit", declarationOf({ ...chemical("44072997", "Gỗ"), ...permit }), 100, true],
    [
      "tropical wood with a CITES permit",
      "citesGoodsWithoutPermit",
      declarationOf({ ...chemical("44072997", "Gỗ"), documents: [{ kind: "citesPermit", number: "C-1" }] }),
      100,
      false,
    ],
    ["a species among ornaments", "speciesUnderOtherHeading", declarationOf(chemical("44201900", "Ornaments, ngà voi Loxodonta africana")), 100, true],
    ["ornaments", "speciesUnderOtherHeading", declarationOf(chemical("44201900", "Ornaments")), 100, false],
  ])("decides on %s: %s", (_, trait, declaration, prior, holds) => {
    expect(traitsOf(declaration, prior).includes(trait)).toBe(holds);
  });

  it("does not read what is not stated", () => {
    const bare = parseDeclarationOrThrow({ ...declarationOf({}), transport: {}, items: [{ lineNumber: 1, hsCode: "85423190" }] });
    expect(traitsOf(bare, 100)).toEqual([]);
  });
});
