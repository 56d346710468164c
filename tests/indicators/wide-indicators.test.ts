import { describe, expect, it } from "vitest";
import { createHistory } from "../../src/history/create-history.js";
import { eventOf } from "../../src/history/event-of.js";
import type { Fact } from "../../src/indicators/fact.js";
import type { Consignment } from "../../src/model/consignment.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { TransportEquipment } from "../../src/model/equipment.js";
import type { GoodsItem } from "../../src/model/goods-item.js";
import { parseConsignmentOrThrow, parseDeclarationOrThrow } from "../../src/model/parse.js";
import type { Party } from "../../src/model/party.js";
import type { Transport } from "../../src/model/transport.js";
import { AS_OF, declarationOf, itemOf } from "../support/documents.js";
import { ABSENT, factOf, itemFactOf, NOT_APPLICABLE, readFact } from "./read-fact.js";

const usd = (amount: number) => ({ amount, currency: "USD" });
const receiver = (change: Partial<Party>): Partial<Declaration> => ({ parties: { importer: { name: "Receiver", ...change } } });
const carriedBy = (transport: Transport): Partial<Declaration> => ({ transport });
const unitsOf = (...equipment: readonly Partial<TransportEquipment>[]): Partial<Declaration> =>
  carriedBy({ equipment: equipment.map((unit, index) => ({ id: `UNIT${index}`, ...unit })) });

function consignmentOf(change: object = {}): Consignment {
  return parseConsignmentOrThrow({
    id: "C-1",
    transportDocument: { level: "house", number: "HBL-1" },
    lodgedAt: "2026-11-18T00:00:00Z",
    parties: {},
    transport: {},
    items: [{ lineNumber: 1, description: "goods" }],
    ...change,
  });
}

type Row = readonly [indicator: string, says: string, change: Partial<Declaration>, value: Fact | object];

