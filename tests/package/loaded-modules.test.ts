import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { built, loadedFiles, loadedModules } from "./built.js";

const CORE = ["@noble/hashes/hmac", "@noble/hashes/sha2", "@noble/hashes/utils", "zod", "zod/v4/core"];

describe.each(["js", "cjs"])("the built modules (%s)", (extension) => {
  it("load only zod and hashes for scoring: nothing of Node, no linear algebra, no CSV, no generator of test cases", () => {
    expect(loadedModules(built(`index.${extension}`))).toEqual(CORE);
  });

  it("load only what scoring loads for synthetic declarations", () => {
    const beyond = loadedModules(built(`synthetic.${extension}`)).filter((name) => !CORE.includes(name));
    expect(beyond).toEqual([]);
  });

  it("load the CSV reader only for adapters, linear algebra only for training", () => {
    const adapters = loadedModules(built(`adapters.${extension}`));
    const training = loadedModules(built(`training.${extension}`));
    expect(adapters).toContain("papaparse");
    expect(adapters.filter((name) => name.startsWith("ml-"))).toEqual([]);
    expect(training.some((name) => name.startsWith("ml-"))).toBe(true);
    expect(training).not.toContain("papaparse");
  });

  it("load edit distances and the table of transliterations for intelligence alone, and nothing else beyond the core", () => {
    const beyond = loadedModules(built(`intelligence.${extension}`)).filter((name) => !CORE.includes(name));
    expect(beyond).toEqual(["fastest-levenshtein"]);
    expect(containsTransliterations(built(`intelligence.${extension}`))).toBe(true);
    for (const entry of ["index", "adapters", "synthetic", "training", "evaluation"]) {
      expect(containsTransliterations(built(`${entry}.${extension}`))).toBe(false);
    }
  });
});

/** Whether a built file or a chunk that it loads holds the table of any-ascii, the only text of its size. */
function containsTransliterations(file: string): boolean {
  return loadedFiles(file).some((path) => statSync(path).size > 400_000);
}
