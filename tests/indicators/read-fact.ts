import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { type ExtractOptions, extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import type { Fact } from "../../src/indicators/fact.js";
import type { Consignment } from "../../src/model/consignment.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { GoodsItem } from "../../src/model/goods-item.js";
import { AS_OF, declarationOf, itemOf } from "../support/documents.js";

export const ABSENT = { missing: "absent" };
export const NOT_APPLICABLE = { missing: "notApplicable" };

/** The fact of one indicator of what is scored: of the header, else of the first item. */
export function readFact(scored: Declaration | Consignment, indicator: string, options: Partial<ExtractOptions> = {}): Fact | undefined {
  if (!standardCatalogue.indicators.has(indicator as "itemCount")) throw new Error(`no indicator ${indicator}`);
  const facts = extractFactsOrThrow(scored, { asOf: AS_OF, catalogue: standardCatalogue, ...options });
  return facts.header[indicator] ?? facts.items[0]?.values[indicator];
}

/** The fact of one indicator of a declaration with what a test changes. */
export function factOf(change: Partial<Declaration>, indicator: string, options: Partial<ExtractOptions> = {}): Fact | undefined {
  return readFact(declarationOf(change), indicator, options);
}

/** The fact of one indicator of a declaration of one item, with what a test changes in it. */
export function itemFactOf(change: Partial<GoodsItem>, indicator: string, declaration: Partial<Declaration> = {}): Fact | undefined {
  return factOf({ ...declaration, items: [itemOf(1, change)] }, indicator);
}