const PARTIES: readonly Row[] = [
  ["receiverAgeDays", "young", receiver({ establishedOn: "2026-11-01" }), 20],
  ["receiverAgeDays", "not stated", receiver({}), ABSENT],
  ["valueToCapital", "twice the capital", { ...receiver({ registeredCapital: usd(50) }), items: [itemOf(1, { customsValue: usd(100) })] }, 2],
  ["valueToCapital", "by the invoice", { ...receiver({ registeredCapital: usd(50) }), invoiceTotal: usd(25) }, 0.5],
  [
    "valueToCapital",
    "no capital",
    { ...receiver({ registeredCapital: usd(0) }), invoiceTotal: usd(25) },
    { ...NOT_APPLICABLE, reason: "the registered capital is 0" },
  ],
  ["valueToCapital", "another currency", { ...receiver({ registeredCapital: { amount: 1, currency: "VND" } }), invoiceTotal: usd(25) }, ABSENT],
  ["massPerEmployee", "of the whole", { ...receiver({ employeeCount: 4 }), grossMassKg: 1_000 }, 250],
  ["massPerEmployee", "of the items", { ...receiver({ employeeCount: 4 }), items: [itemOf(1, { grossMassKg: 0.1 }), itemOf(2, { grossMassKg: 0.7 })] }, 0.2],
  ["massPerEmployee", "an item without mass", { ...receiver({ employeeCount: 4 }), items: [itemOf(1, { grossMassKg: 1 }), itemOf(2)] }, ABSENT],
  ["residentialReceiver", "a home", receiver({ addressKind: "residential" }), true],
  ["residentialReceiver", "an office", receiver({ addressKind: "business" }), false],
  ["residentialReceiver", "not stated", receiver({}), ABSENT],
  ["phoneCountryDiffers", "another country", receiver({ phone: "+86 10 1234 5678", countryCode: "VN" }), true],
  ["phoneCountryDiffers", "its own", receiver({ phone: "0084 901 234 567", countryCode: "VN" }), false],
  ["phoneCountryDiffers", "one of several that share a code", receiver({ phone: "+7 701 1234567", countryCode: "KZ" }), false],
  ["phoneCountryDiffers", "a national form", receiver({ phone: "0901 234 567", countryCode: "VN" }), ABSENT],
  ["phoneCountryDiffers", "an unknown code", receiver({ phone: "+999 1234567", countryCode: "VN" }), ABSENT],
  ["phoneCountryDiffers", "no country", receiver({ phone: "+86 10 1234 5678" }), ABSENT],
  ["addressGaps", "nobody named", {}, ["noReceiver", "noSender"]],
  ["addressGaps", "no address", { parties: { importer: { name: "a" }, sender: { name: "b", address: "12 High Street, Leeds" } } }, ["noAddress"]],
  [
    "addressGaps",
    "a post box and care of",
    { parties: { addressee: { name: "a", address: "c/o Smith, P.O. Box 7, Hue" }, sender: { name: "b", address: "Hue" } } },
    ["careOf", "incomplete", "poBox"],
  ],
  [
    "addressGaps",
    "whole",
    { parties: { importer: { name: "a", address: "12 Phố Huế, Hà Nội" }, seller: { name: "b", address: "Lot 3 Road 7 Shenzhen" } } },
    [],
  ],
  ["forwarderTrades", "both by name", { parties: { consignor: { name: "Acme Logistics" }, consignee: { name: "Công ty Giao nhận Sao Việt" } } }, true],
  ["forwarderTrades", "one of the two", { parties: { consignor: { name: "Acme Logistics" }, consignee: { name: "Acme Foods" } } }, false],
  [
    "forwarderTrades",
    "by role",
    { parties: { consignor: { name: "A" }, consignee: { name: "B" }, freightForwarder: { name: "a" }, carrier: { name: "b" } } },
    true,
  ],
  ["forwarderTrades", "a name of no words", { parties: { consignor: { name: "?" }, consignee: { identifier: { scheme: "x", code: "1" } } } }, false],
  ["forwarderTrades", "one named", { parties: { consignor: { name: "Acme Logistics" } } }, NOT_APPLICABLE],
  ["forwarderTrades", "nobody named", {}, NOT_APPLICABLE],
  ["receiverRatings", "official ones", receiver({ officialRatings: [{ scheme: "vn-tt81-compliance-level", code: "5" }] }), ["vn-tt81-compliance-level:5"]],
  ["receiverRatings", "none", receiver({}), ABSENT],
  ["orderBill", "to order", carriedBy({ documents: [{ level: "house", number: "1", negotiability: "order" }] }), true],
  ["orderBill", "straight", carriedBy({ documents: [{ level: "house", number: "1", negotiability: "straight" }] }), false],
  ["orderBill", "a master bill alone", carriedBy({ documents: [{ level: "master", number: "1", negotiability: "order" }] }), ABSENT],
  ["orderBill", "no document", {}, ABSENT],
];

