import { afterAll, describe, expect, it } from "vitest";
import { parseInstant } from "../../src/core/instant.js";
import { generateDeclarations, outcomeKnownAt } from "../../src/synthetic/index.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

describe("generate", () => {
  it("writes each invented declaration with what is supplied, the finding and when it is known", async () => {
    const { status, stdout, stderr } = await runMain(["generate", "--count", "40", "--seed", "3"]);
    expect([status, stderr]).toEqual([0, ""]);
    const records = stdout
      .trimEnd()
      .split("\n")
      .map((text) => JSON.parse(text));
    const expected = [...generateDeclarations({ seed: 3, count: 40 })].map(({ declaration, supplied, outcome }) => ({
      declaration,
      supplied,
      outcome: { finding: outcome.finding, knownAt: outcomeKnownAt(declaration) },
    }));
    expect(records).toEqual(JSON.parse(JSON.stringify(expected)));
    for (const { declaration, outcome } of records) {
      expect(parseInstant(outcome.knownAt) ?? 0).toBeGreaterThan(parseInstant(declaration.registeredAt) ?? Number.NaN);
    }
  });

  it("writes to a file that score reads", async () => {
    const file = space.path("made.jsonl");
    expect(await runMain(["generate", "--count", "25", "--seed", "1", "--days", "10", "--from", "2026-03-05", "--output", file])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    const days = space.read("made.jsonl").match(/"registeredAt":"\d{4}-\d{2}-\d{2}/g) ?? [];
    expect(days).toHaveLength(25);
    expect(days.every((day) => day >= '"registeredAt":"2026-03-05' && day <= '"registeredAt":"2026-03-14')).toBe(true);
    const key = space.write("key", "a key that all know");
    const run = await runMain(["score", "--profile", "docs/examples/vietnam-import.json", "--input", file, "--format", "json", "--selection-key-file", key]);
    expect([run.status, run.stdout.trimEnd().split("\n").length]).toEqual([0, 25]);
  });

  it.each([
    ["--count", "-1"],
    ["--count", "many"],
    ["--count", "100000001"],
    ["--days", "0"],
    ["--from", "2026-02-30"],
    ["--seed", "0.5"],
  ])("refuses %s %s as wrong usage, and leaves no file", async (option, value) => {
    const file = space.path("none.jsonl");
    const others = ["--count", "3", "--seed", "1", "--output", file];
    const { status, stdout, stderr } = await runMain(["generate", ...others, option, value]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^${option}: `));
    expect([space.has("none.jsonl"), space.has("none.jsonl.partial")]).toEqual([false, false]);
  });

  it("fails where the file cannot be written", async () => {
    const { status, stderr } = await runMain(["generate", "--count", "3", "--seed", "1", "--output", space.path("no/folder/x")]);
    expect([status, stderr]).toEqual([1, `${space.path("no/folder/x")}: cannot be read or written (ENOENT)\n`]);
  });
});

describe("outcomeKnownAt", () => {
  it("is 00:00 of a day 3 to 30 days after, by the number of the record", () => {
    const registeredAt = "2026-01-30T23:59:00+07:00";
    expect(outcomeKnownAt({ id: "100000000000", registeredAt })).toBe("2026-02-02T00:00:00+07:00");
    expect(outcomeKnownAt({ id: "100000000272", registeredAt })).toBe("2026-03-01T00:00:00+07:00");
    expect(outcomeKnownAt({ id: "100000000280", registeredAt })).toBe("2026-02-02T00:00:00+07:00");
  });
});
