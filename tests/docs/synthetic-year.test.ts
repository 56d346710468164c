import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateYear, HELD_OUT_SCHEMES, OPEN_SCHEMES, type YearRecord } from "../../src/synthetic/index.js";

const COUNT = 6_000;
const records = [...generateYear({ seed: 1, declarations: COUNT, schemes: [...OPEN_SCHEMES, ...HELD_OUT_SCHEMES] })];

function tableOfTheYear(): string {
  const row = (what: string, holds: (record: YearRecord) => boolean): string => `| ${what} | ${records.filter(holds).length.toLocaleString("en")} |`;
  const isFirst = ({ truth }: YearRecord): boolean => truth.version === 0;
  return [
    "| declarations | how many |",
    "| --- | ---: |",
    row("parts of a split", ({ declaration }) => declaration.split !== undefined),
    row("amendments", ({ truth }) => truth.version > 0),
    row("parcels", ({ declaration }) => declaration.procedure?.code === "H11"),
    row("exports and re-exports", ({ declaration }) => declaration.direction === "export"),
    row("transit and temporary imports", ({ declaration }) => declaration.regime === "transit" || declaration.regime === "temporaryImport"),
    row("of a scheme", (record) => isFirst(record) && record.truth.label === "scheme"),
    row("near-misses", (record) => isFirst(record) && record.truth.label === "nearMiss"),
    row("offences outside schemes", (record) => isFirst(record) && record.truth.label === "offence"),
    row("inspected at random", ({ outcome }) => outcome?.selection?.reason === "random"),
    row("inspected for a reason", ({ outcome }) => outcome !== undefined && outcome.selection?.reason !== "random"),
    row("of these a finding", ({ outcome }) => outcome?.finding === true),
  ].join("\n");
}

describe("the page on the synthetic year", () => {
  it("states what comes out as it is", () => {
    const page = readFileSync("docs/synthetic-year.md", "utf8");
    expect(page).toContain(`--count ${COUNT} --seed 1 --schemes all`);
    expect(page).toContain(tableOfTheYear());
  });
});
