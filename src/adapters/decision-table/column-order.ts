/** Collects columns, and the order in which rules need them, as far as one order can serve all. */
export interface ColumnOrder {
  /**
   * Asks that the columns stand in this order, behind `previous`. False, and without effect, where that contradicts
   * what was asked before or there would be too many columns.
   */
  readonly append: (previous: string | undefined, headings: readonly string[]) => boolean;
  /** The columns in an order that holds all that was asked; otherwise in the order of their first appearance. */
  readonly sorted: () => readonly string[];
}

/** An empty order of at most `limit` columns. */
export function createColumnOrder(limit: number): ColumnOrder {
  const followers = new Map<string, Set<string>>();

  const reaches = (from: string, to: string): boolean => {
    const seen = new Set([from]);
    for (const heading of seen) {
      if (heading === to) return true;
      for (const next of followers.get(heading) ?? []) seen.add(next);
    }
    return false;
  };

  const append = (previous: string | undefined, headings: readonly string[]): boolean => {
    const fresh = headings.filter((heading) => !followers.has(heading));
    if (new Set(headings).size < headings.length || followers.size + fresh.length > limit) return false;
    const added: [Set<string>, string][] = [];
    let before = previous;
    for (const heading of headings) {
      const after = before === undefined ? undefined : followers.get(before);
      if (before !== undefined && after?.has(heading) === false) {
        if (reaches(heading, before)) {
          for (const [set, follower] of added) set.delete(follower);
          for (const column of fresh) followers.delete(column);
          return false;
        }
        after.add(heading);
        added.push([after, heading]);
      }
      if (!followers.has(heading)) followers.set(heading, new Set());
      before = heading;
    }
    return true;
  };

  const sorted = (): readonly string[] => {
    const waiting = new Map([...followers.keys()].map((heading) => [heading, 0]));
    for (const set of followers.values()) for (const follower of set) waiting.set(follower, (waiting.get(follower) ?? 0) + 1);
    const result: string[] = [];
    while (waiting.size > 0) {
      const next = [...waiting].find(([, count]) => count === 0)?.[0];
      if (next === undefined) break;
      waiting.delete(next);
      result.push(next);
      for (const follower of followers.get(next) ?? []) waiting.set(follower, (waiting.get(follower) ?? 0) - 1);
    }
    return result;
  };

  return { append, sorted };
}
