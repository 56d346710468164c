import { describe, expect, it } from "vitest";
import { LEAST_CLEARED } from "../../src/intelligence/viewer.js";
import { openReceived } from "../../src/operations/exchange.js";
import { messagesOf } from "../../src/operations/messages.js";
import { makeAlert, makeViewer, USE } from "../intelligence/support.js";
import { NOTHING, OFFICER, PARTNER, received, SEIZURE, sent, step, take } from "./support.js";

const officer = makeViewer();
const base = (fields: object = {}) => take(received(fields), step("acknowledge", "02-02"), step("startVerification", "02-03"));
const answered = (fields: object = {}) =>
  take(
    base(fields),
    step("recordResult", "03-01", OFFICER, { result: SEIZURE }),
    step("recordResult", "03-02", OFFICER, { result: NOTHING }),
    step("answer", "03-03"),
    step("recordResult", "03-04", OFFICER, { result: { outcome: "duplicate", duplicateOf: "OTHER-ALERT", note: "SECRET" } }),
    step("recordResult", "03-04", OFFICER, { result: { outcome: "notArrived", declarationId: "D-4" } }),
    step("answer", "03-05"),
  );

describe("messagesOf", () => {
  it("answers in the originator's terms, under the alert's own label, without declarations, notes or other exchanges", () => {
    const handling = { tlp: "TLP:AMBER", caveats: ["notAsEvidence"], conditions: "ask first" };
    const messages = messagesOf(answered({ handling }), officer);
    expect(messages).toEqual([
      {
        schema: "consignment-risk/feedback@1",
        from: "VN-CUSTOMS",
        to: "RILO-AP",
        channel: "rilo",
        reference: "W-17",
        sentAt: "2026-03-03T00:00:00Z",
        ...handling,
        results: [
          { outcome: "hit-seizure", knownAt: "2026-03-01T00:00:00Z", substance: "ketamine", quantity: { amount: 12, unit: "kg" } },
          { outcome: "hit-nothing", knownAt: "2026-03-02T00:00:00Z" },
        ],
      },
      expect.objectContaining({
        results: [
          { outcome: "duplicate", knownAt: "2026-03-04T00:00:00Z" },
          { outcome: "not-arrived", knownAt: "2026-03-04T00:00:00Z" },
        ],
      }),
    ]);
    expect(JSON.stringify(messages)).not.toMatch(/SECRET|OTHER|D-/);
  });

  it("tells what the administration lets it tell, and declarations only where the channel is nominal", () => {
    const told = (fields: object, ...tell: readonly ("declaration" | "goods" | "quantity")[]) => JSON.stringify(messagesOf(answered(fields), officer, tell));
    expect(told({}, "declaration")).toContain('"declarationId":"D-1"');
    expect(told({}, "declaration")).not.toContain("ketamine");
    expect(told({}, "quantity")).toContain('"kg"');
    expect(told({ channel: "cen" }, "declaration", "goods")).not.toContain("D-1");
    expect(told({ channel: "cen" }, "declaration", "goods")).toContain("ketamine");
    const coded = take(base(), step("recordResult", "03-01", OFFICER, { result: { ...SEIZURE, hsCode: "293339" } }), step("answer", "03-03"));
    expect(JSON.stringify(messagesOf(coded, officer))).toContain('"hsCode":"293339"');
  });

  it("says that nothing matched, under our own reference where there is no other", () => {
    const missed = take(received({ originatorReference: undefined }), step("acknowledge", "02-02"), step("answer", "03-01"));
    expect(messagesOf(missed, officer)).toMatchObject([{ reference: "A-1", results: [{ outcome: "miss", knownAt: "2026-03-01T00:00:00Z" }] }]);
  });

  it("gives requests of our own with their reminders, and answers to requests", () => {
    const request = {
      schema: "consignment-risk/request@1",
      to: "RILO-AP",
      reference: "VR-1",
      kind: "verificationRequest",
      answerDueAt: "2026-03-15T00:00:00Z",
    };
    expect(messagesOf(take(sent(), step("chase", "03-16"), step("chase", "03-20")), officer)).toMatchObject([
      { ...request, sentAt: "2026-02-01T00:00:00Z", about: [{ type: "consignment", transportDocument: "HBL-1" }] },
      { ...request, sentAt: "2026-03-16T00:00:00Z", reminder: 1 },
      { ...request, reminder: 2 },
    ]);
    expect(messagesOf(sent({ dueAt: undefined }), officer)?.[0]).not.toHaveProperty("answerDueAt");
    const asked = (result: object) =>
      messagesOf(
        take(sent(), step("acknowledge", "03-17", PARTNER), step("startVerification", "03-18", PARTNER), step("recordResult", "03-19", PARTNER, { result })),
        officer,
      );
    expect(asked({ outcome: "refuted" })).toHaveLength(1);
  });

  it("answers requests of others with what was stated", () => {
    const answer = (result: object) =>
      messagesOf(
        take(
          openReceived(makeAlert(), USE.administration, "verificationRequest"),
          step("acknowledge", "02-02"),
          step("startVerification", "02-02"),
          step("recordResult", "02-03", OFFICER, { result }),
          step("answer", "02-03"),
        ),
        officer,
      );
    expect(answer({ outcome: "confirmed", statement: "it left", note: "SECRET" })).toMatchObject([
      { results: [{ outcome: "confirmed", statement: "it left" }] },
    ]);
    expect(answer({ outcome: "refuted" })).toMatchObject([{ results: [{ outcome: "refuted", knownAt: "2026-02-03T00:00:00Z" }] }]);
    expect(answer({ outcome: "notArrived" })).toMatchObject([{ results: [{ outcome: "not-arrived" }] }]);
  });

  it("gives nothing to who may not know of the exchange", () => {
    expect(messagesOf(answered({ handling: { tlp: "TLP:AMBER" } }), LEAST_CLEARED)).toBeUndefined();
    expect(messagesOf(answered({ requestedAction: "controlledDelivery" }), officer)).toBeUndefined();
    expect(messagesOf(answered({ requestedAction: "controlledDelivery" }), makeViewer({ isClearedForSilent: true }))).toHaveLength(2);
  });
});
