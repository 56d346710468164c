import { leavesOf } from "../conditions/condition.js";
import type { Term, Vocabulary } from "../conditions/vocabulary.js";
import { own } from "../core/own.js";
import type { Catalogue } from "../indicators/define-catalogue.js";
import { type DerivedIndicator, operandsOf } from "./derived.js";

/** A profile's derived indicators in an order in which each stands after those it reads, and those caught in a circle. */
export interface DerivedOrder {
  readonly ordered: readonly string[];
  readonly circular: readonly string[];
}

/** Every indicator that a derived one reads, in its operands and its condition. */
export function readsOf(derived: DerivedIndicator): readonly string[] {
  const condition = "where" in derived && derived.where !== undefined ? leavesOf(derived.where).map((leaf) => leaf.indicator) : [];
  return [...operandsOf(derived).map((operand) => operand.indicator), ...condition];
}

/** Orders derived indicators by what they read. */
export function orderDerived(derived: Readonly<Record<string, DerivedIndicator>>): DerivedOrder {
  const ordered: string[] = [];
  const readers = new Map<string, string[]>(Object.keys(derived).map((id) => [id, []]));
  const missing = new Map<string, number>();
  for (const id of Object.keys(derived).sort()) {
    const definition = own(derived, id);
    const reads = new Set(definition === undefined ? [] : readsOf(definition).filter((read) => readers.has(read)));
    missing.set(id, reads.size);
    for (const read of reads) readers.get(read)?.push(id);
  }
  let ready = [...missing].flatMap(([id, count]) => (count === 0 ? [id] : []));
  while (ready.length > 0) {
    const next: string[] = [];
    for (const id of ready) {
      ordered.push(id);
      missing.delete(id);
      for (const reader of readers.get(id) ?? []) {
        const count = (missing.get(reader) ?? 0) - 1;
        missing.set(reader, count);
        if (count === 0) next.push(reader);
      }
    }
    ready = next.sort();
  }
  return { ordered, circular: [...missing.keys()] };
}

/** The catalogue's indicators as conditions see them. */
function catalogueTerms(catalogue: Catalogue): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const indicator of catalogue.indicators.values()) {
    const { id, type, level, meaning, whenItemAdded, unit, decimals } = indicator;
    terms.set(id, { id, type, level, meaning, whenItemAdded, decimals: decimals ?? 0, ...(unit === undefined ? {} : { unit }) });
  }
  return terms;
}

/** All indicators that a profile may read: the catalogue's, and its own derived ones. */
export function buildVocabulary(catalogue: Catalogue, derived: Readonly<Record<string, DerivedIndicator>>): Vocabulary {
  const terms = catalogueTerms(catalogue);
  for (const id of orderDerived(derived).ordered) {
    const definition = own(derived, id);
    if (definition !== undefined && !terms.has(id)) terms.set(id, derivedTerm(id, definition, terms));
  }
  return terms;
}

function derivedTerm(id: string, derived: DerivedIndicator, terms: Vocabulary): Term {
  const operands = operandsOf(derived).map((operand) => terms.get(operand.indicator));
  const overItems = derived.kind === "sum" || derived.kind === "share";
  const isItem = !overItems && operands.some((operand) => operand?.level === "item");
  const fixed = !overItems && operands.every((operand) => operand?.whenItemAdded === "unaffected");
  return {
    id,
    type: "number",
    level: isItem ? "item" : "header",
    unit: derived.unit,
    decimals: derived.decimals,
    meaning: derived.meaning,
    whenItemAdded: fixed ? "unaffected" : "any",
  };
}
