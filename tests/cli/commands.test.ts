import { afterAll, describe, expect, it, vi } from "vitest";
import { ENGINE_VERSION } from "../../src/core/version.js";
import { declaration, expectHarmless, item, profile, rule } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profilePath = space.write("profile.json", PROFILE);

describe("the command line", () => {
  it("helps, and tells its version; exit 0", async () => {
    const help = await runMain(["--help"]);
    expect([help.status, help.stderr]).toEqual([0, ""]);
    for (const command of ["demo", "score", "check", "test"]) expect(help.stdout).toContain(command);
    expect(await runMain(["--version"])).toEqual({ status: 0, stdout: `${ENGINE_VERSION}\n`, stderr: "" });
    expect((await runMain(["score", "--help"])).stdout).toContain("--selection-key-file");
  });

  it.each([[], ["scores"], ["check"], ["test"], ["demo", "--loud"]])("refuses wrong usage: %j", async (...args) => {
    const { status, stdout, stderr } = await runMain(args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
  });

  it("ends in silence where nobody reads its output any more", async () => {
    const before = process.stdout.listeners("error");
    const exit = vi.spyOn(process, "exit").mockImplementation(() => {
      throw new Error("ended");
    });
    let listener: ((error: Error) => void) | undefined;
    const on = vi.spyOn(process.stdout, "on").mockImplementation((...[event, added]: readonly unknown[]) => {
      if (event === "error") listener = added as typeof listener;
      return process.stdout;
    });
    try {
      await runMain(["--version"]);
      expect(() => listener?.(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }))).toThrow("ended");
      expect(exit).toHaveBeenCalledWith(0);
      expect(() => listener?.(new Error("disk"))).toThrow("disk");
    } finally {
      exit.mockRestore();
      on.mockRestore();
    }
    expect(process.stdout.listeners("error")).toEqual(before);
  });
});

describe("check", () => {
  it("says what is in a sound profile", async () => {
    const { status, stdout, stderr } = await runMain(["check", profilePath]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^hostile 1: sound, 0 warnings\nfingerprint sha256:[0-9a-f]{64}\nsecurity: 2 rules, no model; red from -6\.000000\n$/);
  });

  it("tells of a model, and of warnings on standard error", async () => {
    const model = { base: 0, zero: "stated", terms: [{ id: "t", kind: "linear", indicator: "netMass", centre: 0, scale: 1, points: 1, missing: 0 }] };
    const few = rule("few", { op: "lt", indicator: "itemCount", value: 2 }, { level: "header" });
    const path = space.write("model.json", profile([], { domains: { d: { title: { en: "d" }, rules: [few], model, thresholds: { yellow: 1, red: 2 } } } }));
    const { status, stdout, stderr } = await runMain(["check", path]);
    expect(status).toBe(0);
    expect(stdout).toContain("hostile 1: sound, 1 warning\n");
    expect(stdout).toContain("d: 1 rules, a model of 1 terms; yellow from +1.000000, red from +2.000000\n");
    expect(stderr).toMatch(/model\.json: warning: domains\.d\.rules\[0\]\.when: an added goods item can lower/);
    expectHarmless(stderr.trimEnd());
  });

  it("names the rules that make too many tests to be prepared", async () => {
    const of = Array.from({ length: 1_001 }, (_, value) => ({ op: "gt", indicator: "netMass", value }));
    const path = space.write("large.json", profile([rule("large", { op: "all", of }), rule("small", { op: "all", of: of.slice(1) })]));
    const { status, stdout } = await runMain(["check", path]);
    expect(status).toBe(0);
    expect(stdout).toContain("\nlarge: more than 1000 tests, evaluated in full for every declaration\n");
    expect(stdout).not.toContain("small: more");
  });

  it("says all that is wrong with a profile, harmlessly; exit 1", async () => {
    const path = space.write("wrong.json", profile([], { "\u001b[2J\n": 1, currency: "\u009bUSD" }));
    const { status, stdout, stderr } = await runMain(["check", path]);
    expect([status, stdout]).toEqual([1, ""]);
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    for (const text of lines) expectHarmless(text);
  });
});

