import { afterAll, describe, expect, it } from "vitest";
import { declaration, profile, rule } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const header = (indicator: string, min: number): object => ({ op: "gte", indicator, value: min });
const profilePath = space.write(
  "profile.json",
  profile([
    rule("known", header("importerPriorDeclarations", 1), { level: "header" }),
    rule("known-well", header("importerPriorDeclarations", 2), { level: "header" }),
    rule("found", header("receiverFindingRate", 0.05), { level: "header" }),
  ]),
);

const IMPORTER = { parties: { importer: { identifier: { scheme: "vn-mst", code: "0314409058" } } } };

/** A declaration of the one importer, registered so many hours after the first. */
function record(id: string, hours: number, more: object = {}, fields: object = {}): string {
  const registeredAt = new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000).toISOString().replace(".000Z", "Z");
  return JSON.stringify({ declaration: declaration({ id, registeredAt, ...IMPORTER, ...fields }), ...more });
}

function run(lines: readonly string[], ...args: readonly string[]) {
  const input = space.write("input.jsonl", lines.map((line) => `${line}\n`).join(""));
  return runMain(["score", "--profile", profilePath, "--input", input, "--format", "json", ...args]);
}

/** The rules that fired, by declaration. */
function fired(stdout: string): readonly (readonly [string, readonly string[]])[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text))
    .map(({ id, domains }) => [id, Object.keys(domains.security.rules).filter((name) => domains.security.rules[name] === "fired")]);
}

const SAID = "--evolve: on one thread, in the order of the input; each record is scored before it is learned from\n";

