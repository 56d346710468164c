import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { facts } from "../arbitraries/facts.js";
import { profile } from "../arbitraries/profile.js";
import { isDeepFrozen } from "../support/frozen.js";
import { assessPlainly } from "../support/plain-assess.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(7));

/** How many profiles are drawn; a profile meets ten declarations. */
const PROFILES = Number(process.env.CONSIGNMENT_RISK_PAIRS ?? 3_000) / 10;

describe("the compiled matcher", () => {
  it("gives the plain evaluator's assessment, byte for byte, for any profile and any facts", () => {
    fc.assert(
      fc.property(profile(), fc.array(facts(), { minLength: 10, maxLength: 10 }), (document, inputs) => {
        const compiled = compileProfileOrThrow(document, { catalogue: standardCatalogue });
        for (const input of inputs) {
          const assessment = assess(compiled, input, { selectionKey });
          expect(JSON.stringify(assessment)).toBe(JSON.stringify(assessPlainly(compiled, input, { selectionKey })));
          expect(isDeepFrozen(assessment.ok ? assessment.value : [])).toBe(true);
        }
      }),
      { numRuns: PROFILES },
    );
  }, 3_600_000);
});
