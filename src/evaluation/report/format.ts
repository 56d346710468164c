import type { Cutoff } from "../top-metrics.js";

/** What stands where there is no number. */
export const NONE = "–";

type Maybe = number | undefined;

/** A count with commas between thousands; one that is no integer keeps one decimal. */
export function formatCount(value: Maybe): string {
  if (value === undefined) return NONE;
  const [whole = "", fraction] = Number.isInteger(value) ? [String(value)] : value.toFixed(1).split(".");
  return withMinus(whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`));
}

/** A share as a percentage with one decimal: `12.3%`. */
export function formatShare(value: Maybe): string {
  return value === undefined ? NONE : `${(100 * value).toFixed(1)}%`;
}

/** Both ends of an interval of shares: `11.0% to 14.2%`. */
export function formatInterval(interval: { readonly lower: Maybe; readonly upper: Maybe } | undefined): string {
  if (interval?.lower === undefined || interval.upper === undefined) return NONE;
  return `${formatShare(interval.lower)} to ${formatShare(interval.upper)}`;
}

/** A number with so many decimals. */
export function formatDecimal(value: Maybe, decimals: number): string {
  return value === undefined ? NONE : withMinus(value.toFixed(decimals));
}

/** Points with sign and two decimals. */
export function formatPointsShort(points: Maybe): string {
  if (points === undefined) return NONE;
  const text = points.toFixed(2);
  if (Number(text) === 0) return "0.00";
  return points > 0 ? `+${text}` : withMinus(text);
}

/** A cutoff in words: `top 2%`, `top 100`. */
export function formatCutoff(cutoff: Cutoff): string {
  return "share" in cutoff ? `top ${Number((100 * cutoff.share).toFixed(4))}%` : `top ${formatCount(cutoff.count)}`;
}

/** An instant to the minute, as it is stated: `2026-03-01 08:30 +07:00`. */
export function formatInstant(instant: string): string {
  return instant.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, "$1 $2 ");
}

/** The day of an instant, at its own offset. */
export function formatDay(instant: string): string {
  return instant.slice(0, 10);
}

/** `1 finding`, `2 findings`. */
export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

function withMinus(text: string): string {
  return text.replace("-", "\u2212");
}
