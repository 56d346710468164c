import type { HsCode } from "./codes.js";
import { HS2022_CODES } from "./hs2022-codes.js";

let known: ReadonlySet<string> | undefined;

/** Chapters, headings and subheadings by their digits. */
function unpack(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const line of HS2022_CODES.trim().split("\n")) {
    const [chapter = "", ...headings] = line.split(" ");
    codes.add(chapter);
    for (const word of headings) {
      const heading = chapter + word.slice(0, 2);
      codes.add(heading);
      for (let index = 2; index < word.length; index += 2) codes.add(heading + word.slice(index, index + 2));
    }
  }
  return codes;
}

/**
 * Whether HS 2022 has a code: its chapter, heading or first six digits, whichever the code ends with. The national digits
 * after the sixth are not looked at. The table is unpacked at the first call (about a millisecond) and kept.
 */
export function isInHs2022(code: HsCode): boolean {
  known ??= unpack();
  return known.has(code.slice(0, 6));
}
