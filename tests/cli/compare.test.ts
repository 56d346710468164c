import { afterAll, describe, expect, it } from "vitest";
import { declaration, expectHarmless, item, rule } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const before = space.write("before.json", PROFILE);
const { domains } = PROFILE as { readonly domains: { readonly security: { readonly rules: readonly object[] } } };
const edited = (rules: readonly object[], fields: object = {}): object => ({ ...PROFILE, domains: { security: { ...domains.security, rules } }, ...fields });
const pipes = rule("pipes", { op: "containsAny", indicator: "goodsDescription", values: ["pipes"] });
const [words = {}, any = {}] = domains.security.rules;
/** Pipes count as well. */
const stricter = space.write("stricter.json", edited([words, any, pipes]));
/** Rust counts instead of scrap. */
const laxer = space.write("laxer.json", edited([any, rule("words", { op: "containsAny", indicator: "goodsDescription", values: ["rust"] })]));

function record(id: string, description: string, finding?: boolean): string {
  const outcome = finding === undefined ? {} : { outcome: { finding, knownAt: "2026-03-05T00:00:00Z" } };
  return JSON.stringify({ declaration: declaration({ id, items: [item({ description })] }), ...outcome });
}

const INPUT = space.write("input.jsonl", [record("A", "scrap"), record("B", "pipes"), record("C", "pipes"), record("D", "cloth")].join("\n"));

function compare(after: string, ...options: readonly string[]) {
  return runMain(["compare", "--profile", before, "--with", after, "--input", INPUT, "--format", "json", ...options]);
}

