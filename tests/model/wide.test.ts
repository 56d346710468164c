import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { isMasterConsignment } from "../../src/model/consignment.js";
import { indexConsignments, linkByTransportDocument } from "../../src/model/link-by-transport-document.js";
import { parseConsignment, parseConsignmentOrThrow, parseDeclaration, parseDeclarationOrThrow } from "../../src/model/parse.js";
import { subjectOf } from "../../src/model/subject.js";
import { declarationOf, itemOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

const WIDE = {
  id: "103000000002",
  firstDeclarationId: "103000000001",
  split: { number: 2, of: 3 },
  direction: "import",
  registeredAt: "2026-11-21T08:30:00+07:00",
  exitOffice: "02CI",
  procedure: { scheme: "vnaccs", code: "G13" },
  regime: "temporaryImport",
  goodsClassification: { scheme: "vnaccs", code: "A" },
  parties: {
    importer: {
      identifier: { scheme: "vn-tax", code: "0100109106" },
      otherIdentifiers: [{ scheme: "lei", code: "529900T8BM49AURSDO55" }],
      name: "Công ty Ví dụ",
      addressKind: "residential",
      establishedOn: "2026-01-02",
      registeredCapital: { amount: 1e9, currency: "VND" },
      employeeCount: 3,
      businessLines: ["28", "29"],
      officialRatings: [{ scheme: "vn-tt81-risk-class", code: "9" }],
    },
    representative: { name: "An agent" },
    sender: { name: "A sender" },
    addressee: { name: "An addressee" },
  },
  transport: {
    documents: [
      { level: "house", number: "HBL-1", kind: "billOfLading", negotiability: "order", issuedOn: "2026-11-01", masterNumber: "MBL 1" },
      { level: "master", number: "MBL 1", negotiability: "straight" },
    ],
    equipment: [
      {
        id: "CSQU3054383",
        seals: ["S1"],
        sizeType: "45R1",
        fullness: "full",
        ownership: "shipper",
        grossMassKg: 20_000,
        verifiedGrossMassKg: 20_010,
        tareMassKg: 2_000,
        sealEvents: [
          { at: "2026-11-01T00:00:00Z", kind: "affixed", seal: "S0", source: "shipper" },
          { at: "2026-11-02T00:00:00Z", kind: "removed", seal: "S0", source: "customs", reason: "inspection in transit" },
        ],
        events: [{ at: "2026-11-01T00:00:00Z", kind: "gateIn", location: "CNSHA" }],
      },
    ],
    itinerary: [
      {
        mode: { scheme: "un-rec19", code: "1" },
        meansId: "9074729",
        meansScheme: "imo",
        voyage: "12E",
        loadingLocation: "CNSHA",
        unloadingLocation: "SGSIN",
        departedAt: "2026-11-03T00:00:00Z",
        arrivedAt: "2026-11-08T00:00:00Z",
      },
      { loadingLocation: "SGSIN", unloadingLocation: "VNHPH", departedAt: "2026-11-08T00:00:00Z" },
    ],
    transitCountryCodes: ["SG"],
  },
  destinationCountryCode: "LA",
  documents: [],
  previousDocuments: [{ kind: "other", number: "T1" }],
  grossMassKg: 20_000,
  packageCount: 400,
  incoterm: "CIF",
  freightPayment: { terms: "collect", method: { scheme: "x", code: "cash" }, payer: { name: "Somebody else" } },
  amendments: [{ at: "2026-11-20T00:00:00Z", sequence: 1, fields: ["parties.consignee", "items[0].netMassKg"], reason: "typing error" }],
  hsEdition: "HS2022",
  items: [
    {
      lineNumber: 1,
      hsCode: "29163400",
      packageKind: "DR",
      marks: "N/M",
      equipmentIds: ["CSQU3054383"],
      invoicePrice: { amount: 10, currency: "USD" },
      statisticalValue: { amount: 11, currency: "USD" },
      preference: { scheme: "vnaccs", code: "B05" },
      casNumbers: ["103-82-2"],
      scientificName: "Pterocarpus santalinus",
      previousDocuments: [{ kind: "other", number: "T2" }],
    },
  ],
};

const HOUSE = {
  id: "C-1",
  kind: "express",
  transportDocument: { level: "house", number: "HBL 1", kind: "seaWaybill" },
  masterDocumentNumber: "MBL1",
  firstLodgedAt: "2026-11-18T00:00:00Z",
  lodgedAt: "2026-11-19T00:00:00Z",
  loadedAt: "2026-11-18T12:00:00Z",
  regime: "transit",
  parties: { consignee: { name: "Example" } },
  transport: { departureCountryCode: "CN" },
  destinationCountryCode: "LA",
  documents: [{ kind: "invoice", number: "1" }],
  grossMassKg: 11,
  packageCount: 2,
  incoterm: "DAP",
  value: { amount: 100, currency: "USD" },
  freight: { amount: 5, currency: "USD" },
  freightPayment: { terms: "prepaid" },
  amendments: [{ at: "2026-11-19T00:00:00Z", fields: ["grossMassKg"] }],
  hsEdition: "HS2022",
  items: [
    {
      lineNumber: 1,
      description: "Parts",
      netMassKg: 10,
      grossMassKg: 11,
      packageCount: 2,
      packageKind: "CT",
      marks: "N/M",
      value: { amount: 100, currency: "USD" },
      dangerousGoodsCode: "UN1090",
      casNumbers: ["67-64-1"],
    },
  ],
};

const MASTER = {
  id: "M-1",
  transportDocument: { level: "master", number: "MBL1" },
  lodgedAt: "2026-11-19T00:00:00Z",
  parties: { carrier: { name: "A line" }, masterConsignor: { name: "A forwarder" }, masterConsignee: { name: "Its agent" } },
  transport: {},
  items: [{ lineNumber: 1, description: "Said to contain parts" }],
};

describe("the wide declaration", () => {
  it("is read as it stands, in the same order, frozen", () => {
    const value = valueOf(parseDeclaration(WIDE));
    expect(JSON.stringify(value)).toBe(JSON.stringify(WIDE));
    expect(isDeepFrozen(value)).toBe(true);
  });

  it.each<[object, string, readonly (string | number)[], string]>([
    [{ split: { number: 3, of: 2 } }, "value.invalid", ["split"], "at most the number of parts"],
    [{ incoterm: "cif" }, "value.invalid", ["incoterm"], "an Incoterm of three capital letters"],
    [{ regime: "smuggling" }, "value.invalid", ["regime"], '"homeUse" or "transit"'],
    [{ hsEdition: "HS1996" }, "value.invalid", ["hsEdition"], '"HS2007"'],
    [{ amendments: [{ at: "2026-11-20T00:00:00Z", fields: ["a b"] }] }, "value.invalid", ["amendments", 0, "fields", 0], "a path of the model"],
    [{ parties: { masterConsignee: { name: "x" } } }, "value.unknownKey", ["parties", "masterConsignee"], "not known here"],
    [{ parties: { importer: { name: "x", businessLines: ["2"] } } }, "value.invalid", ["parties", "importer", "businessLines", 0], "an HS chapter"],
  ])("says what is wrong: %j", (change, code, path, message) => {
    expectOnly(issuesOf(parseDeclaration({ ...declarationOf(), ...change })), { code: code as never, path, message });
  });

  it("has no time that stands before an earlier one: legs, amendments, events of seals and containers", () => {
    const late = "2026-11-09T00:00:00Z";
    const early = "2026-11-08T23:59:59Z";
    const inverted = (transport: object, path: readonly (string | number)[]) =>
      expectOnly(issuesOf(parseDeclaration({ ...declarationOf(), transport })), {
        code: "time.inverted",
        path: ["transport", ...path],
        message: `a moment no earlier than ${late}`,
      });
    inverted({ itinerary: [{ departedAt: late, arrivedAt: early }] }, ["itinerary", 0, "arrivedAt"]);
    inverted({ itinerary: [{ arrivedAt: late }, {}, { departedAt: early }] }, ["itinerary", 2, "departedAt"]);
    const seal = (at: string): object => ({ at, kind: "checked", seal: "S", source: "terminal" });
    inverted({ equipment: [{ id: "X" }, { id: "Y", sealEvents: [seal(late), seal(early)] }] }, ["equipment", 1, "sealEvents", 1, "at"]);
    const event = (at: string): object => ({ at, kind: "loaded" });
    inverted({ equipment: [{ id: "X", events: [event(late), event(late), event(early)] }] }, ["equipment", 0, "events", 2, "at"]);
    const amendments = [late, early].map((at) => ({ at, fields: [] }));
    expectOnly(issuesOf(parseDeclaration({ ...declarationOf(), amendments })), {
      code: "time.inverted",
      path: ["amendments", 1, "at"],
      message: "no earlier than",
    });
  });
});

describe("the consignment", () => {
  it("is read as it stands at both levels", () => {
    const house = valueOf(parseConsignment(HOUSE));
    expect(house).toEqual(HOUSE);
    expect(isMasterConsignment(house)).toBe(false);
    const master = valueOf(parseConsignment(MASTER));
    expect(master).toEqual(MASTER);
    expect(isMasterConsignment(master)).toBe(true);
    expectOnly(issuesOf(parseConsignment({ ...HOUSE, firstLodgedAt: "2026-11-20T00:00:00Z" })), {
      code: "time.inverted",
      path: ["lodgedAt"],
      message: "no earlier than 2026-11-20T00:00:00Z",
    });
  });

  it("names carriers and forwarders on a master, the parties to the trade elsewhere, never the one for the other", () => {
    expectOnly(issuesOf(parseConsignment({ ...MASTER, parties: { consignee: { name: "x" } } })), {
      code: "value.unknownKey",
      path: ["parties", "consignee"],
      message: "not known here",
    });
    expectOnly(issuesOf(parseConsignment({ ...HOUSE, parties: { masterConsignee: { name: "x" } } })), {
      code: "value.unknownKey",
      path: ["parties", "masterConsignee"],
      message: "not known here",
    });
  });

  it("has one of three levels, whatever stands in its place", () => {
    const path = ["transportDocument", "level"];
    const issue = { code: "value.invalid" as const, path, message: '"master" or "house" or "simple"' };
    expectOnly(issuesOf(parseConsignment({ ...HOUSE, transportDocument: { level: "sub", number: "1" } })), issue);
    expect(issuesOf(parseConsignment({ ...HOUSE, transportDocument: null }))[0]?.path).toEqual(["transportDocument"]);
    expect(issuesOf(parseConsignment(7))[0]?.path).toEqual([]);
  });
});

describe("the view of what is scored", () => {
  it("is the declaration itself", () => {
    const declaration = declarationOf();
    expect(subjectOf(declaration)).toBe(declaration);
  });

  it("shows a house consignment by the names of a declaration, frozen", () => {
    const consignment = parseConsignmentOrThrow(HOUSE);
    const view = subjectOf(consignment);
    expect(isDeepFrozen(view)).toBe(true);
    expect(view).toMatchObject({
      id: "C-1",
      registeredAt: HOUSE.lodgedAt,
      parties: HOUSE.parties,
      invoiceTotal: HOUSE.value,
      transport: { departureCountryCode: "CN", documents: [HOUSE.transportDocument, { level: "master", number: "MBL1" }] },
      items: [{ customsValue: HOUSE.value, dangerousGoodsCode: "UN1090" }],
    });
    expect(view.items[0]).not.toHaveProperty("value");
    expect(view.consignment).toBe(consignment);
    expect(view).not.toHaveProperty("direction");
  });

  it("shows of a master consignment its carrier and forwarder alone", () => {
    expect(subjectOf(parseConsignmentOrThrow(MASTER)).parties).toEqual({ carrier: { name: "A line" } });
  });

  it("is what facts are extracted from, an HS code or none", () => {
    const options = { asOf: HOUSE.lodgedAt, catalogue: standardCatalogue };
    const facts = extractFactsOrThrow(parseConsignmentOrThrow(HOUSE), options);
    expect(facts.items[0]?.values).toMatchObject({ hsChapter: { missing: "absent" }, goodsDescription: "Parts" });
    expect(facts.header).toMatchObject({ departureCountry: "CN" });
    const values = Object.values(facts.items[0]?.values ?? {});
    expect(values.filter((fact) => JSON.stringify(fact).includes("failed"))).toEqual([]);
  });
});

describe("linking by transport document", () => {
  const declared = (id: string, ...documents: readonly object[]) => parseDeclarationOrThrow({ ...declarationOf(), id, transport: { documents } });
  const reported = (id: string, transportDocument: object, more: object = {}) =>
    parseConsignmentOrThrow({
      ...MASTER,
      parties: {},
      id,
      transportDocument,
      ...more,
    });
  const pairs = (declarations: readonly ReturnType<typeof declared>[], consignments: readonly ReturnType<typeof reported>[]) =>
    linkByTransportDocument(declarations, consignments).map(({ declaration, consignment }) => `${declaration.id}-${consignment.id}`);

  it("pairs many to many, whatever the spelling of the number, each pair once", () => {
    const consignments = [reported("1", { level: "house", number: "hbl 1" }), reported("2", { level: "simple", number: "HBL-2" })];
    const declarations = [
      declared("A", { level: "house", number: "HBL-1" }, { level: "house", number: "HBL/1" }, { level: "house", number: "hbl2" }),
      declared("B", { level: "simple", number: "HBL 1" }),
      declared("C"),
    ];
    expect(pairs(declarations, consignments)).toEqual(["A-1", "A-2", "B-1"]);
  });

  it("takes no document for one of another level, kind or master", () => {
    const house = { level: "house", number: "1" };
    expect(pairs([declared("A", house)], [reported("1", { level: "master", number: "1" })])).toEqual([]);
    expect(pairs([declared("A", { ...house, kind: "airWaybill" })], [reported("1", { ...house, kind: "billOfLading" })])).toEqual([]);
    expect(pairs([declared("A", { ...house, kind: "seaWaybill" })], [reported("1", { ...house, kind: "billOfLading" })])).toEqual(["A-1"]);
    expect(pairs([declared("A", { ...house, kind: "other" })], [reported("1", { ...house, kind: "postalItem" })])).toEqual(["A-1"]);
    const under = (masterDocumentNumber: string) => reported("1", house, { masterDocumentNumber });
    expect(pairs([declared("A", { ...house, masterNumber: "M-1" })], [under("M1")])).toEqual(["A-1"]);
    expect(pairs([declared("A", { ...house, masterNumber: "M-1" })], [under("M2")])).toEqual([]);
    expect(pairs([declared("A", { ...house, masterNumber: "M-1" })], [reported("1", { ...house, masterNumber: "M-3" })])).toEqual([]);
  });

  it("takes a number without a letter or digit for none", () => {
    expect(pairs([declared("A", { level: "house", number: "--" })], [reported("1", { level: "house", number: "/" })])).toEqual([]);
  });

  it("gives an index that is asked again and again", () => {
    const index = indexConsignments([reported("1", { level: "house", number: "1" })]);
    const declaration = declared("A", { level: "house", number: "1" });
    expect(index.linksOf(declaration)).toEqual(index.linksOf(declaration));
    expect(index.linksOf(declaration)[0]?.document.number).toBe("1");
  });

  it("reaches indicators through the options of facts", () => {
    const consignments = [parseConsignmentOrThrow(HOUSE)];
    const options = { asOf: "2026-11-21T08:30:00+07:00", catalogue: standardCatalogue };
    const declaration = declarationOf({ items: [itemOf(1)] });
    expect(extractFactsOrThrow(declaration, { ...options, consignments }).header.isUnmanifested).toBe(false);
    expect(extractFactsOrThrow(declaration, { ...options, consignments: [] }).header.isUnmanifested).toBe(true);
    expect(extractFactsOrThrow(declaration, options).header.isUnmanifested).toEqual({ missing: "absent" });
  });
});
