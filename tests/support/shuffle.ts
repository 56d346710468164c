import type { Condition } from "../../src/conditions/condition.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { ModelTerm } from "../../src/profile/model-document.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import type { Rule } from "../../src/profile/rule.js";

/** Gives another order to a list, the same for the same seed. */
export type Shuffle = <T>(list: readonly T[]) => T[];

/** A shuffle that goes on from a seed. */
export function shuffleWith(seed: number): Shuffle {
  let state = seed >>> 0;
  const next = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return (list) => {
    const left = [...list];
    const result: (typeof left)[number][] = [];
    while (left.length > 0) result.push(...left.splice(next(left.length), 1));
    return result;
  };
}

/** The same JSON with the keys of every object in another order. */
export function shuffleKeys(value: unknown, shuffle: Shuffle): unknown {
  if (Array.isArray(value)) return value.map((member) => shuffleKeys(member, shuffle));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(shuffle(Object.entries(value)).map(([key, member]) => [key, shuffleKeys(member, shuffle)]));
}

function shuffleValues(condition: Condition, shuffle: Shuffle): Condition {
  switch (condition.op) {
    case "in":
    case "prefix":
    case "containsAny":
      return "list" in condition.values ? condition : { ...condition, values: shuffle([...condition.values, condition.values[0] ?? ""]) };
    case "anyItem":
    case "countItems":
      return { ...condition, where: shuffleValues(condition.where, shuffle) };
    case "not":
      return { ...condition, of: shuffleValues(condition.of, shuffle) };
    case "all":
    case "any":
    case "atLeast": {
      const [first, ...rest] = condition.of;
      return { ...condition, of: [shuffleValues(first, shuffle), ...rest.map((part) => shuffleValues(part, shuffle))] };
    }
    default:
      return condition;
  }
}

function shuffleRule(rule: Rule, shuffle: Shuffle): Rule {
  return {
    ...rule,
    when: shuffleValues(rule.when, shuffle),
    ...(rule.appliesTo === undefined ? {} : { appliesTo: shuffleValues(rule.appliesTo, shuffle) }),
  };
}

function shuffleTerm(term: ModelTerm, shuffle: Shuffle): ModelTerm {
  if (term.kind === "categorical") return { ...term, levels: shuffle(term.levels) };
  return term.kind === "cross" ? { ...term, levels: shuffle(term.levels) } : term;
}

function mapEntries<T, U>(object: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** The same profile with rules, model terms, levels, list entries, values and keys in another order, some entries repeated. */
export function shuffleProfile(profile: RiskProfile, seed: number): unknown {
  const shuffle = shuffleWith(seed);
  return shuffleKeys(
    {
      ...profile,
      lists: mapEntries(profile.lists, (list) => ({ ...list, entries: shuffle([...list.entries, ...list.entries.slice(0, 1)]) })),
      derived: mapEntries(profile.derived, (derived) =>
        "where" in derived && derived.where !== undefined ? { ...derived, where: shuffleValues(derived.where, shuffle) } : derived,
      ),
      domains: mapEntries(profile.domains, (domain) => ({
        ...domain,
        rules: shuffle(domain.rules.map((rule) => shuffleRule(rule, shuffle))),
        ...(domain.model === undefined ? {} : { model: { ...domain.model, terms: shuffle(domain.model.terms.map((term) => shuffleTerm(term, shuffle))) } }),
      })),
    },
    shuffle,
  );
}

/** The same facts with items and keys in another order. */
export function shuffleFacts(facts: Facts, seed: number): Facts {
  const shuffle = shuffleWith(seed);
  return shuffleKeys({ ...facts, items: shuffle(facts.items) }, shuffle) as Facts;
}
