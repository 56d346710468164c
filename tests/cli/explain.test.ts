import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runMain } from "./run-main.js";
import { createWorkspace, line, PROFILE, type Workspace } from "./workspace.js";

let work: Workspace;
let base: readonly string[];

beforeAll(() => {
  work = createWorkspace();
  const profile = work.write("profile.json", PROFILE);
  const input = work.write("in.jsonl", `${line("one", { description: "iron scrap" })}\n${line("two")}\n`);
  base = ["explain", "--profile", profile, "--input", input, "--format", "json"];
});

afterAll(() => work.remove());

describe("explain", () => {
  it("explains one declaration as text, Markdown or a page, in a language", async () => {
    const text = await runMain([...base, "--id", "one"]);
    expect(text).toMatchObject({ status: 0, stderr: "" });
    expect(text.stdout).toMatch(/^Declaration one, as of .*\n[\s\S]+goodsDescription \(item 1\) = iron scrap/);
    expect((await runMain([...base, "--id", "one", "--as", "md", "--language", "vi"])).stdout).toMatch(/^# Tờ khai one, /);
    expect((await runMain([...base, "--id", "two", "--as", "html"])).stdout).toMatch(/^<!DOCTYPE html>\n/);
  });

  it("writes to a file", async () => {
    expect(await runMain([...base, "--id", "one", "--as", "html", "--output", work.path("one.html")])).toMatchObject({ status: 0, stdout: "" });
    expect(work.read("one.html")).toContain("<svg");
  });

  it("explains for an auditor and for a declarant", async () => {
    expect((await runMain([...base, "--id", "one", "--role", "auditor"])).stdout).toContain("For a replay");
    expect((await runMain([...base, "--id", "one", "--role", "declarant"])).stdout).not.toContain("points");
  });

  it("explains with alerts what the viewer may know", async () => {
    const alerts = work.write("alerts.json", { schema: "consignment-risk/alerts@1", administration: "VN", purpose: "customs", alerts: [] });
    const seen = await runMain([...base, "--id", "one", "--alerts", alerts, "--audit", work.path("log.jsonl")]);
    expect(work.read("log.jsonl")).toContain('"viewed"');
    expect(seen.stderr).toBe("");
    expect(seen.stdout).toContain("Declaration one");
  });

  it("reads facts, and refuses them beside alerts", async () => {
    const facts = work.write("facts.jsonl", `${JSON.stringify({ id: "F", asOf: "2026-01-01T00:00:00Z", facts: { header: {}, items: [] } })}\n`);
    const options = [...base.slice(0, 3), "--input", facts, "--format", "json", "--id", "F"];
    expect((await runMain(options)).stdout).toContain("Declaration F");
    const elsewhere = await runMain([...options, "--as-of", "2026-02-01T00:00:00Z"]);
    expect(elsewhere).toMatchObject({ status: 1, stdout: "" });
    expect(elsewhere.stderr).toContain("as --as-of says");
  });

  it("ends with a reason where there is no such declaration, or an option is wrong", async () => {
    expect(await runMain([...base, "--id", "three"])).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("no record with the id three") });
    expect(await runMain([...base, "--id", "one", "--as-of", "soon"])).toMatchObject({ status: 2 });
    expect(await runMain([...base, "--id", "one", "--viewer", "v.json"])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--viewer goes with --alerts"),
    });
  });
});
