import { column, type Expression, integer, switchOf, text } from "./expression.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, type QueryBuilder } from "./query-builder.js";

/** A rule or term as a row of a small table. */
export interface Part {
  readonly number: number;
  readonly domain: number;
  readonly kind: "rule" | "model";
  readonly id: string;
}

/** Adds a small table of parts, one row each. */
export function addPartTable(builder: QueryBuilder, name: string, parts: readonly Part[]): string {
  const { domains } = builder.profile;
  return addStep(
    builder,
    name,
    "what a row is about",
    ...parts.map(
      ({ number, domain, kind, id }): Select => ({
        columns: [
          { name: "place", expression: integer(number) },
          { name: "domain_number", expression: integer(domain) },
          { name: "domain", expression: text(domains[domain - 1]?.id ?? "") },
          { name: "kind", expression: text(kind) },
          { name: "name", expression: text(id) },
        ],
      }),
    ),
  );
}

/** The alias of a table of parts. */
export const PART = "p";

/** The columns of a table of parts that say what a row is about. */
export const PART_COLUMNS: readonly OutputColumn[] = Object.freeze(
  ["domain", "place", "kind", "name"].map((name) => ({ name, expression: column(name, PART) })),
);

/** By the number of a part, what it comes to. */
export function byPlace(parts: readonly { readonly number: number; readonly value: Expression }[]): Expression {
  return switchOf(
    column("place", PART),
    parts.map(({ number, value }) => [integer(number), value] as const),
  );
}
