import { describe, expect, it } from "vitest";
import type { HistoryReader } from "../../src/history/reader.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { type ExtractOptions, extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import type { Fact } from "../../src/indicators/fact.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { GoodsItem } from "../../src/model/goods-item.js";
import { AS_OF, declarationOf, itemOf } from "../support/documents.js";

const history: HistoryReader = {
  tally: ({ dimension, values }, asOf, excluding) =>
    asOf === AS_OF && excluding === "D-1" && values[0] !== "tax:new"
      ? { declarations: dimension === "importer" ? 7 : 5, inspected: 4, findings: 3, firstSeenAt: AS_OF, lastSeenAt: AS_OF }
      : undefined,
};

function header(change: Partial<Declaration>, indicator: string, options: Partial<ExtractOptions> = {}): Fact | undefined {
  return extractFactsOrThrow(declarationOf(change), { asOf: AS_OF, catalogue: standardCatalogue, ...options }).header[indicator];
}

function item(change: Partial<GoodsItem>, indicator: string, options: Partial<ExtractOptions> = {}, declaration: Partial<Declaration> = {}): Fact | undefined {
  const facts = extractFactsOrThrow(declarationOf({ ...declaration, items: [itemOf(1, change)] }), { asOf: AS_OF, catalogue: standardCatalogue, ...options });
  return facts.items[0]?.values[indicator];
}

const ABSENT = { missing: "absent" };
const NOT_APPLICABLE = { missing: "notApplicable" };
const VND = (amount: number): { amount: number; currency: string } => ({ amount, currency: "VND" });
const IMPORTER = { importer: { identifier: { scheme: "tax", code: "01" } } };

