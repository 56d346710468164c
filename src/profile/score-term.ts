import { canonicalJson } from "../core/canonical.js";
import { logit, naturalLog } from "../core/logarithm.js";
import { POINTS_PER_LOGIT, toMicropoints } from "../core/micropoints.js";
import { type Fact, isMissing } from "../indicators/fact.js";
import { type CrossTerm, indicatorsOf, type LinearTerm, type ModelTerm, type RepeatTerm } from "./model-document.js";

/** Reads the fact of an indicator. */
export type ReadFact = (indicator: string) => Fact;

/** The limit of a linear term's standardised value: it keeps every contribution within the exact range. */
export const MAX_STANDARDISED = 1e6;

/** A term's contribution in points before rounding: what a floating-point computation of the same model gives. */
export function termPoints(term: ModelTerm): (read: ReadFact) => number {
  switch (term.kind) {
    case "linear":
      return (read) => {
        const fact = read(term.indicator);
        return typeof fact === "number" ? linearPoints(term, fact) : term.missing;
      };
    case "binned":
      return (read) => {
        const fact = read(term.indicator);
        return typeof fact === "number" ? (term.points[binOf(fact, term.edges)] ?? term.missing) : term.missing;
      };
    case "categorical": {
      const levels = new Map(term.levels.map((level) => [level.value, level.points]));
      return (read) => {
        const fact = read(term.indicator);
        if (isMissing(fact)) return term.missing;
        return (typeof fact === "string" || typeof fact === "boolean" ? levels.get(fact) : undefined) ?? term.unseen;
      };
    }
    case "cross": {
      const levels = new Map(term.levels.map((level) => [canonicalJson(level.at), level.points]));
      return (read) => {
        const at = crossLevel(term, read);
        return at === undefined ? term.missing : (levels.get(canonicalJson(at)) ?? term.unseen);
      };
    }
    case "repeat":
      return (read) => {
        const inspected = read(term.inspected);
        const findings = read(term.findings);
        return typeof inspected === "number" && typeof findings === "number" ? repeatPoints(term, inspected, findings) : term.missing;
      };
  }
}

/** A term's contribution in micropoints, rounded once. */
export function termMicropoints(term: ModelTerm): (read: ReadFact) => number {
  const points = termPoints(term);
  return (read) => toMicropoints(points(read));
}

/** The least and greatest micropoints that a term can contribute. */
export function termRange(term: ModelTerm): { readonly min: number; readonly max: number } {
  const values = [...possiblePoints(term)].map(toMicropoints);
  return values.reduce((range, value) => ({ min: Math.min(range.min, value), max: Math.max(range.max, value) }), { min: Infinity, max: -Infinity });
}

function possiblePoints(term: ModelTerm): readonly number[] {
  switch (term.kind) {
    case "linear": {
      const bounds = term.clamp === undefined ? [-Infinity, Infinity] : [term.clamp.min, term.clamp.max];
      return [...bounds.map((bound) => linearPoints(term, bound)), term.missing];
    }
    case "binned":
      return [...term.points, term.missing];
    case "repeat":
      return [repeatPoints(term, MAX_COUNT, 0), repeatPoints(term, MAX_COUNT, MAX_COUNT), term.missing];
    default:
      return [...term.levels.map((level) => level.points), term.missing, term.unseen];
  }
}

/** The largest count that a repeat term tells apart; it bounds what the term can contribute. */
const MAX_COUNT = 1e9;

/** Exactly 0 for what was never seen. Counts are limited to 0 to 1e9, the findings to the inspected. */
function repeatPoints(term: RepeatTerm, inspected: number, findings: number): number {
  const n = Math.min(Math.max(inspected, 0), MAX_COUNT);
  if (n === 0) return 0;
  const s = Math.min(Math.max(findings, 0), n);
  const odds = (s + term.prior * term.baseRate) / (n - s + term.prior * (1 - term.baseRate));
  return term.weight * (naturalLog(odds) - logit(term.baseRate)) * POINTS_PER_LOGIT;
}

function linearPoints(term: LinearTerm, value: number): number {
  const clamped = term.clamp === undefined ? value : Math.min(Math.max(value, term.clamp.min), term.clamp.max);
  const standardised = (clamped - term.centre) / term.scale;
  return term.points * Math.min(Math.max(standardised, -MAX_STANDARDISED), MAX_STANDARDISED);
}

/** The bin of a value: how many edges are at or below it. */
export function binOf(value: number, edges: readonly number[]): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The level of a cross at hand: codes and bin numbers by part; `undefined` if one is missing. */
function crossLevel(term: CrossTerm, read: ReadFact): readonly (string | number | boolean)[] | undefined {
  const at: (string | number | boolean)[] = [];
  for (const part of term.of) {
    const fact = read(part.indicator);
    if (typeof fact === "number") at.push(binOf(fact, part.edges ?? []));
    else if (typeof fact === "string" || typeof fact === "boolean") at.push(fact);
    else return undefined;
  }
  return at;
}

/** Whether a term speaks of goods items: it reads at least one item indicator. */
export function isItemTerm(term: ModelTerm, levelOf: (indicator: string) => "header" | "item" | undefined): boolean {
  return indicatorsOf(term).some((indicator) => levelOf(indicator) === "item");
}
