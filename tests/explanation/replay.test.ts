import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { formatPath } from "../../src/core/issue.js";
import { replay, replayOrThrow } from "../../src/explanation/replay.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { facts as anyFacts } from "../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../src/testing/arbitraries/profile.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../support/documents.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));
const catalogue = standardCatalogue;
const profile: RiskProfile = profileWith([ruleOf("heavy", { level: "item", when: { op: "gt", indicator: "netMass", value: 100 }, effect: points(4) })]);
const facts = factsOf({}, [{ netMass: 200 }]);
const stored = (change: object = {}) => JSON.parse(JSON.stringify({ profile, facts, assessment: assessOrThrow(compiled(profile), facts), ...change }));
const named = (issues: readonly { readonly code: string; readonly path: readonly (string | number)[] }[]) =>
  issues.map(({ code, path }) => `${code} ${formatPath(path)}`);

describe("replay", () => {
  it("gives, for any profile and facts, the same bytes after a way through JSON", () => {
    fc.assert(
      fc.property(anyProfile(), anyFacts(), (document, input) => {
        const assessment = assessOrThrow(compiled(document), input, { selectionKey });
        const archive = JSON.parse(JSON.stringify({ profile: document, facts: input, assessment }));
        const { isSame, missing, differences } = replayOrThrow(archive, { catalogue, selectionKey });
        expect({ isSame, missing, differences }).toEqual({ isSame: true, missing: [], differences: [] });
      }),
      { numRuns: 60 },
    );
  });

  it("says where an altered assessment differs", () => {
    const { assessment, ...rest } = stored();
    assessment.channel = "red";
    assessment.domains.revenue.contributions.push({ kind: "rule", id: "more", micropoints: 1 });
    assessment.domains.revenue.items = {};
    const { isSame, missing, differences } = replayOrThrow({ ...rest, assessment }, { catalogue });
    expect(isSame).toBe(false);
    expect(missing).toEqual([]);
    expect(differences).toEqual([
      { path: ["channel"], stored: "red", replayed: "green" },
      { path: ["domains", "revenue", "contributions", 2], stored: { kind: "rule", id: "more", micropoints: 1 } },
      { path: ["domains", "revenue", "items"], stored: {}, replayed: [{ item: 1, micropoints: 4_000_000 }] },
    ]);
  });

  it("stops at 100 differences", () => {
    const { assessment, ...rest } = stored();
    for (let index = 0; index < 150; index += 1) assessment[`more${index}`] = index;
    expect(replayOrThrow({ ...rest, assessment }, { catalogue }).differences).toHaveLength(100);
  });

  it("names another profile, catalogue, engine and other facts, and scores all the same", () => {
    const { assessment } = stored();
    const other = {
      ...assessment,
      profile: { ...assessment.profile, fingerprint: "sha256:other" },
      engine: { version: "0.0.1" },
      catalogue: { version: "1999" },
      id: "D-9",
      asOf: "2026-11-21T08:30:00Z",
    };
    const result = replayOrThrow(stored({ assessment: other }), { catalogue });
    expect(named(result.missing)).toEqual([
      "fingerprint.mismatch profile",
      "value.invalid facts.id",
      "value.invalid facts.asOf",
      "value.invalid catalogue.version",
      "value.invalid engine.version",
    ]);
    expect(result.isSame).toBe(false);
    expect(result.assessment?.id).toBe("D-1");
    expect(result.differences.map(({ path }) => formatPath(path))).toContain("engine.version");
  });

  it("names the key that drew, and does not score without one", () => {
    const random: RiskProfile = { ...profile, selection: { channel: "red", randomRate: 0.5, identity: ["firstDeclaration"] } };
    const assessment = assessOrThrow(compiled(random), facts, { selectionKey });
    const archive = stored({ profile: random, assessment });
    const without = replayOrThrow(archive, { catalogue });
    expect(without.missing.map(({ message }) => message)).toEqual([`expected the key ${selectionKey.id}, received nothing`]);
    expect(without).not.toHaveProperty("assessment");
    expect(without.isSame).toBe(false);
    const another = replayOrThrow(archive, { catalogue, selectionKey: createSelectionKeyOrThrow(new Uint8Array(16)) });
    expect(named(another.missing)).toEqual(["selection.key selectionKey"]);
    expect(another.differences.map(({ path }) => formatPath(path))).toContain("selection.keyId");
    expect(replayOrThrow(archive, { catalogue, selectionKey }).isSame).toBe(true);
  });

  it("names what keeps the facts from being scored at all", () => {
    const ended = { ...profile, validity: { from: "2020-01-01T00:00:00Z", to: "2021-01-01T00:00:00Z" } };
    const result = replayOrThrow(stored({ profile: ended }), { catalogue });
    expect(named(result.missing)).toEqual(["fingerprint.mismatch profile", "profile.notInForce asOf"]);
  });

  it("refuses documents that are not what they should be", () => {
    const refused = (change: object) => {
      const result = replay(stored(change), { catalogue });
      return result.ok ? [] : named(result.issues);
    };
    expect(refused({ assessment: 1 })).toEqual(["value.type assessment"]);
    expect(refused({ assessment: { id: "D-1" } })[0]).toBe("value.type assessment.asOf");
    expect(refused({ facts: {} })).toContain("value.type facts.id");
    expect(refused({ profile: {} })).toContain("value.type profile.id");
    expect(replay({ ...stored(), assessment: () => 1 }, { catalogue }).ok).toBe(false);
    expect(() => replayOrThrow(stored({ facts: {} }), { catalogue })).toThrow("facts");
  });
});