describe("compare", () => {
  it("says which declarations move, and what moved them", async () => {
    const { status, stdout, stderr } = await compare(stricter, "--json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      matched: 4,
      onlyBefore: [],
      onlyAfter: [],
      matrix: { green: { green: 1, yellow: 0, red: 2 }, yellow: { green: 0, yellow: 0, red: 0 }, red: { green: 0, yellow: 0, red: 1 } },
      raised: 2,
      lowered: 0,
      unchanged: 2,
      rescored: 2,
      moves: [
        { id: "B", from: "green", to: "red" },
        { id: "C", from: "green", to: "red" },
      ],
      shifts: [{ domain: "security", kind: "rule", id: "pipes", changed: 2, net: 10e6, total: 10e6, firedBefore: 0, firedAfter: 2 }],
      precision: {},
    });
    const text = await compare(stricter);
    expect(text.stdout).toContain("4 declarations: 2 raised, 0 lowered, 2 in the same channel; 2 with another score\n");
    expect(text.stdout).toContain("this edit moves 2 declarations to red (2 from green)\n");
    expect(text.stdout).toMatch(/^rule pipes +security +2 +\+5\.000 +0 +2$/m);
    for (const line of text.stdout.trimEnd().split("\n")) expectHarmless(line);
  });

  it("shows the fifteen that moved most, and of how many; terms and the base among them", async () => {
    const term = (id: number, points: number): object => ({ id: `t${id}`, kind: "linear", indicator: "itemCount", centre: 0, scale: 1, points, missing: 0 });
    const model = (factor: number): object => ({ base: -10, zero: "stated", terms: Array.from({ length: 17 }, (_, index) => term(index, index * factor)) });
    const withModel = (name: string, factor: number): string => {
      const { base: _, ...security } = domains.security as { readonly base?: number; readonly rules: readonly object[] };
      return space.write(name, { ...PROFILE, domains: { security: { ...security, rules: [], model: model(factor), thresholds: { red: 1 } } } });
    };
    const args = ["compare", "--profile", withModel("one.json", 1), "--with", withModel("two.json", -1), "--input", INPUT, "--format", "json"];
    const { stdout } = await runMain(args);
    expect(stdout).toContain("What moved most, 15 of 16:\n");
    expect(stdout).toMatch(/^model t16 +security +4 +-32\.000$/m);
    expect(stdout).not.toMatch(/^model t1 /m);
    expect(stdout).toContain("this edit moves 4 declarations to green (4 from red)\n");
  });

  it("says so where nothing moves", async () => {
    const { status, stdout } = await compare(before, "--max-raised", "0", "--max-lowered", "0");
    expect(status).toBe(0);
    expect(stdout).toContain("4 declarations: 0 raised, 0 lowered, 4 in the same channel; 0 with another score\n");
    expect(stdout).not.toContain("What moved most");
  });

  it("is a gate: exit 1 where more move than allowed, 0 where as many as allowed do", async () => {
    const raised = await compare(stricter, "--max-raised", "1", "--max-lowered", "0");
    expect([raised.status, raised.stderr]).toEqual([
      1,
      "this edit moves 2 declarations to red (2 from green)\nthis edit raises 2 declarations, more than the 1 of --max-raised\n",
    ]);
    expect((await compare(stricter, "--max-raised", "2")).status).toBe(0);
    const lowered = await compare(laxer, "--max-raised", "0", "--max-lowered", "0", "--json");
    expect([lowered.status, lowered.stderr]).toEqual([
      1,
      "this edit moves 1 declaration to green (1 from red)\nthis edit lowers 1 declarations, more than the 0 of --max-lowered\n",
    ]);
    expect(JSON.parse(lowered.stdout).lowered).toBe(1);
    expect((await compare(laxer, "--max-lowered", "1")).status).toBe(0);
    for (const limit of ["-1", "few", "1.5"]) expect((await compare(laxer, "--max-raised", limit)).status).toBe(2);
  });

  it("compares precision with a paired interval, and calls nothing better that is undecided", async () => {
    const lot = (count: number, name: string): string =>
      space.write(
        name,
        Array.from({ length: count }, (_, index) => record(`D${index}`, ["pipes", "cloth", "scrap", "cloth"][index % 4] ?? "", index % 4 === 0)).join("\n"),
      );
    const run = (input: string, after: string, ...options: readonly string[]) =>
      runMain(["compare", "--profile", before, "--with", after, "--input", input, "--format", "json", "--at", "50", "--replicates", "200", ...options]);
    const many = lot(400, "many.jsonl");
    const { precision } = JSON.parse((await run(many, stricter, "--json")).stdout);
    expect(precision.security).toMatchObject({ cases: 400, after: 0.5, difference: { includesZero: false } });
    expect((await run(many, stricter)).stdout).toMatch(/^security +400 .* {2}better$/m);
    const reversed = await runMain(["compare", "--profile", stricter, "--with", before, "--input", many, "--format", "json", "--at", "50"]);
    expect(reversed.stdout).toMatch(/ {2}worse$/m);
    expect((await run(lot(4, "few.jsonl"), stricter)).stdout).toMatch(/ {2}undecided: the interval includes 0$/m);
    expect((await run(many, before)).stdout).toMatch(/ {2}the same$/m);
    expect((await run(many, before, "--at", "5,10")).status).toBe(2);
  });

  it("lets an edit add a channel, but not turn the order around", async () => {
    const orange = space.write("orange.json", { ...PROFILE, channels: ["green", "yellow", "orange", "red"] });
    expect(Object.keys(JSON.parse((await compare(orange, "--json")).stdout).matrix)).toEqual(["green", "yellow", "orange", "red"]);
    const turned = space.write(
      "turned.json",
      edited([], {
        channels: ["red", "yellow", "green"],
        selection: { channel: "green" },
        domains: { security: { ...domains.security, rules: [], thresholds: {} } },
      }),
    );
    const { status, stdout, stderr } = await compare(turned);
    expect([status, stdout, stderr]).toEqual([1, "", `${turned}: expected the channels in the order of ${before}\n`]);
  });

  it("names what only one of the profiles assesses, what is refused, and a repeated id; exit 1", async () => {
    const late = space.write("late.json", edited([words, any], { validity: { from: "2027-01-01T00:00:00Z" } }));
    const { status, stdout, stderr } = await compare(late);
    expect([status, stdout.split("\n")[1]]).toEqual([1, "assessed by one profile alone: 4 by --profile, 0 by --with"]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(5);
    expect(stderr).toMatch(/\n4 refused\n$/);
    const twice = space.write("twice.jsonl", `${record("A", "x")}\n${record("A", "x")}\n`);
    const repeated = await runMain(["compare", "--profile", before, "--with", laxer, "--input", twice, "--format", "json"]);
    expect([repeated.status, repeated.stdout]).toEqual([1, ""]);
    expect(repeated.stderr).toContain("each id once");
  });

  it("needs a key where one of the profiles draws at random", async () => {
    const random = space.write("random.json", edited([words, any], { selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } }));
    expect((await compare(random)).status).toBe(2);
    const { status, stdout } = await compare(random, "--selection-key-file", space.write("key", "a key that all know"));
    expect(status).toBe(0);
    expect(stdout).toContain("this edit moves 3 declarations to red (3 from green)");
  });

  it("reads a history for both", async () => {
    const header = {
      schema: "consignment-risk/history@1",
      latenessDays: 7,
      maxClosed: 10,
      undetailedOutcome: "everyItem",
      counts: { tallies: 0, families: 0, orphans: 0, closed: 0 },
      dropped: { late: 0, closed: 0, orphans: 0, keys: 0, ids: 0 },
    };
    const history = space.write("history.jsonl", `${JSON.stringify(header)}\n`);
    expect((await compare(stricter, "--history", history)).stdout).toBe((await compare(stricter)).stdout);
  });
});
