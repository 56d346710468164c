import { afterAll, describe, expect, it } from "vitest";
import { declaration, expectHarmless, item } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profilePath = space.write("profile.json", PROFILE);

function record(id: string, description: string, finding?: boolean): string {
  const outcome = finding === undefined ? {} : { outcome: { finding, knownAt: "2026-03-05T00:00:00Z" } };
  return JSON.stringify({ declaration: declaration({ id, items: [item({ description })] }), ...outcome });
}

function ledger(input: string, ...options: readonly string[]) {
  return runMain(["ledger", "--profile", profilePath, "--input", input, "--format", "json", ...options]);
}

const INPUT = space.write(
  "input.jsonl",
  [record("A", "scrap", true), record("B", "scrap", false), record("C", "scrap"), record("D", "pipes", true)].join("\n"),
);

describe("ledger", () => {
  it("gives fires, hits, precision with its interval, last hit and overlap of every rule", async () => {
    const { status, stdout, stderr } = await ledger(INPUT, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      declarations: 4,
      inspected: 3,
      rules: [
        { rule: "any", fires: 4, inspected: 3, hits: 2, uniqueHits: 1, overlaps: [{ rule: "words", declarations: 3, share: 0.75 }] },
        { rule: "words", fires: 3, inspected: 2, hits: 1, uniqueHits: 0, precision: { rate: 0.5 }, lastHit: "2026-03-01T08:00:00+07:00" },
      ],
      neverFired: [],
    });
  });

  it("prints a table per domain, and what never fired", async () => {
    const { stdout } = await ledger(INPUT);
    expect(stdout).toContain("4 declarations, 3 with an outcome; precision is of these alone");
    expect(stdout).toMatch(/^words +3 +0 +0 +2 +1 +0 +50\.0 % +9\.5 to 90\.5 % +2026-03-01T08:00:00\+07:00 +any \(100\.0 %\)$/m);
    expect(stdout).not.toContain("never fired");
    for (const line of stdout.trimEnd().split("\n")) expectHarmless(line);
    const quiet = await ledger(space.write("quiet.jsonl", record("A", "pipes")));
    expect(quiet.stdout).toMatch(/^words +0 +0 +0 +0 +0 +0 +- +- +- +-$/m);
    expect(quiet.stdout).toMatch(/\nnever fired: security words\n$/);
  });

  it("says which records were refused and keeps the ledger of the rest; exit 1", async () => {
    const { status, stdout, stderr } = await ledger(space.write("bad.jsonl", `${record("A", "scrap", true)}\n{}\n`), "--json");
    expect([status, JSON.parse(stdout).declarations]).toEqual([1, 1]);
    expect(stderr).toMatch(/bad\.jsonl: line 2: .*\n1 refused\n$/);
  });

  it("reads a history, draws at random with a key, and refuses what the profile cannot assess", async () => {
    const counts = { tallies: 0, families: 0, orphans: 0, closed: 0 };
    const dropped = { late: 0, closed: 0, orphans: 0, keys: 0, ids: 0 };
    const header = { schema: "consignment-risk/history@1", latenessDays: 7, maxClosed: 10, undetailedOutcome: "everyItem", counts, dropped };
    expect((await ledger(INPUT, "--history", space.write("history.jsonl", `${JSON.stringify(header)}\n`))).stdout).toBe((await ledger(INPUT)).stdout);
    const random = space.write("random.json", { ...PROFILE, selection: { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] } });
    const drawn = ["ledger", "--profile", random, "--input", INPUT, "--format", "json"];
    expect((await runMain(drawn)).status).toBe(2);
    expect((await runMain([...drawn, "--selection-key-file", space.write("key", "a key that all know")])).stdout).toBe((await ledger(INPUT)).stdout);
    const later = space.write("later.json", { ...PROFILE, validity: { from: "2027-01-01T00:00:00Z" } });
    const refused = await runMain(["ledger", "--profile", later, "--input", INPUT, "--format", "json"]);
    expect([refused.status, refused.stdout.split("\n")[0]]).toEqual([1, expect.stringMatching(/^0 declarations/)]);
    expect(refused.stderr).toMatch(/\n4 refused\n$/);
  });

  it("fails on a repeated id, a missing file and a missing history; exit 1", async () => {
    const twice = await ledger(space.write("twice.jsonl", `${record("A", "x")}\n${record("A", "x")}\n`));
    expect([twice.status, twice.stdout]).toEqual([1, ""]);
    for (const options of [[space.path("missing")], [INPUT, "--history", space.path("missing")]] as const) {
      const [input, ...more] = options;
      expect(await ledger(input, ...more)).toEqual({ status: 1, stdout: "", stderr: `${space.path("missing")}: cannot be read or written (ENOENT)\n` });
    }
  });
});
