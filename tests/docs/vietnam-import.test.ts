import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../src/indicators/extract-facts.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import type { ModelTerm } from "../../src/profile/model-document.js";
import type { RiskProfile } from "../../src/profile/profile.js";
import { generateDeclarations } from "../../src/synthetic/index.js";
import { parseCases } from "../../src/testing/cases.js";
import { runCases } from "../../src/testing/run-cases.js";
import { root } from "../package/built.js";
import { valueOf } from "../support/issues.js";

const read = (name: string): string => readFileSync(join(root, "docs/examples", name), "utf8");
const document = JSON.parse(read("vietnam-import.json")) as RiskProfile;
const profile = compileProfileOrThrow(document, { catalogue: standardCatalogue });
const cases = valueOf(parseCases(JSON.parse(read("vietnam-import.cases.json"))));
const page = read("vietnam-import.md");
const domains = Object.entries(profile.document.domains);
const rules = domains.flatMap(([, domain]) => domain.rules);
const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

const COUNT = 4_000;
const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("demo key, known to all"));
const scored = Array.from(generateDeclarations({ seed: 1, count: COUNT }), ({ declaration, supplied, outcome }) => {
  const facts = extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue: standardCatalogue, currency: "VND", supplied });
  return { outcome, assessment: assessOrThrow(profile, facts, { selectionKey }) };
});

/** Each level of a model's terms with its points. */
function modelTable(terms: readonly ModelTerm[]): string {
  const rows = terms.flatMap((term) => {
    if (term.kind === "binned") {
      const bins = term.points.map((points, at) => `${at === 0 ? `below ${term.edges[0]}` : `from ${term.edges[at - 1]}`} | ${signed(points)}`);
      return [...bins, ...(term.missing === 0 ? [] : [`missing | ${signed(term.missing)}`])].map((level) => `| \`${term.indicator}\` | ${level} |`);
    }
    return term.kind === "categorical" ? term.levels.map(({ value, points }) => `| \`${term.indicator}\` | \`${value}\` | ${signed(points)} |`) : [];
  });
  return `| indicator | level | points |\n| --- | --- | ---: |\n${rows.join("\n")}\n`;
}

/** The share of each channel among the scored declarations, and how many of each would be found. */
function sharesTable(): string {
  const rows = profile.document.channels.map((channel) => {
    const members = scored.filter(({ assessment }) => assessment.channel === channel);
    const found = members.filter(({ outcome }) => outcome.finding).length;
    return `| ${channel} | ${((100 * members.length) / COUNT).toFixed(1)} % | ${((100 * found) / members.length).toFixed(1)} % |`;
  });
  return `| channel | declarations | with a finding |\n| --- | ---: | ---: |\n${rows.join("\n")}\n`;
}

describe("the Vietnamese example profile", () => {
  it("compiles, with a warning of the two rules that an added item can dilute", () => {
    expect(profile.warnings.map((issue) => ("rule" in issue ? issue.rule : issue.code))).toEqual([
      "narcotics.uneconomic-freight",
      "revenue.preference-without-certificate",
    ]);
  });

  it("says everything in English and Vietnamese", () => {
    const texts = rules.flatMap(({ texts }) => [texts.title, texts.reason, ...(texts.declarant === undefined ? [] : [texts.declarant])]);
    const lists = Object.values(profile.document.lists).map((list) => list.title);
    const derived = Object.values(profile.document.derived).map((definition) => definition.meaning);
    for (const text of [profile.document.title, ...texts, ...lists, ...derived, ...domains.map(([, domain]) => domain.title)])
      expect(Object.keys(text).sort()).toEqual(["en", "vi"]);
  });

  it("passes its cases", () => {
    expect(runCases(profile, cases).filter((result) => result.failures.length > 0)).toEqual([]);
  });

  it("has for every rule a case in which it fires and one in which it does not", () => {
    const outcomes = (id: string): readonly string[] =>
      cases.flatMap(({ expect }) => Object.entries(expect.rules ?? {}).flatMap(([outcome, ids]) => (ids.includes(id) ? [outcome] : [])));
    const lacking = rules.map(({ id }) => id).filter((id) => !outcomes(id).includes("fired") || outcomes(id).every((outcome) => outcome === "fired"));
    expect(lacking).toEqual([]);
  });

  it("lets few be inspected, some be checked and most pass", () => {
    const share = (channel: string): number => scored.filter(({ assessment }) => assessment.channel === channel).length / COUNT;
    expect(share("green")).toBeGreaterThan(0.8);
    expect(share("green")).toBeLessThan(0.88);
    expect(share("yellow")).toBeGreaterThan(0.08);
    expect(share("yellow")).toBeLessThan(0.15);
    expect(share("red")).toBeGreaterThan(0.03);
    expect(share("red")).toBeLessThan(0.05);
  });

  it("finds more in red than in yellow, and more in yellow than in green", () => {
    const rate = (channel: string): number => {
      const members = scored.filter(({ assessment }) => assessment.channel === channel);
      return members.filter(({ outcome }) => outcome.finding).length / members.length;
    };
    expect(rate("red")).toBeGreaterThan(rate("yellow"));
    expect(rate("yellow")).toBeGreaterThan(2 * rate("green"));
  });

  it("is explained rule by rule, with the points that it has", () => {
    for (const { id, effect } of rules) expect(page).toContain(`| \`${id}\` | ${effect.kind === "points" ? signed(effect.points) : effect.channel} |`);
    for (const [id, { base, model, thresholds }] of domains) {
      expect(page).toContain(
        `(\`${id}\`)\n\nBase ${base ?? model?.base}; ${Object.entries(thresholds)
          .map(([channel, points]) => `${channel} from ${points}`)
          .join(", ")}.`,
      );
    }
  });

  it("is explained with the model that it has and the shares that came out", () => {
    expect(page).toContain(modelTable(document.domains.revenue?.model?.terms ?? []));
    expect(page).toContain(sharesTable());
  });
});
