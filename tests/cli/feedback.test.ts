import { afterAll, describe, expect, it } from "vitest";
import { alertInput, makeViewer } from "../intelligence/support.js";
import { OFFICER, outgoingInput, SEIZURE, step } from "../operations/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const alerts = space.write("alerts.json", {
  schema: "consignment-risk/alerts@1",
  administration: "VN-CUSTOMS",
  purpose: "drugControl",
  alerts: [
    alertInput({ originatorReference: "W-17", feedback: { dueAt: "2026-03-15T00:00:00Z" } }),
    alertInput({ id: "A-2", feedback: { dueAt: "2026-03-20T00:00:00Z" } }),
  ],
});
const steps = [
  step("acknowledge", "02-02"),
  step("startVerification", "02-02"),
  step("recordResult", "02-03", OFFICER, { result: SEIZURE }),
  step("answer", "02-03"),
];
const document = (...exchanges: readonly object[]) => ({ schema: "consignment-risk/exchanges@1", administration: "VN-CUSTOMS", exchanges });
const exchanges = space.write("exchanges.json", document({ alert: "A-1", actions: steps }, { ...outgoingInput(), actions: [] }));
const officer = space.write("officer.json", makeViewer());

const feedback = (...options: readonly string[]) => runMain(["feedback", "--alerts", alerts, "--exchanges", exchanges, ...options]);

describe("feedback", () => {
  it("writes what goes out, one JSON line each", async () => {
    const { status, stdout, stderr } = await feedback("--viewer", officer, "--tell", "goods");
    expect([status, stderr]).toEqual([0, ""]);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { schema: "consignment-risk/feedback@1", reference: "W-17", results: [{ outcome: "hit-seizure", substance: "ketamine" }] },
      { schema: "consignment-risk/request@1", reference: "VR-1" },
    ]);
    expect(stdout).not.toContain("SECRET");
  });

  it("says at a moment who waits for an answer, and figures", async () => {
    const { status, stdout } = await feedback("--viewer", officer, "--as-of", "2026-03-18T00:00:00Z", "--within", "72");
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        "to be answered as of 2026-03-18T00:00:00Z, within 72 hours: 2",
        "  VR-1 (sent, RILO-AP): open, partner owes an answer, 72 hours late, 0 reminders, next reminder 2026-03-15T00:00:00.000Z",
        "  A-2 (received, RILO-AP): open, administration owes an answer, 48 hours left, 0 reminders, next reminder 2026-03-20T00:00:00.000Z",
        "",
        "RILO-AP by cencomm, sent: 1, answered 0; overdue 1, ended unanswered 0",
        "  in time 0 of 1 (0 %, 95 % interval 0 to 79 %); with a seizure 0 of 0; seizures per examination 0 of 0",
        "RILO-AP by rilo, received: 2, answered 1, the middle one after 48.0 hours; overdue 0, ended unanswered 0",
        "  in time 1 of 1 (100 %, 95 % interval 21 to 100 %); with a seizure 1 of 1 (100 %, 95 % interval 21 to 100 %); seizures per examination 1 of 1 (100 %, 95 % interval 21 to 100 %)",
        "",
      ].join("\n"),
    );
    expect((await feedback("--viewer", officer, "--as-of", "2026-07-18T00:00:00Z")).stdout).toContain(
      "expired, partner owes an answer, 3000 hours late, 0 reminders\n",
    );
  });

  it("tells the least cleared nothing of green alerts without a viewer", async () => {
    expect((await feedback()).stdout).toBe("");
  });

  it("reports steps that are refused, and goes on with the rest", async () => {
    const bad = space.write("bad.json", document({ alert: "A-1", actions: [step("answer", "02-02"), ...steps] }));
    const { status, stdout, stderr } = await runMain(["feedback", "--alerts", alerts, "--exchanges", bad, "--viewer", officer]);
    expect([status, stdout.trimEnd().split("\n").length]).toEqual([1, 1]);
    expect(stderr).toContain("exchanges[0].actions[0].type: expected a step that is open to an exchange that is open");
  });

  it("refuses options that are none", async () => {
    expect((await feedback("--as-of", "now")).status).toBe(2);
    expect((await feedback("--tell", "all")).status).toBe(2);
    expect((await feedback("--within", "a week")).status).toBe(2);
  });
});