const ECONOMICS: readonly Row[] = [
  ["freightToValue", "more than the goods", { freight: usd(30), invoiceTotal: usd(20) }, 1.5],
  ["freightToValue", "beyond all measure", { freight: usd(9e12), invoiceTotal: usd(0.001) }, 1e9],
  ["freightToValue", "no freight", { invoiceTotal: usd(20) }, ABSENT],
  ["freightToValue", "goods of no value", { freight: usd(30), invoiceTotal: usd(0) }, { ...NOT_APPLICABLE, reason: "the value is 0" }],
  ["freightPaidByThirdParty", "a stranger", { ...receiver({}), freightPayment: { terms: "prepaid", payer: { name: "Stranger" } } }, true],
  ["freightPaidByThirdParty", "a party", { ...receiver({}), freightPayment: { terms: "prepaid", payer: { name: "RECEIVER" } } }, false],
  [
    "freightPaidByThirdParty",
    "a party by its identifier",
    {
      ...receiver({ identifier: { scheme: "tax", code: "1" } }),
      freightPayment: { terms: "prepaid", payer: { name: "other", identifier: { scheme: "tax", code: "1" } } },
    },
    false,
  ],
  [
    "freightPaidByThirdParty",
    "another identifier",
    {
      ...receiver({ identifier: { scheme: "tax", code: "1" } }),
      freightPayment: { terms: "prepaid", payer: { name: "Receiver", identifier: { scheme: "tax", code: "2" } } },
    },
    true,
  ],
  ["freightPaidByThirdParty", "a name of no words", { ...receiver({ name: "?" }), freightPayment: { terms: "prepaid", payer: { name: "!" } } }, true],
  ["freightPaidByThirdParty", "nobody named", { freightPayment: { terms: "prepaid" } }, ABSENT],
  ["freightPaymentMethod", "cash", { freightPayment: { terms: "prepaid", method: { scheme: "unece-4461", code: "10" } } }, "unece-4461:10"],
  ["freightPaymentMethod", "not stated", {}, ABSENT],
  ["massPerTeu", "light", { ...unitsOf({ sizeType: "45R1" }), grossMassKg: 400 }, 200],
  ["massPerTeu", "two sizes", { ...unitsOf({ sizeType: "22G1" }, { sizeType: "L5G1" }), grossMassKg: 3_250 }, 1_000],
  ["massPerTeu", "no size", { ...unitsOf({}), grossMassKg: 400 }, ABSENT],
  ["massPerTeu", "no mass", unitsOf({ sizeType: "22G1" }), ABSENT],
  ["massPerTeu", "no container", { grossMassKg: 400 }, NOT_APPLICABLE],
  ["massDiscrepancy", "header and items", { grossMassKg: 1_000, items: [itemOf(1, { grossMassKg: 900 })] }, 0.1],
  ["massDiscrepancy", "verified mass less tare", { grossMassKg: 1_000, ...unitsOf({ verifiedGrossMassKg: 4_250, tareMassKg: 2_250 }) }, 0.5],
  ["massDiscrepancy", "one mass", { grossMassKg: 1_000, ...unitsOf({ verifiedGrossMassKg: 4_250 }) }, ABSENT],
  ["massDiscrepancy", "nothing but zeros", { grossMassKg: 0, items: [itemOf(1, { grossMassKg: 0 })] }, { ...NOT_APPLICABLE, reason: "every mass is 0" }],
];

const leg = (from: string, to: string, departedAt?: string) => ({
  loadingLocation: from,
  unloadingLocation: to,
  ...(departedAt === undefined ? {} : { departedAt }),
});
const JOURNEY = {
  itinerary: [leg("CNSHA", "SGSIN", "2026-11-10T00:00:00Z"), { ...leg("SGSIN", "CNYTN"), arrivedAt: "2026-11-22T00:00:00Z" }, leg("CNYTN", "VNHPH")],
};