describe("the standard catalogue", () => {
  it("has at least 15 indicators, each with meaning in English and Vietnamese, source and what it reads", () => {
    expect(standardCatalogue.indicators.size).toBeGreaterThanOrEqual(15);
    for (const [id, indicator] of standardCatalogue.indicators) {
      expect(indicator.id).toBe(id);
      expect(indicator.meaning.en).toMatch(/\S/);
      expect(indicator.meaning.vi).toMatch(/\S/);
      expect(indicator.source).toMatch(/\S/);
      expect(indicator.reads.length).toBeGreaterThan(0);
      expect(Object.isFrozen(indicator)).toBe(true);
    }
  });

  it.each<[string, Partial<Declaration>, Fact]>([
    ["customsOffice", { customsOffice: "02CI" }, "02CI"],
    ["procedureCode", { procedure: { scheme: "vnaccs", code: "A11" } }, "vnaccs:A11"],
    ["paymentMethod", { paymentMethod: { scheme: "vnaccs", code: "KC" } }, "vnaccs:KC"],
    ["transportMode", { transport: { mode: { scheme: "vnaccs", code: "2" } } }, "vnaccs:2"],
    ["departureCountry", { transport: { departureCountryCode: "CN" } }, "CN"],
    ["importerId", { parties: IMPORTER }, "tax:01"],
    ["declarantId", { parties: { declarant: { identifier: { scheme: "tax", code: "02" } } } }, "tax:02"],
    ["sellerId", { parties: { seller: { identifier: { scheme: "tax", code: "03" } } } }, "tax:03"],
    ["freightCharge", { freight: VND(12.345) }, 12.35],
    ["totalNetMass", { items: [itemOf(1, { netMassKg: 0.1 }), itemOf(2, { netMassKg: 0.2 }), itemOf(3)] }, 0.3],
    ["totalCustomsValue", { items: [itemOf(1, { customsValue: VND(0.1) }), itemOf(2, { customsValue: VND(0.2) })] }, 0.3],
  ])("%s is what the declaration states, else absent", (indicator, change, value) => {
    expect(header(change, indicator)).toEqual(value);
    expect(header({}, indicator)).toEqual(ABSENT);
  });

  it("counts items, chapters and document kinds of header and items", () => {
    const items = [
      itemOf(1, { hsCode: "0101", documents: [{ kind: "permit", number: "1" }] }),
      itemOf(2, { hsCode: "0202" }),
      itemOf(3, { hsCode: "01" }),
    ] as const;
    expect(header({ items }, "itemCount")).toBe(3);
    expect(header({ items }, "distinctHsChapters")).toBe(2);
    expect(
      header(
        {
          items,
          documents: [
            { kind: "invoice", number: "1" },
            { kind: "invoice", number: "2" },
          ],
        },
        "documentKinds",
      ),
    ).toEqual(["invoice", "permit"]);
    expect(header({}, "documentKinds")).toEqual([]);
  });

  it("counts containers and those without a seal, where there are any", () => {
    const equipment = [{ id: "A", seals: ["S"] }, { id: "B", seals: [] }, { id: "C" }];
    expect(header({ transport: { equipment } }, "containerCount")).toBe(3);
    expect(header({ transport: { equipment } }, "unsealedContainers")).toBe(2);
    expect(header({}, "containerCount")).toEqual(NOT_APPLICABLE);
    expect(header({}, "unsealedContainers")).toEqual(NOT_APPLICABLE);
  });

  it("counts blank fields of header and items", () => {
    expect(header({}, "blankFieldCount")).toBe(8);
    const full: Partial<Declaration> = {
      parties: { ...IMPORTER, exporter: { name: "x" } },
      transport: { departureCountryCode: "CN", mode: { scheme: "a", code: "1" } },
      items: [itemOf(1, { description: "x", originCountryCode: "CN", netMassKg: 0, customsValue: VND(0) }), itemOf(2, { description: "x" })],
    };
    expect(header(full, "blankFieldCount")).toBe(3);
    expect(header({ ...full, parties: { consignor: { name: "x" } } }, "blankFieldCount")).toBe(4);
    expect(header({ ...full, parties: { ...IMPORTER, seller: { name: "x" } } }, "blankFieldCount")).toBe(3);
  });

  it("takes the hour from the registration's own offset", () => {
    expect(header({}, "registrationHour")).toBe(23);
    expect(header({ registeredAt: "2026-11-20T00:15:00Z" }, "registrationHour")).toBe(0);
  });

  it("reads history and intelligence at the moment of assessment, and is absent without", () => {
    expect(header({ parties: IMPORTER }, "importerPriorDeclarations", { history })).toBe(7);
    expect(header({ parties: { importer: { identifier: { scheme: "tax", code: "new" } } } }, "importerPriorDeclarations", { history })).toBe(0);
    expect(header({}, "importerPriorDeclarations", { history })).toEqual(ABSENT);
    expect(header({ parties: IMPORTER }, "importerPriorDeclarations")).toEqual(ABSENT);
    const intelligence = { matches: () => [{ alertId: "A", originator: "o", confidence: "low" as const }] };
    expect(header({}, "alertMatchCount", { intelligence })).toBe(1);
    expect(header({}, "alertMatchCount")).toEqual(ABSENT);
    for (const id of ["alertPoints", "alertIdentifierPoints", "alertSubjects", "alertChannels"]) expect(header({}, id)).toEqual(ABSENT);
  });

  it("takes the best graded of the alerts that match, by place and basis, and counts each alert once", () => {
    const match = { alertId: "A", originator: "o", confidence: "low" as const };
    const intelligence = {
      matches: () => [
        { ...match, points: 4, basis: "identifier" as const, subject: "equipment" as const, channel: "rilo" },
        { ...match, points: 9, basis: "name" as const, subject: "party" as const, channel: "cencomm", lineNumber: 1 },
        match,
      ],
    };
    expect(header({}, "alertMatchCount", { intelligence })).toBe(1);
    expect(header({}, "alertPoints", { intelligence })).toBe(9);
    expect(header({}, "alertIdentifierPoints", { intelligence })).toBe(4);
    expect(header({}, "alertSubjects", { intelligence })).toEqual(["equipment", "party"]);
    expect(header({}, "alertChannels", { intelligence })).toEqual(["cencomm", "rilo"]);
    expect(header({}, "alertPoints", { intelligence: { matches: () => [] } })).toBe(0);
  });

  it.each<[string, Partial<GoodsItem>, Fact, Fact]>([
    ["hsCode", { hsCode: "8504400000" }, "8504400000", "850440"],
    ["hsChapter", { hsCode: "8504400000" }, "85", "85"],
    ["hsHeading", { hsCode: "8504400000" }, "8504", "8504"],
    ["hsSubheading", { hsCode: "8504400000" }, "850440", "850440"],
    ["originCountry", { originCountryCode: "CN" }, "CN", { missing: "absent" }],
    ["goodsDescription", { description: "Red  Phosphorus" }, "Red  Phosphorus", { missing: "absent" }],
    ["descriptionWords", { description: "Red-Phosphorus, 5 kg" }, 4, { missing: "absent" }],
    ["hiddenCharacters", { description: "gu\u200bn" }, true, { missing: "absent" }],
    ["netMass", { netMassKg: 1.2345 }, 1.235, { missing: "absent" }],
    ["grossMass", { grossMassKg: 0 }, 0, { missing: "absent" }],
    ["customsValue", { customsValue: VND(10.005) }, 10.01, { missing: "absent" }],
    ["dutyRate", { dutyRatePercent: 7.5 }, 7.5, { missing: "absent" }],
    ["dutyType", { dutyType: { scheme: "vnaccs", code: "B01" } }, "vnaccs:B01", { missing: "absent" }],
    ["itemDocumentKinds", { documents: [{ kind: "permit", number: "1" }] }, ["permit"], []],
  ])("%s is what the item states, else absent", (indicator, change, value, without) => {
    expect(item(change, indicator)).toEqual(value);
    expect(item({}, indicator)).toEqual(without);
  });

  it("has no heading or subheading of a shorter code", () => {
    expect(item({ hsCode: "85" }, "hsChapter")).toBe("85");
    expect(item({ hsCode: "85" }, "hsHeading")).toEqual(ABSENT);
    expect(item({ hsCode: "8504" }, "hsHeading")).toBe("8504");
    expect(item({ hsCode: "8504" }, "hsSubheading")).toEqual(ABSENT);
  });

  it("compares origin with departure where both are stated", () => {
    const from = (departureCountryCode: string): Partial<Declaration> => ({ transport: { departureCountryCode } });
    expect(item({ originCountryCode: "CN" }, "originDiffersFromDeparture", {}, from("CN"))).toBe(false);
    expect(item({ originCountryCode: "CN" }, "originDiffersFromDeparture", {}, from("SG"))).toBe(true);
    expect(item({ originCountryCode: "CN" }, "originDiffersFromDeparture")).toEqual(ABSENT);
    expect(item({}, "originDiffersFromDeparture", {}, from("SG"))).toEqual(ABSENT);
  });

  it("divides, and says why where a divisor is 0", () => {
    expect(item({ customsValue: VND(10), netMassKg: 3 }, "unitValue")).toBe(3.33);
    expect(item({ customsValue: VND(10), netMassKg: 0 }, "unitValue")).toEqual({ ...NOT_APPLICABLE, reason: "the net mass is 0" });
    expect(item({ customsValue: VND(10) }, "unitValue")).toEqual(ABSENT);
    expect(item({ netMassKg: 3 }, "unitValue")).toEqual(ABSENT);
    expect(item({ grossMassKg: 10, packageCount: 3 }, "massPerPackage")).toBe(3.333);
    expect(item({ grossMassKg: 10, packageCount: 0 }, "massPerPackage")).toEqual({ ...NOT_APPLICABLE, reason: "there are no packages" });
    expect(item({ grossMassKg: 10 }, "massPerPackage")).toEqual(ABSENT);
    expect(item({ packageCount: 10 }, "massPerPackage")).toEqual(ABSENT);
    expect(item({ grossMassKg: 10, netMassKg: 7.5 }, "tareShare")).toBe(0.25);
    expect(item({ grossMassKg: 0, netMassKg: 0 }, "tareShare")).toEqual({ ...NOT_APPLICABLE, reason: "the gross mass is 0" });
    expect(item({ grossMassKg: 10 }, "tareShare")).toEqual(ABSENT);
    expect(item({ netMassKg: 10 }, "tareShare")).toEqual(ABSENT);
  });

  it("says that a total leaves the exact range", () => {
    const heavy = Array.from({ length: 1_001 }, (_, index) => itemOf(index + 1, { netMassKg: 9e12 }));
    expect(header({ items: heavy as unknown as Declaration["items"] }, "totalNetMass")).toEqual({
      missing: "failed",
      reason: "the sum leaves the exact range",
    });
    expect(header({ items: [itemOf(1, { netMassKg: 9e13 })] }, "totalNetMass")).toEqual({ missing: "failed", reason: "the sum leaves the exact range" });
  });

  it("has one signature for goods declared alike, and reads what inspections of such goods found", () => {
    const goods: Partial<GoodsItem> = {
      originCountryCode: "CN",
      dutyRatePercent: 7.5,
      dutyType: { scheme: "vnaccs", code: "B01" },
      netMassKg: 10,
      customsValue: VND(100),
    };
    const declared = item(goods, "goodsSignature", {}, { transport: { departureCountryCode: "SG" } });
    expect(declared).toBe("850440|SG|CN|7.5|vnaccs:B01|10|100 VND");
    expect(item({}, "goodsSignature")).toBe("850440||||||");
    expect(item(goods, "signatureInspected", { history })).toBe(4);
    expect(item(goods, "signatureFindings", { history })).toBe(3);
    const unseen: HistoryReader = { tally: () => undefined };
    expect(item(goods, "signatureInspected", { history: unseen })).toBe(0);
    expect(item(goods, "signatureFindings", { history: unseen })).toBe(0);
    expect(item(goods, "signatureInspected")).toEqual(ABSENT);
    expect(item(goods, "signatureFindings")).toEqual(ABSENT);
  });
});
