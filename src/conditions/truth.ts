/** The truth of a condition: Kleene's strong three-valued logic. */
export type Truth = true | false | "unknown";

/** Not; unknown stays unknown. */
export function not(truth: Truth): Truth {
  return truth === "unknown" ? "unknown" : !truth;
}

/**
 * Whether at least `count` of the conditions hold: true once enough are true, false once too few can be, else unknown.
 * `all` is at least every one, `any` at least one.
 */
export function atLeast(count: number, truths: readonly Truth[]): Truth {
  let certain = 0;
  let possible = 0;
  for (const truth of truths) {
    if (truth === true) certain += 1;
    if (truth !== false) possible += 1;
  }
  if (certain >= count) return true;
  return possible < count ? false : "unknown";
}
