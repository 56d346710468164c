import { ABSENT as ABSENT_CLASS, FAILED, NO, YES } from "../conditions/compiled/class.js";
import { ABSENT, type Fact } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { LevelPlan, ScoringPlan } from "../profile/scoring-plan.js";
import { createFactReader } from "./fact-reader.js";

/** Outcomes of a rule as numbers, the stronger the greater. */
export const UNDETERMINED = 1;
export const SUPERSEDED = 2;
export const FIRED = 3;

/** What the header or one item came to. */
export interface Part {
  /** Where its hits start and end. */
  from: number;
  to: number;
  /** The sum per domain. */
  readonly sums: number[];
  /** The micropoints of every term of its level. */
  readonly terms: number[];
}

/** What a scorer knows after a call: overwritten by the next. */
export interface Scores {
  /** The line numbers of the items; as many as there are item parts. */
  readonly lines: number[];
  itemCount: number;
  readonly header: Part;
  /** At least one part per item; those behind `itemCount` are of earlier calls. */
  readonly items: Part[];
  /** The hits of all parts: the rule's number, its outcome, and its micropoints after its group. */
  readonly hitRules: number[];
  readonly hitOutcomes: number[];
  readonly hitMicropoints: number[];
  hitCount: number;
  /** By domain: the score, the index of the riskiest item (-1 without items), and the ranks reached. */
  readonly micropoints: number[];
  readonly riskiest: number[];
  readonly threshold: number[];
  readonly mandatory: number[];
  /** By level and number of an `appliesTo` condition: whether it held or was unknown anywhere. */
  readonly scopeSeen: { readonly header: Uint8Array; readonly item: Uint8Array };
  /** Whether the facts call for no issue. */
  sound: boolean;
}

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
  /** The line numbers of the items last read. */
  readonly lines: () => readonly number[];
  /** Makes room for the classes of so many items, to be written from elsewhere. */
  readonly reserve: (items: number) => void;
  /** Scores the classes at hand at a moment; `withScopes` also finds the rules that do not apply. */
  readonly score: (kept: KeptFacts | undefined, at: number, withScopes: boolean) => Scores;
}

