import { describe, expect, it } from "vitest";
import { createAlertIndex } from "../../../src/intelligence/matching/alert-index.js";
import type { Matchable } from "../../../src/intelligence/matching/matchable.js";
import { AT, makeAlert, makeDeclaration, makeViewer, matchesOf, USE } from "../support.js";

const COMPANY = [{ type: "company", names: ["Công ty TNHH Đại Phát Logistics"] }];

function found(subjects: readonly object[], fields: object, more: object = {}): readonly string[] {
  return matchesOf(subjects, fields, more).map(({ path, basis, lineNumber }) => `${basis} ${path}${lineNumber === undefined ? "" : ` line ${lineNumber}`}`);
}

describe("what an alert finds by exact values", () => {
  it.each([
    [
      "a party's identifier, separators and case aside",
      { type: "company", identifiers: [{ scheme: "VN-MST", code: "0301-234-567" }] },
      { parties: { importer: { identifier: { scheme: "vn-mst", code: "0301234567" } } } },
      "identifier parties.importer.identifier",
    ],
    [
      "the branch of a taxpayer",
      { type: "company", identifiers: [{ scheme: "vn-mst", code: "0301234567" }] },
      { parties: { declarant: { identifier: { scheme: "vn-mst", code: "0301234567-001" } } } },
      "identifier parties.declarant.identifier",
    ],
    [
      "a telephone in another form",
      { type: "phone", values: ["0084 24 39412022"] },
      { parties: { seller: { name: "x", phone: "+84 (0)24-3941-2022" } } },
      "identifier parties.seller.phone",
    ],
    [
      "an e-mail address with a tag",
      { type: "email", values: ["Sales@Example.com"] },
      { parties: { seller: { name: "x", email: "sales+vn@example.com" } } },
      "identifier parties.seller.email",
    ],
    [
      "a container",
      { type: "container", values: ["CSQU 305438-3"] },
      { transport: { equipment: [{ id: "CSQU3054383" }] } },
      "identifier transport.equipment[0].id",
    ],
    [
      "a seal",
      { type: "seal", values: ["SEAL 77"] },
      { transport: { equipment: [{ id: "X", seals: ["A", "seal77"] }] } },
      "identifier transport.equipment[0].seals[1]",
    ],
    [
      "a transport document",
      { type: "document", values: ["176-12345675"] },
      { transport: { documents: [{ level: "house", number: "17612345675" }] } },
      "identifier transport.documents[0].number",
    ],
    ["a supporting document", { type: "document", values: ["INV/7"] }, { documents: [{ kind: "invoice", number: "inv 7" }] }, "identifier documents[0].number"],
    [
      "a vessel by its number",
      { type: "vessel", identifiers: [{ scheme: "IMO", code: "9074729" }] },
      { transport: { meansId: "9074729" } },
      "identifier transport.meansId",
    ],
    ["an HS code by its beginning", { type: "hs", prefixes: ["2933"] }, {}, "pattern items[0].hsCode line 1"],
    [
      "a CAS number in the description",
      { type: "substance", casNumbers: ["4433-79-8"] },
      { items: [{ lineNumber: 3, hsCode: "293339", description: "powder, CAS 4433-79-8" }] },
      "pattern items[0].description line 3",
    ],
    [
      "a substance by a whole word",
      { type: "substance", names: ["Red Phosphorus"] },
      { items: [{ lineNumber: 1, hsCode: "280470", description: "red-phosphorus, 25 kg" }] },
      "pattern items[0].description line 1",
    ],
  ] as const)("%s", (_, subject, fields, expected) => {
    expect(found([subject], fields)).toEqual([expected]);
  });

  it.each([
    [
      "another scheme",
      { type: "company", identifiers: [{ scheme: "kr-brn", code: "0301234567" }] },
      { parties: { importer: { identifier: { scheme: "vn-mst", code: "0301234567" } } } },
    ],
    ["a telephone of few digits", { type: "phone", values: ["113"] }, { parties: { seller: { name: "x", phone: "113" } } }],
    ["a number that only stands in another role", { type: "seal", values: ["CSQU3054383"] }, { transport: { equipment: [{ id: "CSQU3054383" }] } }],
    ["a part of a word", { type: "substance", names: ["phos"] }, { items: [{ lineNumber: 1, hsCode: "280470", description: "red phosphorus" }] }],
    [
      "a phrase whose first word alone stands there",
      { type: "substance", names: ["red phosphorus"] },
      { items: [{ lineNumber: 1, hsCode: "280470", description: "red paint" }] },
    ],
    ["a name without words", { type: "substance", names: ["--"] }, { items: [{ lineNumber: 1, hsCode: "280470", description: "--" }] }],
    [
      "a way of hiding goods, which is for people to read",
      { type: "concealmentMethod", description: "red paint" },
      { items: [{ lineNumber: 1, hsCode: "280470", description: "red paint" }] },
    ],
    ["an HS code of another chapter", { type: "hs", prefixes: ["30"] }, {}],
  ] as const)("but not %s", (_, subject, fields) => {
    expect(found([subject], fields)).toEqual([]);
  });
});

