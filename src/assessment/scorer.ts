import { ABSENT as ABSENT_CLASS, FAILED, NO, YES } from "../conditions/compiled/class.js";
import { ABSENT, type Fact } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { LevelPlan, ScoringPlan } from "../profile/scoring-plan.js";
import { createRuleApplication } from "./apply-rules.js";
import { createFactReader } from "./fact-reader.js";
import { createHitLister, type Hit } from "./hit.js";
import { createHits, type Hits, type Part, type Scores } from "./scores.js";

/** The facts that terms and derived indicators need as they are. */
export interface KeptFacts {
  readonly header: Map<string, Fact>;
  readonly items: readonly Map<string, Fact>[];
}

/** Scores facts under one profile with memory of its own, used again by every call. */
export interface Scorer {
  /** Reads the facts of one declaration into classes. */
  readonly read: (facts: Facts) => KeptFacts | undefined;
  /** The classes last read: the header's from 0 on, those of item `i` from `rowOf(i)` on. */
  readonly classes: () => Int32Array;
  readonly rowOf: (item: number) => number;
  /** Makes room for the classes of so many items, to be written from elsewhere. */
  readonly reserve: (items: number) => void;
  /** What the last call came to. */
  readonly scores: Scores;
  readonly listHits: (hits: Hits) => readonly Hit[];
  /** Whether the header is scored by its own classes alone, so that they can stand anywhere. */
  readonly readsHeaderAnywhere: boolean;
  /**
   * Scores the classes at hand at a moment, the header's from `base` of `header` on. Hits are added behind `scores.hits.count`;
   * `withScopes` also finds the rules that do not apply.
   */
  readonly score: (header: Int32Array, base: number, kept: KeptFacts | undefined, at: number, withScopes: boolean) => void;
}

