import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { declaration, profile, rule } from "../hostile/support.js";
import { alertInput, makeViewer } from "../intelligence/support.js";
import { campaignInput } from "../operations/campaign-support.js";
import { OFFICER, SEIZURE, step } from "../operations/support.js";
import { runMain } from "./run-main.js";
import { createWorkspace } from "./workspace.js";

const space = createWorkspace();
afterAll(space.remove);

const HEADER = { level: "header" };
const profilePath = space.write(
  "profile.json",
  profile([
    rule("alerted", { op: "gte", indicator: "alertPoints", value: 8 }, HEADER),
    rule("banned", { op: "in", indicator: "departureCountry", values: ["KP"] }, HEADER),
  ]),
);
const campaign = space.write("campaign.json", campaignInput());
const record = (id: string, fields: object = {}) =>
  `${JSON.stringify({
    declaration: declaration({
      id,
      customsOffice: "02CI",
      items: [{ lineNumber: 1, hsCode: "293339" }],
      transport: { equipment: [{ id: "CSQU3054383" }] },
      ...fields,
    }),
  })}\n`;
const input = space.write("in.jsonl", record("D-1") + record("D-2", { registeredAt: "2026-02-15T08:00:00+07:00" }));
const document = (...alerts: readonly object[]) => ({ schema: "consignment-risk/alerts@1", administration: "VN-CUSTOMS", purpose: "drugControl", alerts });
const alerts = space.write("alerts.json", document(alertInput({ id: "MD-1", handling: { tlp: "TLP:AMBER" } })));
const officer = space.write("officer.json", makeViewer());
const declarant = space.write("declarant.json", makeViewer({ role: "declarant" }));

const score = (...options: readonly string[]) => runMain(["score", "--profile", profilePath, "--input", input, "--format", "json", ...options]);
const lines = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("score with a campaign", () => {
  it("scores each declaration by the phase of its moment, with the alerts of the phase, and tags it", async () => {
    const { status, stdout, stderr } = await score("--alerts", alerts, "--viewer", officer, "--campaign", campaign, "--explain", "en");
    expect([status, stderr]).toEqual([0, ""]);
    const [inside, outside] = lines(stdout);
    expect(inside).toMatchObject({ id: "D-1", channel: "red", campaign: { campaign: "md", phase: "first", participant: "VN-CUSTOMS", isSelected: true } });
    expect(outside).toMatchObject({ id: "D-2", channel: "green", matches: [] });
    expect(outside).not.toHaveProperty("campaign");
    expect(inside.profile.fingerprint).not.toBe(outside.profile.fingerprint);
  });

  it("tells declarants and strangers nothing of the campaign", async () => {
    expect((await score("--alerts", alerts, "--viewer", declarant, "--campaign", campaign)).stdout).not.toContain("md");
    expect((await score("--alerts", alerts, "--campaign", campaign)).stdout).not.toContain('"campaign"');
  });

  it("works without alerts, and on facts, which have no office", async () => {
    const plain = lines((await score("--campaign", campaign, "--explain", "en")).stdout);
    expect(plain[0]).toMatchObject({ campaign: { phase: "first", isSelected: false }, explanation: { audience: "officer" } });
    const facts = space.write(
      "facts.jsonl",
      `${JSON.stringify({ id: "F", asOf: "2026-03-02T00:00:00Z", facts: { header: { alertPoints: 9, departureCountry: "KP" }, items: [{ item: 1, values: {} }] } })}\n`,
    );
    const { stdout } = await runMain(["score", "--profile", profilePath, "--input", facts, "--format", "json", "--campaign", campaign]);
    expect(lines(stdout)[0].profile.fingerprint).toBe(plain[0].profile.fingerprint);
  });

  it("refuses a campaign that does not fit the profile", async () => {
    const { status, stderr } = await score("--campaign", space.write("wrong.json", campaignInput({}, { alertSets: ["none"] })));
    expect([status, stderr]).toEqual([1, expect.stringContaining("phases[0].alertSets[0]")]);
  });
});

