import type { HistoryReader } from "../../history/reader.js";
import type { Catalogue } from "../../indicators/define-catalogue.js";
import type { Declaration } from "../../model/declaration.js";
import type { ExchangeRate } from "../../model/exchange-rate.js";
import type { GoodsItem } from "../../model/goods-item.js";

/** What a scorecard is trained with, beyond declarations, outcomes and recipe. */
export interface TrainOptions {
  readonly catalogue: Catalogue;
  /** For recipes that read history; point-in-time, so that a declaration never sees its own outcome. */
  readonly history?: HistoryReader;
  /** The caller's dated rates, for amounts in another currency than the recipe's. */
  readonly rates?: readonly ExchangeRate[];
  /** The points that an expert's rules give an item: the model is fitted beside them, as an offset, and learns only what they do not say. */
  readonly expertPoints?: (declaration: Declaration, item: GoodsItem) => number;
}
