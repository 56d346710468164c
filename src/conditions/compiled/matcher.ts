/** Finds, of many conditions, those that are not false. */
export interface Matcher {
  readonly count: number;
  /**
   * Writes what is not false in order of the conditions' numbers, and gives how many it wrote: twice the number, plus 1
   * where the condition is true. The class of slot `s` stands at `base + s`; `out` holds at least `count` entries.
   */
  readonly match: (classes: Int32Array, base: number, out: Int32Array) => number;
}
