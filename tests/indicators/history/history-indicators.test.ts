import { describe, expect, it } from "vitest";
import { createHistory } from "../../../src/history/create-history.js";
import { eventOf } from "../../../src/history/event-of.js";
import type { HistoryReader } from "../../../src/history/reader.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../../src/indicators/extract-facts.js";
import type { Fact } from "../../../src/indicators/fact.js";
import type { Declaration } from "../../../src/model/declaration.js";
import type { GoodsItem } from "../../../src/model/goods-item.js";
import { AS_OF, declarationOf, itemOf } from "../../support/documents.js";

const importer = (code: string, change: object = {}) => ({ importer: { identifier: { scheme: "tax", code }, ...change } });
const goods: Partial<GoodsItem> = { originCountryCode: "CN", netMassKg: 1, customsValue: { amount: 10, currency: "USD" }, grossMassKg: 10, packageCount: 1 };

function factOf(indicator: string, history: HistoryReader | undefined, change: Partial<Declaration> = {}): Fact | undefined {
  const declaration = declarationOf({ parties: importer("01"), items: [itemOf(1, goods)], ...change });
  const facts = extractFactsOrThrow(declaration, { asOf: AS_OF, catalogue: standardCatalogue, ...(history === undefined ? {} : { history }) });
  return facts.header[indicator] ?? facts.items[0]?.values[indicator];
}

/** A history of so many declarations, each changed as told. */
function historyOf(size: number, change: (index: number) => Partial<Declaration>) {
  const history = createHistory();
  for (let index = 0; index < size; index += 1) {
    history.observe(eventOf(declarationOf({ id: `P${index}`, registeredAt: "2026-11-01T00:00:00Z", items: [itemOf(1, goods)], ...change(index) })));
  }
  return history;
}

const ofHistory = [...standardCatalogue.indicators.values()].filter(({ reads }) => reads.includes("history"));

describe("the indicators that read history", () => {
  it("are absent without one", () => {
    expect(ofHistory.length).toBeGreaterThanOrEqual(24);
    for (const { id } of ofHistory) expect([id, factOf(id, undefined)]).toEqual([id, { missing: "absent" }]);
  });

  it("stand in the table of indicators with what honest trade looks like, where they are of the table", () => {
    const ids = new Set(ofHistory.flatMap(({ tableId }) => tableId ?? []));
    for (const id of ["I01", "I02", "I03", "I05", "I06", "I07", "I13", "I14", "I18", "I19", "I30", "I38", "I43"]) expect(ids).toContain(id);
    for (const { id, falsePositiveGuard } of ofHistory) {
      if (falsePositiveGuard !== undefined) expect([id, Object.keys(falsePositiveGuard)]).toEqual([id, ["en", "vi"]]);
    }
  });

  it("that need windows or members are absent with a reader of tallies alone", () => {
    const tallies: HistoryReader = { tally: () => undefined };
    const absent = ["receiverRecentDeclarations", "receiverRecentFindingRate", "officeShareOfReceiver", "partiesAtAddress", "unitValueDeviation"];
    for (const id of absent) expect([id, factOf(id, tallies)]).toEqual([id, { missing: "absent" }]);
    expect(factOf("receiverFindingRate", tallies)).toBe(0);
  });

  it("fail, and say why, where the history remembers too few days", () => {
    expect(factOf("receiverRecentDeclarations", createHistory({ windowDays: 30 }))).toMatchObject({
      missing: "failed",
      reason: expect.stringContaining("windowDays"),
    });
  });

  it("do not apply where there is nothing earlier to compare with", () => {
    const history = createHistory();
    const change = { customsOffice: "O1", parties: { ...importer("01"), declarant: { identifier: { scheme: "tax", code: "b" } } } };
    for (const id of ["receiverDormantDays", "chapterShareOfReceiver", "declarantNewToReceiver", "officeShareOfReceiver"]) {
      expect([id, factOf(id, history, change)]).toEqual([id, { missing: "notApplicable", reason: "nothing earlier to compare with" }]);
    }
  });

  it("compare with nothing below 30 declarations, and not a value or mass of 0", () => {
    const [few, enough] = [historyOf(29, () => ({})), historyOf(30, () => ({}))];
    for (const id of ["unitValueDeviation", "massPerPackageDeviation"]) {
      expect(factOf(id, few)).toEqual({ missing: "absent", reason: "fewer than 30 declarations to compare with" });
      expect(factOf(id, enough)).toBe(0);
    }
    const dear = { items: [itemOf(1, { ...goods, customsValue: { amount: 100, currency: "USD" }, grossMassKg: 1 })] as const };
    // 10 and 100 stand in bins 18 and 36
    expect(factOf("unitValueDeviation", enough, dear)).toBe(12.14);
    expect(factOf("massPerPackageDeviation", enough, dear)).toBe(-12.14);
    const light = { items: [itemOf(1, { ...goods, netMassKg: 0, packageCount: 0 })] as const };
    expect(factOf("unitValueDeviation", enough, light)).toEqual({ missing: "notApplicable", reason: "the value or the net mass is 0" });
    expect(factOf("massPerPackageDeviation", enough, light)).toEqual({ missing: "notApplicable", reason: "the gross mass or the number of packages is 0" });
    const other = { items: [itemOf(1, { ...goods, hsCode: "01", customsValue: { amount: 10, currency: "EUR" } })] as const };
    expect(factOf("unitValueDeviation", enough, other)).toEqual({ missing: "absent", reason: "fewer than 30 declarations to compare with" });
  });

  it("call nobody linked where more than 100 parties share an address", () => {
    const address = "Level 7, Business Centre, Harbour Road";
    const at = { parties: importer("01", { address }) };
    const shared = (size: number) => historyOf(size, (index) => ({ parties: importer(`other${index}`, { address }) }));
    const history = shared(100);
    history.recordOutcome({ declarationId: "P7", finding: true, knownAt: "2026-11-02T00:00:00Z" });
    expect(factOf("linkedPartyFindings", history, at)).toBe(1);
    expect(factOf("partiesAtAddress", history, at)).toBe(100);
    expect(factOf("linkedPartyFindings", shared(101), at)).toEqual({ missing: "notApplicable", reason: "more than 100 parties share it" });
    expect(factOf("linkedPartyFindings", history)).toEqual({ missing: "absent" });
  });

  it("take the address of the receiver also where its name is nobody's", () => {
    const address = "12 Pho Hue, Ha Noi";
    const history = historyOf(4, (index) => ({ parties: { ...importer(`r${index}`, { address }), seller: { name: `s${index % 3}` } } }));
    expect(factOf("sendersToReceiver", history, { parties: { importer: { name: "?", address } } })).toBe(3);
    expect(factOf("sendersToReceiver", history, { parties: importer("r0") })).toBe(1);
    expect(factOf("sendersToReceiver", history, { parties: {} })).toEqual({ missing: "absent" });
  });
});
