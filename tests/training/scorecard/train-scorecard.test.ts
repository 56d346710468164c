import { describe, expect, it } from "vitest";
import { POINTS_PER_LOGIT, toProbability } from "../../../src/core/micropoints.js";
import { createHistory } from "../../../src/history/create-history.js";
import { eventOf } from "../../../src/history/event-of.js";
import { signatureOf } from "../../../src/model/goods-signature.js";
import type { ModelTerm } from "../../../src/profile/model-document.js";
import { trainScorecard, trainScorecardOrThrow } from "../../../src/training/index.js";
import { allRows } from "../../../src/training/scorecard/choose-rows.js";
import { encodeTerms } from "../../../src/training/scorecard/encode-term.js";
import { fitL2 } from "../../../src/training/scorecard/fit-l2.js";
import { uniformOf } from "../../../src/training/scorecard/fold-of.js";
import { toOneHot } from "../../../src/training/scorecard/one-hot.js";
import { readTable } from "../../../src/training/scorecard/read-table.js";
import type { ScorecardRecipe } from "../../../src/training/scorecard/recipe.js";
import { recipeIndicators } from "../../../src/training/scorecard/recipe-indicators.js";
import { declarationOf, itemOf } from "../../support/documents.js";
import { expectAmong, expectOnly, issuesOf, valueOf } from "../../support/issues.js";
import { shuffleWith } from "../../support/shuffle.js";
import { type Case, casesOf, options, profileOfModel, recipeOf, scored, train, trained } from "./support.js";

const cases = casesOf(300, 1);

function termOf<Kind extends ModelTerm["kind"]>(terms: readonly ModelTerm[], id: string, kind: Kind): Extract<ModelTerm, { readonly kind: Kind }> {
  const term = terms.find((one) => one.id === id);
  if (term?.kind !== kind) throw new Error(`no ${kind} term ${id}`);
  return term as Extract<ModelTerm, { readonly kind: Kind }>;
}

function withOrigin({ declaration }: Case, originCountryCode: string): Case["declaration"] {
  return { ...declaration, items: [{ ...declaration.items[0], originCountryCode }] };
}

