import { afterAll, describe, expect, it } from "vitest";
import { createHistory } from "../../src/history/create-history.js";
import { snapshotLines } from "../../src/history/snapshot-lines.js";
import { declaration, profile, rule } from "../hostile/support.js";
import { alertInput, makeViewer } from "../intelligence/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const profilePath = space.write(
  "profile.json",
  profile([rule("graded", { op: "gte", indicator: "alertPoints", value: 8 }, { level: "header", effect: { kind: "points", points: 10, undetermined: 0 } })]),
);
const input = space.write("in.jsonl", `${JSON.stringify({ declaration: declaration({ transport: { equipment: [{ id: "CSQU3054383" }] } }) })}\n`);

function alerts(name: string, list: readonly object[]): string {
  return space.write(name, { schema: "consignment-risk/alerts@1", administration: "VN-CUSTOMS", purpose: "drugControl", alerts: list });
}

const amber = alerts("amber.json", [alertInput({ id: "CANARY", handling: { tlp: "TLP:AMBER" } })]);

function score(...options: readonly string[]) {
  return runMain(["score", "--profile", profilePath, "--input", input, "--format", "json", ...options]);
}

describe("alerts check", () => {
  it("counts what is sound, by channel and label, and says what may be scored at a moment", async () => {
    const path = alerts("sound.json", [alertInput(), alertInput({ id: "B", channel: "police" }), alertInput({ id: "C", validUntil: "2026-02-10T00:00:00Z" })]);
    const { status, stdout, stderr } = await runMain(["alerts", "check", path, "--as-of", "2026-03-01T08:00:00+07:00"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(
      [
        "alerts of VN-CUSTOMS for drugControl: 3 sound, 0 refused",
        "channels: rilo 2, police 1",
        "labels: TLP:GREEN 3",
        "as of 2026-03-01T08:00:00+07:00: may be scored 2, expired 1",
        "",
      ].join("\n"),
    );
  });

  it("reports what is refused with path and reason, goes on, and exits with 1", async () => {
    const path = alerts("bad.json", [alertInput({ validUntil: undefined, originator: undefined }), alertInput({ handling: { tlp: "TLP:ORANGE" } })]);
    const { status, stdout, stderr } = await runMain(["alerts", "check", path]);
    expect([status, stdout]).toEqual([1, "alerts of VN-CUSTOMS for drugControl: 0 sound, 2 refused\nchannels: none\nlabels: none\n"]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringContaining(`${path}: alerts[0].originator: `),
      expect.stringContaining(`${path}: alerts[0].validUntil: `),
      expect.stringContaining("alerts[1].handling.tlp: expected"),
      "2 refused",
    ]);
  });

  it("needs a document and a moment that are ones", async () => {
    expect((await runMain(["alerts", "check", profilePath])).status).toBe(1);
    expect((await runMain(["alerts", "check", space.path("nowhere.json")])).status).toBe(1);
    expect((await runMain(["alerts", "check", amber, "--as-of", "now"])).status).toBe(2);
  });
});

describe("score with alerts", () => {
  it("answers without a viewer as for the least cleared, with the full channel", async () => {
    const { status, stdout } = await score("--alerts", amber, "--explain", "en");
    expect(status).toBe(0);
    expect(stdout).not.toContain("CANARY");
    const line = JSON.parse(stdout);
    expect(line).toMatchObject({ id: "D-1", channel: "red", matches: [], notifications: [], explanation: { audience: "officer" } });
    expect(line).not.toHaveProperty("selection");
    const { stdout: none } = await score("--alerts", alerts("none.json", []), "--explain", "en");
    const drop = (text: string) => ({ ...JSON.parse(text), channel: "", explanation: { ...JSON.parse(text).explanation, channel: "", decidedBy: [] } });
    expect(drop(stdout)).toEqual(drop(none));
  });

  it("answers an officer with the alert, and a declarant with the channel alone", async () => {
    const officer = space.write("officer.json", makeViewer());
    expect(JSON.parse((await score("--alerts", amber, "--viewer", officer)).stdout)).toMatchObject({
      channel: "red",
      matches: [{ alertId: "CANARY", points: 10 }],
    });
    const declarant = space.write("declarant.json", makeViewer({ role: "declarant" }));
    expect(JSON.parse((await score("--alerts", amber, "--viewer", declarant)).stdout)).toEqual({
      audience: "declarant",
      id: "D-1",
      asOf: "2026-03-01T08:00:00+07:00",
      channel: "red",
    });
  });

  it("refuses facts that were computed elsewhere, and records that cannot be scored, and goes on", async () => {
    const facts = JSON.stringify({ id: "F", asOf: "2026-03-01T08:00:00+07:00", facts: { header: { alertPoints: 10 }, items: [] } });
    const supplied = [{ indicator: "alertPoints", value: 10, source: "x", knownAt: "2026-03-01T08:00:00+07:00" }];
    const mixed = space.write(
      "mixed.jsonl",
      `${facts}\n${JSON.stringify({ declaration: declaration(), supplied })}\n${JSON.stringify({ declaration: declaration() })}\n`,
    );
    const { status, stdout, stderr } = await runMain(["score", "--profile", profilePath, "--input", mixed, "--format", "json", "--alerts", amber]);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("line 1: facts: expected a declaration");
    expect(stderr).toContain("line 2: supplied[0].indicator: expected an indicator that reads no intelligence");
  });

  it("takes history, a key and a moment into account", async () => {
    const drawing = space.write("drawing.json", profile([], { selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } }));
    const key = space.write("key", "0123456789abcdef0123456789abcdef");
    const history = space.write("history.jsonl", `${[...snapshotLines(createHistory())].join("\n")}\n`);
    const asOf = "2026-03-02T00:00:00Z";
    const options = ["--selection-key-file", key, "--history", history, "--as-of", asOf, "--alerts", amber];
    const { stdout, status, stderr } = await runMain(["score", "--profile", drawing, "--input", input, "--format", "json", ...options]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ asOf, channel: "red" });
  });

  it("wants --alerts with --viewer", async () => {
    expect((await score("--viewer", space.path("x.json"))).status).toBe(2);
  });
});
