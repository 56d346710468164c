/** A number per row; NaN where the fact is missing. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** A code or truth value per row, as an index into the distinct ones; -1 where the fact is missing. */
export interface LevelColumn {
  readonly kind: "level";
  readonly levels: readonly (string | boolean)[];
  readonly codes: Int32Array;
}

/** What one indicator says of every row. */
export type Column = NumberColumn | LevelColumn;

/** Goods items with known outcomes, ordered by registration, declaration and line, so that the order of the input does not matter. */
export interface TrainingTable {
  readonly size: number;
  /** The declaration and the line of each row. */
  readonly ids: readonly string[];
  readonly lines: Int32Array;
  /** Days since 1970-01-01 of the registration, in its own offset. */
  readonly days: Int32Array;
  /** 1 for a finding, else 0. */
  readonly labels: Uint8Array;
  /** What tells distinct goods apart; rows without one are each their own. */
  readonly signatures: readonly string[];
  /** Points that stand beside the model, in natural logits. */
  readonly offsets: Float64Array;
  /** The first row that agrees with each row in all that terms are fitted to; maybe only itself. */
  readonly alike: Int32Array;
  /** By indicator. */
  readonly columns: ReadonlyMap<string, Column>;
}
