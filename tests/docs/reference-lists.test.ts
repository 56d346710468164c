import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { standardReference } from "../../src/reference/reference.js";

describe("the page of reference lists", () => {
  it("says how many entries each list has", () => {
    const page = readFileSync(new URL("../../docs/reference-lists.md", import.meta.url), "utf8");
    const { substances, citesHeadings, productionHeadings, productionWords, vagueWords } = standardReference;
    expect(page).toContain(`| \`precursors\` | ${substances.entries.length} |`);
    expect(page).toContain(`| \`citesHeadings\` | ${citesHeadings.entries.length} |`);
    expect(page).toContain(`| \`productionHeadings\`, \`productionWords\` | ${productionHeadings.entries.length}, ${productionWords.entries.length} |`);
    expect(page).toContain(`| \`vagueWords\` | ${vagueWords.entries.length} |`);
    expect(page).toContain(`// ${substances.entries.filter(({ table }) => table === "I" || table === "II").length} 0`);
  });
});
