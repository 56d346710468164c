import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";

const indicators = [...standardCatalogue.indicators.values()];

/** The rows of the table of published and proposed indicators that no indicator computes, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  I25: "goods that the origin does not produce or export: needs statistics of world trade by heading and origin, which are not part of the package",
};

/** The rows that are computed in part. */
const IN_PART: Readonly<Record<string, string>> = {
  I21: "mass per twenty-foot unit; what is usual for a heading is left to the rule, since no distribution comes with the package",
  I24: "the freight that falls on an item over its value; whether a route is long is not known without coordinates",
  I26: "returns to a country; a detour in kilometres needs coordinates of places",
  I28: "all countries of the route; the list of routes of risk, with its dates and its sources, belongs to the profile",
  I31: "arrival at night and at the week-end; what is rare for the party and what is a holiday is not known",
  I33: "form and check digit; the register of owner codes is not part of the package",
  I35: "time between gate and loading in hours; what is long at a port is left to the rule",
  I37: "parties, containers, packages, masses, headings and place of loading; descriptions differ by language",
  I39: "papers; the amount of a pre-export notification is not in the model",
};

const tableIds = new Set(indicators.flatMap(({ tableId }) => tableId ?? []));

/** The page that lists the catalogue: written by this test with `npx vitest run --config tests/vitest.config.ts tests/docs/indicators.test.ts -u`. */
function indicatorsPage(): string {
  const rows = indicators.map((indicator) => {
    const unit = indicator.unit === undefined ? "" : `, ${indicator.unit}, ${indicator.decimals} decimals`;
    const guard = indicator.falsePositiveGuard?.en ?? "";
    return `| \`${indicator.id}\` | ${indicator.tableId ?? ""} | ${indicator.level} | ${indicator.type}${unit} | ${indicator.meaning.en} | ${indicator.meaning.vi} | ${indicator.whenItemAdded} | ${guard} | ${indicator.source} |`;
  });
  const list = (entries: Readonly<Record<string, string>>): string =>
    Object.entries(entries)
      .map(([id, why]) => `- **${id}**: ${why}.`)
      .join("\n");
  return `# Indicators

The catalogue \`${standardCatalogue.version}\`, ${rows.length} indicators. \`currency\` stands for the currency of the facts. The column *item added* says how a header indicator can move when a
goods item is added, the column *table* names the row of the table of indicators that targeters publish or propose. Where a source says *memory* or *secondary*, the idea has not been checked against a primary source.

| id | table | level | type | meaning | ý nghĩa | item added | what honest trade looks like too | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}

## The table, and what is missing of it

The table has 46 rows; ${tableIds.size} of them have an indicator. Left out:

${list(LEFT_OUT)}

Computed in part:

${list(IN_PART)}
`;
}

describe("the page of indicators", () => {
  it("lists the catalogue as it is", async () => {
    await expect(indicatorsPage()).toMatchFileSnapshot("../../docs/indicators.md");
  });

  it("accounts for every row of the table once", () => {
    const all = Array.from({ length: 46 }, (_, index) => `I${String(index + 1).padStart(2, "0")}`);
    expect([...tableIds, ...Object.keys(LEFT_OUT)].sort()).toEqual(all);
    for (const id of Object.keys(IN_PART)) expect(tableIds).toContain(id);
  });

  it("says of every row of the table what honest trade looks like too", () => {
    for (const { id, tableId, falsePositiveGuard } of indicators) {
      if (tableId !== undefined) expect([id, Object.keys(falsePositiveGuard ?? {})]).toEqual([id, ["en", "vi"]]);
    }
  });
});
