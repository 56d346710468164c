import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, assessOrThrow } from "../../src/assessment/assess.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { parseInstant } from "../../src/core/instant.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { type Facts, parseFacts } from "../../src/indicators/facts.js";
import { compileProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { domainRange } from "../../src/profile/range.js";
import type { Rule } from "../../src/profile/rule.js";
import { facts, itemFacts } from "../../src/testing/arbitraries/facts.js";
import { INSTANTS, period } from "../../src/testing/arbitraries/periods.js";
import { pointsValue, profile, rule } from "../../src/testing/arbitraries/profile.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../support/documents.js";
import { frozen, isDeepFrozen } from "../support/frozen.js";
import { valueOf } from "../support/issues.js";
import { shuffleFacts, shuffleProfile } from "../support/shuffle.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(7));
const RUNS = { numRuns: 100 };

function assessWith(document: unknown, input: Facts): Assessment {
  return assessOrThrow(compileProfileOrThrow(document, { catalogue: standardCatalogue }), input, { selectionKey });
}

function rankOf(channel: string): number {
  return ["green", "yellow", "red"].indexOf(channel);
}

/** The profile with the first domain changed. */
function withRevenue(document: RiskProfile, change: (revenue: RiskProfile["domains"][string]) => RiskProfile["domains"][string]): RiskProfile {
  const { revenue } = document.domains;
  return revenue === undefined ? document : { ...document, domains: { ...document.domains, revenue: change(revenue) } };
}

describe("assess, for any sound profile and any facts", () => {
  it("compiles every profile that the arbitrary makes", () => {
    fc.assert(
      fc.property(profile(), (document) => {
        const result = compileProfile(document, { catalogue: standardCatalogue });
        expect(result.ok ? [] : result.issues).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("gives, in every domain, a score that is exactly the sum of its contributions, within the profile's range", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        const assessment = assessWith(document, input);
        for (const [id, domain] of Object.entries(assessment.domains)) {
          const exact = domain.contributions.reduce((sum, contribution) => sum + BigInt(contribution.micropoints), 0n);
          expect(BigInt(domain.micropoints)).toBe(exact);
          expect(domain.contributions.slice(1).every((contribution) => contribution.micropoints !== 0)).toBe(true);
          expect(domain.contributions[0]).toMatchObject({ kind: "base", id: "base" });
          const definition = document.domains[id];
          if (definition === undefined) throw new Error("the domain is the profile's");
          const range = domainRange(definition);
          expect(domain.micropoints).toBeGreaterThanOrEqual(range.min);
          expect(domain.micropoints).toBeLessThanOrEqual(range.max);
        }
      }),
      RUNS,
    );
  });

  it("counts the header and the riskiest item, of equals the one with the lowest line number", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        for (const domain of Object.values(assessWith(document, input).domains)) {
          const sumOf = (item: number | undefined): number =>
            domain.contributions.filter((found) => found.kind !== "base" && found.item === item).reduce((sum, found) => sum + found.micropoints, 0);
          expect(domain.items.map((item) => item.item)).toEqual(input.items.map((item) => item.item));
          const most = Math.max(...domain.items.map((item) => item.micropoints));
          const riskiest = domain.items.find((item) => item.micropoints === most);
          const counted = [...new Set(domain.contributions.flatMap((found) => (found.item === undefined ? [] : [found.item])))];
          expect(counted.length).toBeLessThanOrEqual(1);
          if (riskiest !== undefined) expect(sumOf(riskiest.item)).toBe(riskiest.micropoints);
          if (counted[0] !== undefined) expect(counted[0]).toBe(riskiest?.item);
          expect(domain.micropoints).toBe((domain.contributions[0]?.micropoints ?? 0) + sumOf(undefined) + (riskiest?.micropoints ?? 0));
        }
      }),
      RUNS,
    );
  });

  it("gives the same bytes whatever the order of rules, terms, levels, list entries, values, items and keys", () => {
    fc.assert(
      fc.property(profile(), facts(), fc.integer(), (document, input, seed) => {
        const plain = JSON.stringify(assessWith(document, input));
        expect(JSON.stringify(assessWith(shuffleProfile(document, seed), shuffleFacts(input, seed)))).toBe(plain);
      }),
      RUNS,
    );
  });

  it("gives the same bytes with the issues of facts of another type or level, whatever the order of keys", () => {
    const wrong = fc.dictionary(
      fc.constantFrom("itemCount", "customsOffice", "netMass", "noSuchIndicator", "documentKinds", "hsCode"),
      fc.constantFrom(1, "text", true, ["a"], { missing: "failed" as const }),
      { minKeys: 2 },
    );
    const document = profileWith([
      ruleOf("a", {
        when: {
          op: "any",
          of: [
            { op: "gt", indicator: "itemCount", value: 1 },
            { op: "eq", indicator: "customsOffice", value: "x" },
          ],
        },
      }),
      ruleOf("b", { level: "item", when: { op: "gt", indicator: "netMass", value: 1 } }),
    ]);
    fc.assert(
      fc.property(wrong, wrong, fc.integer(), (header, values, seed) => {
        const input = factsOf(header, [values, values]);
        const assessment = assessWith(document, input);
        expect(JSON.stringify(assessWith(document, shuffleFacts(input, seed)))).toBe(JSON.stringify(assessment));
        expect(assessment.issues.every((issue) => issue.severity === "warning")).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("takes the same from notFired and notApplicable rules and from zero points as from no rule at all", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        const before = assessWith(document, input).domains.revenue;
        const silent = withRevenue(document, (revenue) => ({
          ...revenue,
          rules: revenue.rules.filter((candidate) => {
            const outcome = before?.rules[candidate.id];
            return !(outcome === undefined || outcome === "notApplicable" || (candidate.effect.kind === "points" && candidate.effect.points === 0));
          }),
          // a threshold may lie beyond what is left
          thresholds: {},
        }));
        const after = assessWith(silent, input).domains.revenue;
        expect(after?.micropoints).toBe(before?.micropoints);
        expect(after?.contributions).toEqual(before?.contributions);
        expect(after?.items).toEqual(before?.items);
        expect(after?.mandatory).toBe(before?.mandatory);
      }),
      RUNS,
    );
  });

  it("never lowers score or channel when a rule with no negative points, or a mandatory one, is added", () => {
    const added = rule("added").map((found): Rule => {
      const { group: _, ...rest } = found;
      const { effect } = found;
      if (effect.kind === "channel") return rest;
      return { ...rest, effect: { kind: "points", points: Math.abs(effect.points), undetermined: Math.abs(effect.undetermined) } };
    });
    fc.assert(
      fc.property(profile({ plain: true }), facts(), added, (document, input, extra) => {
        const before = assessWith(document, input);
        const after = assessWith(
          withRevenue(document, (revenue) => ({ ...revenue, rules: [...revenue.rules, extra] })),
          input,
        );
        expect(after.domains.revenue?.micropoints).toBeGreaterThanOrEqual(before.domains.revenue?.micropoints ?? Number.NaN);
        expect(rankOf(after.domains.revenue?.channel ?? "")).toBeGreaterThanOrEqual(rankOf(before.domains.revenue?.channel ?? ""));
        expect(rankOf(after.channel)).toBeGreaterThanOrEqual(rankOf(before.channel));
        expect(after.domains.narcotics).toEqual(before.domains.narcotics);
      }),
      RUNS,
    );
  });

  it("never lowers score or channel when an item is added to at least one and no header rule is warned of", () => {
    const addition = itemFacts(1, 1).map(([item]) => item?.values ?? {});
    fc.assert(
      fc.property(profile({ plain: true }), facts({ minItems: 1 }), addition, fc.constantFrom(0, 31), (document, input, values, line) => {
        const ready = compileProfileOrThrow(document, { catalogue: standardCatalogue });
        // header facts stay as they are, so that only conditions on items can move
        const dilutable = new Set(ready.warnings.flatMap((issue) => (issue.code === "rule.loweredByItem" ? [issue.rule] : [])));
        const sound = {
          ...document,
          domains: Object.fromEntries(
            Object.entries(document.domains).map(([id, domain]) => [
              id,
              { ...domain, thresholds: { red: 0 }, rules: domain.rules.filter((candidate) => !dilutable.has(candidate.id)) },
            ]),
          ),
        };
        const reachable = compileProfile(sound, { catalogue: standardCatalogue });
        fc.pre(reachable.ok);
        const before = assessWith(sound, input);
        const after = assessWith(sound, { ...input, items: [...input.items, { item: line === 0 ? 32 : line, values }] });
        for (const [id, domain] of Object.entries(before.domains)) {
          expect(after.domains[id]?.micropoints).toBeGreaterThanOrEqual(domain.micropoints);
          expect(rankOf(after.domains[id]?.channel ?? "")).toBeGreaterThanOrEqual(rankOf(domain.channel));
          expect(rankOf(after.domains[id]?.mandatory ?? "green")).toBeGreaterThanOrEqual(rankOf(domain.mandatory ?? "green"));
        }
        expect(rankOf(after.channel)).toBeGreaterThanOrEqual(rankOf(before.channel));
      }),
      RUNS,
    );
  });

  it("gives every score exactly one channel, the highest whose threshold it reaches, also at equality", () => {
    fc.assert(
      fc.property(profile(), facts(), fc.integer({ min: -1, max: 1 }), (document, input, offset) => {
        const score = assessWith(document, input).domains.revenue?.micropoints ?? Number.NaN;
        const threshold = score + offset;
        const moved = withRevenue(document, (revenue) => ({ ...revenue, thresholds: { red: threshold / 1e6 } }));
        const definition = moved.domains.revenue;
        fc.pre(definition !== undefined && threshold <= domainRange(definition).max && threshold > -1e12 && threshold < 1e12);
        const after = assessWith(moved, input).domains.revenue;
        expect(after?.micropoints).toBe(score);
        expect(after?.channel).toBe(offset <= 0 ? "red" : "green");
      }),
      RUNS,
    );
  });

  it("takes the highest of domain channels, mandatory rules and the draw as the overall channel", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        const { channel, domains, selection } = assessWith(document, input);
        const drawn = selection.mechanisms.some((mechanism) => mechanism.kind === "random" && mechanism.drawn);
        const ranks = Object.values(domains).flatMap((domain) => [rankOf(domain.channel), rankOf(domain.mandatory ?? "green")]);
        expect(rankOf(channel)).toBe(Math.max(...ranks, drawn ? rankOf(document.selection.channel) : 0));
        const certain = Math.max(...ranks) >= rankOf(document.selection.channel);
        expect(selection.probability).toBe(certain ? 1 : (document.selection.randomRate ?? 0));
      }),
      RUNS,
    );
  });

  it("gives the same bytes after a round trip of profile, facts and assessment through JSON", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        const direct = JSON.stringify(assessWith(document, input));
        const read = valueOf(parseFacts(JSON.parse(JSON.stringify(input))));
        expect(JSON.stringify(assessWith(JSON.parse(JSON.stringify(document)), read))).toBe(direct);
        expect(JSON.stringify(JSON.parse(direct))).toBe(direct);
        const canonical = compiled(document);
        const again = compiled(JSON.parse(JSON.stringify(canonical.document)));
        expect(again.fingerprint).toBe(canonical.fingerprint);
        expect(JSON.stringify(again.document)).toBe(JSON.stringify(canonical.document));
      }),
      RUNS,
    );
  });

  it("changes nothing of what it is given, and gives what nobody can change", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        const before = JSON.stringify([document, input]);
        const assessment = assessWith(frozen(document), frozen(input));
        expect(JSON.stringify([document, input])).toBe(before);
        expect(isDeepFrozen(assessment)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("holds a rule in force iff from <= asOf < to, to the millisecond", () => {
    fc.assert(
      fc.property(period, fc.constantFrom(...INSTANTS), pointsValue, (validity, asOf, value) => {
        const ready = compiled(profileWith([ruleOf("timed", { validity, effect: points(value) })]));
        const at = parseInstant(asOf) ?? Number.NaN;
        const from = parseInstant(validity.from) ?? Number.NaN;
        const to = validity.to === undefined ? Infinity : (parseInstant(validity.to) ?? Number.NaN);
        const domain = assessOrThrow(ready, factsOf({ itemCount: 1 }, [], { asOf })).domains.revenue;
        expect(domain?.rules.timed).toBe(from <= at && at < to ? "fired" : undefined);
        expect(domain?.micropoints).toBe(from <= at && at < to ? Math.round(value * 1e6) : 0);
      }),
    );
  });

  it("refuses the whole profile outside its own validity, and only then", () => {
    fc.assert(
      fc.property(period, fc.constantFrom(...INSTANTS), (validity, asOf) => {
        const at = parseInstant(asOf) ?? Number.NaN;
        const to = validity.to === undefined ? Infinity : (parseInstant(validity.to) ?? Number.NaN);
        const result = assess(compiled(profileWith([], {}, { validity })), factsOf({}, [], { asOf }));
        expect(result.ok).toBe((parseInstant(validity.from) ?? Number.NaN) <= at && at < to);
        if (!result.ok) expect(result.issues[0].code).toBe("profile.notInForce");
      }),
    );
  });
});
