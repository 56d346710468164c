import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { ALERTS_SCHEMA, parseAlert, parseAlerts, parseAlertsOrThrow } from "../../src/intelligence/parse-alerts.js";
import { expectRefusal } from "../hostile/support.js";
import { isDeepFrozen } from "../support/frozen.js";
import { alertInput, matchesOf } from "./support.js";

function document(alerts: unknown, fields: object = {}): object {
  return { schema: ALERTS_SCHEMA, administration: "VN-CUSTOMS", purpose: "drugControl", alerts, ...fields };
}

describe("a document of alerts", () => {
  it("gives frozen alerts in order, and says whose they are and what for", () => {
    const parsed = parseAlertsOrThrow(document([alertInput(), alertInput({ id: "A-2" })]));
    expect(parsed).toMatchObject({ administration: "VN-CUSTOMS", purpose: "drugControl", refused: [] });
    expect(parsed.alerts.map(({ id }) => id)).toEqual(["A-1", "A-2"]);
    expect(isDeepFrozen(parsed.alerts)).toBe(true);
  });

  it("refuses bad alerts one by one with path and reason, and goes on with the rest", () => {
    const { alerts, refused } = parseAlertsOrThrow(
      document([
        alertInput({ id: "no-end", validUntil: undefined }),
        alertInput({ id: "no-originator", originator: undefined }),
        alertInput({ id: "inverted", validFrom: "2026-06-01T00:00:00Z", validUntil: "2026-02-01T00:00:00Z" }),
        alertInput({ id: "orange", handling: { tlp: "TLP:ORANGE" } }),
        alertInput({ id: "long", subjects: [{ type: "company", names: ["x".repeat(10_000_000)] }] }),
        alertInput({ id: "good" }),
      ]),
    );
    expect(alerts.map(({ id }) => id)).toEqual(["good"]);
    expect(refused.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["value.type", "alerts.0.validUntil"],
      ["value.type", "alerts.1.originator"],
      ["time.inverted", "alerts.2.validUntil"],
      ["value.invalid", "alerts.3.handling.tlp"],
      ["value.tooLarge", "alerts.4.subjects.0.names.0"],
    ]);
    expect(refused[3]?.message).toContain('received "TLP:ORANGE"');
  });

  it("keeps the first of two alerts with one id and refuses the other; the very same again is dropped", () => {
    const { alerts, refused } = parseAlertsOrThrow(document([alertInput(), alertInput({ originator: "DEA" }), alertInput()]));
    expect(alerts.map(({ originator }) => originator)).toEqual(["RILO-AP"]);
    expect(refused).toMatchObject([{ code: "value.duplicate", path: ["alerts", 1, "id"], key: "A-1" }]);
  });

  it("fails as a whole only where it is no such document", () => {
    expectRefusal(parseAlerts([]), "value.type", "(root)");
    expectRefusal(parseAlerts(null), "value.type", "(root)");
    expectRefusal(parseAlerts(document([], { schema: "consignment-risk/alerts@2" })), "value.invalid", "schema");
    expectRefusal(parseAlerts(document([], { administration: undefined })), "value.type", "administration");
    expectRefusal(parseAlerts(document([], { purpose: "" })), "value.invalid", "purpose");
    expectRefusal(parseAlerts(document([], { extra: 1 })), "value.unknownKey", "extra");
    expectRefusal(parseAlerts(document({})), "value.type", "alerts");
    expect(() => parseAlertsOrThrow(document("no list"))).toThrow(IssueError);
  });

  it("is not upset by hostile objects", () => {
    const thrower = new Proxy(
      {},
      {
        getPrototypeOf: () => {
          throw new Error("no");
        },
        ownKeys: () => {
          throw new Error("no");
        },
      },
    );
    expectRefusal(parseAlerts(thrower), "value.notPlain", "(root)");
    const accessor = Object.defineProperty(document([]), "purpose", { get: () => "drugControl", enumerable: true });
    expectRefusal(parseAlerts(accessor), "value.notPlain", "purpose");
    const { refused } = parseAlertsOrThrow(document([thrower, undefined, new Date()]));
    expect(refused.map(({ path }) => path[1])).toEqual([0, 1, 2]);
  });
});

