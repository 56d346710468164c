import { type CrossPart, indicatorsOf, type ModelDocument, type ModelTerm } from "../../profile/model-document.js";
import { type Aspect, leaf, lineAspect, percentOf, signed } from "./aspect.js";
import type { DescribingContext } from "./describing-context.js";
import { type TermLevel, termLevels } from "./term-levels.js";

/** What a model says of itself, its terms aside. */
export function modelAspects(model: ModelDocument, { words }: DescribingContext): readonly Aspect[] {
  const { facts } = words;
  const { base, zero, calibration, provenance } = model;
  const probability =
    calibration === undefined ? words.uncalibrated : `${words.calibrations[calibration.method]}, ${words.expertPoints[calibration.expertPoints]}`;
  return [
    lineAspect("base", facts.base, words.points(signed(base)), base),
    lineAspect("zero", facts.zero, words.zeros[zero], zero),
    lineAspect("calibration", facts.calibration, probability, calibration ?? null),
    ...(provenance === undefined ? [] : [lineAspect("provenance", facts.provenance, provenance, provenance)]),
  ];
}

/** What a model term reads and how, its levels aside. */
export function termAspects(term: ModelTerm, { words }: DescribingContext): readonly Aspect[] {
  const { facts } = words;
  return [
    lineAspect("kind", facts.kind, words.termKinds[term.kind], term.kind),
    { key: "indicator", name: facts.indicator, value: indicatorsOf(term).map(leaf), raw: indicatorsOf(term) },
    ...ownAspects(term),
  ];

  function ownAspects(own: ModelTerm): readonly Aspect[] {
    if (own.kind === "linear") {
      const { points, scale, centre, clamp } = own;
      return [
        lineAspect("points", facts.points, words.perUnits(signed(points), String(scale)), [points, scale]),
        lineAspect("centre", facts.centre, String(centre), centre),
        ...(clamp === undefined ? [] : [lineAspect("clamp", facts.clamp, words.clampText(String(clamp.min), String(clamp.max)), clamp)]),
      ];
    }
    if (own.kind === "binned") return [lineAspect("edges", facts.edges, own.edges.join(", "), own.edges)];
    if (own.kind === "cross") return own.of.flatMap((part, index) => crossEdges(part, index));
    if (own.kind !== "repeat") return [];
    const { baseRate, prior, weight } = own;
    return [lineAspect("prior", facts.priorFindings, words.priorText(percentOf(baseRate), String(prior), String(weight)), [baseRate, prior, weight])];
  }

  function crossEdges({ indicator, edges }: CrossPart, index: number): readonly Aspect[] {
    return edges === undefined ? [] : [lineAspect(`edges ${index}`, facts.edges, `${indicator}: ${edges.join(", ")}`, edges)];
  }
}

/** What a term gives, an aspect per level. */
export function levelAspects(term: ModelTerm, { words }: DescribingContext): readonly Aspect[] {
  const { levels, others } = termLevels(term, words.levels);
  // examples of values follow from what the term says of itself
  const own = term.kind === "linear" || term.kind === "repeat" ? [] : levels;
  return [...own.map((level) => levelAspect(`level ${level.label}`, level)), ...others.map((level, index) => levelAspect(`other ${index}`, level))];

  function levelAspect(key: string, level: TermLevel): Aspect {
    const { label, training } = level;
    const points = words.points(signed(level.points));
    const text = training === undefined ? points : `${points} (${words.trained(String(training.count), percentOf(training.findingRate))})`;
    return lineAspect(key, label, text, level);
  }
}
