/** What was reported and not counted, or given up to keep the memory bounded. */
export interface Dropped {
  /** Events and outcomes that came after the lateness window. */
  readonly late: number;
  /** Events and outcomes of closed families. */
  readonly closed: number;
  /** Outcomes whose declaration was never observed. */
  readonly orphans: number;
  /** Keys evicted. */
  readonly keys: number;
  /** Numbers of closed declarations that were forgotten. */
  readonly ids: number;
}
