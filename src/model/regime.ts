import * as z from "zod";

/** What a procedure means for the goods, whatever the scheme of its codes; filled by adapters, which say where from. */
export type Regime = "homeUse" | "transit" | "transhipment" | "temporaryImport" | "reExport" | "warehousing" | "processing" | "other";

export const REGIMES: readonly Regime[] = ["homeUse", "transit", "transhipment", "temporaryImport", "reExport", "warehousing", "processing", "other"];

export const regime: z.ZodType<Regime> = z.enum(REGIMES as readonly [Regime, ...Regime[]]);
