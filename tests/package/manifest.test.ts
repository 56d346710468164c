import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_VERSION } from "../../src/core/version.js";
import { built, root } from "./built.js";

const manifest: { readonly version: string; readonly exports: object; readonly bin: object; readonly scripts: object } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);

function targets(entry: unknown): readonly string[] {
  return typeof entry === "string" ? [entry] : Object.values(Object(entry)).flatMap(targets);
}

describe("the manifest", () => {
  it("states the version of the engine, and the changelog has it", () => {
    expect(manifest.version).toBe(ENGINE_VERSION);
    expect(readFileSync(join(root, "CHANGELOG.md"), "utf8")).toContain(`## ${manifest.version}`);
  });

  it("names only files that the build makes", () => {
    const files = [...targets(manifest.exports), ...targets(manifest.bin)];
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it("runs nothing on installation", () => {
    const hooks = ["preinstall", "install", "postinstall", "prepare", "prepublish", "prepublishOnly", "preprepare", "postprepare"];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });
});

describe("the built profile schema", () => {
  it("is the JSON Schema of a profile document", () => {
    const schema = JSON.parse(readFileSync(built("profile.schema.json"), "utf8"));
    expect(schema).toMatchObject({
      $schema: expect.stringContaining("json-schema.org"),
      type: "object",
      properties: { schema: { const: "consignment-risk/profile@1" } },
      additionalProperties: false,
    });
  });
});

describe("the built command", () => {
  it("starts with the line that runs it under Node", () => {
    expect(readFileSync(built("cli.js"), "utf8").startsWith("#!/usr/bin/env node\n")).toBe(true);
  });
});
