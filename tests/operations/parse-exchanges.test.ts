import { describe, expect, it } from "vitest";
import { formatPath } from "../../src/core/issue.js";
import { IssueError } from "../../src/core/result.js";
import { messagesOf } from "../../src/operations/messages.js";
import { EXCHANGES_SCHEMA, parseExchanges, parseExchangesOrThrow, sendExchange, sendExchangeOrThrow } from "../../src/operations/parse-exchanges.js";
import { expectRefusal } from "../hostile/support.js";
import { makeAlert, makeViewer } from "../intelligence/support.js";
import { OFFICER, outgoingInput, PARTNER, step } from "./support.js";

const alerts = [makeAlert({ id: "A-1" }), makeAlert({ id: "A-2", handling: { tlp: "TLP:AMBER", releasableTo: ["VN-CUSTOMS"] } })];
const document = (...exchanges: readonly unknown[]) => ({ schema: EXCHANGES_SCHEMA, administration: "VN-CUSTOMS", exchanges });
const refusals = (...exchanges: readonly unknown[]) =>
  parseExchangesOrThrow(document(...exchanges), alerts).refused.map(({ code, path }) => `${formatPath(path)} ${code}`);

describe("parseExchanges", () => {
  it("replays steps, and opens an exchange for every alert that nothing was done about yet", () => {
    const { exchanges, refused } = parseExchangesOrThrow(
      document(
        { alert: "A-1", kind: "verificationRequest", actions: [step("acknowledge", "02-02")] },
        { ...outgoingInput(), actions: [step("acknowledge", "02-02", PARTNER)] },
      ),
      alerts,
    );
    expect(refused).toEqual([]);
    expect(exchanges.map(({ id, direction, kind, state }) => [id, direction, kind, state])).toEqual([
      ["A-1", "received", "verificationRequest", "acknowledged"],
      ["VR-1", "sent", "verificationRequest", "acknowledged"],
      ["A-2", "received", "warning", "open"],
    ]);
  });

  it("leaves out steps and exchanges that are refused, with their paths, and goes on", () => {
    expect(
      refusals(
        { alert: "A-9", actions: [] },
        { alert: "A-1", actions: [step("answer", "02-02"), step("acknowledge", "02-03"), 7] },
        { alert: "A-1", actions: [] },
        { ...outgoingInput({ about: [{ type: "consignment" }] }), actions: [] },
        { ...outgoingInput({ about: [{ type: "route" }] }), actions: [] },
        { alert: "A-2", actions: [], more: 1 },
        "none",
      ),
    ).toEqual([
      "exchanges[0].alert value.invalid",
      "exchanges[1].actions[0].type exchange.state",
      "exchanges[1].actions[2] value.type",
      "exchanges[2] value.duplicate",
      "exchanges[3].about[0] value.invalid",
      "exchanges[4].about[0] value.invalid",
      "exchanges[5].more value.unknownKey",
      "exchanges[6] value.type",
    ]);
  });

  it("refuses what is no document of exchanges", () => {
    expectRefusal(parseExchanges({ ...document(), schema: "x" }, []), "value.invalid", "schema");
    expectRefusal(
      parseExchanges(() => 1, []),
      "value.notPlain",
      "(root)",
    );
    expect(() => parseExchangesOrThrow(null, [])).toThrow(IssueError);
  });
});

describe("sendExchange", () => {
  const byId = new Map(alerts.map((alert) => [alert.id, alert]));
  const send = (fields: object) => sendExchange(outgoingInput(fields), "VN-CUSTOMS", byId);

  it("sends what rests on an alert only where that may go, and under no wider label", () => {
    expect(send({ basedOn: ["A-1"] }).ok).toBe(true);
    expectRefusal(send({ basedOn: ["A-9"] }), "value.invalid", "basedOn[0]");
    expectRefusal(send({ partner: "KR-CUSTOMS", basedOn: ["A-1", "A-2"] }), "value.invalid", "basedOn[1]");
    expectRefusal(send({ basedOn: ["A-2"], handling: { tlp: "TLP:GREEN" } }), "value.invalid", "handling.tlp");
  });

  it("refuses ends before starts, and answers due after the end", () => {
    expectRefusal(send({ expiresAt: "2026-01-01T00:00:00Z", dueAt: undefined }), "time.inverted", "expiresAt");
    expectRefusal(send({ dueAt: "2026-06-01T00:00:00Z" }), "time.inverted", "expiresAt");
    expectRefusal(
      sendExchange(() => 1, "VN-CUSTOMS", byId),
      "value.notPlain",
      "(root)",
    );
    expect(() => sendExchangeOrThrow({}, "VN-CUSTOMS", byId)).toThrow(IssueError);
  });

  it("keeps alerts that it rests on to itself", () => {
    const exchange = sendExchangeOrThrow(outgoingInput({ basedOn: ["A-1"] }), "VN-CUSTOMS", byId);
    expect(JSON.stringify([exchange, messagesOf(exchange, makeViewer())])).not.toContain("A-1");
    expect(OFFICER.organisation).toBe(exchange.originator);
  });
});