const ROUTE: readonly Row[] = [
  ["countriesRevisited", "back to a country", carriedBy(JOURNEY), 1],
  ["countriesRevisited", "a straight way", carriedBy({ itinerary: [leg("CNSHA", "CNYTN"), leg("CNYTN", "VNHPH")] }), 0],
  ["countriesRevisited", "as declared", carriedBy({ departureCountryCode: "CN", transitCountryCodes: ["LA", "CN"], unloadingLocation: "VNHPH" }), 1],
  ["countriesRevisited", "one place", carriedBy({ loadingLocation: "CNSHA" }), ABSENT],
  ["transhipmentCount", "twice", carriedBy(JOURNEY), 2],
  ["transhipmentCount", "direct", carriedBy({ itinerary: [leg("CNSHA", "VNHPH")] }), 0],
  ["transhipmentCount", "not stated", {}, ABSENT],
  [
    "routeCountries",
    "all of them",
    { transport: { ...JOURNEY, transitCountryCodes: ["MY"] }, destinationCountryCode: "LA", items: [itemOf(1, { originCountryCode: "KP" }), itemOf(2)] },
    ["CN", "KP", "LA", "MY", "SG", "VN"],
  ],
  ["routeCountries", "none", {}, []],
  ["goesToThirdCountry", "in transit", { regime: "transit" }, true],
  ["goesToThirdCountry", "by direction", { direction: "transit" }, true],
  ["goesToThirdCountry", "bound elsewhere", { destinationCountryCode: "LA" }, true],
  ["goesToThirdCountry", "for home use", { regime: "homeUse" }, false],
  ["goesToThirdCountry", "not stated", {}, ABSENT],
  ["hoursBeforeArrival", "a day", { registeredAt: "2026-11-20T00:00:00Z", ...carriedBy({ arrivalAt: "2026-11-21T00:00:00Z" }) }, 24],
  ["hoursBeforeArrival", "after it", { registeredAt: "2026-11-20T00:00:00Z", ...carriedBy({ arrivalAt: "2026-11-19T21:00:00Z" }) }, -3],
  ["hoursBeforeArrival", "of the last leg", { registeredAt: "2026-11-20T00:00:00Z", ...carriedBy({ itinerary: [{ arrivedAt: "2026-11-20T12:00:00Z" }] }) }, 12],
  ["hoursBeforeArrival", "not stated", carriedBy({ itinerary: [leg("CNSHA", "VNHPH")] }), ABSENT],
  ["hoursBeforeLoading", "after the first departure", { registeredAt: "2026-11-10T06:00:00Z", ...carriedBy(JOURNEY) }, -6],
  [
    "hoursBeforeLoading",
    "by the first loading of a container",
    { registeredAt: "2026-11-10T06:00:00Z", ...unitsOf({ events: [{ at: "2026-11-11T06:00:00Z", kind: "loaded" }] }, {}) },
    24,
  ],
  ["hoursBeforeLoading", "not stated", {}, ABSENT],
  ["arrivalOutOfHours", "at night", carriedBy({ arrivalAt: "2026-11-20T23:00:00+07:00" }), true],
  ["arrivalOutOfHours", "on a Sunday", carriedBy({ arrivalAt: "2026-11-22T12:00:00+07:00" }), true],
  ["arrivalOutOfHours", "early", carriedBy({ arrivalAt: "2026-11-20T05:59:00+07:00" }), true],
  ["arrivalOutOfHours", "in the morning", carriedBy({ arrivalAt: "2026-11-20T06:00:00+07:00" }), false],
  ["arrivalOutOfHours", "not stated", {}, ABSENT],
];

const seal = (at: string, kind: "affixed" | "removed" | "missing", source: "carrier" | "customs" = "carrier") => ({ at, kind, seal: "S1", source });
const LOADED = { at: "2026-11-02T00:00:00Z", kind: "loaded" } as const;
const GATE_IN = { at: "2026-10-28T00:00:00Z", kind: "gateIn" } as const;