describe("test", () => {
  const cases = (...list: readonly object[]) => ({ schema: "consignment-risk/cases@1", cases: list });

  it("runs the cases beside a profile; exit 0 where all pass", async () => {
    space.write(
      "profile.cases.json",
      cases({
        name: "scrap metal",
        declaration: declaration({ items: [item({ description: "scrap" })] }),
        expect: { channel: "red", rules: { fired: ["words"] } },
      }),
    );
    expect(await runMain(["test", profilePath])).toEqual({ status: 0, stdout: "ok   scrap metal\n1 passed, 0 failed\n", stderr: "" });
  });

  it("lists what no case reaches and what none notices, and fails beyond what is borne", async () => {
    const { status, stdout } = await runMain(["test", profilePath, "--coverage", "--mutations"]);
    expect(status).toBe(0);
    expect(stdout).toContain("not covered by a case:\n     rule ");
    expect(stdout).toMatch(/mutations: \d+ caught, \d+ uncaught, \d+ no profile\nuncaught: no case notices:\n {5}/);
    expect(await runMain(["test", profilePath, "--max-uncaught", "0"])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/mutations are caught by no case, more than the 0 of --max-uncaught/),
    });
    expect((await runMain(["test", profilePath, "--max-uncaught", "1000"])).status).toBe(0);
  });

  it("names case, rule and reason of what fails; exit 1", async () => {
    const path = space.write("failing.json", PROFILE);
    space.write(
      "failing.cases.json",
      cases(
        {
          name: "pipes \u001b[2J",
          declaration: declaration({ items: [item({ description: "pipes \u009b" })] }),
          expect: { channel: "red", points: { security: 0 }, rules: { fired: ["words"] } },
        },
        { name: "good", declaration: declaration(), expect: {} },
      ),
    );
    const { status, stdout, stderr } = await runMain(["test", path]);
    expect([status, stderr]).toEqual([1, "1 of 2 cases failed\n"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toEqual([
      "FAIL pipes \\u001b[2J",
      '     expected channel "red", received "green": security -9.000000 green',
      "     expected +0.000000 points in security, received -9.000000: base -10.000000, any +1.000000",
      '     rule words: expected fired, received notFired, because item 1: goodsDescription = "pipes \\u009b" is false',
      "ok   good",
      "1 passed, 1 failed",
    ]);
  });

  it("fails where cases are missing or wrong; exit 1", async () => {
    const alone = space.write("alone.json", PROFILE);
    expect(await runMain(["test", alone])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("alone.cases.json: cannot be read or written (ENOENT)"),
    });
    space.write("alone.cases.json", cases({ name: "n", declaration: declaration({ id: 5 }), expect: {} }));
    expect(await runMain(["test", alone])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("alone.cases.json: cases[0].declaration.id: expected a string"),
    });
  });

  it("refuses a profile whose name does not end in .json; exit 2", async () => {
    expect(await runMain(["test", "profile.yaml"])).toEqual({ status: 2, stdout: "", stderr: "profile.yaml: expected a profile whose name ends in .json\n" });
  });
});

describe("demo", () => {
  it("counts the channels, ranks ten, and explains one whose reasons add up", async () => {
    const { status, stdout } = await runMain(["demo", "--count", "300"]);
    expect(status).toBe(0);
    const counts = [...stdout.matchAll(/^ {2}(?:green|yellow|red) +(\d+) /gm)].map((match) => Number(match[1]));
    expect(counts).toHaveLength(3);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(stdout.match(/^ {2}[ \d]\d {2}\S+ +(?:green|yellow|red) /gm)).toHaveLength(10);
    const [, full = ""] = stdout.split("The first of them in full:\n\n");
    for (const domain of full.split("\n\n").slice(1)) {
      const numbers = [...domain.matchAll(/^ +([+-]\d+(?:\.\d+)?) {2}(= )?/gm)].map((match) => ({
        micropoints: Math.round(Number(match[1]) * 1e6),
        isSum: match[2] !== undefined,
      }));
      const stated = numbers.find((number) => number.isSum);
      if (stated === undefined) continue;
      expect(numbers.filter((number) => !number.isSum).reduce((sum, number) => sum + number.micropoints, 0)).toBe(stated.micropoints);
    }
    for (const text of stdout.trimEnd().split("\n")) expectHarmless(text);
  });

  it("shows the same every time, another for another seed, and speaks Vietnamese", async () => {
    const first = await runMain(["demo", "--count", "40"]);
    expect(await runMain(["demo", "--count", "40"])).toEqual(first);
    expect((await runMain(["demo", "--count", "40", "--seed", "8"])).stdout).not.toBe(first.stdout);
    expect((await runMain(["demo", "--count", "40", "--language", "vi"])).stdout).toMatch(/Tờ khai/);
  });

  it("takes no declarations at all, but no number that is none", async () => {
    const none = await runMain(["demo", "--count", "0"]);
    expect([none.status, none.stdout.split("\n")[0]]).toEqual([0, expect.stringMatching(/^0 invented/)]);
    for (const count of ["-1", "1.5", "1e3", "many", "", "10000000000"]) expect((await runMain(["demo", "--count", count])).status).toBe(2);
    expect((await runMain(["demo", "--seed", "x"])).status).toBe(2);
    expect((await runMain(["demo", "--language", "fr"])).status).toBe(2);
  });
});
