import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { parseCases } from "../../src/testing/cases.js";
import { runCases } from "../../src/testing/run-cases.js";
import { root } from "../package/built.js";
import { valueOf } from "../support/issues.js";

const read = (name: string): string => readFileSync(join(root, "docs/examples", name), "utf8");
const NAMES = ["vietnam-sea", "vietnam-parcel", "vietnam-land"] as const;
const DOMAINS = ["narcotics", "precursors", "wildlife", "revenue", "security", "dataQuality"];

/** Header rules on a sum or a ratio, which an added item can move either way. */
const WARNED: Readonly<Record<(typeof NAMES)[number], readonly string[]>> = {
  "vietnam-sea": ["narcotics.light-container", "revenue.beyond-the-capital", "revenue.young-firm-large-value", "security.masses-differ"],
  "vietnam-parcel": ["narcotics.freight-above-value", "revenue.split-orders"],
  "vietnam-land": ["revenue.many-small-crossings", "revenue.third-origin-without-certificate", "security.other-than-manifested"],
};

const profiles = NAMES.map((name) => {
  const profile = compileProfileOrThrow(JSON.parse(read(`${name}.json`)), { catalogue: standardCatalogue });
  const domains = Object.entries(profile.document.domains);
  return { name, profile, domains, rules: domains.flatMap(([, domain]) => domain.rules), cases: valueOf(parseCases(JSON.parse(read(`${name}.cases.json`)))) };
});

describe("the example profiles by mode of transport", () => {
  it("have 60 rules and more between them, and are marked as illustrative in both languages", () => {
    expect(profiles.reduce((sum, { rules }) => sum + rules.length, 0)).toBeGreaterThanOrEqual(60);
    for (const { profile } of profiles) {
      expect(profile.document.title.en).toContain("not for use");
      expect(profile.document.title.vi).toContain("không dùng thực tế");
      expect(Object.keys(profile.document.domains)).toEqual(DOMAINS);
    }
  });

  it.each(profiles)("$name warns of nothing but rules that an added item can move", ({ name, profile }) => {
    expect(profile.warnings.map((issue) => ("rule" in issue ? issue.rule : issue.code))).toEqual(WARNED[name]);
  });

  it.each(profiles)("$name passes its cases", ({ profile, cases }) => {
    expect(runCases(profile, cases).filter(({ failures }) => failures.length > 0)).toEqual([]);
  });

  it.each(profiles)("$name has for every rule a declaration that fires it and one that nearly does", ({ rules, cases }) => {
    const named = (outcome: "fired" | "notFired"): ReadonlySet<string> => new Set(cases.flatMap(({ expect }) => expect.rules?.[outcome] ?? []));
    const [fired, nearly] = [named("fired"), named("notFired")];
    expect(rules.map(({ id }) => id).filter((id) => !fired.has(id) || !nearly.has(id))).toEqual([]);
  });

  it.each(profiles)("$name says everything in English and Vietnamese", ({ rules, profile }) => {
    const lists = Object.values(profile.document.lists).map(({ title }) => title);
    for (const text of [...lists, ...rules.flatMap(({ texts }) => [texts.title, texts.reason])]) expect(Object.keys(text).sort()).toEqual(["en", "vi"]);
  });

  it.each(profiles)("$name is explained rule by rule, with the points that it has", ({ name, rules, domains }) => {
    const page = read(`${name}.md`);
    expect(page).toContain(`has ${rules.length} rules in six domains`);
    for (const { id, effect } of rules) expect(page).toContain(`| \`${id}\` | ${effect.kind === "points" ? `+${effect.points}` : effect.channel} |`);
    for (const [id, { base, thresholds }] of domains) {
      const said = Object.entries(thresholds).map(([channel, points]) => `${channel} from ${points}`);
      expect(page).toContain(`(\`${id}\`)\n\nBase ${base}; ${said.join(", ")}.`);
    }
  });
});
