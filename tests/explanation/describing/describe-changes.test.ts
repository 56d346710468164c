import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesDocument } from "../../../src/explanation/describing/changes-document.js";
import { describeChanges, describeChangesOrThrow } from "../../../src/explanation/describing/describe-changes.js";
import { renderDocumentMarkdown } from "../../../src/page/render-document-markdown.js";
import type { ModelTerm } from "../../../src/profile/model-document.js";
import type { RiskProfile } from "../../../src/profile/profile.js";
import { profile as profiles } from "../../../src/testing/arbitraries/profile.js";
import { compiled, domainOf, points, profileOf, profileWith, ruleOf } from "../../support/documents.js";

const changes = (before: RiskProfile, after: RiskProfile, language: "en" | "vi" = "en") =>
  describeChangesOrThrow(compiled(before), compiled(after), { language }).parts;

const LIST = { title: { en: "Codes" }, date: "2026-01-01", source: "a test", entries: ["CN", "KR"] } as const;
const usesList = ruleOf("origins", { level: "item", when: { op: "in", indicator: "originCountry", values: { list: "codes" } } });
const withTerms = (...terms: readonly ModelTerm[]): RiskProfile =>
  profileOf({ domains: { revenue: domainOf({ model: { base: -5, zero: "stated", terms } }) } });

