import { canonicalJson } from "../core/canonical.js";
import { parseInstant } from "../core/instant.js";
import { quote } from "../core/issue.js";
import { foldPhrase } from "../core/text.js";
import type { Catalogue } from "../indicators/define-catalogue.js";
import { ABSENT, hasType, isMissing } from "../indicators/fact.js";
import type { FactSet, Facts } from "../indicators/facts.js";
import type { Level } from "../indicators/indicator.js";
import { FAILED_BECAUSE, type FactColumn, factColumns, MISTYPED } from "./fact-columns.js";

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
 * Prepares the rows of the facts tables for facts of a catalogue, or of `only` some of its indicators. A fact that does not
 * fit its indicator's type counts as failed, as it does when it is assessed. A NUL character, which not every engine can
 * store, becomes U+FFFD.
 */
export function createFactRows(catalogue: Catalogue, only?: ReadonlySet<string>): ToFactRows {
  const columns: Readonly<Record<Level, readonly FactColumn[]>> = {
    header: factColumns(catalogue, "header", only),
    item: factColumns(catalogue, "item", only),
  };
  const rowOf = (level: Level, set: FactSet, fixed: (role: FactColumn["role"]) => Cell): readonly Cell[] =>
    columns[level].map((column) => (column.indicator === undefined ? fixed(column.role) : cellOf(column, set, catalogue)));
  return (facts, key) => ({
    header: rowOf("header", facts.header, (role) => fixedCell(role, facts, key, catalogue)),
    items: facts.items.map(({ item, values }) => rowOf("item", values, (role) => (role === "item" ? item : key))),
  });
}

function fixedCell(role: FactColumn["role"], facts: Facts, key: number, catalogue: Catalogue): Cell {
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
    case "identities":
      return facts.identities === undefined ? null : storable(canonicalJson(facts.identities));
    default:
      return unknownNames(facts, catalogue);
  }
}

/** The names of facts that the catalogue does not have at their level, each with the line number of its item, as JSON; `null` without any. */
function unknownNames({ header, items }: Facts, catalogue: Catalogue): Cell {
  const isUnknown = (id: string, level: Level): boolean => catalogue.indicators.get(id)?.level !== level;
  const names = [
    ...Object.keys(header).flatMap((id) => (isUnknown(id, "header") ? [[id]] : [])),
    ...items.flatMap(({ item, values }) => Object.keys(values).flatMap((id) => (isUnknown(id, "item") ? [[id, item]] : []))),
  ];
  return names.length === 0 ? null : JSON.stringify(names);
}

function cellOf({ role, indicator = "" }: FactColumn, set: FactSet, catalogue: Catalogue): Cell {
  const fact = Object.hasOwn(set, indicator) ? (set[indicator] ?? ABSENT) : ABSENT;
  if (isMissing(fact)) {
    if (role !== "missing") return null;
    return fact.missing === "failed" && fact.reason !== undefined ? storable(`${FAILED_BECAUSE}${fact.reason}`) : fact.missing;
  }
  const isSound = hasType(fact, catalogue.indicators.get(indicator)?.type ?? "text");
  if (role === "missing") return isSound ? null : storable(`${MISTYPED}${quote(fact)}`);
  if (!isSound) return null;
  if (typeof fact === "string") return storable(role === "folded" ? foldPhrase(fact) : fact);
  return typeof fact === "object" ? fact.map(storable) : fact;
}

function storable(text: string): string {
  return text.replaceAll("\0", "\uFFFD");
}
