import { describe, expect, it } from "vitest";
import { built, loadedModules } from "./built.js";

const CORE = ["@noble/hashes/hmac", "@noble/hashes/sha2", "@noble/hashes/utils", "zod"];

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
});
