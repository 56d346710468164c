import { foldText } from "../core/text.js";
import { casNumber } from "../model/identifiers/cas-number.js";
import { formatIdentifier, parseIdentifier } from "../model/identifiers/identifier.js";

const DASHES = /[‐-―−]/gu;
const WITH_HYPHENS = /(?<![\d-])[1-9]\d{1,6} ?- ?\d\d ?- ?\d(?![\d-])/g;
const SOME_FIGURE = /\p{N}/u;
const AFTER_CAS = /\bcas(?:rn)?[\s:.#-]*(?:no|number|so)?[\s:.#-]*([1-9]\d{4,9})(?!\d)/g;

/** What stands in a text in the form of CAS registry numbers: those whose check digit holds, and how many fail it. */
export interface CasNumbersFound {
  /** In canonical form, in the order of the text, without repetitions. */
  readonly valid: readonly string[];
  readonly failed: number;
}

const NONE: CasNumbersFound = Object.freeze({ valid: Object.freeze([]), failed: 0 });

/** Finds CAS registry numbers in a text: with their hyphens, of whatever dashes, or as bare digits after the word CAS. */
export function casNumbersIn(text: string): CasNumbersFound {
  if (!SOME_FIGURE.test(text)) return NONE;
  const folded = foldText(text).replace(DASHES, "-");
  if (!folded.includes("-") && !folded.includes("cas")) return NONE;
  const candidates = [
    ...Array.from(folded.matchAll(WITH_HYPHENS), ([number]) => number.replaceAll(" ", "")),
    ...Array.from(folded.matchAll(AFTER_CAS), ([, digits = ""]) => `${digits.slice(0, -3)}-${digits.slice(-3, -1)}-${digits.slice(-1)}`),
  ];
  const valid = new Set<string>();
  let failed = 0;
  for (const candidate of candidates) {
    const parsed = parseIdentifier(casNumber, candidate);
    if (parsed.ok) valid.add(formatIdentifier(casNumber, parsed.value));
    else failed += 1;
  }
  return { valid: [...valid], failed };
}