describe("what only the view of a consignment states", () => {
  const matchable: Matchable = {
    id: "C-1",
    parties: { importer: { otherIdentifiers: [{ scheme: "lei", code: "5493001KJTIIGC8Y1R12" }] } },
    transport: {
      meansId: "FIRST STAR",
      itinerary: [{ meansId: "FIRST STAR" }, { meansId: "SECOND MOON", loadingLocation: "SGSIN", unloadingLocation: "VNCLN" }],
    },
    documents: [],
    items: [{ lineNumber: 1, casNumbers: ["103-63-9"] }],
  };

  it.each([
    [{ type: "company", identifiers: [{ scheme: "LEI", code: "5493001KJTIIGC8Y1R12" }] }, "parties.importer.otherIdentifiers[0]"],
    [{ type: "vessel", names: ["Second Moon"] }, "transport.itinerary[1].meansId"],
    [{ type: "vehicle", identifiers: [{ scheme: "plate", code: "second-moon" }] }, "transport.itinerary[1].meansId"],
    [{ type: "route", loadingLocation: "SGSIN", unloadingLocation: "VN" }, "transport"],
    [{ type: "substance", casNumbers: ["103-63-9"] }, "items[0].casNumbers"],
  ] as const)("%j", (subject, path) => {
    const index = createAlertIndex([makeAlert({ subjects: [subject] })], USE);
    expect(index.matches(matchable, AT).map((match) => match.path)).toEqual([path]);
  });
});

describe("what an alert finds by likeness", () => {
  it("is a name in another spelling, order and company form, with the score and the place", () => {
    const [match] = matchesOf(COMPANY, { parties: { importer: { name: "DAI PHAT LOGISTICS CO., LTD" } } });
    expect(match).toMatchObject({
      alertId: "A-1",
      originator: "RILO-AP",
      channel: "rilo",
      subject: "party",
      basis: "name",
      path: "parties.importer.name",
      points: 10,
      confidence: "high",
    });
    expect(match?.score).toBeGreaterThanOrEqual(0.93);
    expect(found([{ type: "person", names: ["Nguyễn Văn Thắng"] }], { parties: { exporter: { name: "NGUYEN VAN THANG" } } })).toEqual([
      "name parties.exporter.name",
    ]);
    expect(found([{ type: "person", names: ["Владимир Петров"] }], { parties: { exporter: { name: "Petrov, Vladimir" } } })).toEqual([
      "name parties.exporter.name",
    ]);
  });

  it("is not another name, nor one without words", () => {
    expect(found(COMPANY, { parties: { importer: { name: "Minh Phat Garment" } } })).toEqual([]);
    expect(found([{ type: "company", names: ["--"] }], { parties: { importer: { name: "--" } } })).toEqual([]);
  });

  it("is a vessel by its name, in the field of the means of transport only", () => {
    const vessel = [{ type: "vessel", names: ["Pacific Voyager"] }];
    expect(found(vessel, { transport: { meansId: "PACIFIC VOYAGER" } })).toEqual(["name transport.meansId"]);
    expect(found(vessel, { parties: { carrier: { name: "Pacific Voyager" } } })).toEqual([]);
  });

  it("is an address with other abbreviations, but the same numbers", () => {
    const address = [{ type: "address", values: ["12 Nguyễn Huệ, Quận 1, TP. Hồ Chí Minh"] }];
    const at = (text: string) => found(address, { parties: { consignee: { name: "x", address: text } } });
    expect(at("Số 12 đường Nguyen Hue, Q1, TPHCM")).toEqual(["address parties.consignee.address"]);
    expect(at("14 Nguyễn Huệ, Quận 1, TP. Hồ Chí Minh")).toEqual([]);
    expect(
      found([{ type: "address", values: ["Industrial Park Vsip Bac Ninh"] }], { parties: { consignee: { name: "x", address: "KCN VSIP, Bac Ninh" } } }),
    ).toEqual(["address parties.consignee.address"]);
  });

  it("counts from the thresholds that the index is made with", () => {
    const name = { parties: { importer: { name: "Dai Phat Logistic Trading" } } };
    const counted = (threshold: number) =>
      createAlertIndex([makeAlert({ subjects: COMPANY })], { ...USE, thresholds: { name: threshold, address: 1 } }).matches(makeDeclaration(name), AT).length;
    expect([counted(0.2), counted(1)]).toEqual([1, 0]);
  });

  it("says one party of several roles once", () => {
    const party = { name: "Dai Phat Logistics", address: "x" };
    expect(found(COMPANY, { parties: { importer: party, consignee: party, buyer: party } })).toEqual(["name parties.importer.name"]);
  });
});

