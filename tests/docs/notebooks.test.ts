import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { whyNotWellFormed } from "../support/well-formed.js";

interface Output {
  readonly output_type: string;
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

interface Cell {
  readonly cell_type: string;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

const folder = new URL("../../docs/notebooks/", import.meta.url);
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

const text = (value: string | readonly string[] | undefined): string => (typeof value === "string" ? value : (value ?? []).join(""));

/** Executing them takes Deno and Jupyter, which `npm run notebooks` finds; here what was committed is read. */
describe("the notebooks", () => {
  it("are three", () => {
    expect(notebooks).toEqual(["building-a-profile.ipynb", "first-steps.ipynb", "learning-and-measuring.ipynb"]);
  });

  it.each(notebooks)("%s was executed from the first cell to the last, and shows tables and pictures", (name) => {
    const { cells } = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as { readonly cells: readonly Cell[] };
    const code = cells.filter(({ cell_type: type }) => type === "code");
    expect(code.map(({ execution_count: count }) => count)).toEqual(code.map((_, index) => index + 1));
    const outputs = code.flatMap((cell) => cell.outputs ?? []);
    expect(outputs.map(({ output_type: type }) => type)).not.toContain("error");
    expect(code.filter((cell) => (cell.outputs ?? []).length === 0)).toEqual([]);
    const shown = outputs.flatMap(({ data }) => (data?.["text/html"] === undefined ? [] : [text(data["text/html"])]));
    expect(shown.length).toBeGreaterThanOrEqual(2);
    for (const html of shown) expect(whyNotWellFormed(html.trim())).toBeUndefined();
  });
});
