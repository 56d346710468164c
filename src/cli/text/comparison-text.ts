import { formatPoints } from "../../core/micropoints.js";
import type { Comparison, PrecisionComparison } from "../../evaluation/compare-assessments.js";
import type { ContributionShift } from "../../evaluation/contribution-shifts.js";
import { percent, percentRange } from "./figures.js";
import { table } from "./table.js";

/** How two profiles differ on the same declarations, for people. */
export interface ComparedProfiles {
  readonly comparison: Comparison;
  readonly channels: readonly string[];
  readonly shifts: readonly ContributionShift[];
  /** By domain, at the share that was asked for; empty without outcomes. */
  readonly precision: Readonly<Record<string, PrecisionComparison>>;
  readonly at: string;
}

const SHOWN_SHIFTS = 15;

/** The comparison as lines. */
export function comparisonText({ comparison, channels, shifts, precision, at }: ComparedProfiles): readonly string[] {
  const { matched, raised, lowered, rescored, matrix, onlyBefore, onlyAfter } = comparison;
  return [
    `${matched} declarations: ${raised} raised, ${lowered} lowered, ${comparison.unchanged} in the same channel; ${rescored} with another score`,
    ...(onlyBefore.length + onlyAfter.length === 0 ? [] : [`assessed by one profile alone: ${onlyBefore.length} by --profile, ${onlyAfter.length} by --with`]),
    ...movesTo(comparison, channels),
    "",
    ...table(
      ["from \\ to", ...channels],
      channels.map((from) => [from, ...channels.map((to) => String(matrix[from]?.[to] ?? 0))]),
    ),
    ...shiftLines(shifts),
    ...precisionLines(precision, at),
  ];
}

/** One sentence per channel that declarations move to, the highest first: `this edit moves 312 declarations to red`. */
export function movesTo({ moves }: Comparison, channels: readonly string[]): readonly string[] {
  return [...channels].reverse().flatMap((to) => {
    const arrivals = moves.filter((move) => move.to === to);
    if (arrivals.length === 0) return [];
    const origins = channels.flatMap((from) => {
      const number = arrivals.filter((move) => move.from === from).length;
      return number === 0 ? [] : [`${number} from ${from}`];
    });
    return [`this edit moves ${arrivals.length} declaration${arrivals.length === 1 ? "" : "s"} to ${to} (${origins.join(", ")})`];
  });
}

function shiftLines(shifts: readonly ContributionShift[]): readonly string[] {
  if (shifts.length === 0) return [];
  const rows = shifts
    .slice(0, SHOWN_SHIFTS)
    .map(({ domain, kind, id, changed, net, firedBefore, firedAfter }) => [
      `${kind} ${id}`,
      domain,
      String(changed),
      formatPoints(Math.round(net / changed), 3),
      kind === "rule" ? String(firedBefore) : "",
      kind === "rule" ? String(firedAfter) : "",
    ]);
  return [
    "",
    `What moved most${shifts.length > SHOWN_SHIFTS ? `, ${SHOWN_SHIFTS} of ${shifts.length}` : ""}:`,
    "",
    ...table(["rule or term", "<domain", "declarations", "mean points there", "fired before", "fires after"], rows),
  ];
}

function precisionLines(precision: Readonly<Record<string, PrecisionComparison>>, at: string): readonly string[] {
  const rows = Object.entries(precision).map(([domain, { cases, before, after, difference }]) => [
    domain,
    String(cases),
    percent(before),
    percent(after),
    percentRange(difference),
    verdict(difference),
  ]);
  if (rows.length === 0) return [];
  return [
    "",
    `Precision of the highest ${at} % of the declarations whose outcome is known:`,
    "",
    ...table(["domain", "outcomes", "before", "after", "difference, 95 % (paired bootstrap)", "<"], rows),
  ];
}

function verdict({ lower, upper, includesZero, estimate = 0 }: PrecisionComparison["difference"]): string {
  if (lower === 0 && upper === 0) return "the same";
  if (includesZero) return "undecided: the interval includes 0";
  return estimate > 0 ? "better" : "worse";
}
