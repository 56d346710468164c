import { afterAll, describe, expect, it } from "vitest";
import { points, profileWith, ruleOf } from "../support/documents.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const workspace = createWorkspace();
const before = workspace.write("before.json", profileWith([ruleOf("a")]));
const after = workspace.write("after.json", profileWith([ruleOf("a", { version: 2, effect: points(2) })]));

afterAll(() => workspace.remove());

describe("describe", () => {
  it("writes a profile as Markdown, in Vietnamese where asked", async () => {
    const english = await runMain(["describe", before]);
    expect(english).toMatchObject({ status: 0, stderr: "" });
    expect(english.stdout).toContain("#### a: title of a\n");
    expect((await runMain(["describe", before, "--language", "vi"])).stdout).toContain("- **Lý do:** lý do của a");
  });

  it("writes one HTML page to a file", async () => {
    expect(await runMain(["describe", before, "--as", "html", "--output", workspace.path("profile.html")])).toMatchObject({ status: 0, stdout: "" });
    expect(workspace.read("profile.html")).toMatch(/^<!DOCTYPE html>\n<html lang="en">[\s\S]*a: title of a<\/h4>/);
  });

  it("says what changes to another profile", async () => {
    const { status, stdout } = await runMain(["describe", before, "--changes-to", after]);
    expect(status).toBe(0);
    expect(stdout).toContain("## Rule a (revenue)\n\n- Then: was “+1 points");
  });

  it("fails on a profile that is refused", async () => {
    const bad = workspace.write("bad.json", { schema: "consignment-risk/profile@1" });
    expect(await runMain(["describe", before, "--changes-to", bad])).toMatchObject({ status: 1, stdout: "" });
    expect(await runMain(["describe", bad])).toMatchObject({ status: 1, stdout: "" });
  });
});