describe("a trained scorecard", () => {
  const { model } = trained(cases, recipeOf());
  const profile = profileOfModel(model);

  it("gives contributions that add up to the score exactly", () => {
    for (const { declaration } of cases) {
      const { micropoints, contributions } = scored(profile, declaration);
      expect(contributions.reduce((sum, contribution) => sum + contribution.micropoints, 0)).toBe(micropoints);
      expect(contributions).toHaveLength(5);
    }
  });

  it("has terms whose mean over the fitted rows is zero, and a base that is the mean score", () => {
    const all = cases.map(({ declaration }) => scored(profile, declaration));
    for (const term of model.terms) {
      const mean = all.reduce((sum, { byId }) => sum + (byId.get(term.id) ?? Number.NaN), 0) / all.length;
      expect(Math.abs(mean)).toBeLessThanOrEqual(0.5);
    }
    const mean = all.reduce((sum, { micropoints }) => sum + micropoints, 0) / all.length;
    expect(Math.abs(mean - model.base * 1e6)).toBeLessThanOrEqual(0.5 * model.terms.length);
  });

  it("agrees with a floating-point computation of the same fit to half a micropoint a term", () => {
    const recipe = recipeOf();
    const table = valueOf(
      readTable(
        cases.map(({ declaration }) => declaration),
        cases.map(({ outcome }) => outcome),
        recipe,
        valueOf(recipeIndicators(recipe, options.catalogue)),
        options,
      ),
    );
    const rows = allRows(table);
    const terms = encodeTerms(recipe.terms, table, rows.rows);
    const design = toOneHot(terms, rows, table.offsets);
    const [intercept = Number.NaN, ...weights] = fitL2(design, 1).parameters;
    for (const [row, id] of table.ids.entries()) {
      const active = design.active.subarray(design.bounds[row], design.bounds[row + 1]);
      const points = active.reduce((sum, column) => sum + (weights[column] ?? Number.NaN), intercept) * POINTS_PER_LOGIT;
      const one = cases.find(({ declaration }) => declaration.id === id);
      if (one === undefined) throw new Error("no such case");
      // the base is rounded as a term is
      expect(Math.abs(scored(profile, one.declaration).micropoints / 1e6 - points)).toBeLessThanOrEqual((terms.length + 1) * 0.5e-6);
    }
  });

  it("gives contributions that are the interventional SHAP values of its terms", () => {
    const background = cases.slice(0, 60).map(({ declaration }) => declaration);
    const small = cases.slice(0, 60);
    const fitted = trained(small, recipeOf());
    const smallProfile = profileOfModel(fitted.model);
    const ids = fitted.model.terms.map(({ id }) => id);
    const values = background.map((declaration) => ids.map((id) => scored(smallProfile, declaration).byId.get(id) ?? Number.NaN));
    /** The mean score where the terms of a coalition are the explained declaration's, the others those of each training row. */
    const worth = (own: readonly number[], coalition: number): number =>
      values.reduce((sum, other) => sum + ids.reduce((score, _, term) => score + ((coalition >> term) & 1 ? (own[term] ?? 0) : (other[term] ?? 0)), 0), 0) /
      values.length;
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const [explained] = values;
    if (explained === undefined) throw new Error("no rows");
    for (const [term, contribution] of explained.entries()) {
      let shap = 0;
      for (let coalition = 0; coalition < 1 << ids.length; coalition += 1) {
        if ((coalition >> term) & 1) continue;
        const size = [...coalition.toString(2)].filter((digit) => digit === "1").length;
        const weight = (factorial(size) * factorial(ids.length - size - 1)) / factorial(ids.length);
        shap += weight * (worth(explained, coalition | (1 << term)) - worth(explained, coalition));
      }
      // each level was rounded once to a micropoint after centring
      expect(Math.abs(shap - contribution)).toBeLessThanOrEqual(0.5 + 1e-6);
    }
  });

  it("states how many rows each level has and how many of them have a finding", () => {
    const { levels } = termOf(model.terms, "chapter", "categorical");
    expect(levels.map(({ value }) => value)).toEqual(["02", "61", "85", "87"]);
    for (const { value, count, findingRate } of levels) {
      const rows = cases.filter(({ declaration }) => declaration.items[0]?.hsCode.startsWith(String(value)));
      expect(count).toBe(rows.length);
      expect(findingRate).toBeCloseTo(rows.filter(({ outcome }) => outcome.finding).length / rows.length, 4);
    }
  });

  it("gives the level of missing facts its own points, and unseen ones those of the rare", () => {
    const origin = termOf(model.terms, "origin", "categorical");
    const unstated = cases.find(({ declaration }) => declaration.items[0]?.originCountryCode === undefined);
    if (unstated === undefined) throw new Error("no such case");
    expect(scored(profile, unstated.declaration).byId.get("origin")).toBe(Math.round(origin.missing * 1e6));
    const unseen = declarationOf({ items: [itemOf(1, { originCountryCode: "FR" })] });
    expect(scored(profile, unseen).byId.get("origin")).toBe(Math.round(origin.unseen * 1e6));
    expect(origin.missing).not.toBe(origin.unseen);
  });

  it("groups levels with fewer rows than wanted into the unseen one", () => {
    const rare = cases.map((one, index): Case => (index < 2 ? { ...one, declaration: withOrigin(one, index === 0 ? "FR" : "IT") } : one));
    const { model: grouped } = trained(rare, recipeOf());
    const { levels, unseen } = termOf(grouped.terms, "origin", "categorical");
    expect(levels.map(({ value }) => value)).toEqual(["CN", "DE", "VN"]);
    const { model: kept } = trained(rare, recipeOf({ terms: [{ id: "origin", kind: "categorical", indicator: "originCountry", minCount: 1 }] }));
    expect(termOf(kept.terms, "origin", "categorical").levels.map(({ value, count }) => [value, count])).toContainEqual(["FR", 1]);
    const mean = levels.reduce((sum, { points, count = 0 }) => sum + points * count, 0);
    const unstated = rare.filter(({ declaration }) => declaration.items[0]?.originCountryCode === undefined).length;
    const { missing } = termOf(grouped.terms, "origin", "categorical");
    expect(mean + missing * unstated + unseen * 2).toBeCloseTo(0, 3);
  });

  it("reads truth values as levels", () => {
    const { model: both } = trained(
      cases.map((one) => ({ ...one, declaration: { ...one.declaration, transport: { departureCountryCode: "CN" } } })),
      recipeOf({ terms: [{ id: "detour", kind: "categorical", indicator: "originDiffersFromDeparture", minCount: 1 }] }),
    );
    expect(termOf(both.terms, "detour", "categorical").levels.map(({ value }) => value)).toEqual([false, true]);
    const { model: crossed } = trained(
      cases.map((one) => ({ ...one, declaration: { ...one.declaration, transport: { departureCountryCode: "CN" } } })),
      recipeOf({
        terms: [
          {
            id: "three",
            kind: "cross",
            of: [{ indicator: "originDiffersFromDeparture" }, { indicator: "netMass", bins: 2 }, { indicator: "hsChapter" }],
            minCount: 1,
          },
        ],
      }),
    );
    const { of, levels } = termOf(crossed.terms, "three", "cross");
    expect(of).toHaveLength(3);
    expect(levels[0]?.at).toEqual([false, 0, "02"]);
    expect(profileOfModel(crossed)).toBeDefined();
  });

  it("is the same document, byte for byte, whatever the order of declarations and outcomes", () => {
    const recipe = recipeOf({
      rows: "signature",
      calibration: { share: 0.3 },
      thresholds: { yellow: { share: 0.2 } },
      penalty: { kind: "l2", path: [1, 10], folds: 3 },
    });
    const expected = JSON.stringify(trained(cases, recipe));
    for (const seed of [1, 2]) {
      const shuffle = shuffleWith(seed);
      const declarations = shuffle(cases.map(({ declaration }) => declaration));
      const outcomes = shuffle(cases.map(({ outcome }) => outcome));
      expect(JSON.stringify(trainScorecardOrThrow(declarations, outcomes, recipe, options))).toBe(expected);
    }
  });

  it("smooths bins that may only rise or only fall", () => {
    const monotone = (direction: "rising" | "falling"): readonly number[] => {
      const terms: ScorecardRecipe["terms"] = [{ id: "mass", kind: "binned", indicator: "netMass", bins: 12, monotone: direction }];
      return termOf(trained(cases, recipeOf({ terms })).model.terms, "mass", "binned").points;
    };
    const isRising = (points: readonly number[]): boolean => points.every((value, index) => index === 0 || value >= (points[index - 1] ?? 0));
    expect(isRising(monotone("rising"))).toBe(true);
    expect(isRising([...monotone("falling")].reverse())).toBe(true);
    const free = termOf(trained(cases, recipeOf({ terms: [{ id: "mass", kind: "binned", indicator: "netMass", bins: 12 }] })).model.terms, "mass", "binned");
    expect(isRising(free.points)).toBe(false);
  });

  it("learns one row per signature, the earliest, with the majority of its labels, and leaves ties out", () => {
    const repeated = cases.slice(0, 100).flatMap((one, index): readonly Case[] => {
      const again = (suffix: string, finding: boolean): Case => ({
        declaration: { ...one.declaration, id: `${one.declaration.id}-${suffix}`, registeredAt: "2026-04-01T00:00:00+07:00" },
        outcome: { ...one.outcome, declarationId: `${one.declaration.id}-${suffix}`, finding },
      });
      // the first signature is tied, the others keep their label
      return index === 0 ? [one, again("b", !one.outcome.finding)] : [one, again("b", one.outcome.finding), again("c", !one.outcome.finding)];
    });
    const distinct = new Map<string, Case>();
    for (const one of cases.slice(0, 100)) {
      const item = one.declaration.items[0];
      if (item !== undefined) distinct.set(signatureOf(one.declaration, item), one);
    }
    const unique = [...distinct.values()];
    const { report } = trained(repeated, recipeOf({ rows: "signature" }));
    expect(report.rows).toBe(repeated.length);
    expect(report.fitted + report.tied).toBe(unique.length);
    expect(report.tied).toBeGreaterThanOrEqual(1);
    expect(trained(repeated, recipeOf()).report).toMatchObject({ fitted: repeated.length, tied: 0 });
  });

  it("keeps rows without a signature apart", () => {
    const { report } = trained(cases, recipeOf({ rows: "signature", signature: "originCountry" }));
    const unstated = cases.filter(({ declaration }) => declaration.items[0]?.originCountryCode === undefined).length;
    expect(report.fitted + report.tied).toBe(unstated + 3);
  });

  it("adds a repeat term that is zero for what history has never seen", () => {
    const history = createHistory();
    for (const { declaration } of cases) history.observe(eventOf(declaration));
    for (const { outcome } of cases) history.recordOutcome(outcome);
    const repeat = { id: "repeat", inspected: "signatureInspected", findings: "signatureFindings", prior: 0.3, weight: 2 };
    const { model: repeating, report } = trained(cases, recipeOf({ repeat, calibration: { share: 0.3 } }), { history });
    expect(repeating.terms.at(-1)).toMatchObject({ kind: "repeat", missing: 0, baseRate: report.findings / report.fitted });
    expect(repeating).not.toHaveProperty("calibration");
    const newGoods = declarationOf({ id: "new", registeredAt: "2026-06-01T00:00:00+07:00", items: [itemOf(1, { hsCode: "010121" })] });
    expect(scored(profileOfModel(repeating), newGoods, history).byId.get("repeat") ?? 0).toBe(0);
    const hit = cases.find(({ outcome }) => outcome.finding);
    if (hit === undefined) throw new Error("no finding");
    const again = { ...hit.declaration, id: "again", registeredAt: "2026-06-01T00:00:00+07:00" };
    expect(scored(profileOfModel(repeating), again, history).byId.get("repeat") ?? 0).not.toBe(0);
    expect(trained(cases, recipeOf({ repeat })).model.terms.at(-1)).toMatchObject({ kind: "repeat" });
  });

  it("puts thresholds where the capacity asks for, on the scores that the declarations themselves get", () => {
    const { model: card, thresholds } = trained(cases, recipeOf({ thresholds: { yellow: { share: 0.25 }, red: { perDay: 1 } } }));
    const cardProfile = profileOfModel(card);
    const scores = cases.map(({ declaration }) => scored(cardProfile, declaration).micropoints);
    const reached = (channel: string): number => scores.filter((score) => score >= Math.round((thresholds[channel] ?? 0) * 1e6)).length;
    expect(reached("yellow")).toBeLessThanOrEqual(75);
    expect(reached("yellow")).toBeGreaterThan(50);
    expect(reached("red")).toBeLessThanOrEqual(28);
    expect(reached("red")).toBeGreaterThan(14);
    expect(Object.keys(thresholds)).toEqual(["yellow", "red"]);
  });
});

