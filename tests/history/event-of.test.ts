import { describe, expect, test } from "vitest";
import { createHistory } from "../../src/history/create-history.js";
import { eventOf } from "../../src/history/event-of.js";
import { standardDimensions } from "../../src/history/standard-dimensions.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { parseDeclarationOrThrow } from "../../src/model/parse.js";

const party = (code: string) => ({ identifier: { scheme: "vn", code } });

const input = {
  id: "2",
  firstDeclarationId: "1",
  direction: "import",
  registeredAt: "2026-01-05T08:00:00+07:00",
  customsOffice: "01B1",
  parties: {
    importer: { ...party("I"), address: "1 Phố Huế, Hà Nội", phone: "0901 234 567", email: "i@b.vn" },
    seller: { ...party("S"), phone: "0901 234 567" },
    declarant: { ...party("D"), phone: "0901 234 567" },
    consignor: { name: "without identifier" },
    consignee: party("C"),
  },
  transport: { departureCountryCode: "CN" },
  documents: [],
  items: [
    { lineNumber: 1, hsCode: "85171300", originCountryCode: "KR", netMassKg: 2, customsValue: { amount: 10, currency: "USD" } },
    { lineNumber: 2, hsCode: "8517" },
  ],
};
const declaration = parseDeclarationOrThrow(input);