describe("score --evolve", () => {
  it("scores each declaration with what was known then, and learns from it afterwards", async () => {
    const { status, stdout, stderr } = await run([record("A", 0), record("B", 1), record("C", 2)], "--evolve");
    expect([status, stderr]).toEqual([0, SAID]);
    expect(fired(stdout)).toEqual([
      ["A", []],
      ["B", ["known"]],
      ["C", ["known", "known-well"]],
    ]);
  });

  it("shows an outcome from when it is known on, and never to its own declaration", async () => {
    const outcome = { finding: true, knownAt: "2026-03-02T00:00:00Z" };
    const lines = [record("A", 0, { outcome }), record("B", 23), record("C", 25)];
    const { stdout } = await run(lines, "--evolve");
    expect(fired(stdout).map(([id, rules]) => [id, rules.includes("found")])).toEqual([
      ["A", false],
      ["B", false],
      ["C", true],
    ]);
  });

  it("forgets the keys not seen for longest beyond so many of a dimension, and says how many", async () => {
    // every declaration is of another importer, but for the first and the last
    const importer = (index: number) => ({ parties: { importer: { identifier: { scheme: "vn-mst", code: String(1_000_000_000 + index) } } } });
    const lines = [...Array(30).keys(), 150].map((day, index) => record(`D-${index}`, day * 24, {}, importer(index === 30 ? 0 : index)));
    const kept = await run(lines, "--evolve");
    expect(kept.stderr).toBe(SAID);
    expect(fired(kept.stdout).at(-1)).toEqual(["D-30", ["known"]]);
    const bounded = await run([...lines, record("D-31", 300 * 24, {}, importer(31)), record("D-32", 302 * 24, {}, importer(0))], "--evolve", "--max-keys", "2");
    expect(bounded.status).toBe(0);
    expect(bounded.stderr).toMatch(/the history forgot \d+ keys/);
    const unbounded = await run([...lines, record("D-31", 300 * 24, {}, importer(31)), record("D-33", 302 * 24, {}, importer(5))], "--evolve");
    const forgotten = await run(
      [...lines, record("D-31", 300 * 24, {}, importer(31)), record("D-33", 302 * 24, {}, importer(5))],
      "--evolve",
      "--max-keys",
      "2",
    );
    expect(fired(unbounded.stdout).at(-1)).toEqual(["D-33", ["known"]]);
    expect(fired(forgotten.stdout).at(-1)).toEqual(["D-33", []]);
  });

  it.each([
    [["--max-keys", "5"], "--max-keys bounds the history of --evolve"],
    [["--evolve", "--max-keys", "0"], "--max-keys: expected 1 or more"],
    [["--evolve", "--max-keys", "5", "--history", "h"], "--max-keys: a history from a file states itself"],
  ])("refuses %j", async (args, said) => {
    const { status, stderr } = await run([record("A", 0)], ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  it("goes on from a snapshot as if it had been one run", async () => {
    const lines = Array.from({ length: 12 }, (_, index) =>
      record(`D-${index}`, index * 9, index % 3 === 0 ? { outcome: { finding: index % 2 === 0, knownAt: "2026-03-03T12:00:00Z" } } : {}),
    );
    const [whole, first, second] = ["whole", "first", "second"].map((name) => space.path(`${name}.history`)) as [string, string, string];
    const one = await run(lines, "--evolve", whole);
    for (const cut of [1, 5, 11]) {
      const before = await run(lines.slice(0, cut), "--evolve", first);
      const after = await run(lines.slice(cut), "--evolve", second, "--history", first);
      expect(before.stdout + after.stdout).toBe(one.stdout);
      expect(space.read("second.history")).toBe(space.read("whole.history"));
    }
  });

  it("takes records of a day and of the day before in any order, and refuses earlier ones, which stay in the rejects", async () => {
    const early = record("early", 23);
    const { status, stdout, stderr } = await run([record("A", 49), record("B", 30), early], "--evolve", "--rejects", space.path("rejects.jsonl"));
    expect(status).toBe(1);
    // B is before A, so that it does not see it
    expect(fired(stdout)).toEqual([
      ["A", []],
      ["B", []],
    ]);
    expect(stderr).toContain("line 3: (root): expected a record as of 2026-03-02T00:00:00Z or later");
    expect(JSON.parse(JSON.parse(space.read("rejects.jsonl")).raw)).toEqual(JSON.parse(early));
  });

  it("scores a declaration that it cannot learn from, and says so", async () => {
    const split = { firstDeclarationId: "B", split: { number: 2, of: 2 } };
    const { status, stdout, stderr } = await run([record("A", 0), record("B", 1), record("A", 2, {}, split)], "--evolve");
    expect([status, fired(stdout).length]).toEqual([1, 3]);
    expect(stderr).toMatch(/warning: line 3: familyId: .*stands in the family "A"/);
    expect(stderr).toContain("1 scored, but not learned from\n");
  });

  it("passes over what cannot be read, and refuses facts, from which nothing can be learned", async () => {
    const facts = JSON.stringify({ id: "F", asOf: "2026-03-01T00:00:00Z", facts: { header: {}, items: [{ item: 1, values: {} }] } });
    const { status, stdout, stderr } = await run(["{", facts, record("A", 0)], "--evolve");
    expect([status, fired(stdout)]).toEqual([1, [["A", []]]]);
    expect(stderr).toContain("line 2: facts: expected a declaration or a consignment");
    expect(stderr).toContain("2 refused\n");
  });

  it("scores consignments without counting them", async () => {
    const consignment = {
      transportDocument: { level: "house", number: "H" },
      lodgedAt: "2026-03-01T00:00:00Z",
      transport: {},
      items: [{ lineNumber: 1, description: "x" }],
    };
    const lines = ["C-1", "C-2"].map((id) => JSON.stringify({ consignment: { id, parties: { consignee: { name: "Lotus" } }, ...consignment } }));
    const history = space.path("consignments.history");
    const { status, stdout } = await run(lines, "--evolve", history);
    expect([status, stdout.trimEnd().split("\n").length]).toEqual([0, 2]);
    expect(space.read("consignments.history").trimEnd().split("\n")).toHaveLength(1);
  });

  it.each([
    [["--as-of", "2026-03-01T00:00:00Z"], "--evolve scores each record as of its own moment: it does not go with --as-of"],
    [["--jobs", "2"], "--evolve learns in the order of the input: it goes with one job"],
  ])("does not go with %j", async (args, message) => {
    expect(await run([], "--evolve", ...args)).toMatchObject({ status: 2, stderr: `${message}\n` });
  });

  it("does not write its history over its output", async () => {
    const path = space.path("same");
    expect(await run([], "--evolve", path, "--output", path)).toMatchObject({ status: 2, stderr: "--output and --evolve name the same file\n" });
  });
});

describe("score --jobs with an audit log", () => {
  it("is refused: the log is written in the order of the input", async () => {
    expect(await run([], "--jobs", "2", "--alerts", "a", "--audit", "b")).toMatchObject({
      status: 2,
      stderr: "--audit is written in the order of the input: it goes with one job\n",
    });
  });
});