describe("the labels of items", () => {
  const extra = (finding: boolean, change: object = {}): Case => ({
    declaration: declarationOf({ id: "several", registeredAt: "2026-03-01T00:00:00+07:00", items: [itemOf(2), itemOf(1)] }),
    outcome: { declarationId: "several", finding, knownAt: "2026-05-01T00:00:00+07:00", ...change },
  });

  it("are those of the declaration for every item, or only where it has one item, as the recipe says", () => {
    expect(trained([...cases, extra(true)], recipeOf({ labels: "everyItem" })).report.rows).toBe(302);
    expect(trained([...cases, extra(true)], recipeOf({ labels: "singleItem" })).report.rows).toBe(300);
  });

  it("are an item's own where an outcome names it", () => {
    expect(trained([...cases, extra(true, { item: 2 })], recipeOf({ labels: "singleItem" })).report.rows).toBe(301);
    const { report } = trained([...cases, extra(true, { item: 2 })], recipeOf({ labels: "everyItem" }));
    expect(report.rows).toBe(301);
  });

  it("are the latest known; of two at the same moment, the finding", () => {
    const findings = (...outcomes: readonly Case["outcome"][]): number => {
      const one = cases.slice(0, 50);
      const all = [...one.map(({ outcome }) => outcome), ...outcomes];
      const result = trainScorecardOrThrow(
        one.map(({ declaration }) => declaration),
        all,
        recipeOf(),
        options,
      );
      return result.report.findings;
    };
    const clean = cases.slice(0, 50).find(({ outcome }) => !outcome.finding);
    if (clean === undefined) throw new Error("no clean case");
    const before = findings();
    expect(findings({ ...clean.outcome, finding: true })).toBe(before + 1);
    expect(findings({ ...clean.outcome, finding: true, knownAt: "2026-04-30T23:59:59+07:00" })).toBe(before);
    expect(findings({ ...clean.outcome, finding: true, knownAt: "2026-06-01T00:00:00+07:00" })).toBe(before + 1);
  });

  it("are not read for declarations without an outcome", () => {
    const extraDeclaration = declarationOf({ id: "uninspected" });
    const result = trainScorecardOrThrow(
      [...cases.map(({ declaration }) => declaration), extraDeclaration],
      cases.map(({ outcome }) => outcome),
      recipeOf(),
      options,
    );
    expect(result.report.rows).toBe(300);
  });
});

