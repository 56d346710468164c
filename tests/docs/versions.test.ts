import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../package/built.js";

describe("the page on versions", () => {
  it("names the schema of every document that the package reads or writes", () => {
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    // what a hash begins with is no document
    const written = sources
      .flatMap((name) => readFileSync(join(root, "src", name), "utf8").match(/"consignment-risk\/[a-z-]+@\d+"/g) ?? [])
      .map((schema) => schema.slice(1, -1))
      .filter((schema) => !["consignment-risk/draw@1", "consignment-risk/key-id@1"].includes(schema));
    const stated = readFileSync(join(root, "docs/versions.md"), "utf8").match(/`consignment-risk\/[a-z-]+@\d+`/g) ?? [];
    expect([...new Set(stated)].map((schema) => schema.slice(1, -1)).sort()).toEqual([...new Set(written)].sort());
  });
});
