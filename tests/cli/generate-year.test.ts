import { afterAll, describe, expect, it } from "vitest";
import { readVnaccsDeclarations } from "../../src/adapters/vnaccs/read-vnaccs-declarations.js";
import { parseInstant } from "../../src/core/instant.js";
import { familyOf } from "../../src/model/family.js";
import { generateYear, HELD_OUT_SCHEMES, OPEN_SCHEMES, shuffleArrivals } from "../../src/synthetic/index.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const YEAR = ["generate", "--year", "--count", "150", "--seed", "4", "--days", "30"];
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe("generate --year", () => {
  it("writes each declaration with its outcome where it has one, and no truth", async () => {
    const { status, stdout, stderr } = await runMain([...YEAR, "--schemes", "all", "--intensity", "5"]);
    expect([status, stderr]).toEqual([0, ""]);
    const expected = [...generateYear({ seed: 4, declarations: 150, days: 30, schemes: [...OPEN_SCHEMES, ...HELD_OUT_SCHEMES], intensity: 5 })].map(
      ({ declaration, outcome }) => {
        const { declarationId: _, ...result } = outcome ?? {};
        return outcome === undefined ? { declaration } : { declaration, outcome: result };
      },
    );
    expect(linesOf(stdout)).toEqual(plain(expected));
  });

  it("writes manifests, truth and outcomes to files of their own, outcomes in the order in which they become known", async () => {
    const files = {
      output: space.path("year.jsonl"),
      manifest: space.path("manifest.jsonl"),
      truth: space.path("truth.jsonl"),
      outcomes: space.path("outcomes.jsonl"),
    };
    const options = Object.entries(files).flatMap(([name, path]) => [`--${name}`, path]);
    expect(await runMain([...YEAR, "--schemes", "rip-off,parcel-spray", ...options])).toEqual({ status: 0, stdout: "", stderr: "" });
    const records = [...generateYear({ seed: 4, declarations: 150, days: 30, schemes: ["rip-off", "parcel-spray"] })];
    expect(linesOf(space.read("year.jsonl"))).toEqual(plain(records.map(({ declaration }) => ({ declaration }))));
    expect(linesOf(space.read("manifest.jsonl"))).toEqual(plain(records.flatMap(({ consignments }) => consignments)));
    expect(linesOf(space.read("truth.jsonl"))).toEqual(plain(records.map(({ truth }) => truth)));
    const outcomes = linesOf(space.read("outcomes.jsonl"));
    const times = outcomes.map(({ knownAt }) => parseInstant(knownAt) ?? Number.NaN);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(outcomes.map(({ declarationId }) => declarationId).sort()).toEqual(records.flatMap(({ outcome }) => outcome?.declarationId ?? []).sort());
  });

  it("writes declarations in order of arrival, and no outcome before its declaration", async () => {
    const { stdout } = await runMain([...YEAR, "--shuffle-hours", "48", "--outcomes", space.path("late.jsonl")]);
    const arrived = [...shuffleArrivals(generateYear({ seed: 4, declarations: 150, days: 30 }), 4, 48)];
    expect(linesOf(stdout).map(({ declaration }) => declaration.id)).toEqual(arrived.map(({ declaration }) => declaration.id));
    expect(linesOf(space.read("late.jsonl"))).toHaveLength(arrived.filter(({ outcome }) => outcome !== undefined).length);
  });

  it("writes a file that score reads, and a manifest that score reads", async () => {
    const [output, manifest, key] = [space.path("scored.jsonl"), space.path("scored-manifest.jsonl"), space.write("key", "a key that all know")];
    await runMain([...YEAR, "--count", "20", "--output", output, "--manifest", manifest]);
    const score = (input: string, format: string) =>
      runMain(["score", "--profile", "docs/examples/vietnam-import.json", "--input", input, "--format", format, "--selection-key-file", key]);
    const [declarations, consignments] = [await score(output, "json"), await score(manifest, "manifest")];
    expect([declarations.status, linesOf(declarations.stdout).length]).toEqual([0, 20]);
    expect([consignments.status, linesOf(consignments.stdout).length > 10]).toEqual([0, true]);
  });

  it("writes VNACCS lines that are read back with the same families and outcomes", async () => {
    const { status, stdout } = await runMain([...YEAR, "--format", "vnaccs", "--output", space.path("vnaccs.jsonl")]);
    expect([status, stdout]).toEqual([0, ""]);
    const records = [...generateYear({ seed: 4, declarations: 150, days: 30 })];
    const read = [];
    for await (const row of readVnaccsDeclarations([space.read("vnaccs.jsonl")])) read.push(row);
    expect(read.filter(({ ok }) => !ok)).toEqual([]);
    expect(read.flatMap((row) => (row.ok ? familyOf(row.value.declaration) : []))).toEqual(records.map(({ truth }) => truth.familyId));
    expect(read.flatMap((row) => (row.ok ? (row.value.outcome ?? []) : []))).toEqual(records.flatMap(({ outcome }) => outcome ?? []));
  });

  it.each([
    ["--count", "0", "--count: expected an integer from 1"],
    ["--days", "4000", "--days: expected an integer from 1"],
    ["--schemes", "nonsense", "--schemes: expected some of"],
    ["--schemes", "toString", "--schemes: expected some of"],
    ["--intensity", "many", "--intensity: expected a decimal number"],
    ["--intensity", "21", "--intensity: expected a number from 0 to 20"],
    ["--shuffle-hours", "2401", "--shuffle-hours: expected a number from 0"],
    ["--from", "2026-02-30", "--from: expected a real date"],
  ])("refuses %s %s as wrong usage, and leaves no file", async (option, value, message) => {
    const { status, stdout, stderr } = await runMain([...YEAR, "--output", space.path("none.jsonl"), option, value]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect([space.has("none.jsonl"), space.has("none.jsonl.partial")]).toEqual([false, false]);
  });

  it("leaves no file where another cannot be written", async () => {
    const { status } = await runMain([...YEAR, "--output", space.path("gone.jsonl"), "--truth", space.path("no/folder/x")]);
    expect([status, space.has("gone.jsonl"), space.has("gone.jsonl.partial")]).toEqual([1, false, false]);
  });

  it.each(["--schemes", "--intensity", "--shuffle-hours", "--manifest", "--truth", "--outcomes", "--format"])("refuses %s without --year", async (option) => {
    const { status, stderr } = await runMain(["generate", "--count", "3", "--seed", "1", option, option === "--format" ? "vnaccs" : "1"]);
    expect([status, stderr]).toEqual([2, `${option} goes with --year\n`]);
  });

  it("plants the held-out schemes when asked to, and none when told so", async () => {
    for (const which of ["heldOut", "none"]) {
      const truth = space.path(`${which}.jsonl`);
      expect((await runMain([...YEAR, "--count", "400", "--schemes", which, "--intensity", "10", "--truth", truth])).status).toBe(0);
      const planted = new Set(linesOf(space.read(`${which}.jsonl`)).flatMap(({ scheme }) => scheme ?? []));
      expect([...planted].every((id) => HELD_OUT_SCHEMES.includes(id))).toBe(true);
      expect(planted.size > 0).toBe(which === "heldOut");
    }
  });
});