/** The signature that the training knows an invented declaration by. */
function signatureText(id: string): string {
  const declaration = cases.find((one) => one.declaration.id === id)?.declaration;
  const item = declaration?.items[0];
  return declaration === undefined || item === undefined ? "" : `=${signatureOf(declaration, item)}`;
}

describe("calibration on a slice held back", () => {
  it("folds Platt's slope and intercept into the points, and improves the log loss of the slice", () => {
    // so weak a penalty on so many crosses overfits
    const recipe = recipeOf({
      terms: [{ id: "wide", kind: "cross", of: [{ indicator: "hsChapter" }, { indicator: "originCountry" }, { indicator: "netMass", bins: 12 }], minCount: 1 }],
      penalty: { kind: "l2", strength: 0.05 },
    });
    const calibrated = trained(cases, { ...recipe, calibration: { share: 0.5 } });
    const { slope = Number.NaN, intercept = Number.NaN } = calibrated.report.calibration ?? {};
    expect(slope).toBeGreaterThan(0);
    expect(slope).toBeLessThan(1);
    expect(calibrated.model.calibration).toEqual({ method: "platt", expertPoints: "none" });
    // the rows that were fitted are those of a training on them alone
    const counted = new Set<string>();
    const profile = profileOfModel(calibrated.model);
    const raw = (micropoints: number): number => ((micropoints / 1e6 / POINTS_PER_LOGIT - intercept) / slope) * POINTS_PER_LOGIT * 1e6;
    const loss = (micropoints: number, finding: boolean): number => -Math.log(finding ? toProbability(micropoints) : 1 - toProbability(micropoints));
    let before = 0;
    let after = 0;
    const held = cases.filter(({ declaration: { id } }) => uniformOf(recipe.seed + 1, signatureText(id)) < 0.5);
    for (const { declaration, outcome } of held) {
      const { micropoints } = scored(profile, declaration);
      before += loss(raw(micropoints), outcome.finding);
      after += loss(micropoints, outcome.finding);
      counted.add(declaration.id);
    }
    expect(counted.size).toBe(calibrated.report.rows - calibrated.report.fitted);
    expect(after).toBeLessThan(before);
  });

  it("refuses a slice that is too small or of one class", () => {
    expectOnly(issuesOf(train(cases, recipeOf({ calibration: { share: 1e-9 } }))), {
      code: "fit.data",
      path: ["calibration"],
      message: "a slice with both outcomes",
    });
  });
});

