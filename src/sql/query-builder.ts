import type { ListEntries } from "../conditions/prepare.js";
import type { Vocabulary } from "../conditions/vocabulary.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { ConditionContext } from "./condition-expression.js";
import type { Dialect } from "./dialect.js";
import { column, type Expression, operation } from "./expression.js";
import type { FactsSource } from "./options.js";
import { HEADER, ITEM, type Places } from "./places.js";
import type { Join, Select, Step } from "./query.js";

/** What the parts of a query are made from, and the steps so far. */
export interface QueryBuilder {
  readonly profile: CompiledProfile;
  readonly vocabulary: Vocabulary;
  readonly lists: ListEntries;
  readonly dialect: Dialect;
  readonly source: FactsSource;
  readonly key: string;
  readonly places: Places;
  readonly isCodes: ConditionContext["isCodes"];
  readonly steps: Step[];
}

/** The key of a relation. */
export function keyOf({ key }: Pick<QueryBuilder, "key">, alias: string): Expression {
  return column(key, alias);
}

/** Whether declarations are drawn at random under the profile. */
export function hasDraws({ profile }: Pick<QueryBuilder, "profile">): boolean {
  return profile.document.selection.randomRate !== undefined;
}

/** A join by the key. */
export function joinByKey(builder: Pick<QueryBuilder, "key">, table: string, alias: string, to: string, kind: "inner" | "left" = "inner"): Join {
  return { kind, table, alias, on: operation(keyOf(builder, alias), "=", keyOf(builder, to)) };
}

/** Adds a step, and gives its name. */
export function addStep({ steps }: Pick<QueryBuilder, "steps">, name: string, comment: string, ...selects: readonly Select[]): string {
  steps.push({ name, comment, selects });
  return name;
}

/** Where the facts of a level are at the moment: the relations that the next step reads. */
export interface Relations {
  readonly header: string;
  readonly items: string;
}

/** The items of some relations, each with its header. */
export function itemsWithHeader(builder: Pick<QueryBuilder, "key">, { header, items }: Relations): Pick<Select, "from" | "joins"> {
  return { from: { table: items, alias: ITEM }, joins: [joinByKey(builder, header, HEADER, ITEM)] };
}
