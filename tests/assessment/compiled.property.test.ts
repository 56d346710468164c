import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assessment/assess.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import { type BatchScores, scoreBatch } from "../../src/assessment/batch.js";
import { encodeFactsOrThrow } from "../../src/assessment/encode-facts.js";
import { isPlain } from "../../src/assessment/plain-batch.js";
import { type Score, score } from "../../src/assessment/score.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { Facts } from "../../src/indicators/facts.js";
import { type CompiledProfile, compileProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { facts } from "../../src/testing/arbitraries/facts.js";
import { profile, rule } from "../../src/testing/arbitraries/profile.js";
import { isDeepFrozen } from "../support/frozen.js";
import { assessPlainly } from "../support/plain-assess.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(7));

/** How many pairs of profile and facts are compared; a profile meets 25 sets of facts, or 100 in a long run. */
const PAIRS = Number(process.env.CONSIGNMENT_RISK_PAIRS ?? 3_000);
const FACTS_PER_PROFILE = PAIRS > 100_000 ? 100 : 25;

const pool: readonly Facts[] = fc.sample(facts(), { numRuns: Math.min(5_000, PAIRS / 4) });

/** What an assessment says of a rule anywhere, silent and inapplicable rules aside. */
type Outcomes = Readonly<Record<string, string>>;

const STRENGTH = ["", "undetermined", "superseded", "fired"];

/** The strongest outcome of every rule among some hits, in order of id. */
function strongest(hits: readonly { readonly rule: string; readonly outcome: string }[]): Outcomes {
  const found: Record<string, string> = {};
  for (const { rule: id, outcome } of hits) if (STRENGTH.indexOf(outcome) > STRENGTH.indexOf(found[id] ?? "")) found[id] = outcome;
  return Object.fromEntries(Object.entries(found).sort());
}

function outcomesOf(assessment: Assessment): Outcomes {
  const listed = Object.values(assessment.domains).flatMap((domain) => Object.entries(domain.rules));
  return Object.fromEntries(listed.filter(([, outcome]) => outcome !== "notApplicable").sort());
}

/** Row by row what a batch says, in the form of scores. */
function rowsOf(batch: BatchScores, channels: readonly string[]): readonly Score[] {
  return Array.from({ length: batch.count }, (_, row) => {
    const hits = Array.from(batch.hitRules.subarray(batch.hitStarts[row], batch.hitStarts[row + 1]), (number, index) => {
      const place = (batch.hitStarts[row] ?? 0) + index;
      const item = batch.hitItems[place] ?? 0;
      const outcome = STRENGTH[batch.hitOutcomes[place] ?? 0] as "fired";
      return { rule: batch.rules[number] ?? "", ...(item === 0 ? {} : { item }), outcome };
    });
    const micropoints = [...batch.micropoints.subarray(row * batch.domains.length, (row + 1) * batch.domains.length)];
    return { channel: channels[batch.channels[row] ?? 0] ?? "", micropoints, hits };
  });
}

/** Compares the plain evaluator with the compiled profile's three doors, byte for byte. */
function agree(compiled: CompiledProfile, inputs: readonly Facts[]): void {
  const scores = inputs.map((input) => {
    const plain = assessPlainly(compiled, input, { selectionKey });
    const assessment = assess(compiled, input, { selectionKey });
    expect(JSON.stringify(assessment)).toBe(JSON.stringify(plain));
    const scored = score(compiled, input, { selectionKey });
    expect(scored.ok).toBe(plain.ok);
    if (!plain.ok || !scored.ok) {
      expect(JSON.stringify(scored)).toBe(JSON.stringify(plain));
      return undefined;
    }
    expect(scored.value.channel).toBe(plain.value.channel);
    expect(JSON.stringify(scored.value.micropoints)).toBe(JSON.stringify(Object.values(plain.value.domains).map((domain) => domain.micropoints)));
    expect(JSON.stringify(strongest(scored.value.hits))).toBe(JSON.stringify(outcomesOf(plain.value)));
    return scored.value;
  });
  const usable = inputs.filter((_, index) => scores[index] !== undefined);
  const batch = scoreBatch(encodeFactsOrThrow(compiled, usable, { selectionKey }));
  expect(JSON.stringify(rowsOf(batch, compiled.document.channels))).toBe(JSON.stringify(scores.filter((each) => each !== undefined)));
}

describe("the compiled matcher", () => {
  it("gives the plain evaluator's results, byte for byte, for any profile and any facts: assessed, scored and in a batch", () => {
    fc.assert(
      fc.property(profile(), fc.nat(), (document, from) => {
        const compiled = compileProfileOrThrow(document, { catalogue: standardCatalogue });
        agree(
          compiled,
          Array.from({ length: FACTS_PER_PROFILE }, (_, index) => pool[(from + index) % pool.length] as Facts),
        );
      }),
      { numRuns: Math.ceil(PAIRS / FACTS_PER_PROFILE) },
    );
  }, 7_200_000);

  it("gives it for profiles of header rules that only add up, which a batch scores in one loop", () => {
    let plain = 0;
    fc.assert(
      fc.property(profile(), fc.array(rule("rule"), { minLength: 1, maxLength: 60 }), fc.nat(), (document, drawn, from) => {
        const adding = drawn.filter((each) => each.level === "header" && each.effect.kind === "points" && !JSON.stringify(each).includes('"items"'));
        const rules = adding.map((each, index) => JSON.parse(JSON.stringify({ ...each, id: `rule-${index}`, group: undefined, validity: undefined })));
        const [id = "", domain] = Object.entries(document.domains)[0] ?? [];
        const only = { ...document, domains: { [id]: { ...domain, rules, model: undefined, base: 0 } } };
        const result = compileProfile(only, { catalogue: standardCatalogue });
        fc.pre(result.ok);
        if (isPlain(result.value)) plain += 1;
        agree(
          result.value,
          Array.from({ length: FACTS_PER_PROFILE }, (_, index) => pool[(from + index) % pool.length] as Facts),
        );
      }),
      { numRuns: Math.ceil(PAIRS / FACTS_PER_PROFILE / 3) },
    );
    expect(plain).toBeGreaterThan(0);
  }, 7_200_000);

  it("gives it for thousands of rules", () => {
    const rules = fc.sample(rule("rule"), { numRuns: 3_000, seed: 3 }).map((each, index) => ({ ...each, id: `rule-${index}` }));
    for (const document of fc.sample(profile(), { numRuns: 2, seed: 5 })) {
      const [id = "", domain] = Object.entries(document.domains)[0] ?? [];
      const larger = { ...document, domains: { ...document.domains, [id]: { ...domain, rules, thresholds: {} } } };
      const compiled = compileProfileOrThrow(larger, { catalogue: standardCatalogue });
      agree(compiled, pool.slice(0, 10));
    }
  });

  it("gives what nobody can change", () => {
    fc.assert(
      fc.property(profile(), facts(), (document, input) => {
        const assessment = assess(compileProfileOrThrow(document, { catalogue: standardCatalogue }), input, { selectionKey });
        expect(isDeepFrozen(assessment.ok ? assessment.value : undefined)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it.each(["\ud800", "x".repeat(20_001)])("takes a code that is no sound text as failed, as the plain evaluator does", (hsCode) => {
    const document = fc.sample(profile({ random: false }), { numRuns: 1, seed: 9 })[0] as ReturnType<typeof profile> extends fc.Arbitrary<infer P> ? P : never;
    const [id = "", domain] = Object.entries(document.domains)[0] ?? [];
    const when = { op: "not", of: { op: "eq", indicator: "hsCode", value: "010121" } };
    const [first] = fc.sample(rule("rule"), { numRuns: 1, seed: 3 });
    const rules = [{ ...first, id: "not-it", level: "item", appliesTo: undefined, validity: undefined, when }].map((each) => JSON.parse(JSON.stringify(each)));
    const compiled = compileProfileOrThrow(
      { ...document, derived: {}, domains: { [id]: { ...domain, rules, model: undefined, base: 0, thresholds: {} } } },
      { catalogue: standardCatalogue },
    );
    agree(
      compiled,
      pool.slice(0, 3).map((input) => ({ ...input, items: [{ item: 1, values: { hsCode } }] })),
    );
  });

  it("does not read what an object inherits", () => {
    const compiled = compileProfileOrThrow(fc.sample(profile({ random: false }), { numRuns: 1, seed: 9 })[0], { catalogue: standardCatalogue });
    const inputs = pool.slice(0, 20).map((input) => ({ ...input, header: Object.assign(Object.create(pool[20]?.header ?? null), input.header) }));
    agree(compiled, inputs);
    const bare = pool.slice(0, 20).map((input) => ({ ...input, header: Object.assign(Object.create(null), input.header) }));
    agree(compiled, bare);
    Object.assign(Object.prototype, { hsCode: "010121", itemCount: 3 });
    try {
      agree(compiled, pool.slice(0, 20));
    } finally {
      for (const key of ["hsCode", "itemCount"]) Reflect.deleteProperty(Object.prototype, key);
    }
  });

  it("serves a call from within a call", () => {
    const compiled = compileProfileOrThrow(fc.sample(profile({ random: false }), { numRuns: 1, seed: 9 })[0], { catalogue: standardCatalogue });
    const [outer, inner] = pool as [Facts, Facts];
    const id = [...compiled.reads].find((read) => compiled.vocabulary.get(read)?.level === "header") ?? "";
    const expected = JSON.stringify(assess(compiled, inner));
    const inside: string[] = [];
    const get = (): unknown => {
      inside.push(JSON.stringify(assess(compiled, inner)));
      return outer.header[id] ?? { missing: "absent" };
    };
    const header = Object.defineProperty({ ...outer.header }, id, { enumerable: true, get });
    expect(JSON.stringify(assess(compiled, { ...outer, header }))).toBe(
      JSON.stringify(assess(compiled, { ...outer, header: { ...outer.header, [id]: outer.header[id] ?? { missing: "absent" } } })),
    );
    expect(inside).toContain(expected);
    expect(new Set(inside).size).toBe(1);
  });
});
