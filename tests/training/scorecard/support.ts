import { assess } from "../../../src/assessment/assess.js";
import type { Assessment } from "../../../src/assessment/assessment.js";
import type { HistoryOutcome } from "../../../src/history/event.js";
import type { HistoryReader } from "../../../src/history/reader.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { extractFacts } from "../../../src/indicators/extract-facts.js";
import type { Declaration } from "../../../src/model/declaration.js";
import type { CompiledProfile } from "../../../src/profile/compile-profile.js";
import type { ModelDocument } from "../../../src/profile/model-document.js";
import type { ScorecardRecipe } from "../../../src/training/scorecard/recipe.js";
import type { TrainOptions } from "../../../src/training/scorecard/train-options.js";
import { type TrainedScorecard, trainScorecard } from "../../../src/training/scorecard/train-scorecard.js";
import { compiled, declarationOf, domainOf, itemOf, profileOf } from "../../support/documents.js";
import { valueOf } from "../../support/issues.js";

export const options: TrainOptions = { catalogue: standardCatalogue };

/** A declaration with what became of it. */
export interface Case {
  readonly declaration: Declaration;
  readonly outcome: HistoryOutcome;
}

const CHAPTERS = ["85", "61", "87", "02"];
const ORIGINS = ["CN", "DE", "VN", undefined];

/** Pseudo-random numbers in [0, 1), the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Invented declarations of one item whose findings follow chapter, origin and mass, with noise; some state no origin or mass. */
export function casesOf(count: number, seed: number): readonly Case[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index) => {
    const chapter = Math.floor(random() * CHAPTERS.length);
    const origin = Math.floor(random() * ORIGINS.length);
    const mass = Math.round(random() * 100);
    const odds = Math.exp(-0.5 + (chapter === 0 ? 1 : -0.5) + (origin === 1 ? 1 : 0) + mass / 100);
    const finding = random() < odds / (1 + odds);
    const originCountryCode = ORIGINS[origin];
    const item = itemOf(1, {
      hsCode: `${CHAPTERS[chapter]}0440`,
      ...(originCountryCode === undefined ? {} : { originCountryCode }),
      ...(mass < 5 ? {} : { netMassKg: mass }),
    });
    const day = String(1 + (index % 28)).padStart(2, "0");
    const declaration = declarationOf({ id: `D-${String(index).padStart(4, "0")}`, registeredAt: `2026-03-${day}T08:00:00+07:00`, items: [item] });
    return { declaration, outcome: { declarationId: declaration.id, finding, knownAt: "2026-05-01T00:00:00+07:00" } };
  });
}

/** A recipe for the invented declarations, every row counting, with what a test changes. */
export function recipeOf(change: Partial<ScorecardRecipe> = {}): ScorecardRecipe {
  return {
    schema: "consignment-risk/recipe@1",
    domain: "revenue",
    title: { en: "Revenue" },
    currency: "VND",
    labels: "singleItem",
    rows: "row",
    signature: "goodsSignature",
    terms: [
      { id: "chapter", kind: "categorical", indicator: "hsChapter", minCount: 2 },
      { id: "origin", kind: "categorical", indicator: "originCountry", minCount: 2 },
      { id: "mass", kind: "binned", indicator: "netMass", bins: 4 },
      { id: "chapterByMass", kind: "cross", of: [{ indicator: "hsChapter" }, { indicator: "netMass", bins: 2 }], minCount: 2 },
    ],
    penalty: { kind: "l2", strength: 1 },
    thresholds: {},
    seed: 7,
    ...change,
  };
}

/** Trains on cases as they stand. */
export function train(cases: readonly Case[], recipe: ScorecardRecipe, change: Partial<TrainOptions> = {}) {
  return trainScorecard(
    cases.map(({ declaration }) => declaration),
    cases.map(({ outcome }) => outcome),
    recipe,
    { ...options, ...change },
  );
}

/** Trains on cases that suffice. */
export function trained(cases: readonly Case[], recipe: ScorecardRecipe, change: Partial<TrainOptions> = {}): TrainedScorecard {
  return valueOf(train(cases, recipe, change));
}

/** The profile of a model alone. */
export function profileOfModel(model: ModelDocument, thresholds: Readonly<Record<string, number>> = {}): CompiledProfile {
  return compiled(profileOf({ domains: { revenue: domainOf({ model, thresholds }) } }));
}

/** The assessment of a declaration as of its registration. */
function assessed(profile: CompiledProfile, declaration: Declaration, history?: HistoryReader): Assessment {
  const facts = extractFacts(declaration, {
    asOf: declaration.registeredAt,
    catalogue: standardCatalogue,
    currency: "VND",
    ...(history === undefined ? {} : { history }),
  });
  return valueOf(assess(profile, valueOf(facts)));
}

/** A declaration's score and its contributions by id, in micropoints; `base` among them. */
export function scored(profile: CompiledProfile, declaration: Declaration, history?: HistoryReader) {
  const domain = assessed(profile, declaration, history).domains.revenue;
  if (domain === undefined) throw new Error("no such domain");
  return { ...domain, byId: new Map(domain.contributions.map(({ kind, id, micropoints }) => [kind === "base" ? "base" : id, micropoints])) };
}
