import type { LeafCondition } from "../../conditions/condition.js";
import { identifier } from "../../core/fields.js";

/** The leading columns of a decision table, in their order. */
export const FIXED_HEADINGS = [
  "domain",
  "id",
  "version",
  "level",
  "group",
  "points",
  "undetermined points",
  "channel",
  "undetermined channel",
  "valid from",
  "valid to",
  "basis kind",
  "basis reference",
] as const;

/** The heading of a leading column. */
export type FixedHeading = (typeof FIXED_HEADINGS)[number];

/** The leading columns that every table has; the others may be left out where no rule needs them. */
export const REQUIRED_HEADINGS: readonly FixedHeading[] = ["domain", "id", "version", "level", "basis kind", "basis reference"];

/** The texts of a rule, each with a column per language: `title:en`. */
export const TEXT_NAMES = ["title", "reason", "declarant"] as const;

/** The name of one of a rule's texts. */
export type TextName = (typeof TEXT_NAMES)[number];

/** The part of a rule that a condition belongs to. */
export type Side = "appliesTo" | "when";

const FORMS = ["eq", "eq (number)", "eq (boolean)", "in", "prefix", "containsAny", "between", "gt", "gte", "lt", "lte", "present"] as const;

/** An operator as a heading names it; `eq` is told apart by the type of its value. */
export type LeafForm = (typeof FORMS)[number];

/** A column of conditions on one indicator: `appliesTo: item: originCountry not in`. */
export interface LeafColumn {
  readonly kind: "leaf";
  readonly side: Side;
  /** Inside `anyItem`. */
  readonly item: boolean;
  readonly indicator: LeafCondition["indicator"];
  readonly negated: boolean;
  readonly form: LeafForm;
}

/** What a column of a decision table holds. */
export type Column =
  | { readonly kind: "fixed"; readonly heading: FixedHeading }
  | { readonly kind: "text"; readonly name: TextName; readonly language: string }
  | LeafColumn
  | { readonly kind: "json"; readonly side: Side };

/** A column's heading. */
export function formatHeading(column: Column): string {
  switch (column.kind) {
    case "fixed":
      return column.heading;
    case "text":
      return `${column.name}:${column.language}`;
    case "json":
      return `${column.side} (JSON)`;
    case "leaf":
      return `${column.side === "appliesTo" ? "appliesTo: " : ""}${column.item ? "item: " : ""}${column.indicator} ${column.negated ? "not " : ""}${column.form}`;
  }
}

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const LEAF = /^(?<applies>appliesTo: )?(?<item>item: )?(?<indicator>\S+) (?<negated>not )?(?<form>\S+(?: \(\w+\))?)$/;

/** The column that a heading names, else `undefined`. White space around and between its words does not count. */
export function parseHeading(text: string): Column | undefined {
  const heading = text.trim().replace(/\s+/g, " ");
  const fixed = FIXED_HEADINGS.find((name) => name === heading);
  if (fixed !== undefined) return { kind: "fixed", heading: fixed };
  if (heading === "when (JSON)") return { kind: "json", side: "when" };
  if (heading === "appliesTo (JSON)") return { kind: "json", side: "appliesTo" };
  const [before = "", language = ""] = heading.split(/: ?/, 2);
  const name = TEXT_NAMES.find((known) => known === before);
  if (name !== undefined)
    return LANGUAGE.test(language) && heading.length <= before.length + language.length + 2 ? { kind: "text", name, language } : undefined;
  return parseLeafHeading(heading);
}

function parseLeafHeading(heading: string): LeafColumn | undefined {
  const groups = LEAF.exec(heading)?.groups;
  const indicator = groups?.indicator;
  const form = FORMS.find((known) => known === groups?.form);
  if (groups === undefined || indicator === undefined || form === undefined || !identifier.safeParse(indicator).success) return undefined;
  const negated = groups.negated !== undefined;
  // "not present" is said by FALSE in the column `present`: one meaning, one place
  if (negated && form === "present") return undefined;
  return { kind: "leaf", side: groups.applies === undefined ? "when" : "appliesTo", item: groups.item !== undefined, indicator, negated, form };
}

/** The letters by which a spreadsheet names its column number `index`, from 0: `A`, ..., `Z`, `AA`. */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? "" : columnLetters(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