const EQUIPMENT: readonly Row[] = [
  ["sealProblems", "none on a full one", unitsOf({ fullness: "full" }), ["none"]],
  ["sealProblems", "none on an empty one", unitsOf({ fullness: "empty" }), []],
  ["sealProblems", "put on by an event", unitsOf({ sealEvents: [seal("2026-11-01T00:00:00Z", "affixed")], events: [LOADED] }), []],
  ["sealProblems", "reported missing", unitsOf({ seals: ["S1"], sealEvents: [seal("2026-11-01T00:00:00Z", "missing")] }), ["missing"]],
  ["sealProblems", "no figure", unitsOf({ seals: ["SEALED"] }), ["noFigure"]],
  [
    "sealProblems",
    "changed after the loading",
    unitsOf({ seals: ["S1"], events: [LOADED], sealEvents: [seal("2026-11-03T00:00:00Z", "removed")] }),
    ["changedAfterLoading"],
  ],
  ["sealProblems", "changed by customs", unitsOf({ seals: ["S1"], events: [LOADED], sealEvents: [seal("2026-11-03T00:00:00Z", "removed", "customs")] }), []],
  ["sealProblems", "changed at the loading", unitsOf({ seals: ["S1"], events: [LOADED], sealEvents: [seal("2026-11-02T00:00:00Z", "affixed")] }), []],
  ["sealProblems", "no equipment", {}, NOT_APPLICABLE],
  [
    "ripOnTraits",
    "a reefer of fruit, transhipped after a long wait",
    {
      transport: { equipment: [{ id: "A", sizeType: "45R1", events: [GATE_IN, LOADED] }], itinerary: JOURNEY.itinerary },
      items: [itemOf(1, { hsCode: "08039010" })],
    },
    ["longDwell", "perishable", "refrigerated", "transhipped"],
  ],
  ["ripOnTraits", "a dry container of machines", { ...unitsOf({ sizeType: "45G1" }), items: [itemOf(1, { hsCode: "8479" })] }, []],
  ["ripOnTraits", "no equipment", { items: [itemOf(1, { hsCode: "0803" })] }, NOT_APPLICABLE],
  ["hoursToLoading", "the longest", unitsOf({ events: [GATE_IN, LOADED] }, { events: [{ ...GATE_IN, at: "2026-11-01T00:00:00Z" }, LOADED] }), 120],
  ["hoursToLoading", "from the empty release", unitsOf({ events: [{ at: "2026-11-01T12:00:00Z", kind: "emptyReleased" }, LOADED] }), 12],
  ["hoursToLoading", "one of the two", unitsOf({ events: [LOADED] }, { events: [GATE_IN] }), ABSENT],
  ["hoursToLoading", "no equipment", {}, ABSENT],
  [
    "equipmentFlags",
    "the shipper's own, and heavy though empty",
    unitsOf({ ownership: "shipper", fullness: "empty", verifiedGrossMassKg: 2_500, tareMassKg: 2_200 }),
    ["emptyButHeavy", "shipperOwned"],
  ],
  ["equipmentFlags", "within the tolerance", unitsOf({ ownership: "carrier", fullness: "empty", grossMassKg: 2_310, tareMassKg: 2_200 }), []],
  ["equipmentFlags", "no tare, or no mass", unitsOf({ fullness: "empty", grossMassKg: 9_000 }, { fullness: "empty", tareMassKg: 2_200 }), []],
  ["equipmentFlags", "no equipment", {}, NOT_APPLICABLE],
  [
    "trackingNumberCount",
    "a second one",
    carriedBy({
      documents: [
        { level: "simple", kind: "postalItem", number: "EB000717618HK" },
        { level: "simple", kind: "expressWaybill", number: "VN 9" },
      ],
    }),
    2,
  ],
  [
    "trackingNumberCount",
    "the same again",
    carriedBy({
      documents: [
        { level: "simple", kind: "postalItem", number: "EB000717618HK" },
        { level: "simple", kind: "postalItem", number: "eb 000717618 hk" },
      ],
    }),
    1,
  ],
  ["trackingNumberCount", "a bill of lading", carriedBy({ documents: [{ level: "simple", kind: "billOfLading", number: "1" }] }), NOT_APPLICABLE],
  ["trackingNumberCount", "no document", {}, NOT_APPLICABLE],
];

