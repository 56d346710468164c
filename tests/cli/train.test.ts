import { afterAll, describe, expect, it } from "vitest";
import { declaration, item } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const RECIPE = {
  schema: "consignment-risk/recipe@1",
  domain: "revenue",
  title: { en: "Revenue" },
  currency: "VND",
  labels: "everyItem",
  rows: "signature",
  signature: "goodsSignature",
  terms: [
    { id: "origin", kind: "categorical", indicator: "originCountry", minCount: 2 },
    { id: "mass", kind: "binned", indicator: "netMass", bins: 4 },
  ],
  penalty: { kind: "l2", strength: 1 },
  repeat: { id: "repeat", inspected: "signatureInspected", findings: "signatureFindings", prior: 0.3, weight: 2 },
  thresholds: { yellow: { share: 0.3 }, red: { share: 0.1 } },
  seed: 1,
};
const recipePath = space.write("recipe.json", RECIPE);

/** Forty declarations of different masses; what comes from XX has a finding more often than not. */
function records(offset = "+07:00"): readonly string[] {
  return Array.from({ length: 40 }, (_, index) => {
    const isRisky = index % 4 === 0;
    const day = String((index % 28) + 1).padStart(2, "0");
    const goods = item({ netMassKg: 10 + index, originCountryCode: isRisky ? "XX" : "CN", customsValue: { amount: 1000 + index, currency: "VND" } });
    return JSON.stringify({
      declaration: declaration({ id: `D-${index}`, registeredAt: `2026-01-${day}T08:00:00${offset}`, items: [goods] }),
      outcome: { finding: isRisky ? index % 8 === 0 || index > 20 : index % 13 === 5, knownAt: `2026-02-${day}T08:00:00${offset}` },
    });
  });
}

function train(input: string, ...options: readonly string[]) {
  return runMain(["train", "--input", input, "--format", "json", "--recipe", recipePath, "--output", space.path("trained.json"), ...options]);
}

