import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../package/built.js";
import { openWorkshop } from "./run-snippets.js";

/** A block of commands, and the block of text behind it that holds what they say. */
const STEP = /(```sh\n)([\s\S]*?)(```\n)(?:\n(```text\n)[\s\S]*?(```\n))?/g;

/** The page with what its commands say now; written by `npx vitest run --config tests/vitest.config.ts -u tests/docs/circle.test.ts`, on a built package. */
function circlePage(): string {
  const { shell } = openWorkshop(root, "circle-commands");
  const page = readFileSync(join(root, "docs/circle.md"), "utf8");
  let setting = "";
  return page.replace(STEP, (_, open: string, commands: string, close: string, text?: string, end?: string) => {
    if (setting === "") setting = commands;
    const { status, output } = shell(`${setting}${commands}`);
    expect(status, `${commands}${output}`).toBe(0);
    return `${open}${commands}${close}${text === undefined ? "" : `\n${text}${output}${end}`}`;
  });
}

describe("the whole circle", { timeout: 180_000 }, () => {
  it("is what the page says", async () => {
    await expect(circlePage()).toMatchFileSnapshot("../../docs/circle.md");
  });
});
