import type { AnyIndicator } from "./indicator.js";

/** A versioned set of indicators. */
export interface Catalogue<I extends AnyIndicator = AnyIndicator> {
  /** Identifier and version of the set, such as `consignment-risk/1`; an assessment states it. */
  readonly version: string;
  /** Indicators by id. */
  readonly indicators: ReadonlyMap<string, I>;
}

/**
 * Makes a catalogue.
 * @throws {RangeError} if two indicators share an id
 */
export function defineCatalogue<const I extends AnyIndicator>(version: string, indicators: readonly I[]): Catalogue<I> {
  const byId = new Map<string, I>();
  for (const indicator of indicators) {
    if (byId.has(indicator.id)) throw new RangeError(`two indicators share the id \`${indicator.id}\``);
    byId.set(indicator.id, indicator);
  }
  return Object.freeze({ version, indicators: byId });
}

/** A catalogue with further indicators, under a version of its own. */
export function extendCatalogue<const A extends AnyIndicator, const B extends AnyIndicator>(
  base: Catalogue<A>,
  version: string,
  indicators: readonly B[],
): Catalogue<A | B> {
  return defineCatalogue<A | B>(version, [...base.indicators.values(), ...indicators]);
}