describe("an alert", () => {
  it.each([
    ["a review after the end", { reviewBy: "2027-01-01T00:00:00Z" }, "time.inverted", "reviewBy"],
    ["a colour without a notice", { interpolColour: "red" }, "value.invalid", "interpolColour"],
    ["a notice without a colour", { channel: "interpolNotice" }, "value.invalid", "interpolColour"],
    ["an unknown channel", { channel: "fax" }, "value.invalid", "channel"],
    ["no subject", { subjects: [] }, "value.range", "subjects"],
    ["an unknown subject", { subjects: [{ type: "traveller", names: ["x"] }] }, "value.invalid", "subjects[0].type"],
    ["a subject that is none", { subjects: [5] }, "value.type", "subjects[0]"],
    ["a company without name or identifier", { subjects: [{ type: "company" }] }, "value.invalid", "subjects[0]"],
    ["a name of 1,001 characters", { subjects: [{ type: "company", names: ["x".repeat(1_001)] }] }, "value.range", "subjects[0].names[0]"],
    ["a route without a place", { subjects: [{ type: "route" }] }, "value.invalid", "subjects[0]"],
    ["a place in small letters", { subjects: [{ type: "route", loadingLocation: "cnsha" }] }, "value.invalid", "subjects[0].loadingLocation"],
    ["an HS code of three digits", { subjects: [{ type: "hs", prefixes: ["293"] }] }, "value.invalid", "subjects[0].prefixes[0]"],
    ["a substance without name or number", { subjects: [{ type: "substance" }] }, "value.invalid", "subjects[0]"],
    ["a field of another type of subject", { subjects: [{ type: "hs", prefixes: ["29"], names: ["x"] }] }, "value.unknownKey", "subjects[0].names"],
    ["an unknown system of grading", { grading: { system: "stars", source: "5" } }, "value.invalid", "grading.system"],
    ["a grade that the system lacks", { grading: { system: "4x4", source: "D", information: "1" } }, "value.invalid", "grading.source"],
    ["an unknown caveat", { handling: { tlp: "TLP:RED", caveats: ["burnAfterReading"] } }, "value.invalid", "handling.caveats[0]"],
    ["an instant without offset", { receivedAt: "2026-02-01T00:00:00" }, "time.invalid", "receivedAt"],
    ["an invisible character in its id", { id: "A\u200b1" }, "value.invalid", "id"],
  ] as const)("is refused with %s", (_, fields, code, path) => {
    expectRefusal(parseAlert(alertInput(fields)), code, path);
  });

  it("may state everything there is", () => {
    const parsed = parseAlert(
      alertInput({
        channel: "interpolNotice",
        interpolColour: "purple",
        originatorReference: "P-2026/7",
        issuedAt: "2026-01-30T00:00:00Z",
        reviewBy: "2026-06-01T00:00:00Z",
        combine: "all",
        subjects: [
          { type: "person", names: ["Nguyễn Văn A"], identifiers: [{ scheme: "passport", code: "C1234567" }] },
          { type: "concealmentMethod", description: "false floor" },
        ],
        grading: { system: "3x5x2", source: "1", information: "B", handling: "C", assessedBy: "analysis", assessedAt: "2026-01-30T00:00:00Z" },
        handling: { tlp: "TLP:AMBER", releasableTo: ["VN-CUSTOMS"], purposes: ["drugControl"], caveats: ["notAsEvidence"], classification: "Mật" },
        feedback: { dueAt: "2026-03-01T00:00:00Z" },
        rationale: "as told",
      }),
    );
    expect(parsed.ok).toBe(true);
  });

  it("finds names with homoglyphs and zero-width characters all the same", () => {
    const subjects = [{ type: "company", names: ["Hoang Long Trading Co., Ltd"] }];
    for (const name of ["Hоang Lоng Trading", "Hoang\u200b Long Tra\u200dding", "ＨＯＡＮＧ ＬＯＮＧ ＴＲＡＤＩＮＧ", "Hoàng Long Trading"]) {
      expect(matchesOf(subjects, { parties: { importer: { name } } }), name).toHaveLength(1);
    }
  });
});