/** Makes a scorer: the same sums, outcomes and ranks as the plain evaluator's, over classes. */
export function createScorer(profile: CompiledProfile): Scorer {
  const { plan, domains, derivations } = profile;
  const { headerSlots, factSlots } = plan.layout;
  const itemSlots = factSlots - headerSlots;
  const readHeader = createFactReader(profile, "header");
  const readItem = createFactReader(profile, "item");
  const keepsFacts = plan.factReads.size > 0;
  const derived = { header: plan.derived.filter((entry) => entry.level === "header"), item: plan.derived.filter((entry) => entry.level === "item") };
  const found = new Int32Array(Math.max(plan.header.scopes.count, plan.item.scopes.count, plan.wheres.count));
  const certain = new Int32Array(plan.wheres.count);
  const possible = new Int32Array(plan.wheres.count);
  // the classes of header, item at hand and counts of items; behind them those of every item
  let classes = new Int32Array(plan.slots);
  const rowOf = (item: number): number => plan.slots + item * itemSlots;

  const newPart = (terms: number): Part => ({ from: 0, to: 0, sums: new Float64Array(domains.length), terms: new Float64Array(terms) });
  const scores: Scores = {
    lines: [],
    itemCount: 0,
    header: newPart(plan.header.terms.length),
    items: [],
    hits: createHits(),
    micropoints: new Float64Array(domains.length),
    riskiest: new Int32Array(domains.length),
    threshold: new Int32Array(domains.length),
    mandatory: new Int32Array(domains.length),
    scopeSeen: { header: new Uint8Array(plan.header.scopes.count), item: new Uint8Array(plan.item.scopes.count) },
    sound: true,
  };
  const applyRules = createRuleApplication(profile, scores);

  /** Puts the classes of an item beside those of the header. */
  const bringItem = (item: number): void => {
    const row = rowOf(item);
    for (let slot = 0; slot < itemSlots; slot += 1) classes[headerSlots + slot] = classes[row + slot] as number;
  };

  const applyTerms = (level: LevelPlan, from: Int32Array, base: number, part: Part, read: (indicator: string) => Fact): void => {
    const { terms } = level;
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] as LevelPlan["terms"][number];
      const micropoints = term.micropoints(from, base, read);
      part.terms[index] = micropoints;
      part.sums[term.domain] = (part.sums[term.domain] as number) + micropoints;
    }
  };

  const markScopes = (level: LevelPlan, from: Int32Array, base: number, seen: Uint8Array): void => {
    const count = level.scopes.match(from, base, found);
    for (let index = 0; index < count; index += 1) seen[(found[index] as number) >>> 1] = 1;
  };

  /** Of every item, whether it meets what header rules ask of items; then the slots that say whether enough do. */
  const countItems = (): void => {
    clear(certain);
    clear(possible);
    for (let item = 0; item < scores.itemCount; item += 1) {
      bringItem(item);
      const count = plan.wheres.match(classes, 0, found);
      for (let index = 0; index < count; index += 1) {
        const hit = found[index] as number;
        possible[hit >>> 1] = (possible[hit >>> 1] as number) + 1;
        certain[hit >>> 1] = (certain[hit >>> 1] as number) + (hit & 1);
      }
    }
    for (let index = 0; index < plan.itemCounts.length; index += 1) {
      const { where, atLeast, slot } = plan.itemCounts[index] as ScoringPlan["itemCounts"][number];
      classes[slot] = (certain[where] as number) >= atLeast ? YES : (possible[where] as number) < atLeast ? NO : FAILED;
    }
  };

  /** Base, header and riskiest item, and the channel's rank. */
  const settleDomain = (number: number): void => {
    let riskiest = -1;
    let greatest = 0;
    for (let item = 0; item < scores.itemCount; item += 1) {
      const sum = (scores.items[item] as Part).sums[number] as number;
      if (riskiest === -1 || sum > greatest) {
        riskiest = item;
        greatest = sum;
      }
    }
    const { base, thresholds } = domains[number] as CompiledProfile["domains"][number];
    const micropoints = base + (scores.header.sums[number] as number) + greatest;
    scores.riskiest[number] = riskiest;
    scores.micropoints[number] = micropoints;
    let rank = 0;
    for (let index = 0; index < thresholds.length; index += 1) {
      const threshold = thresholds[index] as (typeof thresholds)[number];
      if (micropoints >= threshold.micropoints && threshold.rank > rank) rank = threshold.rank;
    }
    scores.threshold[number] = rank;
  };

  const reserve = (items: number): void => {
    if (classes.length < rowOf(items)) classes = new Int32Array(rowOf(2 * items));
    scores.itemCount = items;
  };

  const read = (facts: Facts): KeptFacts | undefined => {
    const items = inOrder(facts.items);
    reserve(items.length);
    const kept = keepsFacts ? { header: new Map<string, Fact>(), items: items.map(() => new Map<string, Fact>()) } : undefined;
    for (let slot = 0; slot < headerSlots; slot += 1) classes[slot] = ABSENT_CLASS;
    scores.sound = readHeader(facts.header, classes, 0, kept?.header);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as Facts["items"][number];
      const row = rowOf(index);
      for (let slot = 0; slot < itemSlots; slot += 1) classes[row + slot] = ABSENT_CLASS;
      scores.sound = readItem(item.values, classes, row - headerSlots, kept?.items[index]) && scores.sound;
      scores.lines[index] = item.item;
    }
    if (kept !== undefined) derive(kept);
    return kept;
  };

  /** Computes the derived indicators and writes their classes. */
  const derive = (kept: KeptFacts): void => {
    for (const derivation of derivations) derivation(kept);
    for (const { id, write } of derived.header) write(kept.header.get(id) ?? ABSENT, classes, 0);
    if (derived.item.length === 0) return;
    for (const [index, facts] of kept.items.entries()) {
      for (const { id, write } of derived.item) write(facts.get(id) ?? ABSENT, classes, rowOf(index) - headerSlots);
    }
  };

  const scoreItem = (index: number, kept: KeptFacts | undefined, at: number, withScopes: boolean): void => {
    const facts = kept?.items[index];
    bringItem(index);
    const part = scores.items[index] ?? newPart(plan.item.terms.length);
    scores.items[index] = part;
    clear(part.sums);
    applyRules(plan.item, classes, 0, part, scores.lines[index] as number, at);
    if (plan.item.terms.length > 0) applyTerms(plan.item, classes, 0, part, (indicator) => facts?.get(indicator) ?? kept?.header.get(indicator) ?? ABSENT);
    if (withScopes) markScopes(plan.item, classes, 0, scores.scopeSeen.item);
  };

  const scoreHeader = (header: Int32Array, base: number, kept: KeptFacts | undefined, at: number, withScopes: boolean): void => {
    const part = scores.header;
    clear(part.sums);
    applyRules(plan.header, header, base, part, 0, at);
    if (plan.header.terms.length > 0) applyTerms(plan.header, header, base, part, (indicator) => kept?.header.get(indicator) ?? ABSENT);
    if (withScopes) markScopes(plan.header, header, base, scores.scopeSeen.header);
  };

  return {
    read,
    classes: () => classes,
    rowOf,
    reserve,
    scores,
    listHits: createHitLister(plan.ruleIds),
    readsHeaderAnywhere: plan.itemCounts.length === 0 && itemSlots === 0 && plan.item.ruleNumbers.length === 0 && plan.item.terms.length === 0,
    score: (header, base, kept, at, withScopes) => {
      clear(scores.mandatory);
      if (withScopes) {
        clear(scores.scopeSeen.header);
        clear(scores.scopeSeen.item);
      }
      if (plan.itemCounts.length > 0) countItems();
      scoreHeader(header, base, kept, at, withScopes);
      for (let index = 0; index < scores.itemCount; index += 1) scoreItem(index, kept, at, withScopes);
      for (let number = 0; number < domains.length; number += 1) settleDomain(number);
    },
  };
}

/** Writes zeros; the lists are short, so that a call of `fill` would cost more. */
function clear(list: Float64Array | Int32Array | Uint8Array): void {
  for (let index = 0; index < list.length; index += 1) list[index] = 0;
}

/** Items by line number; a copy only where they are not in order already. */
function inOrder(items: Facts["items"]): Facts["items"] {
  for (let index = 1; index < items.length; index += 1) {
    if ((items[index - 1] as Facts["items"][number]).item > (items[index] as Facts["items"][number]).item) return [...items].sort((a, b) => a.item - b.item);
  }
  return items;
}