describe("routes and several subjects", () => {
  const transport = { departureCountryCode: "LA", loadingLocation: "LAVTE", unloadingLocation: "VNCLN" };
  const items = [
    { lineNumber: 1, hsCode: "090111", originCountryCode: "LA" },
    { lineNumber: 2, hsCode: "293339", originCountryCode: "MM", description: "x" },
  ];

  it.each([
    ["departure", { departureCountryCode: "LA" }, ["pattern transport"]],
    ["a place", { loadingLocation: "LAVTE" }, ["pattern transport"]],
    ["a country of a place", { unloadingLocation: "VN", departureCountryCode: "LA" }, ["pattern transport"]],
    ["an origin, of an item", { originCountryCode: "MM" }, ["pattern items[1].originCountryCode line 2"]],
    ["both", { departureCountryCode: "LA", originCountryCode: "MM" }, ["pattern items[1].originCountryCode line 2"]],
    ["another place", { loadingLocation: "LAPKZ" }, []],
    ["a place that holds and one that does not", { loadingLocation: "LAVTE", departureCountryCode: "TH" }, []],
  ] as const)("a route by %s", (_, route, expected) => {
    expect(found([{ type: "route", ...route }], { transport, items })).toEqual(expected);
  });

  it("all subjects may be wanted: what the header holds and one item holds together", () => {
    const both = [
      { type: "route", departureCountryCode: "LA" },
      { type: "hs", prefixes: ["2933"] },
    ];
    expect(found(both, { transport, items }, { combine: "all" })).toEqual(["pattern items[1].hsCode line 2"]);
    expect(found([...both, { type: "route", originCountryCode: "LA" }], { transport, items }, { combine: "all" })).toEqual([]);
    expect(found([...both, { type: "concealmentMethod", description: "x" }], { transport, items }, { combine: "all" })).toHaveLength(1);
    expect(
      found(
        [
          { type: "route", departureCountryCode: "LA" },
          { type: "route", loadingLocation: "LAVTE" },
        ],
        { transport, items },
        { combine: "all" },
      ),
    ).toEqual(["pattern transport"]);
    expect(found(both, { transport, items })).toEqual(["pattern transport", "pattern items[1].hsCode line 2"]);
  });

  it("of two subjects that match one place the better one is said", () => {
    const subjects = [
      { type: "company", names: ["Dai Phat Logistic"] },
      { type: "company", names: ["Dai Phat Logistics"] },
    ];
    const [match, ...rest] = matchesOf(subjects, { parties: { importer: { name: "Dai Phat Logistics" } } });
    expect([match?.score, rest]).toEqual([1, []]);
  });
});