describe("expert points", () => {
  const expertPoints = (declaration: { readonly items: readonly { readonly hsCode: string }[] }): number =>
    declaration.items[0]?.hsCode.startsWith("85") === true ? 5 : 0;
  const chapter = (model: { readonly terms: readonly ModelTerm[] }): number =>
    termOf(model.terms, "chapter", "categorical").levels.reduce((sum, { value, points }) => sum + (value === "85" ? points : -points / 3), 0);

  it("stand beside the fit, so that the model learns only what they do not say", () => {
    const terms: ScorecardRecipe["terms"] = [{ id: "chapter", kind: "categorical", indicator: "hsChapter", minCount: 1 }];
    const recipe = recipeOf({ terms, penalty: { kind: "l2", strength: 1e-3 } });
    const alone = chapter(trained(cases, recipe).model);
    const beside = trained(cases, { ...recipe, calibration: { share: 0.3 } }, { expertPoints });
    expect(chapter(trained(cases, recipe, { expertPoints }).model)).toBeCloseTo(alone - (4 / 3) * 5 + 5 / 3, 1);
    expect(beside.model.calibration).toEqual({ method: "platt", expertPoints: "offset" });
  });

  it("count in the thresholds", () => {
    const recipe = recipeOf({ thresholds: { yellow: { share: 0.01 } } });
    const high = trained(cases, recipe, { expertPoints: () => 100 });
    const low = trained(cases, recipe, { expertPoints: () => 0 });
    // the intercept takes back what everyone gets, the score does not
    expect(high.thresholds.yellow).toBeCloseTo(low.thresholds.yellow ?? Number.NaN, 4);
    expect(high.model.base).toBeCloseTo(low.model.base - 100, 4);
  });
});

