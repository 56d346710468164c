/** Outcomes of a rule as numbers, the stronger the greater. */
export const UNDETERMINED = 1;
export const SUPERSEDED = 2;
export const FIRED = 3;

/** What the header or one item came to. */
export interface Part {
  /** Where its hits start and end. */
  from: number;
  to: number;
  /** The sum per domain. */
  readonly sums: Float64Array;
  /** The micropoints of every term of its level. */
  readonly terms: Float64Array;
}

/** Rules that did not stay silent, as columns that grow: a part's hits stand together, in order of the rules' numbers. */
export interface Hits {
  count: number;
  /** The rule's number. */
  rules: Int32Array;
  /** The line number of its item; 0 for the header. */
  lines: Int32Array;
  outcomes: Uint8Array;
  /** Its micropoints after its group; 0 for a rule that demands a channel. */
  micropoints: Float64Array;
}

/** What a scorer knows after a call: overwritten by the next. */
export interface Scores {
  /** The line numbers of the items; as many as there are item parts. */
  readonly lines: number[];
  itemCount: number;
  readonly header: Part;
  /** At least one part per item; those behind `itemCount` are of earlier calls. */
  readonly items: Part[];
  /** The hits of all parts: the header's first, then those of each item. */
  readonly hits: Hits;
  /** By domain: the score, the index of the riskiest item (-1 without items), and the ranks reached. */
  readonly micropoints: Float64Array;
  readonly riskiest: Int32Array;
  readonly threshold: Int32Array;
  readonly mandatory: Int32Array;
  /** By level and number of an `appliesTo` condition: whether it held or was unknown anywhere. */
  readonly scopeSeen: { readonly header: Uint8Array; readonly item: Uint8Array };
  /** Whether the facts call for no issue. */
  sound: boolean;
}

/** Room for hits. */
export function createHits(): Hits {
  const size = 64;
  return { count: 0, rules: new Int32Array(size), lines: new Int32Array(size), outcomes: new Uint8Array(size), micropoints: new Float64Array(size) };
}

/** Makes room for so many more hits. */
export function reserveHits(hits: Hits, more: number): void {
  if (hits.count + more <= hits.rules.length) return;
  const size = 2 * (hits.count + more);
  const grown = { rules: new Int32Array(size), lines: new Int32Array(size), outcomes: new Uint8Array(size), micropoints: new Float64Array(size) };
  grown.rules.set(hits.rules);
  grown.lines.set(hits.lines);
  grown.outcomes.set(hits.outcomes);
  grown.micropoints.set(hits.micropoints);
  Object.assign(hits, grown);
}

/** The rank of the overall channel: the highest of domain channels, mandatory rules and the random draw. */
export function overallRank(scores: Scores, drawnRank: number): number {
  let rank = drawnRank;
  for (let domain = 0; domain < scores.threshold.length; domain += 1) {
    const threshold = scores.threshold[domain] as number;
    const mandatory = scores.mandatory[domain] as number;
    if (threshold > rank) rank = threshold;
    if (mandatory > rank) rank = mandatory;
  }
  return rank;
}
