import { type Condition, isLeaf } from "../conditions/condition.js";
import { canonicalJson, compareText } from "../core/canonical.js";
import { sha256Text } from "../core/digest.js";
import type { DerivedIndicator } from "./derived.js";
import type { ModelDocument, ModelTerm } from "./model-document.js";
import type { Domain, RiskProfile } from "./profile.js";
import type { Rule } from "./rule.js";

/**
 * The profile in its one canonical form: what has no order (rules, terms, levels, list entries, values) is sorted,
 * repeated entries and `$schema` are dropped. Two profiles that mean the same by these measures become equal.
 */
export function canonicalProfile(profile: RiskProfile): RiskProfile {
  const { $schema: _, ...rest } = profile;
  return {
    ...rest,
    lists: mapValues(profile.lists, (list) => ({ ...list, entries: sortedSet(list.entries) })),
    derived: mapValues(profile.derived, canonicalDerived),
    domains: mapValues(profile.domains, canonicalDomain),
  };
}

/** The SHA-256 of a profile's canonical form. */
export function fingerprintProfile(profile: RiskProfile): string {
  return sha256Text(canonicalJson(canonicalProfile(profile)));
}

function canonicalDomain(domain: Domain): Domain {
  return {
    ...domain,
    rules: domain.rules.map(canonicalRule).sort((a, b) => compareText(a.id, b.id)),
    ...(domain.model === undefined ? {} : { model: canonicalModel(domain.model) }),
  };
}

function canonicalRule(rule: Rule): Rule {
  return {
    ...rule,
    ...(rule.appliesTo === undefined ? {} : { appliesTo: canonicalCondition(rule.appliesTo) }),
    when: canonicalCondition(rule.when),
  };
}

function canonicalDerived(derived: DerivedIndicator): DerivedIndicator {
  return "where" in derived && derived.where !== undefined ? { ...derived, where: canonicalCondition(derived.where) } : derived;
}

function canonicalModel(model: ModelDocument): ModelDocument {
  return { ...model, terms: model.terms.map(canonicalTerm).sort((a, b) => compareText(a.id, b.id)) };
}

function canonicalTerm(term: ModelTerm): ModelTerm {
  switch (term.kind) {
    case "categorical":
      return { ...term, levels: sortBy(term.levels, (level) => level.value) };
    case "cross":
      return { ...term, levels: sortBy(term.levels, (level) => level.at) };
    default:
      return term;
  }
}

/** A condition with the values of each leaf sorted; the order of its parts stays as written, since a trace shows it. */
export function canonicalCondition(condition: Condition): Condition {
  if (isLeaf(condition)) {
    return "values" in condition && !("list" in condition.values) ? { ...condition, values: sortedSet(condition.values) } : condition;
  }
  switch (condition.op) {
    case "anyItem":
    case "countItems":
      return { ...condition, where: canonicalCondition(condition.where) };
    case "not":
      return { ...condition, of: canonicalCondition(condition.of) };
    default: {
      const [first, ...rest] = condition.of;
      return { ...condition, of: [canonicalCondition(first), ...rest.map(canonicalCondition)] };
    }
  }
}

function sortedSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort(compareText);
}

function sortBy<T>(values: readonly T[], key: (value: T) => unknown): readonly T[] {
  return values
    .map((value) => ({ value, key: canonicalJson(key(value)) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map((entry) => entry.value);
}

function mapValues<T, U>(object: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}
