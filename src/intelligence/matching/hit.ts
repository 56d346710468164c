import type { AlertMatchBasis } from "../reader.js";

/** That a subject of an alert was found in a declaration. */
export interface Hit {
  /** The subject's place among the alert's subjects. */
  readonly subject: number;
  readonly basis: AlertMatchBasis;
  readonly score: number;
  readonly path: string;
  readonly lineNumber?: number;
}

/** The hits that make matches: the best one per goods item and for the declaration as a whole, by the rule of the alert. */
export function combineHits(hits: readonly Hit[], combine: "any" | "all", subjects: ReadonlySet<number>): readonly Hit[] {
  if (combine === "any") return bestByLine(hits);
  const header = hits.filter((hit) => hit.lineNumber === undefined);
  const found = new Set(header.map((hit) => hit.subject));
  const missing = [...subjects].filter((subject) => !found.has(subject));
  if (missing.length === 0) return bestByLine(header).slice(0, 1);
  // what the declaration as a whole does not hold has to stand in one goods item
  const lines = bestByLine(hits.filter((hit) => hit.lineNumber !== undefined && missing.includes(hit.subject)));
  return lines.filter(({ lineNumber }) => missing.every((subject) => hits.some((hit) => hit.subject === subject && hit.lineNumber === lineNumber)));
}

function bestByLine(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<number | undefined, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.lineNumber);
    if (known === undefined || hit.score > known.score) best.set(hit.lineNumber, hit);
  }
  return [...best.values()];
}
