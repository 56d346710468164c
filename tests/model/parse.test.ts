import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import type { Consignment } from "../../src/model/consignment.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { ExtensionDefinition } from "../../src/model/extensions.js";
import { parseConsignment, parseConsignmentOrThrow, parseDeclaration, parseDeclarationOrThrow } from "../../src/model/parse.js";
import { declarationOf, itemOf } from "../support/documents.js";
import { isDeepFrozen } from "../support/frozen.js";
import { expectAmong, expectOnly, issuesOf, valueOf } from "../support/issues.js";

const FULL: Declaration = {
  id: "103000000001",
  firstDeclarationId: "103000000000",
  direction: "import",
  registeredAt: "2026-11-21T08:30:00+07:00",
  customsOffice: "02CI",
  procedure: { scheme: "vnaccs", code: "A11" },
  paymentMethod: { scheme: "vnaccs", code: "KC" },
  parties: {
    importer: {
      identifier: { scheme: "tax", code: "0100000000" },
      name: "Công ty Ví dụ",
      address: "Hà Nội",
      countryCode: "VN",
      phone: "1",
      email: "a@example.org",
    },
    seller: { name: "Example Co" },
  },
  transport: {
    mode: { scheme: "vnaccs", code: "2" },
    departureCountryCode: "CN",
    loadingLocation: "CNSHA",
    unloadingLocation: "VNHPH",
    meansId: "Vessel 1",
    arrivalAt: "2026-11-20T00:00:00Z",
    documents: [{ level: "house", number: "HBL 1" }],
    equipment: [{ id: "MSKU1234565", seals: ["S1"] }],
  },
  documents: [{ kind: "invoice", number: "INV 1", issuedOn: "2026-11-01", issuer: "Example Co", typeCode: "380" }],
  invoiceTotal: { amount: 1000.5, currency: "USD" },
  freight: { amount: 0, currency: "USD" },
  insurance: { amount: 9e12, currency: "VND" },
  items: [
    {
      lineNumber: 1,
      hsCode: "8504400000",
      description: "Power supplies",
      originCountryCode: "CN",
      netMassKg: 10.5,
      grossMassKg: 11,
      quantity: { amount: 5, unit: "PCE" },
      packageCount: 1,
      customsValue: { amount: 1000.5, currency: "USD" },
      dutyRatePercent: 100_000,
      dutyType: { scheme: "vnaccs", code: "B01" },
      documents: [{ kind: "other", number: "1" }],
      extensions: { korea: { grade: 3 } },
    },
    itemOf(9_999),
  ],
  extensions: { korea: { office: "A1", weighed: true, on: "2026-11-21", at: "2026-11-21T00:00:00Z", note: "free text" } },
};

const KOREA: ExtensionDefinition = {
  namespace: "korea",
  header: { office: "code", weighed: "boolean", on: "date", at: "instant", note: "text" },
  item: { grade: "number" },
};

/** The declaration with one more or other key of its header. */
const withHeader = (change: object): object => ({ ...declarationOf(), ...change });
/** The declaration with one more or other key of its item. */
const withItem = (change: object): object => ({ ...declarationOf(), items: [{ ...itemOf(1), ...change }] });

