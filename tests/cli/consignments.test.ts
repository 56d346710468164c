import { afterAll, describe, expect, it } from "vitest";
import { document, item, message } from "../adapters/ens/support.js";
import { alertInput, makeViewer } from "../intelligence/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace, line, PROFILE } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);
const profile = space.write("profile.json", PROFILE);
const messages = space.write("messages.xml", message({ items: item(1, document("N705", "A")) + item(2, document("N705", "B")) }));
const consignment = {
  id: "C-1",
  transportDocument: { level: "house", number: "H" },
  lodgedAt: "2026-03-01T08:00:00Z",
  parties: {},
  transport: {},
  items: [{ lineNumber: 1, description: "scrap" }],
};
const records = space.write(
  "records.jsonl",
  `${JSON.stringify({ consignment })}\n${line("D-1", {}, { outcome: { finding: true, knownAt: "2026-12-01T00:00:00Z" } })}\n`,
);

function assessments(stdout: string): readonly { readonly id: string; readonly asOf: string; readonly domains: object }[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));
}

describe("consignments on the command line", () => {
  it("are scored from entry summary declarations, each as of its lodgement", async () => {
    const { status, stdout } = await runMain(["score", "--profile", profile, "--input", messages, "--format", "ens"]);
    expect(status).toBe(0);
    expect(assessments(stdout).map(({ id, asOf }) => [id, asOf])).toEqual([
      ["LRN-1/1", "2026-03-01T08:30:00Z"],
      ["LRN-1/2", "2026-03-01T08:30:00Z"],
    ]);
  });

  it("are scored from a table of house bills", async () => {
    const head = "id,transportDocument.level,transportDocument.number,lodgedAt,items.description";
    const manifest = space.write("manifest.csv", `${head}\nH-1,house,HBL-1,2026-03-01T08:30:00Z,scrap\n`);
    const { status, stdout } = await runMain(["score", "--profile", profile, "--input", manifest, "--format", "manifest", "--explain", "en"]);
    expect([status, assessments(stdout).map(({ id, asOf, domains }) => [id, asOf, domains])]).toMatchObject([
      0,
      [["H-1", "2026-03-01T08:30:00Z", { security: { rules: { words: "fired" } } }]],
    ]);
  });

  it("are scored by rules on what they state, beside declarations", async () => {
    const { status, stdout } = await runMain(["score", "--profile", profile, "--input", records, "--format", "json", "--explain", "en"]);
    expect(status).toBe(0);
    expect(assessments(stdout).map(({ id }) => id)).toEqual(["C-1", "D-1"]);
    expect(assessments(stdout)[0]?.domains).toMatchObject({ security: { rules: { words: "fired" } } });
  });

  it("are kept as they were where they cannot be scored", async () => {
    const rejects = space.path("rejects.jsonl");
    const strange = [{ indicator: "none", value: 1, source: "s", knownAt: "2026-03-01T00:00:00Z" }];
    const input = space.write("strange.jsonl", JSON.stringify({ consignment, supplied: strange }));
    const { status } = await runMain(["score", "--profile", profile, "--input", input, "--format", "json", "--rejects", rejects]);
    expect([status, JSON.parse(JSON.parse(space.read("rejects.jsonl")).raw)]).toEqual([1, { consignment, supplied: strange }]);
  });

  it("are held against alerts, as a viewer may know them", async () => {
    const alerts = { schema: "consignment-risk/alerts@1", administration: "VN-CUSTOMS", purpose: "drugControl", alerts: [alertInput({ id: "A-1" })] };
    const reported = { ...consignment, transport: { equipment: [{ id: "CSQU3054383" }] } };
    const input = space.write("alerted.jsonl", JSON.stringify({ consignment: reported }));
    const { status, stdout } = await runMain([
      "score",
      "--profile",
      profile,
      "--input",
      input,
      "--format",
      "json",
      "--alerts",
      space.write("alerts.json", alerts),
      "--viewer",
      space.write("viewer.json", makeViewer()),
    ]);
    expect([status, assessments(stdout)]).toMatchObject([0, [{ id: "C-1", asOf: consignment.lodgedAt, matches: [{ alertId: "A-1" }] }]]);
  });

  it("are replayed beside declarations", async () => {
    const { status, stdout } = await runMain(["backtest", "--profile", profile, "--input", records, "--format", "json", "--json"]);
    expect([status, JSON.parse(stdout).cases.map(({ id }: { readonly id: string }) => id)]).toEqual([0, ["D-1", "C-1"]]);
  });
});