describe("the event of a declaration", () => {
  test("shares its part with the versions of the same declaration: an amendment with its original, a part of a split with its amendments", () => {
    const amendments = [{ at: "2026-01-05T08:00:00+07:00", fields: [] }];
    expect(eventOf(parseDeclarationOrThrow({ ...input, amendments })).part).toBe("1");
    expect(eventOf(parseDeclarationOrThrow({ ...input, amendments, firstDeclarationId: undefined })).part).toBeUndefined();
    expect(eventOf(parseDeclarationOrThrow({ ...input, split: { number: 2, of: 3 } })).part).toBe("part-2");
    expect(eventOf(declaration, { part: "own" }).part).toBe("own");
  });

  test("of an amendment under a number of its own replaces that of its original", () => {
    const original = parseDeclarationOrThrow({ ...input, id: "1", firstDeclarationId: undefined });
    const amended = parseDeclarationOrThrow({
      ...input,
      registeredAt: "2026-01-06T08:00:00+07:00",
      amendments: [{ at: "2026-01-06T08:00:00+07:00", fields: ["items[].hsCode"] }],
      items: [{ lineNumber: 1, hsCode: "29333990" }],
    });
    const history = createHistory();
    for (const one of [original, amended]) history.observe(eventOf(one));
    const asOf = "2026-01-07T08:00:00+07:00";
    const chapter = (code: string) => history.tally({ dimension: "receiver+hsChapter", values: ["vn:I", code] }, asOf, "9")?.declarations;
    expect([chapter("85"), chapter("29")]).toEqual([undefined, 1]);
  });

  test("has its numbers, its registration instant and the keys of header and items by the standard dimensions", () => {
    expect(eventOf(declaration)).toEqual({
      declarationId: "2",
      familyId: "1",
      occurredAt: "2026-01-05T08:00:00+07:00",
      knownAt: "2026-01-05T08:00:00+07:00",
      keys: [
        { dimension: "importer", values: ["vn:I"] },
        { dimension: "seller", values: ["vn:S"] },
        { dimension: "declarant", values: ["vn:D"] },
        { dimension: "receiver", values: ["vn:I"] },
        { dimension: "shipper", values: [" without identifier "] },
        { dimension: "seller+importer", values: ["vn:S", "vn:I"] },
        { dimension: "receiver>shipper", values: ["vn:I", " without identifier "] },
        { dimension: "receiver>declarant", values: ["vn:I", "vn:D"] },
        { dimension: "receiver+office", values: ["vn:I", "01B1"] },
        { dimension: "office+departureCountry", values: ["01B1", "CN"] },
        { dimension: "receiverAddress>shipper", values: ["1 pho hue ha noi", " without identifier "] },
        { dimension: "address>party", values: ["1 pho hue ha noi", "vn:I"] },
        { dimension: "phone>party", values: ["901234567", "vn:I"] },
        { dimension: "phone>party", values: ["901234567", "vn:S"] },
        { dimension: "email>party", values: ["i@b.vn", "vn:I"] },
      ],
      items: [
        {
          item: 1,
          keys: [
            { dimension: "importer+hsSubheading", values: ["vn:I", "851713"] },
            { dimension: "receiver+hsChapter", values: ["vn:I", "85"] },
            { dimension: "hsSubheading+originCountry", values: ["851713", "KR"] },
            { dimension: "hsSubheading+originCountry+currency>unitValue", values: ["851713", "KR", "USD", "12"] },
            { dimension: "hsSubheading+currency>unitValue", values: ["851713", "USD", "12"] },
            { dimension: "hsHeading+currency>unitValue", values: ["8517", "USD", "12"] },
            { dimension: "goodsSignature", values: ["85171300|CN|KR|||2|10 USD"] },
          ],
        },
        {
          item: 2,
          keys: [
            { dimension: "receiver+hsChapter", values: ["vn:I", "85"] },
            { dimension: "goodsSignature", values: ["8517|CN|||||"] },
          ],
        },
      ],
    });
  });

  test("has the bins of what an item weighs by the package, and of what all items are worth where all say so in one currency", () => {
    const [first] = declaration.items;
    const { keys, items = [] } = eventOf({ ...declaration, items: [{ ...first, grossMassKg: 3, packageCount: 1 }] });
    expect(keys).toContainEqual({ dimension: "receiver+currency>totalValue", values: ["vn:I", "USD", "18"] });
    for (const [id, values] of [
      ["hsSubheading>massPerPackage", ["851713", "8"]],
      ["hsHeading>massPerPackage", ["8517", "8"]],
    ] as const) {
      expect(items[0]?.keys).toContainEqual({ dimension: id, values });
    }
  });

  test("has a key of each party for a dimension of parties", () => {
    const roles = eventOf(declaration, { dimensions: [{ id: "role", level: "party", values: (_, { name = "-" }, role) => [role, name] }] });
    expect(roles.keys.map(({ values }) => values.join(" "))).toEqual(["importer -", "consignor without identifier", "consignee -", "declarant -", "seller -"]);
  });

  test("takes other times, a part and other dimensions", () => {
    const event = eventOf(declaration, {
      occurredAt: "2026-01-06T00:00:00Z",
      knownAt: "2026-01-07T00:00:00Z",
      part: "p",
      dimensions: [{ id: "carrier", level: "header", values: () => ["x"] }, ...standardDimensions.filter((dimension) => dimension.id === "goodsSignature")],
    });
    expect(event).toMatchObject({
      occurredAt: "2026-01-06T00:00:00Z",
      knownAt: "2026-01-07T00:00:00Z",
      part: "p",
      keys: [{ dimension: "carrier", values: ["x"] }],
    });
    expect(event.items?.map((item) => item.keys.length)).toEqual([1, 1]);
  });

  test("is known when it occurred unless told", () => {
    expect(eventOf(declaration, { occurredAt: "2026-01-06T00:00:00Z" }).knownAt).toBe("2026-01-06T00:00:00Z");
  });
});

describe("indicators with memory", () => {
  const facts = (history: ReturnType<typeof createHistory>, id: string, firstDeclarationId: string | undefined) => {
    const { firstDeclarationId: _, ...rest } = input;
    const scored = parseDeclarationOrThrow({ ...rest, id, ...(firstDeclarationId === undefined ? {} : { firstDeclarationId }) });
    const { header, items } = extractFactsOrThrow(scored, { asOf: "2026-02-01T00:00:00Z", catalogue: standardCatalogue, history });
    const [first] = items;
    return [header.importerPriorDeclarations, first?.values.signatureInspected, first?.values.signatureFindings];
  };

  test("read what was observed of other families, and nothing of their own", () => {
    const history = createHistory();
    history.observe(eventOf(declaration));
    history.recordOutcome({ declarationId: "2", item: 1, finding: true, knownAt: "2026-01-09T00:00:00Z" });
    expect(facts(history, "9", undefined)).toEqual([1, 1, 1]);
    expect(facts(history, "2", "1")).toEqual([0, 0, 0]);
    expect(facts(history, "3", "1")).toEqual([0, 0, 0]);
    expect(facts(history, "1", undefined)).toEqual([0, 0, 0]);
  });
});
