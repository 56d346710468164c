import type { DialectName } from "./dialect.js";

/** Where the facts are. */
export interface FactsSource {
  /** One row per declaration. */
  readonly header: string;
  /** One row per goods item; may be left out where the profile asks nothing of items. */
  readonly items?: string;
  /** The column that tells the declarations apart in both tables, `id` unless told; the tables of `extract-facts` also have `key`. */
  readonly key?: string;
  /**
   * `full` (unless told): the columns that `createTables` names, those that the profile does not read aside. `values`: only
   * the key, the indicators' values, `item`, and `as_of_ms` where the profile has periods; `NULL` is an absent fact, and all
   * amounts are in the profile's currency.
   */
  readonly columns?: "full" | "values";
}

/** What a query gives a row for. */
export type Given =
  /** A row per declaration: channel, whether it is selected, and per domain score, channel and mandatory channel. */
  | "channels"
  /** A row per goods item: its sum per domain. */
  | "items"
  /** A row per addend of every domain's score, the base first. */
  | "contributions"
  /** A row per rule that is not silent: its outcome. */
  | "rules"
  /** A row per rule over all declarations: fires, undetermined, superseded, inspected, hits, hits of it alone, the last hit. */
  | "ledger"
  /** A row per pair of rules of a domain that fired together: on how many declarations. */
  | "overlaps"
  /** A row per channel of all domains together and of each: declarations, inspected, findings. */
  | "channelTable"
  /** A row per domain and cut: the hits among the inspected declarations with the highest scores. */
  | "precision";

/** Where an order by score is cut: after so many declarations, or after a share of all, 0 to 1, rounded half up. */
export type Cut = { readonly count: number } | { readonly share: number };

/** How a profile becomes a query. */
export interface ToSqlOptions {
  readonly dialect: DialectName;
  readonly facts: FactsSource;
  /** `channels` unless told. */
  readonly give?: Given;
  /** The table of random draws: the key column, and `drawn`. Required by a profile with a random rate. */
  readonly draws?: string;
  /**
   * The table of what inspections found: the key column, `finding` (true or false) and `domain` (that of the finding; `NULL`
   * counts in each), a row per inspected declaration, or per domain with a finding. Required by `ledger`, `channelTable` and
   * `precision`.
   */
  readonly outcomes?: string;
  /** Where `precision` cuts: at 5 % and 10 % unless told. */
  readonly at?: readonly Cut[];
}
