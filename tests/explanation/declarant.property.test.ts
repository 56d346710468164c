import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { explainOrThrow } from "../../src/explanation/explain.js";
import { renderHtml } from "../../src/explanation/html/render-html.js";
import { renderMarkdown } from "../../src/explanation/render-markdown.js";
import { renderText } from "../../src/explanation/render-text.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { facts as anyFacts } from "../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../src/testing/arbitraries/profile.js";
import { compiled } from "../support/documents.js";

const CANARY = "Zx9canary";
const TOLD = "please look at your papers";
const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(3));

/** The profile with a canary wherever its author writes something that is not for declarants, and some rules that tell them a sentence. */
function withCanaries(profile: RiskProfile): RiskProfile {
  const said = { en: CANARY, vi: CANARY };
  const domains = Object.entries(profile.domains).map(([id, domain]) => [
    `${CANARY}-${id}`,
    {
      ...domain,
      title: said,
      rules: domain.rules.map((rule, index) => ({
        ...rule,
        id: `${CANARY}-${rule.id}`,
        texts: { title: said, reason: said, ...(index % 2 === 0 ? { declarant: { en: TOLD, vi: TOLD } } : {}) },
        basis: { kind: rule.basis.kind, reference: CANARY },
        ...(rule.group === undefined ? {} : { group: `${CANARY}-${rule.group}` }),
      })),
      ...(domain.model === undefined
        ? {}
        : { model: { ...domain.model, provenance: CANARY, terms: domain.model.terms.map((term) => ({ ...term, id: `${CANARY}-${term.id}` })) } }),
    },
  ]);
  return { ...profile, id: CANARY, title: said, domains: Object.fromEntries(domains) };
}

describe("what a declarant is told", () => {
  it("holds no word of the profile that is not for declarants, no indicator and no number of it, in any form or language", () => {
    let told = 0;
    fc.assert(
      fc.property(anyProfile(), anyFacts(), fc.constantFrom("en" as const, "vi" as const), (document, facts, language) => {
        const profile = compiled(withCanaries(document));
        const assessment = assessOrThrow(profile, facts, { selectionKey });
        const explanation = explainOrThrow(assessment, { profile, facts, language, viewer: { role: "declarant" } });
        if (explanation.audience !== "declarant") throw new Error("not for a declarant");
        const forms = [JSON.stringify(explanation), renderText(explanation), renderMarkdown(explanation), renderHtml(explanation)];
        for (const form of forms) expect(form).not.toContain(CANARY);
        // apart from its number and its moment a declaration is told the channel alone, and sentences for declarants
        expect(Object.keys(explanation).sort()).toEqual(["asOf", "audience", "channel", "id", "language", "notices"]);
        expect(explanation.notices.every((notice) => notice === TOLD)).toBe(true);
        told += explanation.notices.length;
        const words = (forms[1] as string).replaceAll(facts.id, "").replaceAll(facts.asOf, "");
        for (const indicator of profile.reads) expect(words).not.toContain(indicator);
        expect(words).not.toMatch(/\d/);
      }),
      { numRuns: 100 },
    );
    expect(told).toBeGreaterThan(5);
  });
});
