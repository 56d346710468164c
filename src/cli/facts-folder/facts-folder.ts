import { join } from "node:path";
import * as z from "zod";
import { identifier } from "../../core/fields.js";
import { parseWith } from "../../core/schema.js";
import { orFail } from "../failure.js";
import { readDocument } from "../files.js";

/** The formats in which tables of facts are written. */
export const FACTS_FORMATS = ["parquet", "jsonl", "csv"] as const;

/** A format of tables of facts. */
export type FactsFormat = (typeof FACTS_FORMATS)[number];

/** What stands in `facts.json` of a folder of tables of facts: how they were made, and what is in them. */
export interface FactsManifest {
  readonly schema: "consignment-risk/facts-tables@1";
  /** The version of the catalogue whose indicators they hold. */
  readonly catalogue: string;
  /** The indicators that have columns. */
  readonly indicators: readonly string[];
  readonly format: FactsFormat;
  readonly declarations: number;
  readonly items: number;
}

const manifest: z.ZodType<FactsManifest> = z.strictObject({
  schema: z.literal("consignment-risk/facts-tables@1"),
  catalogue: z.string(),
  indicators: z.array(identifier),
  format: z.enum(FACTS_FORMATS),
  declarations: z.int().min(0),
  items: z.int().min(0),
});

/** The paths of a folder of tables of facts. */
export function factsPaths(folder: string, format: FactsFormat): { readonly header: string; readonly items: string; readonly manifest: string } {
  return { header: join(folder, `facts_header.${format}`), items: join(folder, `facts_items.${format}`), manifest: manifestPath(folder) };
}

function manifestPath(folder: string): string {
  return join(folder, "facts.json");
}

/** Reads what a folder of tables of facts holds. */
export async function readFactsManifest(folder: string): Promise<FactsManifest> {
  return orFail(parseWith(manifest, await readDocument(manifestPath(folder))), manifestPath(folder));
}
