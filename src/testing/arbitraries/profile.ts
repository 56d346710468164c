import fc from "fast-check";
import type { Condition } from "../../conditions/condition.js";
import type { Vocabulary } from "../../conditions/vocabulary.js";

import { standardCatalogue } from "../../indicators/catalogue/standard-catalogue.js";
import type { Level } from "../../indicators/indicator.js";
import type { DerivedIndicator, Fallback } from "../../profile/derived.js";
import type { ModelDocument, ModelTerm } from "../../profile/model-document.js";
import type { Domain, RiskProfile, Selection } from "../../profile/profile.js";
import { domainRange } from "../../profile/range.js";
import type { Rule, RuleEffect } from "../../profile/rule.js";
import { buildVocabulary } from "../../profile/vocabulary.js";
import { type ConditionSpace, condition, withoutConflicts } from "./conditions.js";
import { period } from "./periods.js";
import { code, idsOf, NUMBERS, number, STANDARD_VOCABULARY } from "./values.js";

const CHANNELS = ["green", "yellow", "red"] as const;

/** What kinds of profile to make. */
export interface ProfileOptions {
  /** Without derived indicators. */
  readonly plain?: boolean;
  /** With or without a random rate; either unless told. */
  readonly random?: boolean;
}

/** Points with up to six decimals; small whole ones often, so that sums meet thresholds. */
export const pointsValue: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(-3, -0.5, 0, 0.5, 1, 1, 2.5, 10) },
  { weight: 1, arbitrary: fc.integer({ min: -20_000_000, max: 20_000_000 }).map((n) => n / 1e6) },
);

const pointsEffect: fc.Arbitrary<RuleEffect> = fc
  .tuple(pointsValue, fc.constantFrom(0, 0.25, 1))
  .map(([points, share]) => ({ kind: "points", points, undetermined: points * share + 0 }));

const channelEffect: fc.Arbitrary<RuleEffect> = fc.constantFrom<RuleEffect>(
  { kind: "channel", channel: "yellow" },
  { kind: "channel", channel: "red" },
  { kind: "channel", channel: "red", undetermined: "yellow" },
  { kind: "channel", channel: "yellow", undetermined: "yellow" },
);

const fallback: fc.Arbitrary<Fallback> = fc.constantFrom<Fallback>("absent", "failed", "notApplicable", 0, 1.5);

const LISTS: RiskProfile["lists"] = {
  countries: { title: { en: "Countries" }, date: "2026-01-01", source: "a test", entries: ["CN", "KR", "8471"] },
  phrases: { title: { en: "Phrases" }, date: "2026-01-01", source: "a test", entries: ["ivory", "ngà voi", "red phosphorus"] },
  empty: { title: { en: "Empty" }, date: "2026-01-01", source: "a test", entries: [] },
};

function spaceOf(vocabulary: Vocabulary, level: Level): ConditionSpace {
  return { vocabulary, level, codeLists: ["countries", "empty"], phraseLists: ["phrases", "empty"] };
}

const derivedBase = { meaning: fc.constant({ en: "derived" }), unit: fc.constant("1"), decimals: fc.integer({ min: 0, max: 6 }) };

/** A derived indicator over a vocabulary. */
function derivedIndicator(vocabulary: Vocabulary): fc.Arbitrary<DerivedIndicator> {
  const any = fc.constantFrom(...idsOf(vocabulary, ["number"], ["header", "item"]));
  const ofItem = fc.constantFrom(...idsOf(vocabulary, ["number"], ["item"]));
  const where = condition(spaceOf(vocabulary, "item"));
  return fc.oneof(
    fc.record({ ...derivedBase, kind: fc.constant("ratio" as const), numerator: any, denominator: any, ifMissing: fallback, ifZeroDivisor: fallback }),
    fc.record({ ...derivedBase, kind: fc.constant("difference" as const), minuend: any, subtrahend: any, ifMissing: fallback }),
    fc.record({ ...derivedBase, kind: fc.constant("sum" as const), of: ofItem, ifMissing: fallback }),
    fc.record({ ...derivedBase, kind: fc.constant("sum" as const), of: ofItem, where, ifMissing: fallback }),
    fc.record({ ...derivedBase, kind: fc.constant("share" as const), of: ofItem, where, ifMissing: fallback, ifZeroDivisor: fallback }),
  );
}

