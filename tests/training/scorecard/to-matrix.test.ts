import { describe, expect, it } from "vitest";
import { createHistory } from "../../../src/history/create-history.js";
import { eventOf } from "../../../src/history/event-of.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { parseDeclarationOrThrow } from "../../../src/model/parse.js";
import type { ScorecardRecipe } from "../../../src/training/scorecard/recipe.js";
import { toMatrix, toMatrixOrThrow } from "../../../src/training/scorecard/to-matrix.js";
import { declaration, item } from "../../hostile/support.js";

const RECIPE: ScorecardRecipe = {
  schema: "consignment-risk/recipe@1",
  domain: "revenue",
  title: { en: "Revenue" },
  currency: "USD",
  labels: "everyItem",
  rows: "row",
  signature: "goodsSignature",
  terms: [
    { id: "a", kind: "categorical", indicator: "hsChapter", minCount: 1 },
    { id: "b", kind: "cross", of: [{ indicator: "departureCountry" }, { indicator: "netMass", bins: 2 }], minCount: 1 },
    { id: "c", kind: "categorical", indicator: "originDiffersFromDeparture", minCount: 1 },
    { id: "d", kind: "categorical", indicator: "hsChapter", minCount: 5 },
  ],
  penalty: { kind: "l2", strength: 1 },
  repeat: { id: "r", inspected: "signatureInspected", findings: "signatureFindings", prior: 1, weight: 1 },
  thresholds: {},
  seed: 1,
};
const OPTIONS = { catalogue: standardCatalogue };
const TWO = [
  parseDeclarationOrThrow(
    declaration({
      id: "B",
      transport: { departureCountryCode: "NA" },
      items: [item({ lineNumber: 2, hsCode: "070190", netMassKg: 2, originCountryCode: "VN" }), item()],
    }),
  ),
  parseDeclarationOrThrow(declaration({ id: "A", registeredAt: "2026-02-01T00:00:00Z" })),
];
const outcome = (declarationId: string, finding: boolean, more: object = {}) => ({ declarationId, finding, knownAt: "2026-03-04T00:00:00Z", ...more });

describe("toMatrix", () => {
  it("has a row per goods item, in order of input and line, and the indicators that the recipe names, each once", () => {
    const { rows, columns } = toMatrixOrThrow(TWO, RECIPE, OPTIONS);
    expect(rows.map(({ declaration, line, finding }) => [declaration, line, finding])).toEqual([
      ["B", 1, undefined],
      ["B", 2, undefined],
      ["A", 1, undefined],
    ]);
    expect(rows[2]?.registeredAt).toBe("2026-02-01T00:00:00Z");
    const [signature, ...others] = columns;
    expect(signature).toMatchObject({ name: "goodsSignature", kind: "code" });
    expect(others).toEqual([
      { name: "hsChapter", kind: "code", values: ["01", "07", "01"] },
      { name: "departureCountry", kind: "code", values: ["NA", "NA", undefined] },
      { name: "netMass", kind: "number", values: [Number.NaN, 2, Number.NaN] },
      { name: "originDiffersFromDeparture", kind: "boolean", values: [undefined, true, undefined] },
      { name: "signatureInspected", kind: "number", values: [Number.NaN, Number.NaN, Number.NaN] },
      { name: "signatureFindings", kind: "number", values: [Number.NaN, Number.NaN, Number.NaN] },
    ]);
  });

  it("labels items as the recipe says: by their own outcome, else by that of the whole", () => {
    const labelsOf = (labels: ScorecardRecipe["labels"], ...outcomes: readonly ReturnType<typeof outcome>[]) =>
      toMatrixOrThrow(TWO, { ...RECIPE, labels }, { ...OPTIONS, outcomes }).rows.map(({ finding }) => finding);
    expect(labelsOf("everyItem", outcome("B", true))).toEqual([true, true, undefined]);
    expect(labelsOf("singleItem", outcome("B", true), outcome("A", false))).toEqual([undefined, undefined, false]);
    expect(labelsOf("singleItem", outcome("B", true, { item: 2 }))).toEqual([undefined, true, undefined]);
  });

  it("reads history as of the registration", () => {
    const history = createHistory();
    const earlier = parseDeclarationOrThrow(declaration({ id: "E", registeredAt: "2026-01-01T00:00:00Z" }));
    history.observe(eventOf(earlier));
    history.recordOutcome({ declarationId: "E", finding: true, knownAt: "2026-02-10T00:00:00Z" });
    const { columns } = toMatrixOrThrow(TWO, RECIPE, { ...OPTIONS, history });
    const signatures = columns[0]?.values as readonly string[];
    expect(signatures[0]).not.toBe(signatures[2]);
    expect(columns.find(({ name }) => name === "signatureFindings")?.values).toEqual([0, 0, 0]);
    const again = parseDeclarationOrThrow(declaration({ id: "L", registeredAt: "2026-02-11T00:00:00Z" }));
    expect(toMatrixOrThrow([again], RECIPE, { ...OPTIONS, history }).columns.find(({ name }) => name === "signatureFindings")?.values).toEqual([1]);
  });

  it("refuses a recipe that is none or reads what the catalogue lacks, a repeated declaration, and an outcome of nothing", () => {
    const codesOf = (...args: Parameters<typeof toMatrix>): readonly string[] => {
      const result = toMatrix(...args);
      return result.ok ? [] : result.issues.map(({ code }) => code);
    };
    expect(codesOf(TWO, { ...RECIPE, seed: -1 }, OPTIONS)).toEqual(["value.range"]);
    expect(codesOf(TWO, { ...RECIPE, signature: "colour" }, OPTIONS)).toEqual(["indicator.unknown"]);
    expect(codesOf([...TWO, ...TWO], RECIPE, OPTIONS)).toEqual(["value.duplicate", "value.duplicate"]);
    expect(codesOf(TWO, RECIPE, { ...OPTIONS, outcomes: [outcome("Z", true)] })).toEqual(["fit.data"]);
    expect(() => toMatrixOrThrow([...TWO, ...TWO], RECIPE, OPTIONS)).toThrow(/each declaration once/);
  });

  it("is empty for no declarations", () => {
    expect(toMatrixOrThrow([], RECIPE, OPTIONS).rows).toEqual([]);
  });
});
