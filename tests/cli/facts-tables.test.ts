import { afterAll, describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";
import { createWorkspace, line, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const EXAMPLE = "docs/examples/vietnam-import.json";
const keyFile = space.write("key", "known to all, for these tests");
const profilePath = space.write("profile.json", PROFILE);
const AS_OF = "2026-03-01T08:00:00+07:00";

/** Declarations, and facts as others state them: mistyped, unknown, failed, hostile, in a foreign currency, one id twice. */
const RECORDS = [
  line("A", { description: "metal scrap" }),
  line("B"),
  line("A", { description: "pipes" }),
  JSON.stringify({
    id: "C",
    asOf: AS_OF,
    facts: { header: { itemCount: "seven", nobody: 1 }, items: [{ item: 2, values: { goodsDescription: 5, hs: "1" } }] },
  }),
  JSON.stringify({
    id: "D",
    asOf: AS_OF,
    facts: {
      header: {},
      items: [
        { item: 1, values: { goodsDescription: { missing: "failed", reason: 'it\'s "out"\n, again' } } },
        { item: 3, values: { goodsDescription: { missing: "failed" } } },
        { item: 9, values: { goodsDescription: { missing: "notApplicable" } } },
      ],
    },
  }),
  JSON.stringify({ id: "E", asOf: AS_OF, facts: { currency: "EUR", header: {}, items: [] } }),
  JSON.stringify({ id: "F", asOf: AS_OF, facts: { header: {}, items: [{ item: 1, values: { goodsDescription: "';--,\"\\ SCRAP\u0000\r\n" } }] } }),
  JSON.stringify({ id: "G", asOf: AS_OF, facts: { header: {}, items: [] } }),
];
const input = space.write("records.jsonl", `${RECORDS.join("\n")}\n`);

describe.each(["jsonl", "csv", "parquet"])("tables of facts as %s", (as) => {
  const folder = space.path(`facts-${as}`);

  it("score in DuckDB to the lines that the records score to, in their order, refusals told", async () => {
    const extracted = await runMain(["extract-facts", "--profile", profilePath, "--input", input, "--format", "json", "--as", as, "--output", folder]);
    expect([extracted.status, extracted.stderr]).toEqual([0, ""]);
    const plain = await runMain(["score", "--profile", profilePath, "--input", input, "--format", "json"]);
    const rejects = space.path(`rejects-${as}.jsonl`);
    const scored = await runMain(["score", "--profile", profilePath, "--engine", "duckdb", "--facts", folder, "--rejects", rejects]);
    expect(scored.stdout).toBe(plain.stdout);
    expect(scored.stdout.split("\n").length - 1).toBe(RECORDS.length - 1);
    expect([plain.status, scored.status]).toEqual([1, 1]);
    expect(scored.stderr).toContain(`1 refused, kept in ${rejects}`);
    expect(JSON.parse(space.read(`rejects-${as}.jsonl`))).toMatchObject({ line: 6, issues: [{ code: "money.currency" }] });
  });

  it("with a random rate, whose draws are made here", async () => {
    const declarations = space.path("generated.jsonl");
    await runMain(["generate", "--count", "60", "--seed", "5", "--output", declarations]);
    const extracted = await runMain([
      "extract-facts",
      "--profile",
      EXAMPLE,
      "--input",
      declarations,
      "--format",
      "json",
      "--as",
      as,
      "--all",
      "--output",
      folder,
    ]);
    expect([extracted.status, extracted.stderr]).toEqual([0, ""]);
    expect(JSON.parse(space.read(`facts-${as}/facts.json`))).toMatchObject({ schema: "consignment-risk/facts-tables@1", format: as, declarations: 60 });
    const options = ["score", "--profile", EXAMPLE, "--selection-key-file", keyFile];
    const plain = await runMain([...options, "--input", declarations, "--format", "json"]);
    const scored = await runMain([...options, "--engine", "duckdb", "--facts", folder]);
    expect([scored.status, scored.stderr]).toEqual([0, ""]);
    expect(scored.stdout).toBe(plain.stdout);
  });
});

describe("tables of facts are refused", () => {
  const score = (...options: readonly string[]) => runMain(["score", "--profile", profilePath, ...options]);

  it("where an option is missing, or one does not go with them", async () => {
    expect(await score()).toMatchObject({ status: 2, stderr: expect.stringContaining("--input and --format are needed, or --engine duckdb and --facts") });
    expect(await score("--facts", "x")).toMatchObject({ status: 2, stderr: expect.stringContaining("--engine and --facts go together") });
    const both = await score("--engine", "duckdb", "--facts", "x", "--input", "y", "--format", "json");
    expect(both).toMatchObject({ status: 2, stderr: expect.stringContaining("--facts goes only with --profile, --output") });
  });

  it("where the folder holds none, or has no columns for the profile", async () => {
    expect(await score("--engine", "duckdb", "--facts", space.path("nowhere"))).toMatchObject({ status: 1, stdout: "" });
    const few = space.path("few");
    await runMain(["extract-facts", "--profile", profilePath, "--input", input, "--format", "json", "--output", few]);
    const example = await runMain(["score", "--profile", EXAMPLE, "--selection-key-file", keyFile, "--engine", "duckdb", "--facts", few]);
    expect(example).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("which have no columns there; extract the facts again") });
    space.write("few/facts.json", space.read("few/facts.json").replace(/"catalogue":"[^"]*"/, '"catalogue":"another/9"'));
    expect(await score("--engine", "duckdb", "--facts", few)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("the facts are of the catalogue another/9"),
    });
    space.write("few/facts.json", "{}");
    expect(await score("--engine", "duckdb", "--facts", few)).toMatchObject({ status: 1, stdout: "" });
  });

  it("where a path reads as a pattern", async () => {
    const starred = space.path("a[1]");
    await runMain(["extract-facts", "--profile", profilePath, "--input", input, "--format", "json", "--output", starred]);
    expect(await score("--engine", "duckdb", "--facts", starred)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("for a pattern; move the folder"),
    });
  });

  it("record by record while they are made; the rest is written, and no part of a file stays behind", async () => {
    const broken = space.write("broken.jsonl", `${RECORDS[0]}\nnot json\n${RECORDS[1]}\n`);
    const folder = space.path("partly");
    const extracted = await runMain(["extract-facts", "--profile", profilePath, "--input", broken, "--format", "json", "--as", "parquet", "--output", folder]);
    expect(extracted).toMatchObject({ status: 1, stderr: expect.stringContaining("1 refused; the rest was written") });
    expect(JSON.parse(space.read("partly/facts.json"))).toMatchObject({ declarations: 2 });
    const { readdirSync } = await import("node:fs");
    expect(readdirSync(folder).sort()).toEqual(["facts.json", "facts_header.parquet", "facts_items.parquet"]);
  });
});

