import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";

/** The page that lists the catalogue: written by this test with `npx vitest run --config tests/vitest.config.ts -u`. */
function indicatorsPage(): string {
  const rows = [...standardCatalogue.indicators.values()].map((indicator) => {
    const unit = indicator.unit === undefined ? "" : `, ${indicator.unit}, ${indicator.decimals} decimals`;
    const guard = indicator.falsePositiveGuard?.en ?? "";
    return `| \`${indicator.id}\` | ${indicator.tableId ?? ""} | ${indicator.level} | ${indicator.type}${unit} | ${indicator.meaning.en} | ${indicator.meaning.vi} | ${indicator.whenItemAdded} | ${guard} | ${indicator.source} |`;
  });
  return `# Indicators

The catalogue \`${standardCatalogue.version}\`, ${rows.length} indicators. \`currency\` stands for the currency of the facts. The column *item added* says how a header indicator can move when a
goods item is added, the column *table* names the row of the table of indicators that targeters publish or propose. Where a source says *memory* or *secondary*, the idea has not been checked against a primary source.

| id | table | level | type | meaning | ý nghĩa | item added | what honest trade looks like too | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

describe("the page of indicators", () => {
  it("lists the catalogue as it is", async () => {
    await expect(indicatorsPage()).toMatchFileSnapshot("../../docs/indicators.md");
  });
});
