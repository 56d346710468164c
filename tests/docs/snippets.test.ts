import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../package/built.js";
import { extractSnippets } from "./extract-snippets.js";
import { openWorkshop } from "./run-snippets.js";

const LANGUAGES_WITHOUT_TESTS = ["yaml", "", "text", "json", "jsonc", "csv", "mermaid", "diff", "md", "python", "java"];

const documents = [
  ...["README.md"].filter((name) => existsSync(join(root, name))),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
].sort();

const snippets = documents.flatMap((document) =>
  extractSnippets(readFileSync(join(root, document), "utf8")).map((snippet) => ({
    ...snippet,
    title: `${document}:${snippet.line}`,
    module: `${document.replace(/\W+/g, "-")}-${snippet.line}`,
  })),
);
const typescript = snippets.filter(({ language }) => language === "ts");
const executed = typescript.filter(({ flags }) => !flags.includes("no-run"));
const commands = snippets.filter(({ language, flags }) => language === "sh" && flags.includes("run"));
const workshop = openWorkshop(root, "snippets");

describe(`snippets in ${documents.length} documents: ${typescript.length} type-checked, ${executed.length} of them executed, ${commands.length} commands`, () => {
  it("are in a language that is tested, or in one that has nothing to test", () => {
    const known = ["ts", "sh", ...LANGUAGES_WITHOUT_TESTS];
    expect(snippets.filter(({ language }) => !known.includes(language)).map(({ title, language }) => `${title} ${language}`)).toEqual([]);
    expect(snippets.flatMap(({ title, flags }) => flags.filter((flag) => flag !== "run" && flag !== "no-run").map((flag) => `${title} ${flag}`))).toEqual([]);
  });

  it("have no type errors", () => {
    expect(workshop.check(Object.fromEntries(typescript.map(({ module, code }) => [module, code])))).toEqual({});
  });

  it.each(executed)("$title runs", ({ module, code }) => {
    const { status, output } = workshop.run(module, code);
    expect(status, output).toBe(0);
  });

  it.each(commands)("$title exits with 0", ({ code }) => {
    const { status, output } = workshop.shell(code);
    expect(status, output).toBe(0);
  });
});
