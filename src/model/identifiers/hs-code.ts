import type { HsCode } from "../codes.js";
import { compact, defineIdentifier, type IdentifierKind } from "./identifier.js";

/** The levels of a code of the Harmonized System. */
export interface HsCodeParts {
  /** Two digits. */
  readonly chapter: string;
  /** Four digits, where the code has them. */
  readonly heading?: HsCode;
  /** Six digits, where the code has them: the end of what is international. */
  readonly subheading?: HsCode;
  /** All digits, where there are more than six: the national part is that of the declaring country. */
  readonly national?: HsCode;
}

const FORM = /^(?:\d\d){1,6}$/;

/** HS codes: `29152400`, also written `2915.24.00`. Whether an edition knows a code is another question: see `isInHs2022`. */
export const harmonizedSystemCode: IdentifierKind<HsCodeParts> = defineIdentifier({
  identifier: "hsCode",
  expected: "an HS code of 2, 4, 6, 8, 10 or 12 digits",
  source: "WCO Harmonized System, general structure (memory)",
  normalise: compact,
  faultOf: (text) => (FORM.test(text) ? undefined : "form"),
  read: (text) => ({
    chapter: text.slice(0, 2),
    ...(text.length < 4 ? {} : { heading: text.slice(0, 4) }),
    ...(text.length < 6 ? {} : { subheading: text.slice(0, 6) }),
    ...(text.length > 6 ? { national: text } : {}),
  }),
  format: ({ chapter, heading, subheading, national }) => national ?? subheading ?? heading ?? chapter,
});
