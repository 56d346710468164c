import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { type ExplainOptions, explainOrThrow } from "../../src/explanation/explain.js";
import type { Explanation } from "../../src/explanation/explanation.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { Facts } from "../../src/indicators/facts.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { factsOf, points, profileWith, ruleOf } from "./documents.js";

/** A profile that shows everything that an explanation can hold, with a text of one's choice in every place where its author writes one. */
export function richProfile(text = "Cheap for its kind"): CompiledProfile {
  const said = { texts: { title: { en: text }, reason: { en: text }, declarant: { en: text } }, basis: { kind: "legal", reference: text } } as const;
  const document = profileWith(
    [
      ruleOf("cheap", {
        when: {
          op: "all",
          of: [
            { op: "lt", indicator: "netMass", value: 5 },
            { op: "not", of: { op: "present", indicator: "customsValue" } },
          ],
        },
        level: "item",
        ...said,
        effect: points(8),
      }),
      ruleOf("office", {
        when: {
          op: "any",
          of: [
            { op: "eq", indicator: "customsOffice", value: "A" },
            { op: "eq", indicator: "customsOffice", value: "B" },
          ],
        },
        ...said,
        effect: points(-2),
      }),
      ruleOf("words", { when: { op: "anyItem", where: { op: "containsAny", indicator: "goodsDescription", values: ["scrap"] } }, ...said, effect: points(3) }),
      ruleOf("unknown", {
        when: { op: "gt", indicator: "importerPriorDeclarations", value: 3 },
        ...said,
        effect: { kind: "points", points: 4, undetermined: 2 },
      }),
      ruleOf("demand", {
        when: { op: "atLeast", count: 1, of: [{ op: "present", indicator: "customsOffice" }] },
        ...said,
        effect: { kind: "channel", channel: "red" },
      }),
      ruleOf("land", {
        when: { op: "present", indicator: "customsOffice" },
        ...said,
        appliesTo: { op: "prefix", indicator: "customsOffice", values: ["A", "B"] },
        effect: points(1),
      }),
      ...Array.from({ length: 15 }, (_, index) =>
        ruleOf(`extra-${index}`, { when: { op: "present", indicator: "customsOffice" }, ...said, effect: points(0.25) }),
      ),
    ],
    { title: { en: text, vi: text }, base: -5, thresholds: { yellow: 2, red: 9.5 } },
  );
  return compileProfileOrThrow(document, { catalogue: standardCatalogue });
}

/** Facts that most rules of the rich profile fire on, with a text of one's choice wherever a declaration states one. */
export function richFacts(text = "iron scrap"): Facts {
  const items = Array.from({ length: 7 }, (_, index) => ({ netMass: index < 3 ? 1 : 50, goodsDescription: text }));
  return factsOf({ customsOffice: "A" }, items, { id: text });
}

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));

/** The rich case explained. */
export function explainRich(options: Partial<ExplainOptions> = {}, profile = richProfile(), facts = richFacts()): Explanation {
  return explainOrThrow(assessOrThrow(profile, facts, { selectionKey }), { profile, facts, language: "en", ...options });
}
