import type { ReadFacts } from "../../assessment/read-facts.js";
import { isInForce } from "../../core/instant.js";
import { ABSENT } from "../../indicators/fact.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import type { CompiledDomain, CompiledRule, CompiledTerm } from "../../profile/compiled-domain.js";
import { indicatorsOf } from "../../profile/model-document.js";
import { termRange } from "../../profile/score-term.js";
import { readsOf } from "../../profile/vocabulary.js";
import { CAN_BE_FALSE, CAN_BE_TRUE, CAN_BE_UNKNOWN, type FreeScope, possibleTruths } from "./possible-truths.js";

/** The least and greatest micropoints. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Between what a domain's score and the channels must lie. */
export interface ScoreBounds {
  /** By domain, in order of id. */
  readonly domains: readonly Bounds[];
  /** The ranks of the lowest and highest overall channel, the random draw aside. */
  readonly leastRank: number;
  readonly mostRank: number;
}

/** Which facts may be anything. */
export interface Freedom {
  /** Whether a catalogued fact is free; `item` is the item's index, absent for the header. */
  readonly isFree: (indicator: string, item: number | undefined) => boolean;
  readonly free: FreeScope["free"];
}

/**
 * Bounds that hold every score and channel that a profile gives while the free facts take any value. They are attained where every free fact is read
 * once; else they may be wider than what can be.
 */
export function boundScores(profile: CompiledProfile, facts: ReadFacts, at: number, freedom: Freedom): ScoreBounds {
  const isFree = withDerived(profile, facts.items.length, freedom.isFree);
  const scope: FreeScope = { header: facts.header, items: facts.items, isFree, free: freedom.free };
  let leastRank = 0;
  let mostRank = 0;
  const raise = (least: number, most: number): void => {
    leastRank = Math.max(leastRank, least);
    mostRank = Math.max(mostRank, most);
  };
  const domains = profile.domains.map((domain) => {
    const header = boundPart(domain.rules.header, domain.terms.header, scope, at);
    const items = facts.items.map((_, item) => boundPart(domain.rules.item, domain.terms.item, { ...scope, item }, at));
    const riskiest = { least: Math.max(...items.map(({ least }) => least)), most: Math.max(...items.map(({ most }) => most)) };
    const hasItems = items.length > 0;
    const least = domain.base + header.least + (hasItems ? riskiest.least : 0);
    const most = domain.base + header.most + (hasItems ? riskiest.most : 0);
    raise(rankOf(domain, least), rankOf(domain, most));
    for (const part of [header, ...items]) raise(part.leastRank, part.mostRank);
    return { least, most };
  });
  return { domains, leastRank, mostRank };
}

function rankOf(domain: CompiledDomain, micropoints: number): number {
  return domain.thresholds.find((threshold) => micropoints >= threshold.micropoints)?.rank ?? 0;
}

interface Part extends Bounds {
  readonly leastRank: number;
  readonly mostRank: number;
}

/** The bounds of the header's part of a score, or of one item's. */
function boundPart(rules: readonly CompiledRule[], terms: readonly CompiledTerm[], scope: FreeScope, at: number): Part {
  const part = { least: 0, most: 0, leastRank: 0, mostRank: 0 };
  const groups = new Map<string, number[][]>();
  for (const rule of rules) {
    if (!isInForce(rule.period, at)) continue;
    const values = possibleValues(rule, scope);
    const { group, effect } = rule.rule;
    if (effect.kind === "channel") {
      part.leastRank = Math.max(part.leastRank, Math.min(...values));
      part.mostRank = Math.max(part.mostRank, ...values);
    } else if (group === undefined) {
      part.least += Math.min(...values);
      part.most += Math.max(...values);
    } else groups.set(group, [...(groups.get(group) ?? []), values]);
  }
  for (const members of groups.values()) {
    const { least, most } = boundGroup(members);
    part.least += least;
    part.most += most;
  }
  for (const term of terms) {
    const { least, most } = boundTerm(term, scope);
    part.least += least;
    part.most += most;
  }
  return part;
}

/** What a rule can be worth: nothing, its points (or rank), or what it states for undetermined. */
function possibleValues(rule: CompiledRule, scope: FreeScope): number[] {
  const applies = rule.appliesTo === undefined ? CAN_BE_TRUE : possibleTruths(rule.appliesTo, scope);
  const holds = possibleTruths(rule.when, scope);
  const values: number[] = [];
  if (((applies | holds) & CAN_BE_FALSE) !== 0) values.push(0);
  if ((applies & holds & CAN_BE_TRUE) !== 0) values.push(rule.fired);
  const mayBeOpen = applies !== CAN_BE_FALSE && holds !== CAN_BE_FALSE && ((applies | holds) & CAN_BE_UNKNOWN) !== 0;
  if (mayBeOpen) values.push(rule.undetermined);
  return values;
}

/** Of a group only the strongest counts: it is at least as strong as the weakest value of each member. */
function boundGroup(members: readonly (readonly number[])[]): Bounds {
  const weakest = Math.max(...members.map((values) => Math.min(...values.map(Math.abs))));
  const strongest = members.flat().filter((value) => Math.abs(value) >= weakest);
  return { least: Math.min(...strongest), most: Math.max(...strongest) };
}

function boundTerm(term: CompiledTerm, scope: FreeScope): Bounds {
  const item = scope.item === undefined ? undefined : scope.items[scope.item];
  if (indicatorsOf(term.term).some((indicator) => scope.isFree(indicator, scope.item))) {
    const { min, max } = termRange(term.term);
    return { least: min, most: max };
  }
  const value = term.micropoints((indicator) => item?.get(indicator) ?? scope.header.get(indicator) ?? ABSENT);
  return { least: value, most: value };
}

/** A derived indicator is free where one that it reads is: of the header's those over items where it is free in any. */
function withDerived(profile: CompiledProfile, itemCount: number, isFree: Freedom["isFree"]): Freedom["isFree"] {
  const { derived } = profile.document;
  const isItem = (indicator: string): boolean => profile.vocabulary.get(indicator)?.level === "item";
  const free = (indicator: string, item: number | undefined): boolean => {
    const definition = Object.hasOwn(derived, indicator) ? derived[indicator] : undefined;
    if (definition === undefined) return isFree(indicator, isItem(indicator) ? item : undefined);
    return readsOf(definition).some((read) => {
      if (!isItem(read) || item !== undefined) return free(read, item);
      return Array.from({ length: itemCount }, (_, index) => index).some((index) => free(read, index));
    });
  };
  return free;
}
