/** What it costs to read one sound as another, from 0 (the same) to 1 (nothing in common). */
const NEAR: readonly (readonly [string, number])[] = [
  // sounds that romanisations and ears confuse
  ["xh", 0.25],
  ["xk", 0.35],
  ["hg", 0.3],
  ["gk", 0.3],
  ["gj", 0.35],
  ["SC", 0.3],
  ["Ss", 0.35],
  ["Sj", 0.45],
  ["Cj", 0.3],
  ["Ck", 0.5],
  ["Cc", 0.35],
  ["Cx", 0.5],
  ["cs", 0.35],
  ["ck", 0.45],
  ["cj", 0.4],
  ["cz", 0.3],
  ["sz", 0.3],
  ["zj", 0.35],
  ["zd", 0.35],
  ["ji", 0.3],
  ["td", 0.35],
  ["bp", 0.35],
  ["bv", 0.35],
  ["fv", 0.35],
  ["pf", 0.4],
  ["vu", 0.25],
  ["vo", 0.4],
  ["ks", 0.6],
  ["lr", 0.4],
  ["mn", 0.5],
  ["st", 0.5],
  ["xg", 0.35],
];
const VOWELS = "aeiou";
const VOWEL_CHANGE = 0.3;
const VOWEL_GAP = 0.45;
const WEAK_GAP = 0.4;

const SIZE = 128;
const SUBSTITUTION = new Float64Array(SIZE * SIZE).fill(1);
const GAP = new Float64Array(SIZE).fill(1);
const VOWELLESS_GAP = new Float64Array(SIZE).fill(1);

for (let letter = 0; letter < SIZE; letter += 1) SUBSTITUTION[letter * SIZE + letter] = 0;
const setCost = (a: string, b: string, cost: number): void => {
  SUBSTITUTION[a.charCodeAt(0) * SIZE + b.charCodeAt(0)] = cost;
  SUBSTITUTION[b.charCodeAt(0) * SIZE + a.charCodeAt(0)] = cost;
};
for (const [pair, cost] of NEAR) setCost(pair.charAt(0), pair.charAt(1), cost);
for (const a of VOWELS) for (const b of VOWELS) if (a !== b) setCost(a, b, VOWEL_CHANGE);
for (const vowel of VOWELS) {
  GAP[vowel.charCodeAt(0)] = VOWEL_GAP;
  VOWELLESS_GAP[vowel.charCodeAt(0)] = 0.08;
}
for (const weak of "hj") GAP[weak.charCodeAt(0)] = WEAK_GAP;
VOWELLESS_GAP["h".charCodeAt(0)] = 0.3;

const SIZES = 64;
const rows = [new Float64Array(SIZES), new Float64Array(SIZES), new Float64Array(SIZES)] as const;
const EXCHANGE = 0.7;

/**
 * The least cost of turning one key into another, by substitutions, gaps and exchanges of neighbours weighted by how near the sounds are;
 * `Infinity` once it exceeds `limit`. Keys of at most 40 letters.
 */
export function keyDistance(a: string, b: string, isVowelless: boolean, limit: number): number {
  const gap = isVowelless ? VOWELLESS_GAP : GAP;
  const width = b.length;
  let [above, row, twoAbove]: readonly Float64Array[] = rows as readonly [Float64Array, Float64Array, Float64Array];
  if (above === undefined || row === undefined || twoAbove === undefined) return Number.POSITIVE_INFINITY;
  above[0] = 0;
  for (let j = 0; j < width; j += 1) above[j + 1] = (above[j] as number) + (gap[b.charCodeAt(j)] as number);
  for (let i = 0; i < a.length; i += 1) {
    const letter = a.charCodeAt(i);
    const removal = gap[letter] as number;
    let least = (above[0] as number) + removal;
    row[0] = least;
    for (let j = 0; j < width; j += 1) {
      const other = b.charCodeAt(j);
      let best = (above[j] as number) + (SUBSTITUTION[letter * SIZE + other] as number);
      const removed = (above[j + 1] as number) + removal;
      if (removed < best) best = removed;
      const inserted = (row[j] as number) + (gap[other] as number);
      if (inserted < best) best = inserted;
      if (i > 0 && j > 0 && letter === b.charCodeAt(j - 1) && other === a.charCodeAt(i - 1)) {
        const exchanged = (twoAbove[j - 1] as number) + EXCHANGE;
        if (exchanged < best) best = exchanged;
      }
      row[j + 1] = best;
      if (best < least) least = best;
    }
    // an exchange reaches two rows back, so it may undercut a row by less than its cost
    if (least > limit + EXCHANGE) return Number.POSITIVE_INFINITY;
    const spare: Float64Array = twoAbove;
    twoAbove = above;
    above = row;
    row = spare;
  }
  return above[width] as number;
}
