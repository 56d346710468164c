import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import { orThrow, type Result } from "../core/result.js";
import { type Interval, wilsonInterval } from "../core/wilson.js";
import { checkNumber, conclude, invalid } from "./check-input.js";

/** One declaration of a group: of an origin, of a size of trader. */
export interface GroupedCase {
  readonly group: string;
  readonly selected: boolean;
  /** 1 for a finding, 0 for none; absent where it was not inspected. */
  readonly label?: number;
}

/** A rate with Wilson's 95 % interval. */
export interface GroupRate extends Interval {
  readonly rate: number;
}

/** How often a group is selected, and how often that finds something. */
export interface GroupRates {
  readonly declarations: number;
  readonly selected: number;
  readonly selectionRate: GroupRate;
  /** Findings per inspection; `undefined`, as are the two counts, below the minimum of inspections. */
  readonly hitRate: GroupRate | undefined;
  readonly inspected: number | undefined;
  readonly findings: number | undefined;
}

/** Rates by group, without those of groups so small that they speak of a few traders. */
export interface GroupReport {
  readonly minimum: number;
  /** By name of the group. */
  readonly groups: readonly ({ readonly group: string } & GroupRates)[];
  /** All suppressed groups as one; `undefined` where none is, or where no group is large enough to show. */
  readonly suppressed: ({ readonly groups: number } & GroupRates) | undefined;
}

/** The least number of declarations, and of inspections, that rates are shown for unless told. */
const DEFAULT_MINIMUM = 10;

/**
 * Selection and hit rates by group. Small-number suppression: a group of fewer than `minimum` declarations (10 unless
 * told) is merged with the others of its kind; as long as these are together fewer than `minimum`, or only one group, the
 * smallest group shown joins them, so that nothing can be told from the totals. Hit rates need `minimum` inspections.
 */
export function groupRates(cases: readonly GroupedCase[], minimum: number = DEFAULT_MINIMUM): Result<GroupReport> {
  const issues = [
    ...checkNumber(minimum, ["minimum"], 1, undefined, true),
    ...cases.flatMap(({ label }, index) =>
      label === undefined || label === 0 || label === 1 ? [] : [invalid([index, "label"], "a label of 0 or 1, or none", label, "mend the label")],
    ),
  ];
  return conclude(issues, () => {
    const groups = new Map<string, GroupedCase[]>();
    for (const grouped of cases) {
      const members = groups.get(grouped.group) ?? [];
      members.push(grouped);
      groups.set(grouped.group, members);
    }
    const bySize = [...groups].sort(([a, membersA], [b, membersB]) => membersA.length - membersB.length || compareText(a, b));
    const hidden = countHidden(bySize, minimum);
    const small = bySize.slice(0, hidden).flatMap(([, members]) => members);
    return deepFreeze({
      minimum,
      groups: bySize
        .slice(hidden)
        .sort(([a], [b]) => compareText(a, b))
        .map(([group, members]) => ({ group, ...ratesOf(members, minimum) })),
      suppressed: small.length === 0 || small.length < minimum ? undefined : { groups: hidden, ...ratesOf(small, minimum) },
    });
  });
}

/**
 * {@link groupRates} that throws.
 * @throws {IssueError} if a label or the minimum cannot be used
 */
export function groupRatesOrThrow(cases: readonly GroupedCase[], minimum: number = DEFAULT_MINIMUM): GroupReport {
  return orThrow(groupRates(cases, minimum));
}

/** How many of the groups, from the smallest, are merged. */
function countHidden(bySize: readonly (readonly [string, readonly GroupedCase[]])[], minimum: number): number {
  let hidden = 0;
  let merged = 0;
  for (const [, members] of bySize) {
    const mustHide = members.length < minimum;
    const mustJoin = hidden === 1 || (hidden > 0 && merged < minimum);
    if (!mustHide && !mustJoin) break;
    hidden += 1;
    merged += members.length;
  }
  return hidden;
}

function ratesOf(members: readonly GroupedCase[], minimum: number): GroupRates {
  const selected = members.filter((grouped) => grouped.selected).length;
  const labels = members.flatMap((grouped) => (grouped.label === undefined ? [] : [grouped.label]));
  const findings = labels.filter((label) => label === 1).length;
  const isShown = labels.length >= minimum;
  return {
    declarations: members.length,
    selected,
    selectionRate: toRate(selected, members.length),
    hitRate: isShown ? toRate(findings, labels.length) : undefined,
    inspected: isShown ? labels.length : undefined,
    findings: isShown ? findings : undefined,
  };
}

function toRate(count: number, of: number): GroupRate {
  return { rate: count / of, ...wilsonInterval(count, of) };
}
