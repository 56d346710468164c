import { afterAll, describe, expect, it } from "vitest";
import { openAuditFileOrThrow } from "../../src/adapters/audit-file.js";
import { recordAuditOrThrow } from "../../src/operations/audit-log.js";
import { auditBody, SALT } from "../operations/audit-support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const path = space.path("audit.jsonl");
const file = openAuditFileOrThrow(path);
const hashes = [0, 1, 2].map((at) => recordAuditOrThrow(file, auditBody({ about: `D-${at}` }), SALT).hash);
file.close();
const content = space.read("audit.jsonl");

const verify = (...options: readonly string[]) => runMain(["audit", "verify", ...options]);

describe("audit verify", () => {
  it("says how many entries hold, and the head to be kept elsewhere", async () => {
    expect(await verify(path)).toEqual({ status: 0, stdout: `3 entries hold, against the head beside it\nhead 2:${hashes[2]}\n`, stderr: "" });
    expect((await verify(path, "--head", `1:${hashes[1]}`)).stdout).toContain("3 entries hold, against the head that was given");
  });

  it("names the first entry that does not hold", async () => {
    const changed = space.write("changed.jsonl", content.replace("D-1", "D-7"));
    const { status, stdout, stderr } = await verify(changed);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("[1]: entry 1 does not hold: expected the digest of its own body");
    const short = space.write("short.jsonl", content.slice(0, content.indexOf("\n") + 1));
    expect((await verify(short)).stdout).toContain("1 entries hold, without a head to hold it against");
    expect((await verify(short, "--head", `2:${hashes[2]}`)).stderr).toContain("entry 1 does not hold: expected an entry: there were 3");
  });

  it("says where a last line was cut off", async () => {
    const { status, stdout, stderr } = await verify(space.write("cut.jsonl", content.slice(0, -20)));
    expect([status, stdout.startsWith("2 entries hold")]).toEqual([1, true]);
    expect(stderr).toMatch(/the last line, of entry 2, was cut off after \d+ bytes; what is before it holds/);
    expect((await verify(space.write("empty.jsonl", ""))).stdout).toBe("0 entries hold, without a head to hold it against\n");
  });

  it("refuses a head that is none, and a file that is not there", async () => {
    expect((await verify(path, "--head", "latest")).status).toBe(2);
    expect((await verify(space.path("nowhere"))).status).toBe(1);
  });
});