/** Up to three derived indicators; the later may read the earlier. */
const derivedIndicators: fc.Arbitrary<RiskProfile["derived"]> = derivedIndicator(STANDARD_VOCABULARY).chain((d1) =>
  derivedIndicator(buildVocabulary(standardCatalogue, { d1 })).chain((d2) => fc.constantFrom({}, { d1 }, { d1, d2 })),
);

function draftRule(vocabulary: Vocabulary): fc.Arbitrary<Omit<Rule, "id">> {
  const ofLevel = (level: Level): fc.Arbitrary<Omit<Rule, "id">> => {
    const some = condition(spaceOf(vocabulary, level));
    return fc
      .record({
        when: some,
        appliesTo: fc.option(some, { nil: undefined, freq: 2 }),
        effect: fc.oneof({ weight: 4, arbitrary: pointsEffect }, { weight: 1, arbitrary: channelEffect }),
        grouped: fc.boolean(),
        validity: fc.option(period, { nil: undefined, freq: 2 }),
      })
      .map(({ when, appliesTo, effect, grouped, validity }): Omit<Rule, "id"> => {
        // a rule applies and holds together, so that the two must not contradict each other
        const scope: Condition | undefined = appliesTo !== undefined && withoutConflicts([when, appliesTo]).length === 2 ? appliesTo : undefined;
        return {
          version: 1,
          texts: { title: { en: "a title" }, reason: { en: "a reason" } },
          level,
          when,
          effect,
          basis: { kind: "operational", reference: "a test" },
          ...(scope === undefined ? {} : { appliesTo: scope }),
          ...(grouped && effect.kind === "points" ? { group: `${level}-${effect.points < 0 ? "lowers" : "raises"}` } : {}),
          ...(validity === undefined ? {} : { validity }),
        };
      });
  };
  return fc.oneof(ofLevel("header"), ofLevel("item"));
}

/** A sound rule over a vocabulary. */
export function rule(id: string, vocabulary: Vocabulary = STANDARD_VOCABULARY): fc.Arbitrary<Rule> {
  return draftRule(vocabulary).map((draft) => ({ ...draft, id }));
}

const edges = fc.subarray([...NUMBERS], { minLength: 1, maxLength: 4 }).map((list) => [...list].sort((a, b) => a - b));

function modelTerm(vocabulary: Vocabulary): fc.Arbitrary<ModelTerm> {
  const id = fc.constant("");
  const numeric = fc.constantFrom(...idsOf(vocabulary, ["number"], ["header", "item"]));
  const coded = fc.constantFrom(...idsOf(vocabulary, ["code"], ["header", "item"]));
  const yesNo = fc.constantFrom(...idsOf(vocabulary, ["boolean"], ["header", "item"]));
  const evidence = { points: pointsValue };
  const clamp = fc.constantFrom({ min: -1, max: 100 }, { min: 0, max: 10 });
  return fc.oneof(
    fc.record(
      {
        id,
        kind: fc.constant("linear" as const),
        indicator: numeric,
        centre: number,
        scale: fc.constantFrom(0.1, 1, 3, 1000),
        points: pointsValue,
        clamp,
        missing: pointsValue,
      },
      { requiredKeys: ["id", "kind", "indicator", "centre", "scale", "points", "missing"] },
    ),
    edges.chain((list) =>
      fc.record({
        id,
        kind: fc.constant("binned" as const),
        indicator: numeric,
        edges: fc.constant(list),
        points: fc.array(pointsValue, { minLength: list.length + 1, maxLength: list.length + 1 }),
        missing: pointsValue,
      }),
    ),
    fc.record({
      id,
      kind: fc.constant("categorical" as const),
      indicator: coded,
      levels: fc.uniqueArray(fc.record({ value: code, ...evidence }), { maxLength: 5, selector: (level) => level.value }),
      missing: pointsValue,
      unseen: pointsValue,
    }),
    fc.record({
      id,
      kind: fc.constant("categorical" as const),
      indicator: yesNo,
      levels: fc.uniqueArray(fc.record({ value: fc.boolean(), ...evidence }), { maxLength: 2, selector: (level) => level.value }),
      missing: pointsValue,
      unseen: pointsValue,
    }),
    edges.chain((list) =>
      fc.record({
        id,
        kind: fc.constant("cross" as const),
        of: fc.tuple(fc.record({ indicator: coded }), fc.record({ indicator: numeric, edges: fc.constant(list) })),
        levels: fc.uniqueArray(fc.record({ at: fc.tuple(code, fc.integer({ min: 0, max: list.length })), ...evidence }), {
          maxLength: 5,
          selector: (level) => JSON.stringify(level.at),
        }),
        missing: pointsValue,
        unseen: pointsValue,
      }),
    ),
    fc.record({
      id,
      kind: fc.constant("repeat" as const),
      inspected: numeric,
      findings: numeric,
      baseRate: fc.constantFrom(0.01, 0.2, 0.5),
      prior: fc.constantFrom(0.5, 10),
      weight: fc.constantFrom(0, 1, 2.5),
      missing: pointsValue,
    }),
  );
}