describe("what cannot be learned from", () => {
  const [first, ...rest] = cases;
  if (first === undefined) throw new Error("no cases");

  it("is a recipe that is none", () => {
    expect(issuesOf(train(cases, { ...recipeOf(), seed: -1 }))[0]).toMatchObject({ path: ["seed"] });
    const twice = recipeOf({ terms: [recipeOf().terms[0], recipeOf().terms[0]] });
    expectAmong(issuesOf(train(cases, twice)), { code: "value.invalid", path: ["terms"], message: "ids of their own" });
  });

  it("is an indicator that the catalogue does not have", () => {
    const terms: ScorecardRecipe["terms"] = [{ id: "x", kind: "categorical", indicator: "noSuchThing", minCount: 1 }];
    expectOnly(issuesOf(train(cases, recipeOf({ terms }))), {
      code: "indicator.unknown",
      path: ["terms", 0, "indicator"],
      message: "noSuchThing",
      indicator: "noSuchThing",
    });
  });

  it("is an indicator of the wrong type, each where it stands", () => {
    const terms: ScorecardRecipe["terms"] = [
      { id: "a", kind: "categorical", indicator: "netMass", minCount: 1 },
      { id: "b", kind: "binned", indicator: "hsChapter", bins: 3 },
      { id: "c", kind: "cross", of: [{ indicator: "hsChapter", bins: 2 }, { indicator: "netMass" }], minCount: 1 },
    ];
    const repeat = { id: "r", inspected: "hsChapter", findings: "signatureFindings", prior: 1, weight: 1 };
    expect(issuesOf(train(cases, recipeOf({ terms, repeat, signature: "netMass" }))).map(({ code, path }) => [code, ...path])).toEqual([
      ["indicator.misused", "signature"],
      ["indicator.misused", "terms", 0, "indicator"],
      ["indicator.misused", "terms", 1, "indicator"],
      ["indicator.misused", "terms", 2, "of", 0, "indicator"],
      ["indicator.misused", "terms", 2, "of", 1, "indicator"],
      ["indicator.misused", "repeat", "inspected"],
    ]);
  });

  it("is an indicator that no declaration states, or a number that does not vary", () => {
    const only = (...terms: ScorecardRecipe["terms"]) => issuesOf(train(cases, recipeOf({ terms })));
    expectOnly(only({ id: "t", kind: "categorical", indicator: "dutyType", minCount: 1 }), {
      code: "fit.data",
      path: ["terms"],
      message: "`dutyType`",
      columns: ["dutyType"],
    });
    expectOnly(only({ id: "t", kind: "binned", indicator: "itemCount", bins: 3 }), {
      code: "fit.data",
      path: ["terms"],
      message: "two values or more",
      columns: ["itemCount"],
    });
    const cross: ScorecardRecipe["terms"][0] = { id: "t", kind: "cross", of: [{ indicator: "hsChapter" }, { indicator: "grossMass", bins: 2 }], minCount: 1 };
    expectOnly(only(cross), { code: "fit.data", path: ["terms"], message: "two values or more", columns: ["grossMass"] });
  });

  it("is no rows, or rows of one class", () => {
    expectOnly(issuesOf(train([], recipeOf())), { code: "fit.data", path: ["outcomes"], message: "0 rows, 0 of them" });
    const clean = cases.filter(({ outcome }) => !outcome.finding);
    expectOnly(issuesOf(train(clean, recipeOf())), { code: "fit.data", path: ["outcomes"], message: `${clean.length} rows, 0 of them` });
  });

  it("is an outcome without its declaration, and one without its item", () => {
    const declarations = rest.map(({ declaration }) => declaration);
    const outcomes = cases.map(({ outcome }) => outcome);
    expectOnly(issuesOf(trainAll(declarations, outcomes)), { code: "fit.data", path: ["outcomes", "D-0000"], message: "the declaration of the outcome" });
    const noItem = [{ ...first.outcome, item: 9 }, ...rest.map(({ outcome }) => outcome)];
    expectOnly(
      issuesOf(
        trainAll(
          cases.map(({ declaration }) => declaration),
          noItem,
        ),
      ),
      { code: "fit.data", path: ["outcomes", "D-0000"], message: "line number" },
    );
  });

  it("is an outcome before its declaration", () => {
    const early = [{ ...first, outcome: { ...first.outcome, knownAt: "2026-02-28T00:00:00+07:00" } }, ...rest];
    expectOnly(issuesOf(train(early, recipeOf())), { code: "fit.data", path: ["outcomes", "D-0000"], message: "no earlier than the registration" });
    const wild = [{ ...first, outcome: { ...first.outcome, knownAt: "soon" } }, ...rest];
    expectOnly(issuesOf(train(wild, recipeOf())), { code: "fit.data", path: ["outcomes", "D-0000"], message: "soon" });
    const both = [first.outcome, { ...first.outcome, knownAt: "soon" }, ...rest.map(({ outcome }) => outcome)];
    for (const outcomes of [both, both.toReversed()]) {
      expectOnly(
        issuesOf(
          trainAll(
            cases.map(({ declaration }) => declaration),
            outcomes,
          ),
        ),
        { code: "fit.data", path: ["outcomes", "D-0000"], message: "soon" },
      );
    }
  });

  it("is a declaration that comes twice", () => {
    expectOnly(issuesOf(train([...cases, first], recipeOf())), { code: "value.duplicate", path: ["declarations", "D-0000"], message: "once", key: "D-0000" });
  });

  it("is reported a hundred times at most", () => {
    expect(
      issuesOf(
        trainAll(
          [],
          cases.map(({ outcome }) => outcome),
        ),
      ),
    ).toHaveLength(100);
  });

  it("is a penalty so weak that nothing settles", () => {
    expectOnly(issuesOf(train(cases.slice(0, 12), recipeOf({ penalty: { kind: "l2", strength: 1e-12 } }))), {
      code: "fit.notConverged",
      path: ["penalty"],
      message: "iterations",
    });
    const penalty = { kind: "l2", path: [1e-12], folds: 2 } as const;
    expectOnly(issuesOf(train(cases.slice(0, 60), recipeOf({ penalty }))), { code: "fit.notConverged", path: ["penalty"], message: "iterations" });
  });

  it("is more folds than the rows bear", () => {
    const penalty = { kind: "l2", path: [1], folds: 20 } as const;
    expectOnly(issuesOf(train(cases.slice(0, 12), recipeOf({ penalty }))), { code: "fit.data", path: ["penalty", "folds"], message: "20 folds" });
  });
});

function trainAll(declarations: readonly Case["declaration"][], outcomes: readonly Case["outcome"][]) {
  return trainScorecard(declarations, outcomes, recipeOf(), options);
}
