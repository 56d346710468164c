/** How figures look in a terminal: a `-` where there is none. */

/** A share as a percentage with one decimal. */
export function percent(share: number | undefined): string {
  return share === undefined ? "-" : `${(100 * share).toFixed(1)} %`;
}

/** A number with three decimals. */
export function decimal(value: number | undefined): string {
  return value === undefined ? "-" : value.toFixed(3);
}

/** An interval of percentages. */
export function percentRange({ lower, upper }: { readonly lower: number | undefined; readonly upper: number | undefined }): string {
  return lower === undefined || upper === undefined ? "-" : `${(100 * lower).toFixed(1)} to ${(100 * upper).toFixed(1)} %`;
}

/** An interval of numbers. */
export function decimalRange({ lower, upper }: { readonly lower: number | undefined; readonly upper: number | undefined }): string {
  return lower === undefined || upper === undefined ? "-" : `${lower.toFixed(3)} to ${upper.toFixed(3)}`;
}

/** A whole number, or, of weighted cases, one decimal. */
export function count(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** How a cutoff is called: `5 %`. */
export function cutoffName(cutoff: { readonly share: number } | { readonly count: number }): string {
  return "share" in cutoff ? `${Number((100 * cutoff.share).toFixed(3))} %` : String(cutoff.count);
}