describe("an index of alerts", () => {
  const declaration = makeDeclaration({ transport: { equipment: [{ id: "CSQU3054383" }] }, parties: { importer: { name: "Dai Phat Logistics" } } });
  const ids = (index: ReturnType<typeof createAlertIndex>, asOf = AT) => index.matches(declaration, asOf).map(({ alertId }) => alertId);

  it("takes and gives back alerts one by one, at once", () => {
    const index = createAlertIndex([], USE);
    expect(ids(index)).toEqual([]);
    index.add(makeAlert());
    index.add(makeAlert({ id: "A-0", subjects: COMPANY }));
    expect(ids(index)).toEqual(["A-0", "A-1"]);
    expect(index.remove("A-1")).toBe(true);
    expect(index.remove("A-1")).toBe(false);
    expect(ids(index)).toEqual(["A-0"]);
    index.add(makeAlert({ id: "A-0", subjects: [{ type: "hs", prefixes: ["30"] }] }));
    expect(ids(index)).toEqual([]);
  });

  it("revokes from a moment on, and still knows what was before", () => {
    const index = createAlertIndex([makeAlert()], USE);
    expect(index.revoke("A-1", "2026-03-01T00:00:00Z")).toBe(true);
    expect(index.revoke("A-2", "2026-03-01T00:00:00Z")).toBe(false);
    expect(ids(index, "2026-03-01T00:00:00Z")).toEqual([]);
    expect(ids(index, "2026-02-28T23:59:59Z")).toEqual(["A-1"]);
    expect(() => index.revoke("A-1", "soon")).toThrow(RangeError);
    expect(() => ids(index, "soon")).toThrow(RangeError);
  });

  it("matches only what is in force and may be used", () => {
    const index = createAlertIndex(
      [
        makeAlert({ id: "purpose", handling: { tlp: "TLP:GREEN", purposes: ["revenue"] } }),
        makeAlert({ id: "not-released", handling: { tlp: "TLP:GREEN", releasableTo: ["KR-CUSTOMS"] } }),
        makeAlert({ id: "silent", requestedAction: "controlledDelivery" }),
        makeAlert({ id: "later", validFrom: "2026-04-01T00:00:00Z" }),
      ],
      USE,
    );
    expect(ids(index)).toEqual([]);
    expect(ids(index, "2026-04-01T00:00:00Z")).toEqual(["later"]);
  });

  it("compares names only where blocks are shared", () => {
    const strangers = Array.from({ length: 200 }, (_, at) =>
      makeAlert({ id: `S-${at}`, subjects: [{ type: "company", names: [`Zebra Quartz ${at} Umbrella`] }] }),
    );
    const index = createAlertIndex([...strangers, makeAlert({ subjects: COMPANY })], USE);
    expect(index.costs(declaration, AT).compared).toBeLessThanOrEqual(2);
    expect(ids(index)).toEqual(["A-1"]);
  });

  it("shows a viewer only what that one may know, and silent alerts to those cleared for them", () => {
    const index = createAlertIndex(
      [
        makeAlert({ id: "amber", handling: { tlp: "TLP:AMBER" } }),
        makeAlert({ id: "clear", handling: { tlp: "TLP:CLEAR" } }),
        makeAlert({ id: "silent", requestedAction: "doNotAlertSubject" }),
      ],
      USE,
    );
    const seen = (fields: Parameters<typeof makeViewer>[0]) => {
      const known = index.knownTo(makeViewer(fields));
      return [known.matches(declaration, AT), known.notifications(declaration, AT)].map((list) => list.map(({ alertId }) => alertId));
    };
    expect(ids(index)).toEqual(["amber", "clear"]);
    expect(seen({})).toEqual([["amber", "clear"], []]);
    expect(seen({ isClearedForSilent: true })).toEqual([["amber", "clear"], ["silent"]]);
    expect(seen({ clearances: ["TLP:CLEAR"] })).toEqual([["clear"], []]);
    expect(seen({ role: "declarant", isClearedForSilent: true })).toEqual([["clear"], []]);
    const known = index.knownTo(makeViewer());
    expect(known.matches(declaration, AT)).toHaveLength(2);
    index.remove("amber");
    expect(known.matches(declaration, AT)).toHaveLength(1);
  });
});