describe("train", () => {
  it("writes a profile that scores, and the history that it learned from", async () => {
    const input = space.write("input.jsonl", records().join("\n"));
    const { status, stdout, stderr } = await train(input, "--history", space.path("history.jsonl"));
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^40 rows, 40 fitted, \d+ of \d+ weights used, \d+ iterations\n$/);
    const profile = JSON.parse(space.read("trained.json"));
    expect(profile).toMatchObject({
      schema: "consignment-risk/profile@1",
      utcOffset: "+07:00",
      currency: "VND",
      channels: ["green", "yellow", "red"],
      selection: { channel: "red" },
    });
    const levels = profile.domains.revenue.model.terms.find((term: { id: string }) => term.id === "origin").levels;
    const pointsOf = (value: string): number => levels.find((level: { value: string }) => level.value === value).points;
    expect(pointsOf("XX")).toBeGreaterThan(pointsOf("CN"));

    const args = ["score", "--profile", space.path("trained.json"), "--input", input, "--format", "json", "--as-of", "2026-03-01T00:00:00+07:00"];
    const plain = await runMain(args);
    const scored = await runMain([...args, "--history", space.path("history.jsonl")]);
    expect([plain.status, scored.status]).toEqual([0, 0]);
    for (const line of scored.stdout.trimEnd().split("\n")) {
      const { revenue } = JSON.parse(line).domains;
      expect(revenue.contributions.reduce((sum: number, { micropoints }: { micropoints: number }) => sum + micropoints, 0)).toBe(revenue.micropoints);
    }
    // no declaration sees its own outcome, and no two here are alike: the repeat term stays at its zero
    expect(scored.stdout).toBe(plain.stdout);
    const copy = JSON.parse(records()[0] ?? "");
    const again = space.write("again.jsonl", JSON.stringify({ declaration: { ...copy.declaration, id: "D-again" } }));
    const seen = await runMain([...args.map((arg) => (arg === input ? again : arg)), "--history", space.path("history.jsonl")]);
    expect(JSON.parse(seen.stdout).domains.revenue.contributions).toContainEqual(expect.objectContaining({ kind: "model", id: "repeat" }));
  });

  it("gives the same bytes for the same declarations in any order", async () => {
    await train(space.write("a.jsonl", records().join("\n")));
    const first = space.read("trained.json");
    await train(space.write("b.jsonl", [...records()].reverse().join("\n")));
    expect(space.read("trained.json")).toBe(first);
  });

  it("learns from what it can read, and says what it could not; exit 1", async () => {
    const { status, stderr } = await train(space.write("partly.jsonl", [...records("Z"), "{}"].join("\n")));
    expect(status).toBe(1);
    expect(stderr).toContain("line 41");
    expect(stderr).toContain("1 refused");
    expect(JSON.parse(space.read("trained.json")).utcOffset).toBe("Z");
  });

  it("leaves nothing behind where there is nothing to learn from", async () => {
    const output = space.path("none.json");
    const lines = records().map((line) => JSON.stringify({ ...JSON.parse(line), outcome: { finding: false, knownAt: "2026-03-01T00:00:00Z" } }));
    for (const content of [lines.join("\n"), ""]) {
      const { status, stderr } = await runMain([
        "train",
        "--input",
        space.write("clean.jsonl", content),
        "--format",
        "json",
        "--recipe",
        recipePath,
        "--output",
        output,
      ]);
      expect(status).toBe(1);
      expect(stderr).toContain("expected rows");
      expect(space.has("none.json")).toBe(false);
    }
  });

  const spoiled = (change: (record: { declaration: { registeredAt: string }; outcome: { finding: boolean; knownAt: string } }, index: number) => unknown) =>
    records().map((line, index) => JSON.stringify(change(JSON.parse(line), index)));
  const [first] = RECIPE.terms;
  it.each([
    [
      "outcomes from before their declarations",
      spoiled((record) => ({ ...record, outcome: { ...record.outcome, knownAt: "2025-01-01T00:00:00Z" } })),
      RECIPE,
      'outcomes["D-0"]',
    ],
    ["declarations without outcomes", spoiled(({ declaration }) => ({ declaration })), RECIPE, "expected rows"],
    ["findings alone", spoiled((record) => ({ ...record, outcome: { ...record.outcome, finding: true } })), RECIPE, "expected rows"],
    ["a recipe on an indicator that there is not", records(), { ...RECIPE, terms: [{ ...first, indicator: "originPlanet" }] }, "terms[0].indicator"],
    ["a recipe on a field that no declaration states", records(), { ...RECIPE, terms: [{ ...first, indicator: "dutyType" }] }, "`dutyType`"],
    ["a recipe that is none", records(), { ...RECIPE, penalty: { kind: "l3", strength: 1 } }, "penalty"],
  ])("refuses %s with exit 1, says where, and leaves no file behind", async (_, lines, recipe, said) => {
    const [output, history] = [space.path("spoiled.json"), space.path("spoiled-history.jsonl")];
    const files = { input: space.write("spoiled.jsonl", lines.join("\n")), recipe: space.write("spoiled-recipe.json", recipe) };
    const { status, stdout, stderr } = await runMain([
      ...["train", "--input", files.input, "--format", "json", "--recipe", files.recipe],
      ...["--output", output, "--history", history],
    ]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(said);
    expect(space.names().filter((name) => /^spoiled(-history)?\.jsonl?(\.partial)?$/.test(name))).toEqual(["spoiled.jsonl"]);
  });

  it("writes no profile where the history cannot be written, nor the other way about", async () => {
    const input = space.write("input.jsonl", records().join("\n"));
    for (const [output, history] of [
      ["whole.json", "nowhere/history.jsonl"],
      ["nowhere/whole.json", "whole.jsonl"],
    ] as const) {
      const options = ["--output", space.path(output), "--history", space.path(history)];
      const { status, stderr } = await runMain(["train", "--input", input, "--format", "json", "--recipe", recipePath, ...options]);
      expect([status, stderr.includes("cannot be read or written (ENOENT)")]).toEqual([1, true]);
      expect(space.names().filter((name) => name.startsWith("whole"))).toEqual([]);
    }
  });

  it("needs a recipe where the format has none, and declarations rather than facts", async () => {
    const input = space.write("facts.jsonl", JSON.stringify({ id: "a", asOf: "2026-01-01T00:00:00Z", facts: { header: {}, items: [] } }));
    expect((await runMain(["train", "--input", input, "--format", "json", "--output", space.path("x.json")])).status).toBe(2);
    const { status, stderr } = await train(input);
    expect([status, stderr.includes("expected a declaration to learn from")]).toEqual([1, true]);
  });

  it("refuses a history that cannot be read", async () => {
    await train(space.write("input.jsonl", records().join("\n")));
    const args = ["score", "--profile", space.path("trained.json"), "--input", space.path("input.jsonl"), "--format", "json"];
    expect((await runMain([...args, "--history", space.path("missing.jsonl")])).status).toBe(1);
    expect((await runMain([...args, "--history", space.write("broken.jsonl", "{")])).status).toBe(1);
  });
});
