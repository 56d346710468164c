import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { advanceExchange, advanceExchangeOrThrow } from "../../src/operations/advance-exchange.js";
import type { Exchange } from "../../src/operations/exchange.js";
import { alertAfter, exchangeStatus } from "../../src/operations/exchange-status.js";
import { historyOutcomes } from "../../src/operations/history-outcomes.js";
import { expectRefusal } from "../hostile/support.js";
import { makeAlert } from "../intelligence/support.js";
import { ANALYST, NOTHING, OFFICER, PARTNER, received, SEIZURE, sent, step, take } from "./support.js";

const working = (): Exchange => take(received(), step("acknowledge", "02-02", ANALYST), step("startVerification", "02-03", ANALYST));
const found = (): Exchange => take(working(), step("recordResult", "03-01", ANALYST, { result: SEIZURE }));

function messageOf(exchange: Exchange, action: object): string {
  const taken = advanceExchange(exchange, action);
  return taken.ok ? "" : taken.issues.map(({ code, message }) => `${code} ${message}`).join("; ");
}

describe("advanceExchange", () => {
  it("takes an alert from its arrival to its end, and keeps every step", () => {
    const done = take(found(), step("answer", "03-02"), step("close", "03-03", OFFICER, { reason: "done" }));
    expect([done.state, done.actions.map(({ type }) => type)]).toEqual(["closed", ["acknowledge", "startVerification", "recordResult", "answer", "close"]]);
    expect(Object.isFrozen(done.actions[2])).toBe(true);
  });

  it("refuses what is no step, with its path", () => {
    expectRefusal(advanceExchange(received(), { type: "acknowledge", at: "yesterday", by: OFFICER }), "time.invalid", "at");
    expectRefusal(advanceExchange(received(), { ...step("acknowledge", "02-02"), more: 1 }), "value.unknownKey", "more");
    expectRefusal(advanceExchange(working(), step("recordResult", "03-01", OFFICER, { result: { outcome: "seizure" } })), "value.type", "result.declarationId");
    expectRefusal(
      advanceExchange(received(), () => 1),
      "value.notPlain",
      "(root)",
    );
    expect(() => advanceExchangeOrThrow(received(), {})).toThrow(IssueError);
  });

  it("refuses a step before an earlier one, or before the exchange was opened", () => {
    expectRefusal(advanceExchange(received(), step("acknowledge", "01-31")), "time.inverted", "at");
    expectRefusal(advanceExchange(working(), step("recordResult", "02-01", OFFICER, { result: SEIZURE })), "time.inverted", "at");
  });

  it("says which side and role a step belongs to", () => {
    expect(messageOf(received(), step("acknowledge", "02-02", PARTNER))).toContain('expected officer or analyst of VN-CUSTOMS, received "partner of RILO-AP"');
    expect(messageOf(found(), step("answer", "03-02", ANALYST))).toContain("exchange.actor expected officer of VN-CUSTOMS");
    expect(messageOf(found(), step("withdraw", "03-02", OFFICER))).toContain("expected partner of RILO-AP");
  });

  it("wants one result for each declaration and line, and of a warning no confirmation", () => {
    expectRefusal(
      advanceExchange(found(), step("recordResult", "03-02", OFFICER, { result: { ...NOTHING, declarationId: "D-1", lineNumber: undefined } })),
      "value.duplicate",
      "result",
    );
    expect(advanceExchange(found(), step("recordResult", "03-02", OFFICER, { result: NOTHING })).ok).toBe(true);
    expectRefusal(advanceExchange(working(), step("recordResult", "03-02", OFFICER, { result: { outcome: "confirmed" } })), "value.invalid", "result.outcome");
    const twice = { outcome: "duplicate", duplicateOf: "A-0" };
    const once = take(
      working(),
      step("recordResult", "03-02", OFFICER, { result: twice }),
      step("recordResult", "03-02", OFFICER, { result: { outcome: "notArrived" } }),
    );
    expectRefusal(advanceExchange(once, step("recordResult", "03-02", OFFICER, { result: twice })), "value.duplicate", "result");
    expectRefusal(advanceExchange(once, step("recordResult", "03-02", OFFICER, { result: { outcome: "notArrived" } })), "value.duplicate", "result");
  });

  it("takes an answer only where it tells something new, and a close only where nothing is left to tell", () => {
    const answered = take(found(), step("answer", "03-02"));
    expect(messageOf(answered, step("answer", "03-03"))).toContain("exchange.state");
    const more = take(answered, step("recordResult", "03-04", OFFICER, { result: NOTHING }));
    expect(messageOf(more, step("close", "03-05"))).toContain("an answer that tells the results first");
    expect(take(more, step("answer", "03-05"), step("close", "03-05")).state).toBe("closed");
    expect(messageOf(working(), step("close", "03-01"))).toContain("the answer that is owed first");
    expect(take(received({ feedback: undefined }), step("acknowledge", "02-02"), step("close", "02-03")).state).toBe("closed");
  });

  it("lets the side that asked remind once the answer is due, and take it back once", () => {
    expect(messageOf(received(), step("chase", "03-14", PARTNER))).toContain("a moment from 2026-03-15T00:00:00Z on");
    expect(messageOf(received({ feedback: undefined }), step("chase", "03-15", PARTNER))).toContain("a due date");
    const chased = take(received(), step("chase", "03-15", PARTNER));
    expect(exchangeStatus(chased, "2026-03-16T00:00:00Z")).toEqual({
      state: "open",
      owes: "administration",
      isOverdue: true,
      chasers: 1,
      nextChaserAt: "2026-03-22T00:00:00.000Z",
      untold: 0,
    });
    const withdrawn = take(take(found(), step("answer", "03-02")), step("withdraw", "03-03", PARTNER, { reason: "mistaken" }));
    expect(messageOf(withdrawn, step("withdraw", "03-04", PARTNER))).toContain("an exchange that has not ended");
  });

  it("takes a late result and tells it late", () => {
    const late = take(received(), step("recordResult", "06-02", OFFICER, { result: SEIZURE }));
    expect(exchangeStatus(late, "2026-06-03T00:00:00Z")).toMatchObject({ state: "expired", owes: "administration", isOverdue: true, untold: 1 });
    expect(exchangeStatus(late, "2026-06-03T00:00:00Z")).not.toHaveProperty("nextChaserAt");
    expect(take(late, step("answer", "06-03")).state).toBe("answered");
  });

  it("works the other way round for what was sent", () => {
    const answered = take(
      sent(),
      step("chase", "03-16"),
      step("acknowledge", "03-17", PARTNER),
      step("startVerification", "03-18", PARTNER),
      step("recordResult", "03-19", PARTNER, { result: { outcome: "confirmed", statement: "the firm exists" } }),
      step("answer", "03-19", PARTNER),
    );
    expect(exchangeStatus(answered, "2026-03-20T00:00:00Z")).toEqual({ state: "answered", owes: "nobody", isOverdue: false, chasers: 1, untold: 0 });
    expect(exchangeStatus(answered, "2026-03-16T12:00:00Z")).toMatchObject({ state: "open", owes: "partner", isOverdue: true, chasers: 1 });
    expect(exchangeStatus(answered, "2026-03-18T12:00:00Z").state).toBe("inVerification");
    expect(messageOf(answered, step("close", "03-20", PARTNER))).toContain("officer of VN-CUSTOMS");
    expect(take(answered, step("close", "03-20")).state).toBe("closed");
    expect(historyOutcomes(answered)).toEqual([]);
  });

  it("has no status at what is no moment", () => {
    expect(() => exchangeStatus(received(), "now")).toThrow(RangeError);
  });
});

