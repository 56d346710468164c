import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { parseCases } from "../../src/testing/cases.js";
import { runCases } from "../../src/testing/run-cases.js";
import { AS_OF, declaration } from "../hostile/support.js";
import { profileWith, ruleOf } from "../support/documents.js";

const profile = compileProfileOrThrow(
  profileWith([
    ruleOf("known", { when: { op: "gte", indicator: "importerPriorDeclarations", value: 2 } }),
    ruleOf("warned", { when: { op: "gte", indicator: "alertMatchCount", value: 1 } }),
    ruleOf("late", { when: { op: "gte", indicator: "registrationHour", value: 22 } }),
    ruleOf("dear", { level: "item", when: { op: "gt", indicator: "unitValue", value: 1_000 } }),
  ]),
  { catalogue: standardCatalogue },
);

const importer = { identifier: { scheme: "vn-mst", code: "0100233488" }, name: "Công ty TNHH Đại Phát Logistics" };
const subject = declaration({ parties: { importer } });
const earlier = (id: string, registeredAt: string): object => ({ declaration: declaration({ id, registeredAt, parties: { importer } }) });
const alerts = {
  schema: "consignment-risk/alerts@1",
  administration: "VN-CUSTOMS",
  purpose: "drugControl",
  alerts: [
    {
      id: "rilo:1",
      channel: "rilo",
      originator: "RILO-AP",
      receivedAt: "2026-02-01T00:00:00Z",
      validFrom: "2026-02-01T00:00:00Z",
      validUntil: "2026-06-01T00:00:00Z",
      subjects: [{ type: "company", names: ["DAI PHAT LOGISTICS CO., LTD"] }],
      grading: { system: "admiralty", source: "B", information: "2" },
      requestedAction: "physicalExamination",
      feedback: { dueAt: "2026-03-15T00:00:00Z" },
      handling: { tlp: "TLP:AMBER", purposes: ["drugControl"] },
    },
  ],
};

function failures(fields: object, tools: Parameters<typeof runCases>[2] = { createAlertIndex }): readonly string[] {
  const cases = parseCases({ schema: "consignment-risk/cases@1", cases: [{ name: "a case", declaration: subject, ...fields }] });
  return cases.ok ? (runCases(profile, cases.value, tools)[0]?.failures ?? []) : cases.issues.map(({ path }) => path.join("."));
}

describe("a case may state", () => {
  it("what was seen before, of which only what was known at its moment counts", () => {
    const history = [earlier("E-1", "2026-01-05T08:00:00+07:00"), earlier("E-2", "2026-02-05T08:00:00+07:00")];
    expect(failures({ history, expect: { rules: { fired: ["known"] } } })).toEqual([]);
    expect(failures({ history, asOf: "2026-02-01T08:00:00+07:00", expect: { rules: { notFired: ["known"] } } })).toEqual([]);
    expect(failures({ expect: { rules: { fired: ["known"] } } })[0]).toContain("rule known: expected fired, received");
    expect(failures({ history: [{ declaration: { id: 5 } }], expect: {} })).toContain("cases.0.history.0.declaration.id");
    expect(failures({ history: [{ id: "F", asOf: AS_OF, facts: { header: {}, items: [] } }], expect: {} })).toEqual(["cases.0.history.0"]);
  });

  it("alerts, none of which may be refused", () => {
    expect(failures({ alerts, expect: { rules: { fired: ["warned"] } } })).toEqual([]);
    expect(failures({ alerts, asOf: "2026-06-01T00:00:00Z", expect: { rules: { fired: ["warned"] } } })).toHaveLength(1);
    expect(failures({ alerts, expect: {} }, {})[0]).toContain("`createAlertIndex` of consignment-risk/intelligence");
    const refused = { ...alerts, alerts: [{ ...alerts.alerts[0], validUntil: undefined }] };
    expect(failures({ alerts: refused, expect: {} })[0]).toMatch(/^cases\.0\.alerts\.alerts\.0/);
  });

  it("values that stand for what indicators compute", () => {
    expect(
      failures({ pinned: { header: { registrationHour: 23 }, items: { 1: { unitValue: 2_000 } } }, expect: { rules: { fired: ["late", "dear"] } } }),
    ).toEqual([]);
    expect(failures({ pinned: { header: { registrationHour: { missing: "failed" } } }, expect: { rules: { undetermined: ["late"] } } })).toEqual([]);
    expect(failures({ pinned: { header: { nobody: 1 } }, expect: {} })[0]).toContain("nobody");
    expect(failures({ pinned: { items: { 7: { unitValue: 1 } } }, expect: {} })[0]).toContain("the line number of an item");
  });

  it("what must not be", () => {
    const pinned = { header: { registrationHour: 23 } };
    expect(failures({ pinned, expect: { not: { channel: "red", points: { revenue: 0 }, rules: { notFired: ["late"] } } } })).toEqual([]);
    const broken = failures({ pinned, expect: { not: { channel: "green", points: { revenue: 1, other: 1 }, rules: { fired: ["late", "nobody"] } } } });
    expect(broken).toEqual([
      expect.stringContaining("expected a channel other than"),
      expect.stringContaining("expected other than +1.000000 points in revenue"),
      expect.stringContaining("the profile has no such domain"),
      expect.stringContaining("rule late: expected not fired, because registrationHour = 23 is true"),
      expect.stringContaining("the profile has no such rule"),
    ]);
  });

  it("nothing of this beside facts", () => {
    const facts = { header: {}, items: [] };
    for (const extra of [{ history: [] }, { alerts }, { pinned: {} }, { consignment: {} }]) {
      expect(failures({ declaration: undefined, facts, asOf: AS_OF, ...extra, expect: {} })).toEqual([`cases.0.${Object.keys(extra)[0]}`]);
    }
  });
});