function model(vocabulary: Vocabulary): fc.Arbitrary<ModelDocument> {
  return fc.record(
    {
      base: pointsValue,
      terms: fc.array(modelTerm(vocabulary), { maxLength: 4 }).map((terms) => terms.map((term, index): ModelTerm => ({ ...term, id: `term-${index}` }))),
      zero: fc.constantFrom("trainingMean" as const, "stated" as const),
      calibration: fc.constantFrom(
        { method: "platt" as const, expertPoints: "none" as const },
        { method: "maximumLikelihood" as const, expertPoints: "offset" as const },
      ),
    },
    { requiredKeys: ["base", "terms", "zero"] },
  );
}

/** Thresholds at parts of the way from the least to the greatest score, so that each can be reached. */
function withThresholds(domain: Domain, parts: readonly [number, number]): Domain {
  const { min, max } = domainRange(domain);
  // near 0, where the scores are, even if an unclamped linear term could go far; the greatest score is at least the base
  const [low, high] = [Math.max(min, -1e8), Math.min(max, 1e8)];
  const at = (part: number): number => Math.round(low + (high - low) * part) / 1e6;
  const [yellow, red] = [...parts].sort((a, b) => a - b).map(at) as [number, number];
  return { ...domain, thresholds: Math.round(yellow * 1e6) < Math.round(red * 1e6) ? { yellow, red } : { red } };
}

function domain(prefix: string, vocabulary: Vocabulary): fc.Arbitrary<Domain> {
  return fc
    .record({
      rules: fc.array(draftRule(vocabulary), { maxLength: 5 }),
      scale: fc.oneof(pointsValue, model(vocabulary)),
      parts: fc.tuple(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.constantFrom(0.5, 0.75, 1)),
    })
    .map(({ rules, scale, parts }) => {
      const drafted: Domain = {
        title: { en: prefix },
        rules: rules.map((draft, index) => ({ ...draft, id: `${prefix}-${index}` })),
        thresholds: {},
        ...(typeof scale === "number" ? { base: scale } : { model: scale }),
      };
      return withThresholds(drafted, parts);
    });
}

function selection(random: boolean | undefined): fc.Arbitrary<Selection> {
  const channel = fc.constantFrom("yellow", "red");
  const withRate = fc.record({
    channel,
    randomRate: fc.constantFrom(0, 0.001, 0.5, 1),
    identity: fc.constantFrom<Selection["identity"] & {}>(["transportDocument", "firstDeclaration"], ["firstDeclaration"]),
  });
  const without = fc.record({ channel });
  if (random === undefined) return fc.oneof(withRate, without);
  return random ? withRate : without;
}

/** Sound profiles by construction, over the standard catalogue, with everything that a profile can hold. */
export function profile(options: ProfileOptions = {}): fc.Arbitrary<RiskProfile> {
  const derived = options.plain === true ? fc.constant<RiskProfile["derived"]>({}) : derivedIndicators;
  return derived.chain((definitions) => {
    const vocabulary = buildVocabulary(standardCatalogue, definitions);
    return fc
      .record({
        domains: fc.tuple(domain("revenue", vocabulary), fc.option(domain("narcotics", vocabulary), { nil: undefined })),
        selection: selection(options.random),
      })
      .map(
        ({ domains: [revenue, narcotics], selection: chosen }): RiskProfile => ({
          schema: "consignment-risk/profile@1",
          id: "arbitrary",
          version: "1",
          title: { en: "An arbitrary profile" },
          utcOffset: "+07:00",
          currency: "VND",
          catalogue: standardCatalogue.version,
          channels: CHANNELS,
          lists: LISTS,
          derived: definitions,
          domains: narcotics === undefined ? { revenue } : { revenue, narcotics },
          selection: chosen,
        }),
      );
  });
}