describe("decide, and the audit log", () => {
  const audit = space.path("audit.jsonl");
  const scored = space.path("scored.jsonl");
  const decision = (fields: object = {}) =>
    `${JSON.stringify({ declarationId: "D-1", channel: "green", by: { ...OFFICER, person: "n.v.a" }, at: "2026-03-01T09:00:00+07:00", reason: "seen", ...fields })}\n`;
  const decide = (name: string, content: string, ...options: readonly string[]) =>
    runMain(["decide", "--profile", profilePath, "--campaign", campaign, "--scored", scored, "--decisions", space.write(name, content), ...options]);

  it("keeps who was shown what, and what was decided, with the markings of the alerts behind it", async () => {
    expect((await score("--alerts", alerts, "--viewer", officer, "--campaign", campaign, "--audit", audit, "--output", scored)).status).toBe(0);
    expect((await score("--alerts", alerts, "--viewer", declarant, "--campaign", campaign, "--audit", audit)).status).toBe(0);
    const { status, stdout, stderr } = await decide("ok.jsonl", decision(), "--audit", audit, "--alerts", alerts);
    expect([status, stderr]).toEqual([0, ""]);
    expect(lines(stdout)).toMatchObject([{ declarationId: "D-1", assessedChannel: "red", channel: "green", change: "lowered", reason: "seen" }]);
    const entries = lines(readFileSync(audit, "utf8"));
    expect(entries.map(({ body }) => [body.action, body.about, body.by.role, body.markings?.length ?? 0])).toEqual([
      ["viewed", "D-1", "officer", 1],
      ["viewed", "D-2", "officer", 0],
      ["viewed", "D-1", "declarant", 0],
      ["viewed", "D-2", "declarant", 0],
      ["decided", "D-1", "officer", 1],
    ]);
    expect(entries[0].body.details).toMatchObject({ channel: "red", alerts: ["MD-1"] });
    expect(entries[4].body.markings[0]).toEqual({ originator: "RILO-AP", handling: { tlp: "TLP:AMBER" }, requestedAction: "monitor" });
    expect((await runMain(["audit", "verify", audit])).stdout).toContain("5 entries hold");
  });

  it("says what a write that was cut off had left, and goes on", async () => {
    writeFileSync(audit, `${readFileSync(audit, "utf8")}{"body"`);
    const { status, stderr } = await decide("again.jsonl", decision(), "--audit", audit, "--alerts", alerts);
    expect([status, stderr]).toEqual([0, expect.stringContaining("the last line, of entry 5, had been cut off, and is taken away")]);
    expect((await runMain(["audit", "verify", audit])).stdout).toContain("6 entries hold");
  });

  it("refuses decisions that are none, on what was not scored, and on alerts whose marking nobody knows", async () => {
    const bad = await decide("bad.jsonl", decision({ channel: "blue" }) + decision());
    expect([bad.status, lines(bad.stdout).length]).toEqual([1, 1]);
    expect(bad.stderr).toContain("bad.jsonl: D-1: channel: expected green or yellow or red");
    expect((await decide("absent.jsonl", decision({ declarationId: "D-9" }))).stderr).toContain("D-9 is not in");
    expect((await decide("unmarked.jsonl", decision(), "--audit", audit)).stderr).toContain("the alert MD-1 is not among those of --alerts");
    expect((await decide("syntax.jsonl", "{\n")).stderr).toContain("syntax.jsonl: line 1: ");
    expect((await decide("shape.jsonl", '{"declarationId":7}\n')).stderr).toContain("line 1: declarationId: expected a string");
    expect((await decide("bytes.jsonl", "")).status).toBe(0);
    const nowhere = ["decide", "--profile", profilePath, "--scored", space.path("nowhere"), "--decisions", scored];
    expect((await runMain(nowhere)).stderr).toContain("cannot be read or written (ENOENT)");
  });

  it("wants --alerts with --audit", async () => {
    expect((await score("--audit", audit)).status).toBe(2);
  });
});