describe("indicators of the wide model", () => {
  it.each([...PARTIES, ...ECONOMICS, ...ROUTE, ...EQUIPMENT])("%s: %s", (indicator, _, change, value) => {
    expect(() => parseDeclarationOrThrow(declarationOf(change))).not.toThrow();
    expect(factOf(change, indicator)).toEqual(value);
  });

  it("tell goods outside of the lines of business", () => {
    expect(itemFactOf({ hsCode: "290531" }, "outsideBusinessLines", receiver({ businessLines: ["61", "62"] }))).toBe(true);
    expect(itemFactOf({ hsCode: "610910" }, "outsideBusinessLines", receiver({ businessLines: ["61", "62"] }))).toBe(false);
    expect(itemFactOf({ hsCode: "610910" }, "outsideBusinessLines", receiver({ businessLines: [] }))).toEqual(ABSENT);
    expect(itemFactOf({ hsCode: "610910" }, "outsideBusinessLines")).toEqual(ABSENT);
  });

  it("spread the freight by mass, whatever other items there are", () => {
    const burden = (change: Partial<GoodsItem>, declaration: Partial<Declaration> = {}) =>
      itemFactOf({ grossMassKg: 20, customsValue: usd(10), ...change }, "itemFreightToValue", { freight: usd(90), grossMassKg: 30, ...declaration });
    expect(burden({})).toBe(6);
    expect(burden({ customsValue: usd(0) })).toEqual({ ...NOT_APPLICABLE, reason: "the value is 0" });
    expect(burden({}, { grossMassKg: 0 })).toEqual({ ...NOT_APPLICABLE, reason: "the gross mass of the whole is 0" });
    expect(itemFactOf({ grossMassKg: 20, customsValue: usd(10) }, "itemFreightToValue", { grossMassKg: 30 })).toEqual(ABSENT);
    expect(itemFactOf({ netMassKg: 20, customsValue: usd(10) }, "itemFreightToValue", { freight: usd(90), grossMassKg: 30 })).toBe(6);
    expect(itemFactOf({}, "itemFreightToValue", { freight: usd(9), grossMassKg: 30 })).toEqual(ABSENT);
    expect(itemFactOf({ grossMassKg: 20 }, "itemFreightToValue", { freight: usd(9) })).toEqual(ABSENT);
  });

  it("count who was notified before", () => {
    const change = (name: string): Partial<Declaration> => ({ parties: { notifyParty: { name } } });
    const history = createHistory();
    for (const id of ["P1", "P2"]) history.observe(eventOf(declarationOf({ id, registeredAt: "2026-11-01T00:00:00Z", ...change("Bank A") })));
    expect(factOf(change("BANK A"), "notifyPartyPriorDeclarations", { history })).toBe(2);
    expect(factOf(change("Bank B"), "notifyPartyPriorDeclarations", { history })).toBe(0);
    expect(factOf({}, "notifyPartyPriorDeclarations", { history })).toEqual(ABSENT);
  });

  it("count amendments that come late", () => {
    const amended = (at: string, ...fields: readonly string[]) => ({ amendments: [{ at, fields }] });
    const arrival = carriedBy({ arrivalAt: "2026-11-15T00:00:00Z" });
    expect(factOf({ ...amended("2026-11-12T00:00:00Z", "parties.consignee"), transport: JOURNEY }, "lateAmendments")).toBe(1);
    expect(factOf({ ...amended("2026-11-09T00:00:00Z", "parties.consignee"), transport: JOURNEY }, "lateAmendments")).toBe(0);
    expect(factOf({ ...amended("2026-11-16T00:00:00Z", "transport.itinerary[1].unloadingLocation"), ...arrival }, "lateAmendments")).toBe(1);
    expect(factOf({ ...amended("2026-11-16T00:00:00Z", "parties.notifyParty.name"), ...arrival }, "lateAmendments")).toBe(1);
    expect(factOf({ ...amended("2026-11-16T00:00:00Z", "items[0].grossMassKg"), ...arrival }, "lateAmendments")).toBe(0);
    expect(factOf(amended("2026-11-16T00:00:00Z", "parties.consignee"), "lateAmendments")).toEqual(ABSENT);
    expect(factOf({}, "lateAmendments")).toBe(0);
    const manifest = consignmentOf({ amendments: [{ at: "2026-11-16T00:00:00Z", fields: ["destinationCountryCode"] }] });
    expect(factOf(arrival, "lateAmendments", { consignments: [manifest] })).toBe(1);
  });
});

const MANIFEST = {
  parties: { consignor: { name: "Ocean Fruit Export" }, consignee: { name: "Công ty Đại Dương" } },
  grossMassKg: 1_000,
  packageCount: 10,
  transport: { loadingLocation: "CNSHA", equipment: [{ id: "CSQU3054383", seals: ["S 1"] }] },
  items: [{ lineNumber: 1, description: "fruit", hsCode: "080390" }],
};

