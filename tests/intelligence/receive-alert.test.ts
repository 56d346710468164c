import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { ALERT_CHANNELS } from "../../src/intelligence/channel.js";
import { CHANNEL_FACTS } from "../../src/intelligence/channel-facts.js";
import { receiveAlert, receiveAlertOrThrow } from "../../src/intelligence/receive-alert.js";
import { expectRefusal } from "../hostile/support.js";

const RECEIVED = "2026-03-01T08:00:00+07:00";

function message(fields: object = {}): object {
  return { reference: "W-7", originator: "KR-CUSTOMS", subjects: [{ type: "hs", prefixes: ["2933"] }], handling: { tlp: "TLP:GREEN" }, ...fields };
}

describe("a record of a channel", () => {
  it.each(ALERT_CHANNELS)("of %s becomes an alert of the one model, with an end and with what is unverified", (channel) => {
    const more = channel === "interpolNotice" ? { colour: "purple" } : channel === "pics" || channel === "ionics" ? { incident: "seizure" } : {};
    const [type] = CHANNEL_FACTS[channel].subjects;
    const subjects = type === "person" ? [{ type, names: ["Nguyen Van A"] }] : [{ type: "substance", names: ["ketamine"] }];
    const { alert, filledIn, unverified } = receiveAlertOrThrow(channel, message({ subjects, ...more }), RECEIVED);
    expect(alert).toMatchObject({ id: `${channel}:W-7`, channel, originatorReference: "W-7", receivedAt: RECEIVED, grading: { system: "none" } });
    expect(alert.validUntil > alert.validFrom).toBe(true);
    expect(filledIn).toEqual(["validFrom", "validUntil", "grading", "requestedAction"]);
    expect(unverified).toBe(CHANNEL_FACTS[channel].unverified);
  });

  it("keeps what it states", () => {
    const stated = {
      validFrom: "2026-03-02T00:00:00Z",
      validUntil: "2026-03-09T00:00:00Z",
      grading: { system: "4x4", source: "A", information: "1" },
      requestedAction: "documentCheck",
    };
    const { alert, filledIn } = receiveAlertOrThrow(
      "pics",
      message({ ...stated, incident: "theft", feedbackDueAt: "2026-03-05T00:00:00Z", rationale: "drums" }),
      RECEIVED,
    );
    expect(alert).toMatchObject({ ...stated, feedback: { dueAt: "2026-03-05T00:00:00Z" }, rationale: "incident: theft; drums" });
    expect(filledIn).toEqual([]);
  });

  it("ends at midnight in the offset it was received in, after the days of its channel", () => {
    expect(receiveAlertOrThrow("cencomm", message(), RECEIVED).alert.validUntil).toBe("2026-05-30T00:00:00+07:00");
  });

  it("is refused where it does not fit the channel", () => {
    expectRefusal(receiveAlert("cen", message({ subjects: [{ type: "company", names: ["x"] }] }), RECEIVED), "value.invalid", "subjects[0].type");
    expectRefusal(receiveAlert("interpolNotice", message({ subjects: [{ type: "person", names: ["x"] }] }), RECEIVED), "value.invalid", "colour");
    expectRefusal(receiveAlert("rilo", message({ colour: "red" }), RECEIVED), "value.unknownKey", "colour");
    expectRefusal(receiveAlert("ionics", message({ incident: "party" }), RECEIVED), "value.invalid", "incident");
    expectRefusal(receiveAlert("rilo", message({ originator: undefined }), RECEIVED), "value.type", "originator");
    expectRefusal(receiveAlert("rilo", message({ validUntil: "2026-02-01T00:00:00Z" }), RECEIVED), "time.inverted", "validUntil");
    expectRefusal(
      receiveAlert("rilo", () => 1, RECEIVED),
      "value.notPlain",
      "(root)",
    );
    expect(() => receiveAlertOrThrow("rilo", {}, RECEIVED)).toThrow(IssueError);
  });

  it("cannot have been received at no moment", () => {
    expectRefusal(receiveAlert("rilo", message(), "yesterday"), "time.invalid", "receivedAt");
  });
});