describe("campaign report", () => {
  const scored = space.path("tagged.jsonl");
  const exchanges = space.write("exchanges.json", {
    schema: "consignment-risk/exchanges@1",
    administration: "VN-CUSTOMS",
    exchanges: [
      {
        alert: "MD-1",
        actions: [
          step("acknowledge", "03-02"),
          step("startVerification", "03-02"),
          step("recordResult", "03-03", OFFICER, { result: SEIZURE }),
          step("answer", "03-03"),
        ],
      },
    ],
  });
  const received = space.write(
    "received.json",
    document(alertInput({ id: "MD-1", originator: "CN-CUSTOMS", receivedAt: "2026-03-01T00:00:00Z", handling: { tlp: "TLP:AMBER" } })),
  );
  const report = (...options: readonly string[]) =>
    runMain(["campaign", "report", campaign, "--profile", profilePath, "--scored", scored, "--alerts", received, "--exchanges", exchanges, ...options]);

  it("adds up by phase and participant, for who may know of the exchanges", async () => {
    await score("--alerts", received, "--viewer", officer, "--campaign", campaign, "--output", scored);
    const { status, stdout } = await report("--viewer", officer);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        "campaign md",
        "phase   participant  scored  selected  inspected  seized  received  answered",
        "first   VN-CUSTOMS        1         1          1       1         0         0",
        "first   CN-CUSTOMS        0         0          0       0         1         1",
        "first   others            0         0          0       0         0         0",
        "second  VN-CUSTOMS        0         0          0       0         0         0",
        "second  CN-CUSTOMS        0         0          0       0         0         0",
        "second  others            0         0          0       0         0         0",
        "total                     1         1          1       1         1         1",
        "",
      ].join("\n"),
    );
    expect(JSON.parse((await report("--json")).stdout).total).toEqual({ scored: 1, selected: 1, inspected: 0, seized: 0, received: 0, answered: 0 });
  });
});

describe("alerts pending", () => {
  const late = space.write("late.json", document(alertInput({ id: "OLD" }), alertInput({ id: "LATE", receivedAt: "2026-03-05T00:00:00Z" })));
  const pending = (...options: readonly string[]) =>
    runMain(["alerts", "pending", late, "--input", input, "--format", "json", "--as-of", "2026-03-06T00:00:00Z", ...options]);

  it("finds open declarations that were registered before an alert came, for who may know of it", async () => {
    const { status, stdout } = await pending("--viewer", officer);
    expect(status).toBe(0);
    expect(lines(stdout)).toMatchObject([
      { declarationId: "D-1", assessedAt: "2026-03-01T08:00:00+07:00", isSilent: false, matches: [{ alertId: "LATE", basis: "identifier" }] },
      { declarationId: "D-2", matches: [{ alertId: "LATE" }] },
    ]);
    expect((await pending("--viewer", officer, "--since", "2026-03-05T00:00:01Z")).stdout).toBe("");
    expect((await pending()).stdout).toBe("");
  });

  it("reports what cannot be read, passes over facts, and wants moments that are ones", async () => {
    const mixed = space.write(
      "mixed.jsonl",
      `{}\n${JSON.stringify({ id: "F", asOf: "2026-03-02T00:00:00Z", facts: { header: {}, items: [] } })}\n${record("D-3")}`,
    );
    const run = await runMain(["alerts", "pending", late, "--input", mixed, "--format", "json", "--as-of", "2026-03-06T00:00:00Z", "--viewer", officer]);
    expect([run.status, lines(run.stdout).length]).toEqual([1, 1]);
    expect((await pending("--since", "lately")).status).toBe(2);
  });
});
