import type { HsCode } from "./codes.js";

/** What states an HS code, or may. */
interface Classified {
  readonly hsCode?: HsCode;
}

/** The HS chapter, of two digits. */
export function chapterOf({ hsCode }: Classified): string | undefined {
  return firstDigits(hsCode, 2);
}

/** The HS heading, of four digits; `undefined` for a shorter code. */
export function headingOf({ hsCode }: Classified): string | undefined {
  return firstDigits(hsCode, 4);
}

/** The HS subheading, of six digits; `undefined` for a shorter code. */
export function subheadingOf({ hsCode }: Classified): string | undefined {
  return firstDigits(hsCode, 6);
}

function firstDigits(hsCode: HsCode | undefined, digits: number): string | undefined {
  return hsCode === undefined || hsCode.length < digits ? undefined : hsCode.slice(0, digits);
}
