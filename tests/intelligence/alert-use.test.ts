import { describe, expect, it } from "vitest";
import { whyWithheld } from "../../src/intelligence/alert-use.js";
import { AT, makeAlert, USE } from "./support.js";

function because(fields: object, asOf: string = AT): string | undefined {
  return whyWithheld(makeAlert(fields), USE, asOf);
}

describe("whether an alert may become a fact", () => {
  it("is decided by its period: from the first to before the last moment, and not before it was received", () => {
    expect(because({})).toBeUndefined();
    expect(because({}, "2026-01-31T23:59:59Z")).toBe("notYetValid");
    expect(because({}, "2026-02-01T00:00:00Z")).toBeUndefined();
    expect(because({}, "2026-06-01T00:00:00Z")).toBe("expired");
    expect(because({ receivedAt: "2026-03-02T00:00:00Z" })).toBe("notYetValid");
  });

  it("ends when the alert is revoked, not before", () => {
    expect(because({ revokedAt: "2026-03-01T00:00:00Z" })).toBe("revoked");
    expect(because({ revokedAt: "2026-03-02T00:00:00Z" })).toBeUndefined();
  });

  it("asks for the purpose, where the alert states any", () => {
    expect(because({ handling: { tlp: "TLP:GREEN", purposes: ["drugControl", "precursors"] } })).toBeUndefined();
    expect(because({ handling: { tlp: "TLP:GREEN", purposes: ["revenue"] } })).toBe("purpose");
  });

  it("asks whether it was released to the administration", () => {
    expect(because({ handling: { tlp: "TLP:RED" } })).toBe("notReleasable");
    expect(because({ handling: { tlp: "TLP:RED", releasableTo: ["VN-CUSTOMS"] } })).toBeUndefined();
    expect(because({ handling: { tlp: "TLP:CLEAR", releasableTo: ["KR-CUSTOMS"] } })).toBe("notReleasable");
    expect(because({ originator: "VN-CUSTOMS", handling: { tlp: "TLP:RED", releasableTo: ["KR-CUSTOMS"] } })).toBeUndefined();
  });

  it("waits for the originator's consent to automated use, where that is wanted", () => {
    expect(because({ handling: { tlp: "TLP:GREEN", consentNeededFor: ["automatedUse"] } })).toBe("consent");
    expect(because({ handling: { tlp: "TLP:GREEN", consentNeededFor: ["automatedUse"], consentGivenFor: ["automatedUse"] } })).toBeUndefined();
    expect(because({ handling: { tlp: "TLP:GREEN", consentNeededFor: ["evidence"] } })).toBeUndefined();
  });

  it("is never so for silent alerts", () => {
    expect(because({ requestedAction: "controlledDelivery" })).toBe("silent");
    expect(because({ requestedAction: "doNotAlertSubject" })).toBe("silent");
    expect(because({ handling: { tlp: "TLP:GREEN", caveats: ["doNotContactSubject"] } })).toBe("silent");
  });

  it("cannot be told for what is no moment", () => {
    expect(() => because({}, "now")).toThrow(RangeError);
  });
});
