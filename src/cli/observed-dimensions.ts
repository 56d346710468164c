import type { HistoryDimension } from "../history/dimension.js";
import { standardDimensions } from "../history/standard-dimensions.js";

/** The dimensions of history that the standard catalogue's indicators read: commands that keep a history count by these. */
export const OBSERVED_DIMENSIONS: readonly HistoryDimension[] = standardDimensions.filter(({ id }) => id === "importer" || id === "goodsSignature");
