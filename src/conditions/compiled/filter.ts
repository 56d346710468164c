/** Names the conditions that are not certainly false; it may name others too, in any order, each once. */
export interface Filter {
  /** Writes the numbers of the conditions, and gives how many it wrote. */
  readonly candidates: (classes: Int32Array, out: Int32Array) => number;
}
