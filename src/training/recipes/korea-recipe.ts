import { deepFreeze } from "../../core/freeze.js";
import type { CrossRecipe, CrossRecipePart, ScorecardRecipe, TermRecipe } from "../scorecard/recipe.js";

const categorical = (id: string, indicator: string): TermRecipe => ({ id, kind: "categorical", indicator, minCount: 2 });
const binned = (id: string, indicator: string): TermRecipe => ({ id, kind: "binned", indicator, bins: 10 });
const cross = (id: string, ...of: CrossRecipe["of"]): CrossRecipe => ({ id, kind: "cross", of, minCount: 2 });
const code = (indicator: string): CrossRecipePart => ({ indicator });
const cut = (indicator: string, bins: number): CrossRecipePart => ({ indicator, bins });

/**
 * The default recipe for the public Korean declarations, after the README of that data: single levels, quantile bins and
 * crosses on distinct goods signatures, and a repeat term from history. Levels in fewer than two signatures share a weight.
 */
export const koreaRecipe: ScorecardRecipe = deepFreeze({
  schema: "consignment-risk/recipe@1",
  domain: "revenue",
  title: { en: "Revenue", vi: "Thu thuế" },
  currency: "KRW",
  labels: "singleItem",
  rows: "signature",
  signature: "goodsSignature",
  terms: [
    categorical("departure", "departureCountry"),
    categorical("origin", "originCountry"),
    categorical("taxType", "dutyType"),
    categorical("hs2", "hsChapter"),
    categorical("hs4", "hsHeading"),
    categorical("hs6", "hsSubheading"),
    binned("rate", "dutyRate"),
    binned("mass", "netMass"),
    binned("price", "customsValue"),
    binned("unitPrice", "unitValue"),
    cross("departureByOrigin", code("departureCountry"), code("originCountry")),
    cross("originByTaxType", code("originCountry"), code("dutyType")),
    cross("departureByTaxType", code("departureCountry"), code("dutyType")),
    cross("hs2ByOrigin", code("hsChapter"), code("originCountry")),
    cross("hs2ByDeparture", code("hsChapter"), code("departureCountry")),
    cross("hs2ByTaxType", code("hsChapter"), code("dutyType")),
    cross("rateByTaxType", cut("dutyRate", 10), code("dutyType")),
    cross("hs2ByMass", code("hsChapter"), cut("netMass", 5)),
    cross("hs2ByUnitPrice", code("hsChapter"), cut("unitValue", 5)),
    cross("taxTypeByMass", code("dutyType"), cut("netMass", 5)),
    cross("originByMass", code("originCountry"), cut("netMass", 5)),
    cross("hs4ByMass", code("hsHeading"), cut("netMass", 5)),
    cross("hs4ByDeparture", code("hsHeading"), code("departureCountry")),
    cross("hs4ByOrigin", code("hsHeading"), code("originCountry")),
    cross("hs4ByUnitPrice", code("hsHeading"), cut("unitValue", 5)),
    cross("massByPrice", cut("netMass", 10), cut("customsValue", 10)),
    cross("departureByOriginByTaxType", code("departureCountry"), code("originCountry"), code("dutyType")),
    cross("hs4ByDepartureByOrigin", code("hsHeading"), code("departureCountry"), code("originCountry")),
    cross("hs2ByDepartureByMass", code("hsChapter"), code("departureCountry"), cut("netMass", 5)),
    cross("hs2ByOriginByMass", code("hsChapter"), code("originCountry"), cut("netMass", 5)),
  ],
  penalty: { kind: "l2", strength: 100 },
  repeat: { id: "repeat", inspected: "signatureInspected", findings: "signatureFindings", prior: 0.3, weight: 2 },
  thresholds: { yellow: { share: 0.2 }, red: { share: 0.05 } },
  seed: 1,
});
