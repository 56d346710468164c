import type { Expression } from "./expression.js";

/** One column of a step: an expression and its name, with what it is about where that is not plain. */
export interface OutputColumn {
  readonly name: string;
  readonly expression: Expression;
  readonly comment?: string;
}

/** A relation that a step joins; all rows of the left side are kept by a `left` join. */
export interface Join {
  readonly kind: "inner" | "left" | "cross";
  readonly table: string;
  readonly alias: string;
  /** None for a `cross` join. */
  readonly on?: Expression;
}

/** One `SELECT`. */
export interface Select {
  /** All columns of this alias come first. */
  readonly star?: string;
  readonly columns: readonly OutputColumn[];
  readonly from?: { readonly table: string; readonly alias: string };
  readonly joins?: readonly Join[];
  readonly where?: Expression;
  readonly groupBy?: readonly Expression[];
  readonly orderBy?: readonly Expression[];
}

/** A named step of a query, with a sentence that says what it does; several selects are put one below the other. */
export interface Step {
  readonly name: string;
  readonly comment: string;
  readonly selects: readonly Select[];
}

/** A query as steps, each reading the ones before it, and the last select. */
export interface Query {
  /** What it is, in lines above it. */
  readonly title: readonly string[];
  readonly steps: readonly Step[];
  readonly last: Select;
}
