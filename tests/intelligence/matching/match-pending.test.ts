import { describe, expect, it } from "vitest";
import { matchPending } from "../../../src/intelligence/matching/match-pending.js";
import { AT, makeAlert, makeDeclaration, makeViewer, USE } from "../support.js";

const equipment = [{ id: "CSQU3054383" }];
const OPEN = [
  { declaration: makeDeclaration({ id: "D-2", transport: { equipment } }), assessedAt: "2026-02-27T00:00:00Z" },
  { declaration: makeDeclaration({ id: "D-3" }), assessedAt: "2026-02-27T00:00:00Z" },
  { declaration: makeDeclaration({ id: "D-1", transport: { equipment } }), assessedAt: "2026-02-28T00:00:00Z" },
];

describe("an alert that comes late", () => {
  it("finds what was scored before it came, in order of declaration", () => {
    const found = matchPending(makeAlert(), OPEN, { ...USE, asOf: AT });
    expect(found.map(({ declaration, assessedAt, isSilent }) => [declaration.id, assessedAt, isSilent])).toEqual([
      ["D-1", "2026-02-28T00:00:00Z", false],
      ["D-2", "2026-02-27T00:00:00Z", false],
    ]);
    expect(found[0]?.matches).toMatchObject([{ alertId: "A-1", path: "transport.equipment[0].id" }]);
  });

  it("finds nothing where it may not be used", () => {
    expect(matchPending(makeAlert({ handling: { tlp: "TLP:RED" } }), OPEN, { ...USE, asOf: AT })).toEqual([]);
    expect(matchPending(makeAlert(), OPEN, { ...USE, asOf: "2027-01-01T00:00:00Z" })).toEqual([]);
  });

  it("if silent is told to a cleared viewer only, and never asks to score again", () => {
    const silent = makeAlert({ requestedAction: "controlledDelivery" });
    expect(matchPending(silent, OPEN, { ...USE, asOf: AT })).toEqual([]);
    expect(matchPending(silent, OPEN, { ...USE, asOf: AT, viewer: makeViewer() })).toEqual([]);
    const told = matchPending(silent, OPEN, { ...USE, asOf: AT, viewer: makeViewer({ isClearedForSilent: true }) });
    expect(told.map(({ declaration, isSilent }) => [declaration.id, isSilent])).toEqual([
      ["D-1", true],
      ["D-2", true],
    ]);
  });

  it("is found for a viewer only if the viewer may know it", () => {
    const amber = makeAlert({ handling: { tlp: "TLP:AMBER" } });
    expect(matchPending(amber, OPEN, { ...USE, asOf: AT, viewer: makeViewer({ clearances: ["TLP:CLEAR"] }) })).toEqual([]);
    expect(matchPending(amber, OPEN, { ...USE, asOf: AT, viewer: makeViewer() })).toHaveLength(2);
  });
});