describe("to-sql", () => {
  it("writes the query, and the tables that it reads", async () => {
    const query = await runMain(["to-sql", "--profile", EXAMPLE, "--dialect", "postgresql", "--draws", "draws", "--give", "rules"]);
    expect(query).toMatchObject({ status: 0, stderr: "", stdout: expect.stringContaining("precursors.scheduled-name, version 1") });
    const output = space.path("tables.sql");
    await runMain(["to-sql", "--profile", profilePath, "--dialect", "duckdb", "--tables", "--header", "lake.h", "--items", "lake.i", "--output", output]);
    expect(space.read("tables.sql")).toContain("CREATE TABLE lake.h (\n  key BIGINT NOT NULL,");
    expect(space.read("tables.sql")).toContain('"goodsDescription_folded" VARCHAR');
  });

  it("writes the queries of a backtest", async () => {
    const ledger = ["to-sql", "--profile", profilePath, "--dialect", "duckdb", "--give", "ledger"];
    expect(await runMain([...ledger, "--outcomes", "inspections_2026"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("FROM inspections_2026 AS o"),
    });
    expect(await runMain(ledger)).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("a table of what inspections found") });
    const precision = await runMain([
      "to-sql",
      "--profile",
      profilePath,
      "--dialect",
      "duckdb",
      "--give",
      "precision",
      "--outcomes",
      "found",
      "--at",
      "2,five",
    ]);
    expect(precision).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("a share from 0 to 1, or a whole count, received NaN") });
  });

  it("says what it refuses", async () => {
    const noDraws = await runMain(["to-sql", "--profile", EXAMPLE, "--dialect", "duckdb"]);
    expect(noDraws).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("a table of random draws") });
    const values = await runMain(["to-sql", "--profile", profilePath, "--dialect", "duckdb", "--tables", "--columns", "values"]);
    expect(values).toMatchObject({ status: 2, stdout: "" });
  });
});
