import type { Catalogue } from "../../src/indicators/define-catalogue.js";
import type { IndicatorType } from "../../src/indicators/fact.js";
import type { AnyIndicator, Level } from "../../src/indicators/indicator.js";

/** A catalogue as a second implementation needs it: what the indicators' facts can be, not how they are computed. */
export interface CatalogueDocument {
  readonly version: string;
  readonly indicators: Readonly<Record<string, { readonly type: IndicatorType; readonly level: Level; readonly decimals?: number }>>;
}

/** Writes a catalogue as a document. */
export function catalogueDocument(catalogue: Catalogue): CatalogueDocument {
  const entries = [...catalogue.indicators.values()].map(({ id, type, level, decimals }) => [
    id,
    { type, level, ...(decimals === undefined ? {} : { decimals }) },
  ]);
  return { version: catalogue.version, indicators: Object.fromEntries(entries) };
}

/** A catalogue of a document: its indicators extract nothing. */
export function catalogueOf({ version, indicators }: CatalogueDocument): Catalogue {
  const stubs = Object.entries(indicators).map(([id, { type, level, decimals }]): [string, AnyIndicator] => [
    id,
    {
      id,
      type,
      level: level as "header",
      ...(decimals === undefined ? {} : { decimals, unit: "1" }),
      reads: [],
      meaning: { en: id },
      source: "a document",
      missing: "absent",
      whenItemAdded: "unaffected",
      extract: () => undefined,
    },
  ]);
  return { version, indicators: new Map(stubs) };
}
