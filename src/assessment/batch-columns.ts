/** What was found of many declarations, as columns. */
export interface BatchColumns {
  /** One row a declaration, one column a domain. */
  readonly micropoints: Float64Array;
  /** The index of the overall channel among the profile's. */
  readonly channels: Uint8Array;
  /** Where each declaration's hits start, and the end of the last. */
  readonly hitStarts: Int32Array;
  /** The rule of each hit: the header's hits first, then those of each item. */
  readonly hitRules: Int32Array;
  /** The line number of each hit's item; 0 for the header. */
  readonly hitItems: Int32Array;
  /** 1 undetermined, 2 superseded, 3 fired. */
  readonly hitOutcomes: Uint8Array;
}
