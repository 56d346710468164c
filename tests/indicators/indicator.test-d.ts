import type { Equal } from "../../src/core/schema.js";
import type { Catalogue } from "../../src/indicators/define-catalogue.js";
import { defineCatalogue } from "../../src/indicators/define-catalogue.js";
import { defineIndicator } from "../../src/indicators/indicator.js";

type Assert<T extends true> = T;
const base = { reads: [], meaning: { en: "a test" }, source: "a test", missing: "absent" } as const;

const weight = defineIndicator({
  ...base,
  id: "weight",
  type: "number",
  level: "item",
  unit: "kg",
  decimals: 3,
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.netMassKg,
});
export type Proofs = [Assert<Equal<(typeof weight)["id"], "weight">>, Assert<Equal<(typeof weight)["level"], "item">>];
export const catalogue: Catalogue = defineCatalogue("own/1", [weight]);

// what extract gives has the indicator's type
// @ts-expect-error a text is no number
defineIndicator({ ...base, id: "a", type: "number", level: "header", unit: "1", decimals: 0, whenItemAdded: "any", extract: () => "1" });
// @ts-expect-error null is no missing fact
defineIndicator({ ...base, id: "a", type: "code", level: "header", whenItemAdded: "any", extract: () => null });
defineIndicator({ ...base, id: "a", type: "code", level: "header", whenItemAdded: "any", extract: () => ({ missing: "notApplicable", reason: "why" }) });
// @ts-expect-error a header indicator has no item at hand
defineIndicator({ ...base, id: "a", type: "code", level: "header", whenItemAdded: "any", extract: ({ item }) => item.hsCode });
// @ts-expect-error an added item does not change another item's indicator
defineIndicator({ ...base, id: "a", type: "code", level: "item", whenItemAdded: "canOnlyRise", extract: ({ item }) => item.hsCode });
