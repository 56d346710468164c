import { afterAll, describe, expect, it } from "vitest";
import { declaration, expectHarmless, item, profile } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profilePath = space.write("profile.json", PROFILE);
const key = space.write("key", "a key that all know");

/** A record registered on a day of March, with the result of its inspection. */
function past(id: string, day: number, finding: boolean | undefined, description = "pipes", more: object = {}): string {
  const on = (date: number): string => `2026-03-${String(date).padStart(2, "0")}T08:00:00+07:00`;
  return JSON.stringify({
    declaration: declaration({ id, registeredAt: on(day), items: [item({ description })] }),
    ...(finding === undefined ? {} : { outcome: { finding, knownAt: on(day + 2), ...more } }),
  });
}

function backtest(input: string, ...options: readonly string[]) {
  return runMain(["backtest", "--profile", profilePath, "--input", input, "--format", "json", "--replicates", "50", ...options]);
}

async function result(input: string, ...options: readonly string[]) {
  const { status, stdout, stderr } = await backtest(input, "--json", ...options);
  expect([status, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

/** Ten declarations, three with a finding; two of the three describe scrap, as one other does. */
const TEN = space.write(
  "ten.jsonl",
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    .map((day) => past(`D${day}`, day, day === 2 || day === 5 || day === 8, [2, 5, 7].includes(day) ? "scrap" : "pipes"))
    .join("\n"),
);

describe("backtest", () => {
  it("gives the full result as one JSON document", async () => {
    const summary = await result(TEN, "--at", "10,30");
    expect(summary).toMatchObject({
      profile: { id: "hostile", version: "1" },
      declarations: 10,
      refused: 0,
      period: { from: "2026-03-01T08:00:00+07:00", to: "2026-03-10T08:00:00+07:00" },
      outcomes: 10,
      findings: 3,
      basis: "complete",
      bootstrap: { seed: 1, replicates: 50 },
      channels: [
        { channel: "red", declarations: 3, outcomes: 3, findings: 2, rate: { rate: 2 / 3, inspected: 3 } },
        { channel: "yellow", declarations: 0 },
        { channel: "green", declarations: 7, outcomes: 7, findings: 1 },
      ],
      domains: [{ domain: "security", probability: { calibrated: false } }],
      refusals: [],
    });
    const [{ ranking, intervals }] = summary.domains;
    expect(ranking.top).toMatchObject([
      { count: 1, hits: 1, precision: 1, hitsOfBest: 1 },
      { count: 3, hits: 2, precision: 2 / 3, recall: 2 / 3, lift: expect.closeTo(20 / 9), hitsOfBest: 2 / 3 },
    ]);
    expect(intervals.precision).toMatchObject([{ estimate: 1, replicates: 50, level: 0.95 }, { estimate: 2 / 3 }]);
    expect(intervals.rocAuc.estimate).toBe(ranking.rocAuc);
    expect(summary.cases[1]).toEqual({
      id: "D2",
      asOf: "2026-03-02T08:00:00+07:00",
      channel: "red",
      micropoints: { security: -4_000_000 },
      inspected: true,
      finding: true,
    });
    expect(summary.cases).toHaveLength(10);
  });

  it("prints figures with intervals, and says of whom they speak", async () => {
    const { status, stdout, stderr } = await backtest(TEN, "--at", "30");
    expect([status, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^backtest of hostile 1 \(sha256:[0-9a-f]{64}\)$/);
    expect(lines[1]).toBe("10 declarations from 2026-03-01T08:00:00+07:00 to 2026-03-10T08:00:00+07:00, 0 refused");
    expect(stdout).toContain("All were inspected: every declaration has an outcome.\n");
    expect(stdout).toMatch(/^red +3 +3 +2 +66\.7 % +20\.8 to 93\.9 %$/m);
    expect(stdout).toMatch(/^30 % +3 +2 +66\.7 % +[\d.]+ to [\d.]+ % +66\.7 % +2\.222 +66\.7 %$/m);
    expect(stdout).toMatch(/^area under the ROC curve +0\.762 +0\.\d{3} to [01]\.\d{3}$/m);
    expect(stdout).toContain("no log loss, Brier score or calibration error");
    expect(stdout).not.toMatch(/naive/i);
    for (const line of lines) expectHarmless(line);
    expect((await backtest(TEN, "--at", "30")).stdout).toBe(stdout);
  });

  it("states probability metrics where the probability is one", async () => {
    const model = {
      base: 0,
      zero: "trainingMean",
      calibration: { method: "platt", expertPoints: "none" },
      terms: [{ id: "t", kind: "linear", indicator: "itemCount", centre: 1, scale: 1, points: 1, missing: 0 }],
    };
    const calibrated = space.write("calibrated.json", profile([], { domains: { d: { title: { en: "d" }, rules: [], model, thresholds: { red: 9 } } } }));
    const args = ["backtest", "--profile", calibrated, "--input", TEN, "--format", "json", "--replicates", "10"];
    const { domains } = JSON.parse((await runMain([...args, "--json"])).stdout);
    expect(domains[0].probability).toMatchObject({ calibrated: true, brier: 0.25, logLoss: expect.closeTo(Math.LN2), ece: expect.closeTo(0.2) });
    expect((await runMain(args)).stdout).toMatch(/^log loss +0\.693$/m);
  });

  it("labels figures as naive where only a part was inspected, and nobody knows how it was selected", async () => {
    const part = space.write("part.jsonl", [past("A", 1, true, "scrap"), past("B", 2, false), past("C", 3, undefined), past("D", 4, undefined)].join("\n"));
    const { stdout } = await backtest(part);
    expect(stdout).toContain("NAIVE, BIASED: 2 without an outcome are left out, not taken for clean");
    expect(stdout).toMatch(/security \(naive, biased\): 1 findings of 2, 50\.0 %/);
    expect((await result(part)).basis).toBe("naive");
  });

  it("weights outcomes by the inverse of the probability that they state, the naive figure beside", async () => {
    const selected = (reason: string, probability: number): object => ({ selection: { reason, probability } });
    const records = [
      past("A", 1, true, "scrap", selected("threshold", 1)),
      past("B", 2, true, "scrap", selected("threshold", 1)),
      past("C", 3, false, "pipes", selected("random", 0.25)),
      past("D", 4, false, "pipes", selected("random", 0.25)),
      ...[5, 6, 7, 8, 9, 10].map((day) => past(`E${day}`, day, undefined)),
    ];
    const input = space.write("weighted.jsonl", records.join("\n"));
    const summary = await result(input, "--at", "20");
    expect(summary).toMatchObject({
      basis: "weighted",
      channels: [{ rate: { rate: 1 }, naive: { rate: 1, biased: true } }, {}, { rate: { rate: 0 } }],
      domains: [{ ranking: { baseRate: 0.2, totalWeight: 10 }, naive: { baseRate: 0.5, biased: true } }],
    });
    const { stdout } = await backtest(input);
    expect(stdout).toContain("6 without an outcome are left out, not taken for clean. The others count by the inverse");
    expect(stdout).toMatch(/naive precision \(biased\)/);
    const wrong = space.write("wrong.jsonl", past("A", 1, true, "x", selected("random", 0)));
    expect((await backtest(wrong)).stderr).toContain("line 1: outcome.selection.probability");
  });

  it("learns only from what the profile selects if told so, and estimates the rate of all from that", async () => {
    const random = space.write("random.json", { ...PROFILE, selection: { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] } });
    const run = (...options: readonly string[]) =>
      runMain(["backtest", "--profile", random, "--input", TEN, "--format", "json", "--inspected", "selected", "--replicates", "20", ...options]);
    expect(await run()).toEqual({ status: 2, stdout: "", stderr: "the profile has a random rate: pass --selection-key-file\n" });
    const { inspection, cases } = JSON.parse((await run("--selection-key-file", key, "--json")).stdout);
    const inspected = cases.filter((tested: { readonly inspected: boolean }) => tested.inspected).length;
    expect(inspected).toBeGreaterThan(3);
    expect(inspected).toBeLessThan(10);
    expect(inspection).toMatchObject({
      inspected,
      estimates: { population: 10, naive: { biased: true, inspected } },
      allOutcomes: { rate: 0.3, inspected: 10 },
    });
    const { stdout } = await run("--selection-key-file", key);
    expect(stdout).toContain(`The replay inspected what the profile selects, ${inspected} declarations`);
    expect(stdout).toMatch(/^naive \(biased\) /m);
    expect(stdout).toMatch(/^all outcomes that the records state +30\.0 %/m);
  });

  it("knows of earlier declarations what was known then, from the replay and from a snapshot", async () => {
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
    // known on the 3rd: too late for the 2nd, in time for the 4th
    const input = space.write("history.jsonl", [past("A", 1, true), past("B", 2, false), past("C", 4, false), past("D", 5, false, "other")].join("\n"));
    const args = ["--profile", path, "--input", input, "--format", "json", "--replicates", "10", "--json"];
    const scores = async (...options: readonly string[]) =>
      JSON.parse((await runMain(["backtest", ...args, ...options])).stdout).cases.map(
        ({ id, micropoints }: { readonly id: string; readonly micropoints: { readonly security: number } }) => [id, micropoints.security],
      );
    expect(await scores()).toEqual([
      ["A", -10e6],
      ["B", -10e6],
      ["C", -5e6],
      ["D", -5e6],
    ]);
    expect(await scores("--from", "2026-03-04T00:00:00+07:00")).toEqual([
      ["C", -5e6],
      ["D", -5e6],
    ]);
    expect(await scores("--inspected", "selected")).toEqual([
      ["A", -10e6],
      ["B", -10e6],
      ["C", -10e6],
      ["D", -10e6],
    ]);
    const header = {
      schema: "consignment-risk/history@1",
      latenessDays: 7,
      maxClosed: 10,
      undetailedOutcome: "everyItem",
      counts: { tallies: 0, families: 0, orphans: 0, closed: 0 },
      dropped: { late: 0, closed: 0, orphans: 0, keys: 0, ids: 0 },
    };
    expect(await scores("--history", space.write("empty.jsonl", `${JSON.stringify(header)}\n`))).toEqual(await scores());
    const late = space.write("late.jsonl", `${JSON.stringify({ ...header, watermark: "2026-04-01T00:00:00Z" })}\n`);
    const { status, stdout, stderr } = await runMain(["backtest", ...args, "--history", late]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).declarations).toBe(4);
    expect(stderr).toMatch(/4 of 4 assessed in spite of faults, such as A: items\[1\]\.signatureFindings/);
    expect(stderr).toMatch(/0 refused, \d+ that the history could not take\n$/);
  });

  it("replays facts that were computed elsewhere, beside declarations", async () => {
    const facts = JSON.stringify({ id: "F", asOf: "2026-03-02T00:00:00Z", facts: { header: {}, items: [{ item: 1, values: { hsCode: "010121" } }] } });
    const summary = await result(space.write("facts.jsonl", `${past("A", 1, true)}\n${facts}\n${past("B", 3, false)}\n`));
    expect(summary).toMatchObject({ declarations: 3, outcomes: 2, basis: "naive" });
  });

  it("says which records were refused, measures the rest, and exits with 1", async () => {
    const validity = { from: "2026-03-03T00:00:00+07:00" };
    const later = space.write("later.json", { ...PROFILE, validity });
    const input = space.write("refused.jsonl", `${past("A", 1, true)}\n{\n${past("B", 4, true, "scrap")}\n${past("C", 5, false)}\n`);
    const { status, stdout, stderr } = await runMain(["backtest", "--profile", later, "--input", input, "--format", "json", "--replicates", "10"]);
    expect(status).toBe(1);
    expect(stdout).toContain("2 declarations from");
    expect(stderr).toContain("refused.jsonl: line 2: (root): expected JSON");
    expect(stderr).toMatch(/refused\.jsonl: A: /);
    expect(stderr).toMatch(/2 refused, 0 that the history could not take\n$/);
  });

  it("writes a report with pictures, whole or not at all", async () => {
    const file = space.path("report.html");
    const { status, stdout, stderr } = await backtest(TEN, "--report", file);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe((await backtest(TEN)).stdout);
    expect(space.read("report.html")).toMatch(/^<!doctype html>[\s\S]*ten\.jsonl[\s\S]*<svg/i);
    const nowhere = await backtest(TEN, "--report", space.path("no/folder/report.html"));
    expect([nowhere.status, nowhere.stderr]).toEqual([1, `${space.path("no/folder/report.html")}: cannot be read or written (ENOENT)\n`]);
  });

  it("weights the figures of a report where the records state probabilities", async () => {
    const input = space.write(
      "sampled.jsonl",
      [past("A", 1, true, "scrap", { selection: { reason: "random", probability: 0.5 } }), past("B", 2, undefined)].join("\n"),
    );
    expect((await backtest(input, "--report", space.path("naive.html"))).status).toBe(0);
    expect(space.read("naive.html")).toContain("Each outcome counts by the inverse of the probability of its selection.");
  });

  it("fails on what cannot be measured: no outcome, an outcome before its declaration, a repeated id, no file", async () => {
    const cases: readonly (readonly [string, RegExp])[] = [
      ["", /at least one outcome in the period/],
      [past("A", 1, undefined), /at least one outcome in the period/],
      [
        JSON.stringify({ ...JSON.parse(past("A", 5, true)), outcome: { finding: true, knownAt: "2026-03-01T00:00:00Z" } }),
        /outcomeKnownAt: expected a moment no earlier than/,
      ],
      [`${past("A", 1, true)}\n${past("A", 2, true)}`, /each id once/],
    ];
    for (const [content, reason] of cases) {
      const { status, stdout, stderr } = await backtest(space.write("bad.jsonl", content), "--report", space.path("bad.html"));
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(reason);
      expect([space.has("bad.html"), space.has("bad.html.partial")]).toEqual([false, false]);
    }
    expect(await backtest(space.path("missing.jsonl"))).toEqual({
      status: 1,
      stdout: "",
      stderr: `${space.path("missing.jsonl")}: cannot be read or written (ENOENT)\n`,
    });
    expect((await backtest(TEN, "--history", space.path("missing.jsonl"))).stderr).toBe(`${space.path("missing.jsonl")}: cannot be read or written (ENOENT)\n`);
  });

  it.each([
    ["--from", "yesterday"],
    ["--at", "0"],
    ["--at", "5;10"],
    ["--at", "101"],
    ["--seed", "x"],
    ["--replicates", "0"],
    ["--inspected", "some"],
  ])("refuses %s %s as wrong usage", async (option, value) => {
    const { status, stdout } = await backtest(TEN, option, value);
    expect([status, stdout]).toEqual([2, ""]);
  });
});
