import { afterAll, describe, expect, it } from "vitest";
import { declaration, expectHarmless, item, profile } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profilePath = space.write("profile.json", PROFILE);

/** A lot of declarations of which the first so many describe scrap. */
function lot(name: string, size: number, scrap: number): string {
  const records = Array.from({ length: size }, (_, index) =>
    JSON.stringify({ declaration: declaration({ id: `D${index}`, items: [item({ description: index < scrap ? "scrap" : "pipes" })] }) }),
  );
  return space.write(name, records.join("\n"));
}

const BEFORE = lot("before.jsonl", 100, 10);
const NOW = lot("now.jsonl", 200, 100);

function drift(reference: string, input: string, ...options: readonly string[]) {
  return runMain(["drift", "--profile", profilePath, "--reference", reference, "--input", input, "--format", "json", ...options]);
}

describe("drift", () => {
  it("gives the index of the scores and of every indicator that the profile reads, and of no other", async () => {
    const { status, stdout, stderr } = await drift(BEFORE, NOW, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const { reference, current, scores, indicators } = JSON.parse(stdout);
    expect([reference, current]).toEqual([100, 200]);
    const psi = (0.5 - 0.1) * Math.log(0.5 / 0.1) + (0.5 - 0.9) * Math.log(0.5 / 0.9);
    expect(scores.domains).toMatchObject([{ domain: "security", psi: expect.closeTo(psi, 10), signal: "large" }]);
    expect(scores.channel).toMatchObject({ psi: expect.closeTo(psi, 10), bins: [{ label: "green", reference: 90, current: 100 }, { label: "red" }] });
    expect(indicators.map(({ indicator, signal }: { readonly indicator: string; readonly signal: string }) => [indicator, signal])).toEqual([
      ["goodsDescription", "large"],
      ["hsCode", "stable"],
    ]);
  });

  it("prints the index with what moved most", async () => {
    const { stdout } = await drift(BEFORE, NOW);
    expect(stdout).toContain("100 declarations of reference, 200 now;");
    expect(stdout).toMatch(/^goodsDescription \(item\) +0\.879 +large +scrap 10\.0 % to 50\.0 %$/m);
    expect(stdout).toMatch(/^hsCode \(item\) +0\.000 +stable +-$/m);
    for (const line of stdout.trimEnd().split("\n")) expectHarmless(line);
    expect((await drift(BEFORE, BEFORE)).stdout).toMatch(/^security +0\.000 +stable +-$/m);
  });

  it("refuses an empty lot, and a missing file; exit 1", async () => {
    const empty = space.write("empty.jsonl", "\n");
    for (const [reference, input] of [
      [empty, NOW],
      [BEFORE, empty],
    ] as const) {
      const { status, stdout, stderr } = await drift(reference, input);
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toContain("expected at least one value");
    }
    expect((await drift(space.path("missing"), NOW)).stderr).toBe(`${space.path("missing")}: cannot be read or written (ENOENT)\n`);
  });

  it("reports refused records of both lots; exit 1", async () => {
    const bad = space.write("bad.jsonl", `${JSON.stringify({ declaration: declaration() })}\n{\n`);
    const { status, stdout, stderr } = await drift(bad, bad, "--json");
    expect([status, JSON.parse(stdout).reference]).toEqual([1, 1]);
    expect(stderr).toMatch(/2 refused\n$/);
    const foreign = JSON.stringify({ id: "F", asOf: "2026-01-01T00:00:00Z", facts: { currency: "EUR", header: {}, items: [] } });
    expect((await drift(space.write("foreign.jsonl", `${foreign}\n${JSON.stringify({ declaration: declaration() })}`), BEFORE)).stderr).toMatch(
      /line 1: currency[\s\S]*1 refused\n$/,
    );
    const supplied = JSON.stringify({ declaration: declaration(), supplied: [{ indicator: "none", value: 1, source: "s", knownAt: "2026-01-01T00:00:00Z" }] });
    expect((await drift(space.write("supplied.jsonl", `${supplied}\n${JSON.stringify({ declaration: declaration() })}`), BEFORE)).stderr).toMatch(
      /1 refused\n$/,
    );
  });

  it("reads a history; what it cannot tell of the past is told", async () => {
    const rule = {
      id: "seen",
      version: 1,
      texts: { title: { en: "seen" }, reason: { en: "seen" } },
      level: "item",
      when: { op: "gte", indicator: "signatureFindings", value: 1 },
      effect: { kind: "points", points: 5, undetermined: 0 },
      basis: { kind: "operational", reference: "for tests" },
    };
    const path = space.write("history-profile.json", profile([rule]));
    const counts = { tallies: 0, families: 0, orphans: 0, closed: 0 };
    const dropped = { late: 0, closed: 0, orphans: 0, keys: 0, ids: 0 };
    const header = { schema: "consignment-risk/history@1", latenessDays: 7, maxClosed: 10, undetailedOutcome: "everyItem", counts, dropped };
    const run = (watermark: object) =>
      runMain(
        ["drift", "--profile", path, "--reference", BEFORE, "--input", NOW, "--format", "json"].concat(
          "--history",
          space.write("history.jsonl", `${JSON.stringify({ ...header, ...watermark })}\n`),
        ),
      );
    expect((await run({})).stderr).toBe("");
    expect((await run({ watermark: "2026-04-01T00:00:00Z" })).stderr).toMatch(
      /^300 of 300 assessed in spite of faults, such as D0: items\[1\]\.signatureFindings/,
    );
  });

  it("reads standard input once, and needs a key where the profile draws at random", async () => {
    expect((await drift("-", "-")).status).toBe(2);
    const random = space.write("random.json", { ...PROFILE, selection: { channel: "red", randomRate: 0.1, identity: ["firstDeclaration"] } });
    const args = ["drift", "--profile", random, "--reference", BEFORE, "--input", NOW, "--format", "json"];
    expect((await runMain(args)).status).toBe(2);
    expect((await runMain([...args, "--selection-key-file", space.write("key", "a key that all know")])).status).toBe(0);
  });
});
