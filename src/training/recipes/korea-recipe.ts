import { deepFreeze } from "../../core/freeze.js";
import type { CrossRecipe, CrossRecipePart, ScorecardRecipe, TermRecipe } from "../scorecard/recipe.js";

const categorical = (id: string, indicator: string): TermRecipe => ({ id, kind: "categorical", indicator, minCount: 2 });
const binned = (id: string, indicator: string, bins: number): TermRecipe => ({ id, kind: "binned", indicator, bins });
const cross = (id: string, ...of: CrossRecipe["of"]): CrossRecipe => ({ id, kind: "cross", of, minCount: 2, shrinkage: 2 });
const code = (indicator: string): CrossRecipePart => ({ indicator });
const cut = (indicator: string, bins: number): CrossRecipePart => ({ indicator, bins });

/**
 * The default recipe for the public Korean declarations, after the README of that data: single levels, quantile bins and
 * crosses on distinct goods signatures, and a repeat term from history. Levels in fewer than two signatures share a weight;
 * combinations are held back twice as strongly as what they combine. How it was chosen is told in docs/learning.md.
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
    categorical("hs2", "hsChapter"),
    categorical("hs4", "hsHeading"),
    categorical("hs6", "hsSubheading"),
    binned("rate", "dutyRate", 100),
    binned("mass", "netMass", 10),
    binned("price", "customsValue", 10),
    cross("departureByOrigin", code("departureCountry"), code("originCountry")),
    cross("departureByOriginByTaxType", code("departureCountry"), code("originCountry"), code("dutyType")),
    cross("rateByTaxType", cut("dutyRate", 10), code("dutyType")),
    cross("hs2ByDepartureByMass", code("hsChapter"), code("departureCountry"), cut("netMass", 5)),
    cross("hs2ByOriginByMass", code("hsChapter"), code("originCountry"), cut("netMass", 5)),
    cross("hs4ByDeparture", code("hsHeading"), code("departureCountry")),
    cross("hs4ByDepartureByOrigin", code("hsHeading"), code("departureCountry"), code("originCountry")),
    cross("hs4ByMass", code("hsHeading"), cut("netMass", 20)),
    cross("hs4ByPrice", code("hsHeading"), cut("customsValue", 5)),
    cross("hs4ByFinePrice", code("hsHeading"), cut("customsValue", 20)),
    cross("hs4ByUnitPrice", code("hsHeading"), cut("unitValue", 5)),
    cross("hs6ByDeparture", code("hsSubheading"), code("departureCountry")),
    cross("hs6ByTaxType", code("hsSubheading"), code("dutyType")),
    cross("hs6ByRate", code("hsSubheading"), cut("dutyRate", 100)),
    cross("hs6ByPrice", code("hsSubheading"), cut("customsValue", 5)),
    cross("hs6ByMassByUnitPrice", code("hsSubheading"), cut("netMass", 10), cut("unitValue", 5)),
    cross(
      "hs6ByDepartureByOriginByTaxTypeByRate",
      code("hsSubheading"),
      code("departureCountry"),
      code("originCountry"),
      code("dutyType"),
      cut("dutyRate", 100),
    ),
  ],
  penalty: { kind: "l2", strength: 50 },
  repeat: { id: "repeat", inspected: "signatureInspected", findings: "signatureFindings", prior: 0.3, weight: 2 },
  thresholds: { yellow: { share: 0.2 }, red: { share: 0.05 } },
  seed: 1,
});
