import { canonicalJson } from "../core/canonical.js";
import { parseInstant } from "../core/instant.js";
import { foldPhrase } from "../core/text.js";
import type { Catalogue } from "../indicators/define-catalogue.js";
import { ABSENT, type Fact, failed, hasType, isMissing } from "../indicators/fact.js";
import type { FactSet, Facts } from "../indicators/facts.js";
import type { Level } from "../indicators/indicator.js";
import { type FactColumn, factColumns } from "./fact-columns.js";

/** What a cell of a facts table holds; a list is a set of codes. */
export type Cell = string | number | boolean | readonly string[] | null;

/** The rows of one declaration, the cells in the order of the tables' columns. */
export interface FactRows {
  readonly header: readonly Cell[];
  readonly items: readonly (readonly Cell[])[];
}

/** Makes the rows of facts; `key` is unique per declaration within the tables. */
export type ToFactRows = (facts: Facts, key: number) => FactRows;

/**
 * Prepares the rows of the facts tables for facts of a catalogue. A fact that does not fit its indicator's type counts as
 * failed, as it does when it is assessed; a fact that the catalogue does not have is left out. A NUL character, which not
 * every engine can store, becomes U+FFFD.
 */
export function createFactRows(catalogue: Catalogue): ToFactRows {
  const columns: Readonly<Record<Level, readonly FactColumn[]>> = { header: factColumns(catalogue, "header"), item: factColumns(catalogue, "item") };
  const rowOf = (level: Level, set: FactSet, fixed: (role: FactColumn["role"]) => Cell): readonly Cell[] =>
    columns[level].map((column) => (column.indicator === undefined ? fixed(column.role) : cellOf(column, factOf(catalogue, set, column.indicator))));
  return (facts, key) => ({
    header: rowOf("header", facts.header, (role) => fixedCell(role, facts, key)),
    items: facts.items.map(({ item, values }) => rowOf("item", values, (role) => (role === "item" ? item : key))),
  });
}

function fixedCell(role: FactColumn["role"], facts: Facts, key: number): Cell {
  switch (role) {
    case "key":
      return key;
    case "id":
      return facts.id;
    case "asOf":
      return facts.asOf;
    case "asOfMs":
      return parseInstant(facts.asOf) ?? null;
    case "currency":
      return facts.currency ?? null;
    default:
      return facts.identities === undefined ? null : storable(canonicalJson(facts.identities));
  }
}

function factOf(catalogue: Catalogue, set: FactSet, indicator: string): Fact {
  const fact = Object.hasOwn(set, indicator) ? (set[indicator] ?? ABSENT) : ABSENT;
  const type = catalogue.indicators.get(indicator)?.type ?? "text";
  return isMissing(fact) || hasType(fact, type) ? fact : failed("the fact has another type than its indicator");
}

function cellOf({ role }: FactColumn, fact: Fact): Cell {
  if (isMissing(fact)) {
    if (role !== "missing") return null;
    return fact.missing === "failed" && fact.reason !== undefined ? storable(`failed: ${fact.reason}`) : fact.missing;
  }
  if (role === "missing") return null;
  if (typeof fact === "string") return storable(role === "folded" ? foldPhrase(fact) : fact);
  return typeof fact === "object" ? fact.map(storable) : fact;
}

function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
