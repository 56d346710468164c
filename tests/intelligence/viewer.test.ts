import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { LEAST_CLEARED, mayKnow, parseViewer, parseViewerOrThrow, type Viewer } from "../../src/intelligence/viewer.js";
import { expectRefusal } from "../hostile/support.js";
import { makeAlert, makeViewer } from "./support.js";

function knows(viewer: Partial<Viewer>, handling: object = {}, fields: object = {}): boolean {
  return mayKnow(makeViewer(viewer), makeAlert({ handling: { tlp: "TLP:GREEN", ...handling }, ...fields }), "VN-CUSTOMS");
}

const PARTNER = { organisation: "KR-CUSTOMS", role: "partner" } as const;
const DECLARANT = { organisation: "a firm", role: "declarant" } as const;

describe("who may know of an alert", () => {
  it("needs clearance for the label", () => {
    expect(knows({})).toBe(true);
    expect(knows({ clearances: ["TLP:CLEAR"] })).toBe(false);
  });

  it("needs a purpose that the alert allows", () => {
    expect(knows({}, { purposes: ["drugControl"] })).toBe(true);
    expect(knows({ purposes: ["revenue"] }, { purposes: ["drugControl"] })).toBe(false);
    expect(knows({ purposes: [] })).toBe(true);
  });

  it("in the administration are all that it holds, red ones only where they are released to it", () => {
    expect(knows({}, { tlp: "TLP:AMBER+STRICT" })).toBe(true);
    expect(knows({}, { tlp: "TLP:RED" })).toBe(false);
    expect(knows({}, { tlp: "TLP:RED", releasableTo: ["VN-CUSTOMS"] })).toBe(true);
    expect(knows({ role: "analyst" }, { releasableTo: ["KR-CUSTOMS"] })).toBe(false);
  });

  it("among partners are those named, or the community of a green or clear one", () => {
    expect(knows(PARTNER)).toBe(true);
    expect(knows(PARTNER, { tlp: "TLP:AMBER" })).toBe(false);
    expect(knows(PARTNER, { tlp: "TLP:AMBER", releasableTo: ["KR-CUSTOMS"] })).toBe(true);
    expect(knows(PARTNER, { releasableTo: ["VN-CUSTOMS"] })).toBe(false);
    // one who is called a partner is one, whatever the organisation's name
    expect(knows({ role: "partner" }, { tlp: "TLP:AMBER" })).toBe(false);
  });

  it("is the originator, also of what is released to others only", () => {
    expect(knows({ ...PARTNER, organisation: "RILO-AP" }, { tlp: "TLP:RED", releasableTo: ["VN-CUSTOMS"] })).toBe(true);
    expect(knows({ ...DECLARANT, organisation: "RILO-AP" }, { tlp: "TLP:AMBER" })).toBe(false);
  });

  it("is nobody outside while the originator's consent to sharing is wanted", () => {
    const wanted = { consentNeededFor: ["onwardSharing"] };
    expect(knows(PARTNER, wanted)).toBe(false);
    expect(knows(PARTNER, { ...wanted, consentGivenFor: ["onwardSharing"] })).toBe(true);
    expect(knows({}, wanted)).toBe(true);
    expect(knows({ ...PARTNER, organisation: "RILO-AP" }, wanted)).toBe(true);
    expect(knows(DECLARANT, { tlp: "TLP:CLEAR", ...wanted })).toBe(false);
  });

  it("as a declarant is told only what is clear for everybody, whatever the clearances say", () => {
    expect(knows(DECLARANT, { tlp: "TLP:CLEAR" })).toBe(true);
    expect(knows(DECLARANT)).toBe(false);
    expect(knows(DECLARANT, { tlp: "TLP:CLEAR", purposes: ["drugControl"] })).toBe(false);
    expect(knows(DECLARANT, { tlp: "TLP:CLEAR", releasableTo: ["a firm"] })).toBe(false);
  });

  it("of silent alerts are those cleared for them, never declarants", () => {
    const silent = { requestedAction: "controlledDelivery" };
    expect(knows({}, {}, silent)).toBe(false);
    expect(knows({ isClearedForSilent: true }, {}, silent)).toBe(true);
    expect(knows({ ...DECLARANT, isClearedForSilent: true }, { tlp: "TLP:CLEAR" }, silent)).toBe(false);
  });

  it("least is the least cleared: whatever that one knows, everybody who is cleared for what is clear knows", () => {
    const clear = makeAlert({ handling: { tlp: "TLP:CLEAR" } });
    expect(mayKnow(LEAST_CLEARED, clear, "VN-CUSTOMS")).toBe(true);
    expect(mayKnow(LEAST_CLEARED, makeAlert(), "VN-CUSTOMS")).toBe(false);
    expect(mayKnow(LEAST_CLEARED, makeAlert({ handling: { tlp: "TLP:CLEAR", purposes: ["drugControl"] } }), "VN-CUSTOMS")).toBe(false);
  });
});

describe("a viewer's document", () => {
  it("is read strictly", () => {
    expect(parseViewerOrThrow(makeViewer())).toEqual(makeViewer());
    expectRefusal(parseViewer({ ...makeViewer(), role: "spy" }), "value.invalid", "role");
    expectRefusal(parseViewer({ ...makeViewer(), clearances: ["TLP:ORANGE"] }), "value.invalid", "clearances[0]");
    expectRefusal(
      parseViewer(() => 1),
      "value.notPlain",
      "(root)",
    );
    expect(() => parseViewerOrThrow({})).toThrow(IssueError);
  });
});
