import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../package/built.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const python = spawnSync("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]).status === 0;
if (!python) process.stderr.write("python3 (3.9 or later) is not here: the second interpreter is not asked\n");

const interpreter = join(root, "docs/conformance/interpreter.py");

const CASES = space.write(
  "cases.jsonl",
  [
    { catalogue: { version: "c", indicators: {} } },
    { shows: "an example", profile: { id: "p" } },
    {
      facts: { id: "D-1" },
      expected: {
        channel: "red",
        domains: { d: { probability: 0.5, items: [1, 2] } },
        engine: { version: "1" },
        issues: [{ code: "a", path: ["x"], message: "m" }],
      },
    },
    { facts: { id: "D-2" }, expected: { refused: "money.currency" } },
  ]
    .map((line) => JSON.stringify(line))
    .join("\n"),
);

/** A command that answers these lines, whatever it is asked. */
function answering(...answers: readonly string[]): string {
  const path = space.write(`answers-${answers.join("").length}.txt`, `${answers.join("\n")}\n`);
  return `cat > /dev/null; cat ${path}`;
}

function conformance(command: string, ...options: readonly string[]) {
  return runMain(["conformance", "--command", command, ...options]);
}

const RIGHT = '{"channel":"red","domains":{"d":{"probability":0.50000000001,"items":[1,2]}},"engine":{"version":"2"},"issues":[{"path":["x"],"code":"a"}]}';
const REFUSED = '{"refused":"money.currency"}';

describe("conformance", () => {
  it.skipIf(!python)("finds the second interpreter, of at most 400 lines of code, to give every integer of every case", async () => {
    const code = readFileSync(interpreter, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    expect(code.length).toBeLessThanOrEqual(400);
    const { status, stdout, stderr } = await conformance(`python3 ${interpreter}`);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^\d{3,} cases: all as expected\n$/);
  });

  it("takes answers whose engine, wording of issues and last digits of probabilities are their own", async () => {
    expect(await conformance(answering(RIGHT, REFUSED), "--cases", CASES)).toEqual({ status: 0, stdout: "2 cases: all as expected\n", stderr: "" });
  });

  it("says where an answer differs, by path", async () => {
    const wrong = '{"channel":"green","domains":{"d":{"probability":0.6,"items":[1]}},"issues":[]}';
    const { status, stderr } = await conformance(answering(wrong, "oops"), "--cases", CASES);
    expect(status).toBe(1);
    expect(stderr).toContain('line 3: channel: expected "red", received "green"');
    expect(stderr).toContain("line 3: domains.d.probability: expected 0.5, received 0.6");
    expect(stderr).toContain("line 3: domains.d.items[1]: expected 2, received nothing");
    expect(stderr).toContain("line 3: issues[0]: expected");
    expect(stderr).toContain("line 4: the answer is not JSON: oops");
    expect(stderr).toContain("2 of 2 cases differ");
  });

  it("shows ten cases that differ, not all", async () => {
    const many = space.write(
      "many.jsonl",
      [{ catalogue: {}, profile: {} }, ...Array.from({ length: 12 }, () => ({ facts: {}, expected: 1 }))].map((line) => JSON.stringify(line)).join("\n"),
    );
    const { stderr } = await conformance(answering(...Array.from({ length: 12 }, () => "2")), "--cases", many);
    expect(stderr.match(/^line/gm)).toHaveLength(10);
    expect(stderr).toContain("12 of 12 cases differ");
  });

  it("says that answers are missing, or that the command failed", async () => {
    expect((await conformance(answering(RIGHT), "--cases", CASES)).stderr).toContain("2 cases were asked, 1 lines were answered");
    expect((await conformance("exit 3", "--cases", CASES)).stderr).toContain("the command ended with status 3 after 0 answers");
  });

  it("refuses a file that holds no cases", async () => {
    for (const [content, received] of [
      ["nonsense", "nonsense"],
      ["[1]", "[1]"],
      ['{"facts":{},"expected":1}', "facts, expected"],
      ['{"catalogue":{},"profile":{}}\n{"expected":1}', "expected"],
    ] as const) {
      const { status, stderr } = await conformance("true", "--cases", space.write("bad.jsonl", content));
      expect(status).toBe(1);
      expect(stderr).toContain(`expected a catalogue and a profile, then facts with what is expected of them, received "${received}"`);
    }
  });
});