describe("parseDeclaration", () => {
  it("reads a full declaration as it stands, frozen, and leaves its input alone", () => {
    const input = structuredClone(FULL);
    const value = valueOf(parseDeclaration(input, { extensions: [KOREA] }));
    expect(JSON.stringify(value)).toBe(JSON.stringify(FULL));
    expect(isDeepFrozen(value)).toBe(true);
    expect(Object.isFrozen(input.items)).toBe(false);
    expect(parseDeclarationOrThrow(declarationOf())).toEqual(declarationOf());
  });

  it("takes null at an optional field as absent, nowhere else", () => {
    const value = valueOf(parseDeclaration({ ...withHeader({ customsOffice: null, freight: null, parties: { importer: null } }), extensions: null }));
    expect(value).toEqual(declarationOf());
    expect(valueOf(parseDeclaration(withItem({ netMassKg: null, documents: null })))).toEqual(declarationOf());
    expectOnly(issuesOf(parseDeclaration(withHeader({ id: null }))), { code: "value.type", path: ["id"], message: "expected a string, received null" });
    expectOnly(issuesOf(parseDeclaration(withHeader({ documents: null }))), { code: "value.type", path: ["documents"], message: "an array" });
    expectOnly(issuesOf(parseDeclaration(withItem({ unknown: null }))), { code: "value.unknownKey", path: ["items", 0, "unknown"], message: "not known" });
  });

  it.each(["0x10", " 12 ", "1e3", "", "1,000", "٠", true, [], {}])("never converts %j to a number", (netMassKg) => {
    expectOnly(issuesOf(parseDeclaration(withItem({ netMassKg }))), { code: "value.type", path: ["items", 0, "netMassKg"], message: "expected a number" });
  });

  it.each<[object, readonly (string | number)[], string]>([
    [{ netMassKg: -0.001 }, ["netMassKg"], "at least 0"],
    [{ netMassKg: 9e12 + 1 }, ["netMassKg"], "at most 9000000000000"],
    [{ customsValue: { amount: 1e308, currency: "USD" } }, ["customsValue", "amount"], "at most"],
    [{ packageCount: -1 }, ["packageCount"], "at least 0"],
    [{ packageCount: 1e9 + 1 }, ["packageCount"], "at most 1000000000"],
    [{ lineNumber: 0 }, ["lineNumber"], "at least 1"],
    [{ lineNumber: 10_000 }, ["lineNumber"], "at most 9999"],
    [{ dutyRatePercent: 100_001 }, ["dutyRatePercent"], "at most 100000"],
    [{ dutyRatePercent: -1 }, ["dutyRatePercent"], "at least 0"],
  ])("bounds numbers: %j", (change, path, message) => {
    expectOnly(issuesOf(parseDeclaration(withItem(change))), { code: "value.range", path: ["items", 0, ...path], message });
  });

  it.each<[object, readonly (string | number)[], string]>([
    [{ hsCode: "850" }, ["hsCode"], "an HS code of 2, 4, 6, 8, 10 or 12 digits"],
    [{ hsCode: "8703\u00a010" }, ["hsCode"], "an HS code"],
    [{ hsCode: "85044000000000" }, ["hsCode"], "an HS code"],
    [{ originCountryCode: "vn" }, ["originCountryCode"], "a country code of two capital letters"],
    [{ originCountryCode: "\u0131N" }, ["originCountryCode"], "a country code"],
    [{ customsValue: { amount: 1, currency: "usd" } }, ["customsValue", "currency"], "a currency code of three capital letters"],
    [{ dutyType: { scheme: "a b", code: "1" } }, ["dutyType", "scheme"], "a code of printable ASCII"],
    [{ quantity: { amount: 1, unit: " KGM" } }, ["quantity", "unit"], "no white space around it"],
  ])("checks the form of codes: %j", (change, path, message) => {
    expectOnly(issuesOf(parseDeclaration(withItem(change))), { code: "value.invalid", path: ["items", 0, ...path], message });
  });

  it.each<[object, readonly (string | number)[], string]>([
    [{ direction: "inward" }, ["direction"], '"import" or "export" or "transit"'],
    [{ transport: { loadingLocation: "CN SHA" } }, ["transport", "loadingLocation"], "a UN/LOCODE of five characters"],
    [{ transport: { documents: [{ level: "sub", number: "1" }] } }, ["transport", "documents", 0, "level"], '"master" or "house" or "simple"'],
    [{ documents: [{ kind: "letter", number: "1" }] }, ["documents", 0, "kind"], '"invoice" or "contract"'],
    [{ parties: { importer: { phone: "1" } } }, ["parties", "importer"], "a party with an identifier or a name"],
  ])("checks what is one of few: %j", (change, path, message) => {
    expectOnly(issuesOf(parseDeclaration(withHeader(change))), { code: "value.invalid", path, message });
  });

  it("wants at least one item, and line numbers that differ", () => {
    expectOnly(issuesOf(parseDeclaration(withHeader({ items: [] }))), { code: "value.type", path: ["items", 0], message: "an object, received nothing" });
    expectOnly(issuesOf(parseDeclaration(withHeader({ items: [itemOf(2), itemOf(1), itemOf(2)] }))), {
      code: "value.duplicate",
      path: ["items", 2, "lineNumber"],
      message: "a line number of its own, received 2",
      key: "2",
    });
  });

  it("takes 9,999 items and no more", () => {
    const items = Array.from({ length: 9_999 }, (_, index) => itemOf(index + 1));
    expect(valueOf(parseDeclaration(withHeader({ items }))).items).toHaveLength(9_999);
    expectOnly(issuesOf(parseDeclaration(withHeader({ items: [...items, itemOf(1)] }))), {
      code: "value.invalid",
      path: ["items"],
      message: "at most 9999 items",
    });
  });

  it("reads real instants and dates only", () => {
    expectOnly(issuesOf(parseDeclaration(withHeader({ registeredAt: "2026-02-30T00:00:00Z" }))), {
      code: "time.invalid",
      path: ["registeredAt"],
      message: "an instant",
    });
    expectOnly(issuesOf(parseDeclaration(withHeader({ documents: [{ kind: "permit", number: "1", issuedOn: "2024-02-30" }] }))), {
      code: "time.invalid",
      path: ["documents", 0, "issuedOn"],
      message: "a real date",
    });
  });

  it("refuses unknown keys outside extensions, `__proto__` too", () => {
    expectOnly(issuesOf(parseDeclaration(withHeader({ risk: 1 }))), { code: "value.unknownKey", path: ["risk"], message: "not known here", key: "risk" });
    const input = JSON.parse(JSON.stringify(declarationOf()).replace("{", '{"__proto__":{"id":"x"},')) as unknown;
    expectOnly(issuesOf(parseDeclaration(input)), { code: "value.unknownKey", path: ["__proto__"], message: "a known key" });
    const extended = { ...declarationOf(), extensions: JSON.parse('{"__proto__":{"a":1}}') as unknown };
    expectOnly(issuesOf(parseDeclaration(extended)), { code: "value.unknownKey", path: ["extensions", "__proto__"], message: "a known key" });
  });

  it("reports everything wrong at once", () => {
    const issues = issuesOf(parseDeclaration({ ...declarationOf(), id: 1, items: [itemOf(1, { hsCode: "x" }), { lineNumber: 2 }] }));
    expect(issues.map((issue) => issue.path.join(".")).sort()).toEqual(["id", "items.0.hsCode", "items.1.hsCode"]);
  });

  it("never throws, however many faults there are", () => {
    const wide = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key${index}`, 1]));
    const input = { ...declarationOf(), items: Array.from({ length: 750 }, () => wide) };
    expect(issuesOf(parseDeclaration(input)).length).toBeGreaterThan(150_000);
  });

  it("throws the issues at the other door", () => {
    expect(() => parseDeclarationOrThrow({})).toThrow(IssueError);
  });
});

describe("extensions", () => {
  const parse = (header: unknown, item?: unknown, definitions: readonly ExtensionDefinition[] = [KOREA]) =>
    parseDeclaration(
      { ...declarationOf({ items: [{ ...itemOf(1), ...(item === undefined ? {} : { extensions: item as never }) }] }), extensions: header },
      { extensions: definitions },
    );

  it("must be declared, namespace and field, at their level", () => {
    expectOnly(issuesOf(parse({ korea: { office: "A" } }, undefined, [])), {
      code: "value.unknownKey",
      path: ["extensions", "korea"],
      message: "a declared extension",
      key: "korea",
    });
    expectOnly(issuesOf(parse({ korea: { grade: 1 } })), {
      code: "value.unknownKey",
      path: ["extensions", "korea", "grade"],
      message: '"grade"',
      key: "grade",
    });
    expectOnly(issuesOf(parse({}, { korea: { office: "A" } })), {
      code: "value.unknownKey",
      path: ["items", 0, "extensions", "korea", "office"],
      message: '"office"',
    });
    expectOnly(issuesOf(parse({ korea: { toString: "A" } })), { code: "value.unknownKey", path: ["extensions", "korea", "toString"], message: "toString" });
  });

  it.each<[object, string, string]>([
    [{ office: "a b" }, "office", "a code of printable ASCII"],
    [{ weighed: "true" }, "weighed", "true or false"],
    [{ on: "2024-02-30" }, "on", "a real date"],
    [{ at: "2024-02-30" }, "at", "an instant"],
    [{ note: "" }, "note", "at least 1"],
    [{ note: 1 }, "note", "a string"],
  ])("have the type that is declared: %j", (fields, field, message) => {
    const issues = issuesOf(parse({ korea: fields }));
    expect(issues).toHaveLength(1);
    expect(issues[0]?.path).toEqual(["extensions", "korea", field]);
    expect(issues[0]?.message).toContain(message);
  });

  it("have names and scalar values", () => {
    expectOnly(issuesOf(parse({ "1a": {} })), { code: "value.invalid", path: ["extensions", "1a"], message: "a name: a letter" });
    expectAmong(issuesOf(parse({ korea: { office: { a: 1 } } })), { code: "value.type", path: ["extensions", "korea", "office"], message: "a string" });
  });
});

describe("parseConsignment", () => {
  const CONSIGNMENT: Consignment = {
    id: "C-1",
    transportDocument: { level: "house", number: "HBL 1" },
    masterDocumentNumber: "MBL 1",
    lodgedAt: "2026-11-19T00:00:00Z",
    parties: { consignee: { name: "Example" } },
    transport: {},
    items: [{ lineNumber: 1, description: "Parts", hsCode: "8504", originCountryCode: "CN", grossMassKg: 1, packageCount: 2, equipmentIds: ["X"] }],
  };

  it("reads a consignment as it stands, frozen", () => {
    const value = valueOf(parseConsignment(CONSIGNMENT));
    expect(value).toEqual(CONSIGNMENT);
    expect(isDeepFrozen(value)).toBe(true);
    expect(parseConsignmentOrThrow({ ...CONSIGNMENT, masterDocumentNumber: null })).not.toHaveProperty("masterDocumentNumber");
  });

  it("says what is wrong with path and words", () => {
    const [item] = CONSIGNMENT.items;
    expectOnly(issuesOf(parseConsignment({ ...CONSIGNMENT, items: [{ ...item, description: "" }] })), {
      code: "value.range",
      path: ["items", 0, "description"],
      message: "at least 1 characters",
    });
    expectOnly(issuesOf(parseConsignment({ ...CONSIGNMENT, items: [item, item] })), {
      code: "value.duplicate",
      path: ["items", 1, "lineNumber"],
      message: "of its own",
    });
    expectOnly(issuesOf(parseConsignment({ ...CONSIGNMENT, items: Array.from({ length: 10_000 }, () => item) })), {
      code: "value.invalid",
      path: ["items"],
      message: "at most 9999 items",
    });
    expect(() => parseConsignmentOrThrow(null)).toThrow("expected an object, received null");
  });

  it("takes an item with an HS code or a description, and what its packages are", () => {
    const goods = { lineNumber: 1, packageKind: "BX", marks: "M 1", dangerousGoodsCode: "1234" };
    for (const stated of [{ hsCode: "8504" }, { description: "Parts" }]) {
      const value = { ...CONSIGNMENT, items: [{ ...goods, ...stated }] };
      expect(valueOf(parseConsignment(value))).toEqual(value);
    }
    expectOnly(issuesOf(parseConsignment({ ...CONSIGNMENT, items: [goods] })), {
      code: "value.invalid",
      path: ["items", 0],
      message: "a goods item with a description or an HS code",
    });
  });
});
