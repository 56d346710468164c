import { EventEmitter } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { afterAll, describe, expect, it, vi } from "vitest";
import { BLOCK_RECORDS, type Share, serveShare } from "../../src/cli/share.js";
import { profile, rule } from "../hostile/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, line, MAPPING, PROFILE } from "./workspace.js";

// the jobs run in this process, so that their coverage counts; built-command.test.ts runs them in threads
const started = vi.hoisted(() => ({ jobs: 0, ended: 0, isBroken: false }));
vi.mock("../../src/cli/start-worker.js", () => ({
  startWorker: (share: Share) => {
    if (started.isBroken) {
      const broken = Object.assign(new EventEmitter(), { postMessage: () => setTimeout(() => broken.emit("exit", 1)), terminate: async () => undefined });
      return broken;
    }
    const { port1, port2 } = new MessageChannel();
    started.jobs += 1;
    serveShare(port2, share);
    return Object.assign(port1, {
      terminate: async () => {
        started.ended += 1;
        port1.close();
      },
    });
  },
}));

const space = createWorkspace();
afterAll(space.remove);
const profilePath = space.write("profile.json", PROFILE);
const mappingPath = space.write("mapping.json", MAPPING);
const grouped = space.write("grouped.json", { ...MAPPING, rows: "item" });
const korea = space.write("korea.json", profile([rule("any", { op: "present", indicator: "hsCode" })], { currency: "KRW", utcOffset: "+09:00" }));

const COUNT = 3 * BLOCK_RECORDS + 10;
const numbers = Array.from({ length: COUNT }, (_, index) => index);
const quoted = numbers.map((index) => `D${index},2026-03-01,010121,"a ""scrap""\nof, line ${index}\r\nand more"`);

const KOREA_COLUMNS =
  "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud";

const INPUTS: readonly (readonly [name: string, text: string, args: readonly string[]])[] = [
  ["JSON Lines, some of them unreadable", numbers.map((index) => (index % 50 === 7 ? "{" : line(`D${index}`))).join("\n\n"), ["--format", "json"]],
  [
    "a table with line ends in quotes, a row too short and a quote left open",
    ["id,day,hs,text", ...quoted, "E1,2026-03-01", 'E2,2026-03-01,010121,"open', "E3,2026-03-01,010121,closed", ""].join("\n"),
    ["--format", "csv", "--mapping", mappingPath],
  ],
  [
    "a table of several rows a declaration",
    [
      "id,day,hs,text",
      ...numbers.flatMap((index) => [`D${index},2026-03-01,010121,scrap`, `D${index},2026-03-01,${index % 9 === 0 ? "wrong" : "010129"},x`]),
    ].join("\n"),
    ["--format", "csv", "--mapping", grouped],
  ],
  [
    "the Korean declarations",
    [KOREA_COLUMNS, ...numbers.map((index) => `${index},2021-01-01,07,B,11,11,11,40,D1,I1,,,010121,ZZ,KR,7.2,FCN1,E,0.0,86125.2,0,0`)].join("\n"),
    ["--format", "korea", "--profile", korea],
  ],
  ["an empty file", "", ["--format", "csv", "--mapping", mappingPath]],
];

describe("score --jobs", () => {
  it.each(INPUTS)("gives the same bytes as one job, of %s", async (_, text, args) => {
    const input = space.write("input", text);
    const run = (jobs: string) => runMain(["score", "--profile", profilePath, "--input", input, "--rejects", space.path("rejects"), ...args, "--jobs", jobs]);
    const one = await run("1");
    const rejects = space.read("rejects");
    expect(one.stdout.split("\n").length > BLOCK_RECORDS || text === "").toBe(true);
    for (const jobs of ["2", "5"]) {
      Object.assign(started, { jobs: 0, ended: 0 });
      expect(await run(jobs)).toEqual(one);
      expect(space.read("rejects")).toBe(rejects);
      expect(started).toMatchObject({ jobs: Number(jobs), ended: Number(jobs) });
    }
  });

  it("fails as one job does where the input cannot be read, and leaves no output behind", async () => {
    const run = (jobs: string) =>
      runMain(["score", "--profile", profilePath, "--input", space.path("missing"), "--format", "json", "--output", space.path("none"), "--jobs", jobs]);
    const one = await run("1");
    expect(one).toMatchObject({ status: 1, stderr: expect.stringContaining("cannot be read") });
    expect(await run("2")).toEqual(one);
    expect(space.has("none")).toBe(false);
  });

  it("fails as one job does where the mapping is missing", async () => {
    const run = (jobs: string) => runMain(["score", "--profile", profilePath, "--input", profilePath, "--format", "csv", "--jobs", jobs]);
    expect(await run("2")).toEqual(await run("1"));
  });

  it("fails where a job ends before its work is done", async () => {
    started.isBroken = true;
    const input = space.write("some.jsonl", `${line("A")}\n`);
    const { status, stderr } = await runMain(["score", "--profile", profilePath, "--input", input, "--format", "json", "--jobs", "2"]);
    started.isBroken = false;
    expect([status, stderr]).toEqual([1, "a job ended before its work was done\n"]);
  });

  it.each([
    ["0", "x.jsonl", "json", "--jobs: expected 1 to 64, received `0`"],
    ["many", "x.jsonl", "json", "--jobs: expected a whole number, received `many`"],
    ["2", "-", "json", "--jobs needs a file of korea, csv or json: every job opens it"],
    ["2", "x.xml", "wco", "--jobs needs a file of korea, csv or json: every job opens it"],
  ])("refuses %s jobs of %s (%s)", async (jobs, input, format, message) => {
    expect(await runMain(["score", "--profile", profilePath, "--input", input, "--format", format, "--jobs", jobs])).toMatchObject({
      status: 2,
      stderr: `${message}\n`,
    });
  });
});