describe("describeChanges", () => {
  it("says a condition that changed in words, with all values, and that the version did not", () => {
    const codes = ["AA", "BB", "CC", "DD", "EE", "FF"];
    const before = profileWith([ruleOf("cheap", { level: "item", when: { op: "in", indicator: "originCountry", values: codes } })]);
    const after = profileWith([ruleOf("cheap", { level: "item", when: { op: "in", indicator: "originCountry", values: [...codes, "GG"] } })]);
    expect(changes(before, after)).toEqual([
      {
        kind: "rule",
        id: "cheap",
        domain: "revenue",
        change: "changed",
        lines: [
          "Holds if: was “originCountry is one of AA, BB, CC, DD, EE, FF”, is “originCountry is one of AA, BB, CC, DD, EE, FF, GG”",
          "changed, but still says version 1",
        ],
      },
    ]);
  });

  it("says what a rule no longer has and what is new", () => {
    const before = profileWith([ruleOf("a", { group: "g", effect: points(3) })]);
    const after = profileWith([
      ruleOf("a", {
        version: 2,
        effect: points(4.5, 1),
        validity: { from: "2026-01-01T00:00:00Z" },
        texts: { title: { en: "title of a" }, reason: { en: "reason of a" } },
      }),
    ]);
    expect(changes(before, after)[0]?.lines).toEqual([
      "Reason (vi): no longer, was “lý do của a”",
      "Then: was “+3 points; 0 points where it cannot be determined”, is “+4.5 points; +1 points where it cannot be determined”",
      "Group: no longer, was “only the strongest rule of the group g counts”",
      "Version: was “1”, is “2”",
      "In force: new, “from 2026-01-01T00:00:00Z on”",
    ]);
  });

  it("lists rules, domains, lists and derived indicators that came or went, with what they say", () => {
    const derived = {
      tare: { kind: "difference", minuend: "grossMass", subtrahend: "netMass", meaning: { en: "tare" }, unit: "kg", decimals: 3, ifMissing: "absent" },
    } as const;
    const before = profileWith([ruleOf("old")], {}, { lists: { codes: LIST } });
    const after = profileOf({
      derived,
      domains: { revenue: domainOf({ rules: [ruleOf("new", { effect: points(2) })] }), security: domainOf({ thresholds: { red: 0 } }) },
    });
    const found = changes(before, after);
    expect(found.map(({ kind, id, change }) => [kind, id, change])).toEqual([
      ["rule", "new", "added"],
      ["rule", "old", "removed"],
      ["domain", "security", "added"],
      ["derived", "tare", "added"],
      ["list", "codes", "removed"],
    ]);
    expect(found[0]?.lines).toContain("Then: +2 points; 0 points where it cannot be determined");
    expect(found[2]?.lines).toContain("Threshold of red: 0 points");
    expect(found[4]?.lines).toContain("Entries: CN, KR");
  });

  it("says which entries of a list came and went", () => {
    const before = profileWith([usesList], {}, { lists: { codes: LIST } });
    const after = profileWith([usesList], {}, { lists: { codes: { ...LIST, date: "2026-02-01", entries: ["JP", "KR"] } } });
    expect(changes(before, after)).toMatchObject([
      { kind: "list", id: "codes", lines: ["State of: was “2026-01-01”, is “2026-02-01”", "entries added: JP", "entries removed: CN"] },
    ]);
  });

  it("says thresholds, base and selection that moved", () => {
    const before = profileWith([], { thresholds: { yellow: 0 } }, { selection: { channel: "red" } });
    const after = profileWith(
      [],
      { base: -1, thresholds: { red: -1 } },
      { version: "2", selection: { channel: "yellow", randomRate: 0.02, identity: ["firstDeclaration"] } },
    );
    expect(changes(before, after)).toMatchObject([
      {
        kind: "profile",
        lines: [
          "Version: was “1.0.0”, is “2”",
          "Selected from channel: was “red”, is “yellow”",
          "Drawn at random: new, “2%”",
          "A draw is tied to: new, “the first declaration number”",
        ],
      },
      {
        kind: "domain",
        id: "revenue",
        lines: ["Starts from: was “0 points”, is “−1 points”", "Threshold of yellow: no longer, was “0 points”", "Threshold of red: new, “−1 points”"],
      },
    ]);
  });

  it("says which points of a model moved, value by value", () => {
    const term = {
      id: "origin",
      kind: "categorical",
      indicator: "originCountry",
      levels: [{ value: "CN", points: 1, count: 10, findingRate: 0.2 }],
      missing: 0,
      unseen: 0,
    } as const;
    const before = withTerms(term);
    const after = withTerms({
      ...term,
      levels: [
        { value: "CN", points: 2, count: 10, findingRate: 0.2 },
        { value: "KR", points: -1 },
      ],
    });
    expect(changes(before, after)).toMatchObject([
      {
        kind: "term",
        id: "origin",
        domain: "revenue",
        lines: ["CN: was “+1 points (10 training rows, 20% with a finding)”, is “+2 points (10 training rows, 20% with a finding)”", "KR: new, “−1 points”"],
      },
    ]);
    expect(changes(before, profileOf()).map(({ kind, change }) => [kind, change])).toEqual([
      ["domain", "changed"],
      ["model", "removed"],
      ["term", "removed"],
    ]);
  });

  it("tells what no words tell apart as it is written", () => {
    const apart = (values: readonly string[]) =>
      profileWith([ruleOf("words", { when: { op: "anyItem", where: { op: "containsAny", indicator: "goodsDescription", values } } })]);
    expect(changes(apart(["a, b"]), apart(["a", "b"]))[0]?.lines[0]).toContain('“{"op":"anyItem"');
    const counted = (count: number) =>
      withTerms({ id: "o", kind: "categorical", indicator: "originCountry", levels: [{ value: "CN", points: 1, count }], missing: 0, unseen: 0 });
    expect(changes(counted(1), counted(2))[0]?.lines[0]).toContain("JSON: was “{");
  });

  it("says it in Vietnamese, and as a document", () => {
    const [before, after] = [profileWith([ruleOf("a")]), profileWith([ruleOf("a", { version: 2, effect: points(2) })])];
    expect(changes(before, after, "vi")[0]?.lines).toContain("Phiên bản: trước là “1”, nay là “2”");
    const [old, edited] = [compiled(before), compiled(after)];
    const described = renderDocumentMarkdown(changesDocument(describeChangesOrThrow(old, edited, { language: "en" })));
    expect(described).toBe(`# Changes from test 1.0.0 to test 1.0.0

- test 1.0.0: ${old.fingerprint}
- test 1.0.0: ${edited.fingerprint}

1 change.

## Rule a (revenue)

- Then: was “+1 points; 0 points where it cannot be determined”, is “+2 points; 0 points where it cannot be determined”
- Version: was “1”, is “2”
`);
    const added = renderDocumentMarkdown(changesDocument(describeChangesOrThrow(compiled(profileWith([])), old, { language: "en" })));
    expect(added).toContain("## Rule a (revenue): added");
    const none = renderDocumentMarkdown(changesDocument(describeChangesOrThrow(old, old, { language: "en" })));
    expect(none).toContain("Nothing changed");
    const everything = renderDocumentMarkdown(
      changesDocument(describeChangesOrThrow(compiled(withTerms()), compiled(profileOf({ version: "2", lists: { codes: LIST } })), { language: "en" })),
    );
    expect(everything).toMatch(/## The profile\n[\s\S]*## Domain revenue\n[\s\S]*## Model \(revenue\): removed\n[\s\S]*## List codes: added/);
  });

  it("is refused in a language without messages", () => {
    const same = compiled(profileOf());
    expect(describeChanges(same, same, { language: "de" as never })).toMatchObject({ ok: false, issues: [{ path: ["language"] }] });
  });

  it("finds nothing if and only if the fingerprints are equal, and turning it round turns added and removed", () => {
    fc.assert(
      fc.property(profiles(), profiles(), (one, other) => {
        const [a, b] = [compiled(one), compiled(other)];
        const options = { language: "en" } as const;
        expect(describeChangesOrThrow(a, a, options).parts).toEqual([]);
        const there = describeChangesOrThrow(a, b, options).parts;
        expect(there.length === 0).toBe(a.fingerprint === b.fingerprint);
        const back = describeChangesOrThrow(b, a, options).parts;
        const turned = { added: "removed", removed: "added", changed: "changed" } as const;
        const namesOf = (parts: typeof there) => parts.map(({ kind, id, domain, change }) => ({ kind, id, domain, change }));
        expect(namesOf(back)).toEqual(namesOf(there).map((part) => ({ ...part, change: turned[part.change] })));
      }),
      { numRuns: 60 },
    );
  });
});
