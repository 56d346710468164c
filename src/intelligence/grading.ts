import * as z from "zod";
import { instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import type { AlertConfidence } from "./reader.js";

interface Assessed {
  readonly assessedBy?: string;
  readonly assessedAt?: Instant;
}

/** The Admiralty system: reliability of the source A to E, F cannot be judged; credibility of the information 1 to 5, 6 cannot be judged. */
export interface AdmiraltyGrading extends Assessed {
  readonly system: "admiralty";
  readonly source: "A" | "B" | "C" | "D" | "E" | "F";
  readonly information: "1" | "2" | "3" | "4" | "5" | "6";
}

/** 3x5x2: source 1 reliable, 2 untested, 3 not reliable; information A known directly, B indirectly but corroborated, C indirectly, D not known, E suspected false. */
export interface Grading3x5x2 extends Assessed {
  readonly system: "3x5x2";
  readonly source: "1" | "2" | "3";
  readonly information: "A" | "B" | "C" | "D" | "E";
  /** P: lawful sharing permitted; C: with conditions, which stand in `handling`. */
  readonly handling?: "P" | "C";
}

/** 4x4, as Europol uses it (memory, unverified): source A to C, X cannot be judged; information 1 to 3, 4 cannot be judged. */
export interface Grading4x4 extends Assessed {
  readonly system: "4x4";
  readonly source: "A" | "B" | "C" | "X";
  readonly information: "1" | "2" | "3" | "4";
}

/** No grading came with the alert: it counts as low, never as neutral. */
export interface NoGrading {
  readonly system: "none";
}

/** How reliable the source is and how credible what it says. */
export type Grading = AdmiraltyGrading | Grading3x5x2 | Grading4x4 | NoGrading;

const assessed = { assessedBy: z.exactOptional(shortText), assessedAt: z.exactOptional(instant) };

export const grading: z.ZodType<Grading> = z.discriminatedUnion("system", [
  exactly<AdmiraltyGrading>()(
    z.strictObject({
      system: z.literal("admiralty"),
      source: z.enum(["A", "B", "C", "D", "E", "F"]),
      information: z.enum(["1", "2", "3", "4", "5", "6"]),
      ...assessed,
    }),
  ) as never,
  exactly<Grading3x5x2>()(
    z.strictObject({
      system: z.literal("3x5x2"),
      source: z.enum(["1", "2", "3"]),
      information: z.enum(["A", "B", "C", "D", "E"]),
      handling: z.exactOptional(z.enum(["P", "C"])),
      ...assessed,
    }),
  ) as never,
  exactly<Grading4x4>()(
    z.strictObject({ system: z.literal("4x4"), source: z.enum(["A", "B", "C", "X"]), information: z.enum(["1", "2", "3", "4"]), ...assessed }),
  ) as never,
  exactly<NoGrading>()(z.strictObject({ system: z.literal("none") })) as never,
]);

/** What a grading amounts to. */
export interface Weight {
  readonly confidence: AlertConfidence;
  /** 0 to 10 points. */
  readonly points: number;
}

/** Points of the reliability of a source and of the credibility of its information; `undefined` stands for "cannot be judged". An own, documented choice. */
const POINTS = {
  admiralty: { source: { A: 5, B: 4, C: 2, D: 1, E: 0, F: undefined }, information: { 1: 5, 2: 4, 3: 2, 4: 1, 5: 0, 6: undefined } },
  "3x5x2": { source: { 1: 5, 2: 2, 3: 0 }, information: { A: 5, B: 4, C: 2, D: undefined, E: 0 } },
  "4x4": { source: { A: 5, B: 4, C: 2, X: undefined }, information: { 1: 5, 2: 3, 3: 2, 4: undefined } },
} as const;

/** What is not known is at the low end, not in the middle. */
const MOST_IF_UNKNOWN = 3;
const HIGH = 8;
const MEDIUM = 6;

/**
 * The points and confidence of a grading. The points of source and information are added; where either cannot be judged, they count 0 and the sum
 * is at most 3. High from 8 points, medium from 6, else low; no grading is 0 points, low.
 */
export function weighGrading(grading: Grading): Weight {
  if (grading.system === "none") return { confidence: "low", points: 0 };
  const table: { readonly source: Readonly<Record<string, number | undefined>>; readonly information: Readonly<Record<string, number | undefined>> } =
    POINTS[grading.system];
  const source = table.source[grading.source];
  const information = table.information[grading.information];
  const sum = (source ?? 0) + (information ?? 0);
  const points = source === undefined || information === undefined ? Math.min(sum, MOST_IF_UNKNOWN) : sum;
  return { confidence: points >= HIGH ? "high" : points >= MEDIUM ? "medium" : "low", points };
}