/** Makes a scorer: the same sums, outcomes and ranks as the plain evaluator's, over classes. */
export function createScorer(profile: CompiledProfile): Scorer {
  const { plan, domains, derivations } = profile;
  const { layout, columns } = plan;
  const { headerSlots, factSlots } = layout;
  const itemSlots = factSlots - headerSlots;
  const readHeader = createFactReader(profile, "header");
  const readItem = createFactReader(profile, "item");
  const keepsFacts = plan.factReads.size > 0;
  const derived = { header: plan.derived.filter((entry) => entry.level === "header"), item: plan.derived.filter((entry) => entry.level === "item") };
  const found = new Int32Array(
    Math.max(plan.header.matcher.count, plan.item.matcher.count, plan.header.scopes.count, plan.item.scopes.count, plan.wheres.count),
  );
  const certain = new Int32Array(plan.wheres.count);
  const possible = new Int32Array(plan.wheres.count);
  const strongest = new Int32Array(plan.groups).fill(-1);
  // the classes of header, item at hand and counts of items; behind them those of every item
  let classes = new Int32Array(plan.slots);
  const rowOf = (item: number): number => plan.slots + item * itemSlots;

  const newPart = (terms: number): Part => ({ from: 0, to: 0, sums: domains.map(() => 0), terms: new Array<number>(terms).fill(0) });
  const scores: Scores = {
    lines: [],
    itemCount: 0,
    header: newPart(plan.header.terms.length),
    items: [],
    hitRules: [],
    hitOutcomes: [],
    hitMicropoints: [],
    hitCount: 0,
    micropoints: domains.map(() => 0),
    riskiest: domains.map(() => -1),
    threshold: domains.map(() => 0),
    mandatory: domains.map(() => 0),
    scopeSeen: { header: new Uint8Array(plan.header.scopes.count), item: new Uint8Array(plan.item.scopes.count) },
    sound: true,
  };

  /** Applies the rules of a level to the classes at hand. */
  const applyRules = (level: LevelPlan, part: Part, at: number): void => {
    const count = level.matcher.match(classes, found);
    part.from = scores.hitCount;
    let grouped = false;
    for (let index = 0; index < count; index += 1) {
      const hit = found[index] as number;
      const number = level.ruleNumbers[hit >>> 1] as number;
      if (at < (columns.from[number] as number) || at >= (columns.to[number] as number)) continue;
      const isCertain = (hit & 1) === 1;
      const value = (isCertain ? columns.fired : columns.undetermined)[number] as number;
      const domain = columns.domain[number] as number;
      const group = columns.group[number] as number;
      const isPoints = columns.isPoints[number] === 1;
      const place = scores.hitCount;
      scores.hitCount = place + 1;
      scores.hitRules[place] = number;
      scores.hitOutcomes[place] = isCertain ? FIRED : UNDETERMINED;
      scores.hitMicropoints[place] = isPoints ? value : 0;
      if (!isPoints) {
        if (value > (scores.mandatory[domain] as number)) scores.mandatory[domain] = value;
      } else if (group === -1 || value === 0) part.sums[domain] = (part.sums[domain] as number) + value;
      else {
        grouped = true;
        const best = strongest[group] as number;
        if (best === -1 || Math.abs(value) > Math.abs(scores.hitMicropoints[best] as number)) strongest[group] = place;
      }
    }
    part.to = scores.hitCount;
    if (grouped) settleGroups(part);
  };

  /** Of each group only the strongest contribution counts, of equals the first. */
  const settleGroups = (part: Part): void => {
    for (let place = part.from; place < part.to; place += 1) {
      const number = scores.hitRules[place] as number;
      const group = columns.group[number] as number;
      const domain = columns.domain[number] as number;
      if (group === -1 || scores.hitMicropoints[place] === 0) continue;
      if (strongest[group] === place) part.sums[domain] = (part.sums[domain] as number) + (scores.hitMicropoints[place] as number);
      else {
        scores.hitOutcomes[place] = SUPERSEDED;
        scores.hitMicropoints[place] = 0;
      }
    }
    for (let place = part.from; place < part.to; place += 1) {
      const group = columns.group[scores.hitRules[place] as number] as number;
      if (group !== -1) strongest[group] = -1;
    }
  };

  const applyTerms = (level: LevelPlan, part: Part, read: (indicator: string) => Fact): void => {
    for (let index = 0; index < level.terms.length; index += 1) {
      const term = level.terms[index] as LevelPlan["terms"][number];
      const micropoints = term.micropoints(classes, read);
      part.terms[index] = micropoints;
      part.sums[term.domain] = (part.sums[term.domain] as number) + micropoints;
    }
  };

  const markScopes = (level: LevelPlan, seen: Uint8Array): void => {
    const count = level.scopes.match(classes, found);
    for (let index = 0; index < count; index += 1) seen[(found[index] as number) >>> 1] = 1;
  };

  const countItems = (): void => {
    const count = plan.wheres.match(classes, found);
    for (let index = 0; index < count; index += 1) {
      const hit = found[index] as number;
      possible[hit >>> 1] = (possible[hit >>> 1] as number) + 1;
      certain[hit >>> 1] = (certain[hit >>> 1] as number) + (hit & 1);
    }
  };

  /** Base, header and riskiest item, and the channel's rank. */
  const settleDomain = (number: number): void => {
    let riskiest = -1;
    let greatest = 0;
    for (let item = 0; item < scores.itemCount; item += 1) {
      const sum = scores.items[item]?.sums[number] as number;
      if (riskiest === -1 || sum > greatest) {
        riskiest = item;
        greatest = sum;
      }
    }
    const domain = domains[number];
    if (domain === undefined) return;
    const micropoints = domain.base + (scores.header.sums[number] as number) + greatest;
    scores.riskiest[number] = riskiest;
    scores.micropoints[number] = micropoints;
    let rank = 0;
    for (const threshold of domain.thresholds) if (micropoints >= threshold.micropoints && threshold.rank > rank) rank = threshold.rank;
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
    classes.fill(ABSENT_CLASS, 0, headerSlots);
    scores.sound = readHeader(facts.header, classes, kept?.header);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as Facts["items"][number];
      classes.fill(ABSENT_CLASS, headerSlots, factSlots);
      scores.sound = readItem(item.values, classes, kept?.items[index]) && scores.sound;
      classes.copyWithin(rowOf(index), headerSlots, factSlots);
      scores.lines[index] = item.item;
    }
    if (kept !== undefined) derive(kept);
    return kept;
  };

  /** Computes the derived indicators and writes their classes. */
  const derive = (kept: KeptFacts): void => {
    for (const derivation of derivations) derivation(kept);
    for (const { id, write } of derived.header) write(kept.header.get(id) ?? ABSENT, classes);
    if (derived.item.length === 0) return;
    for (const [index, facts] of kept.items.entries()) {
      classes.copyWithin(headerSlots, rowOf(index), rowOf(index + 1));
      for (const { id, write } of derived.item) write(facts.get(id) ?? ABSENT, classes);
      classes.copyWithin(rowOf(index), headerSlots, factSlots);
    }
  };

  const scoreItem = (index: number, kept: KeptFacts | undefined, at: number, withScopes: boolean): void => {
    const facts = kept?.items[index];
    classes.copyWithin(headerSlots, rowOf(index), rowOf(index + 1));
    const part = scores.items[index] ?? newPart(plan.item.terms.length);
    scores.items[index] = part;
    clear(part.sums);
    countItems();
    applyRules(plan.item, part, at);
    if (plan.item.terms.length > 0) applyTerms(plan.item, part, (indicator) => facts?.get(indicator) ?? kept?.header.get(indicator) ?? ABSENT);
    if (withScopes) markScopes(plan.item, scores.scopeSeen.item);
  };

  const scoreHeader = (kept: KeptFacts | undefined, at: number, withScopes: boolean): void => {
    for (let index = 0; index < plan.itemCounts.length; index += 1) {
      const { where, atLeast, slot } = plan.itemCounts[index] as ScoringPlan["itemCounts"][number];
      classes[slot] = (certain[where] as number) >= atLeast ? YES : (possible[where] as number) < atLeast ? NO : FAILED;
    }
    const part = scores.header;
    clear(part.sums);
    applyRules(plan.header, part, at);
    if (plan.header.terms.length > 0) applyTerms(plan.header, part, (indicator) => kept?.header.get(indicator) ?? ABSENT);
    if (withScopes) markScopes(plan.header, scores.scopeSeen.header);
  };

  return {
    read,
    classes: () => classes,
    rowOf,
    lines: () => scores.lines,
    reserve,
    score: (kept, at, withScopes) => {
      scores.hitCount = 0;
      clear(scores.mandatory);
      clear(certain);
      clear(possible);
      if (withScopes) {
        clear(scores.scopeSeen.header);
        clear(scores.scopeSeen.item);
      }
      for (let index = 0; index < scores.itemCount; index += 1) scoreItem(index, kept, at, withScopes);
      scoreHeader(kept, at, withScopes);
      for (let number = 0; number < domains.length; number += 1) settleDomain(number);
      return scores;
    },
  };
}

/** The rank of the overall channel: the highest of domain channels, mandatory rules and the random draw. */
export function overallRank(scores: Scores, drawnRank: number): number {
  let rank = drawnRank;
  for (let domain = 0; domain < scores.threshold.length; domain += 1) {
    rank = Math.max(rank, scores.threshold[domain] as number, scores.mandatory[domain] as number);
  }
  return rank;
}

/** Writes zeros; the lists are short, so that a call of `fill` would cost more. */
function clear(list: number[] | Int32Array | Uint8Array): void {
  for (let index = 0; index < list.length; index += 1) list[index] = 0;
}

/** Items by line number; a copy only where they are not in order already. */
function inOrder(items: Facts["items"]): Facts["items"] {
  const isSorted = items.every((item, index) => index === 0 || (items[index - 1]?.item ?? 0) <= item.item);
  return isSorted ? items : [...items].sort((a, b) => a.item - b.item);
}
