import type { Declaration } from "../model/declaration.js";
import type { GoodsItem } from "../model/goods-item.js";
import type { PartyRole } from "../model/parties.js";
import type { Party } from "../model/party.js";

/** What a declaration is counted by, once per declaration. */
export interface HeaderDimension {
  readonly id: string;
  readonly level: "header";
  /** The values in the order of the id; `undefined` where one is not stated, so that the declaration is not counted by it. */
  readonly values: (declaration: Declaration) => readonly string[] | undefined;
}

/** What a declaration is counted by, once per party that it names; with several alike it still counts once. */
export interface PartyDimension {
  readonly id: string;
  readonly level: "party";
  readonly values: (declaration: Declaration, party: Party, role: PartyRole) => readonly string[] | undefined;
}

/** What a declaration is counted by, once per goods item; a declaration with several alike still counts once. */
export interface ItemDimension {
  readonly id: string;
  readonly level: "item";
  readonly values: (declaration: Declaration, item: GoodsItem) => readonly string[] | undefined;
}

/** One way to count declarations. With `>` in its id its keys are broken down: the last value is a member of what the others make. */
export type HistoryDimension = HeaderDimension | PartyDimension | ItemDimension;