describe("alertAfter", () => {
  const alert = makeAlert();
  it("leaves an alert alone whose exchange goes on, and revokes one that was withdrawn or closed", () => {
    expect(alertAfter(found(), alert)).toBe(alert);
    const withdrawn = take(found(), step("withdraw", "03-02", PARTNER));
    expect(alertAfter(withdrawn, alert).revokedAt).toBe("2026-03-02T00:00:00.000Z");
    const sooner = makeAlert({ revokedAt: "2026-02-20T00:00:00Z" });
    expect(alertAfter(withdrawn, sooner)).toBe(sooner);
    expect(alertAfter(withdrawn, makeAlert({ revokedAt: "2026-04-20T00:00:00Z" })).revokedAt).toBe("2026-03-02T00:00:00.000Z");
  });
});

describe("historyOutcomes", () => {
  it("gives examinations with what is known of their selection, and nothing else", () => {
    const all = take(
      found(),
      step("recordResult", "03-02", OFFICER, { result: NOTHING }),
      step("recordResult", "03-02", OFFICER, { result: { outcome: "notArrived", declarationId: "D-9" } }),
    );
    const selection = { reason: "threshold", probability: 1 };
    expect(historyOutcomes(all, new Map([["D-1", selection]]))).toEqual([
      { declarationId: "D-1", finding: true, knownAt: "2026-03-01T00:00:00Z", selection },
      { declarationId: "D-2", item: 1, finding: false, knownAt: "2026-03-02T00:00:00Z" },
    ]);
  });
});
