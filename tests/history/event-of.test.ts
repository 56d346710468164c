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
  parties: { importer: party("I"), seller: party("S"), declarant: party("D"), consignor: { name: "without identifier" }, consignee: party("C") },
  transport: { departureCountryCode: "CN" },
  documents: [],
  items: [
    { lineNumber: 1, hsCode: "85171300", originCountryCode: "KR", netMassKg: 2, customsValue: { amount: 10, currency: "USD" } },
    { lineNumber: 2, hsCode: "8517" },
  ],
};
const declaration = parseDeclarationOrThrow(input);

describe("the event of a declaration", () => {
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
        { dimension: "seller+importer", values: ["vn:S", "vn:I"] },
        { dimension: "office+departureCountry", values: ["01B1", "CN"] },
      ],
      items: [
        {
          item: 1,
          keys: [
            { dimension: "importer+hsSubheading", values: ["vn:I", "851713"] },
            { dimension: "hsSubheading+originCountry", values: ["851713", "KR"] },
            { dimension: "goodsSignature", values: ["85171300|CN|KR|||2|10 USD"] },
          ],
        },
        { item: 2, keys: [{ dimension: "goodsSignature", values: ["8517|CN|||||"] }] },
      ],
    });
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