describe("indicators of a declaration beside the manifest", () => {
  const consignments = [consignmentOf(MANIFEST)];
  const alike: Partial<Declaration> = {
    parties: { exporter: { name: "OCEAN FRUIT" }, importer: { name: "Dai Duong JSC" } },
    grossMassKg: 1_040,
    packageCount: 10,
    transport: { loadingLocation: "CNSHA", equipment: [{ id: "csqu 305438-3", seals: ["s-1"] }] },
    items: [itemOf(1, { hsCode: "08039010" })],
  };
  const mismatches = (change: Partial<Declaration>) => factOf({ ...alike, ...change }, "manifestMismatches", { consignments });

  it("tell what is stated otherwise", () => {
    expect(mismatches({})).toEqual([]);
    expect(mismatches({ parties: { exporter: { name: "Other" }, importer: { name: "Someone" } } })).toEqual(["receiver", "shipper"]);
    expect(mismatches({ grossMassKg: 1_060, packageCount: 11 })).toEqual(["grossMass", "packages"]);
    expect(mismatches({ items: [itemOf(1, { hsCode: "293293" })] })).toEqual(["goods"]);
    expect(mismatches({ transport: { loadingLocation: "SGSIN", equipment: [{ id: "TASU1170000" }] } })).toEqual(["containers", "loading"]);
    expect(mismatches({ parties: {}, transport: {}, items: [itemOf(1, { hsCode: "08" })] })).toEqual([]);
  });

  it("compare with nothing where the manifest says nothing", () => {
    expect(factOf(alike, "manifestMismatches", { consignments: [consignmentOf()] })).toEqual([]);
    expect(factOf(alike, "manifestMismatches", { consignments: [] })).toEqual({ ...NOT_APPLICABLE, reason: "the manifest has nothing for it" });
    expect(factOf(alike, "manifestMismatches")).toEqual(ABSENT);
    expect([factOf(alike, "isUnmanifested", { consignments }), factOf(alike, "isUnmanifested", { consignments: [] }), factOf(alike, "isUnmanifested")]).toEqual(
      [false, true, ABSENT],
    );
  });

  it("compare seals and masses too", () => {
    expect(factOf(alike, "sealProblems", { consignments })).toEqual([]);
    const other = { transport: { equipment: [{ id: "CSQU3054383", seals: ["S2"] }] } };
    expect(factOf(other, "sealProblems", { consignments })).toEqual(["differs"]);
    expect(factOf({ grossMassKg: 800 }, "massDiscrepancy", { consignments })).toBe(0.2);
    expect(factOf({ grossMassKg: 800 }, "massDiscrepancy", { consignments: [consignmentOf()] })).toEqual(ABSENT);
  });
});

describe("indicators of a consignment by itself", () => {
  it("read what the carrier reports", () => {
    const one = consignmentOf({ ...MANIFEST, firstLodgedAt: "2026-11-10T00:00:00Z", loadedAt: "2026-11-11T00:00:00Z", value: usd(20), freight: usd(30) });
    expect(readFact(one, "hoursBeforeLoading")).toBe(24);
    expect(readFact(one, "freightToValue")).toBe(1.5);
    expect(readFact(one, "forwarderTrades")).toBe(false);
    expect(readFact(consignmentOf({ items: [{ lineNumber: 1, description: "piperonal" }] }), "precursorTables")).toEqual(["I"]);
    expect(readFact(consignmentOf(), "hsCodeExists")).toEqual(ABSENT);
    expect(readFact(consignmentOf(), "precursorUnderOtherCode")).toEqual(NOT_APPLICABLE);
  });

  it("never look for forwarders in a master consignment", () => {
    const parties = { masterConsignor: { name: "Acme Logistics" }, masterConsignee: { name: "Acme Logistics" } };
    expect(readFact(consignmentOf({ transportDocument: { level: "master", number: "M" }, parties }), "forwarderTrades")).toEqual(NOT_APPLICABLE);
  });

  it("are assessed at a moment, as everything is", () => {
    expect(readFact(consignmentOf({ parties: { consignee: { name: "x", establishedOn: "2026-11-20" } } }), "receiverAgeDays", { asOf: AS_OF })).toBe(1);
  });
});
