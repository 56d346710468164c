import type { OpenFamily } from "./open-family.js";
import type { KeyTally } from "./tally-table.js";

/** The families of which something takes effect only after the watermark; by key as soon as someone asks. */
export interface PendingIndex {
  /** Takes in a family, or its new keys. */
  readonly add: (family: OpenFamily) => void;
  /** Takes out a family whose effects have all come. */
  readonly remove: (family: OpenFamily) => void;
  readonly under: (key: KeyTally) => Iterable<OpenFamily>;
  /** The latest moment at which something takes effect; `undefined` where nothing waits. */
  readonly latest: () => number | undefined;
}

export function createPendingIndex(): PendingIndex {
  const families = new Set<OpenFamily>();
  // Made by the first question: whoever advances before reading never needs it.
  let byKey: Map<KeyTally, Set<OpenFamily>> | undefined;

  const index = (into: Map<KeyTally, Set<OpenFamily>>, family: OpenFamily): void => {
    for (const key of keysOf(family)) {
      const under = into.get(key);
      if (under === undefined) into.set(key, new Set([family]));
      else under.add(family);
    }
  };

  return {
    add(family) {
      families.add(family);
      if (byKey !== undefined) index(byKey, family);
    },
    remove(family) {
      if (!families.delete(family) || byKey === undefined) return;
      for (const key of keysOf(family)) {
        const under = byKey.get(key);
        under?.delete(family);
        if (under?.size === 0) byKey.delete(key);
      }
    },
    under(key) {
      if (byKey === undefined) {
        byKey = new Map();
        for (const family of families) index(byKey, family);
      }
      return byKey.get(key) ?? [];
    },
    latest() {
      let latest: number | undefined;
      for (const family of families) latest = Math.max(latest ?? -Infinity, family.lastEffectiveAt);
      return latest;
    },
  };
}

function* keysOf(family: OpenFamily): Generator<KeyTally> {
  for (const event of family.events) {
    yield* event.keys;
    for (const item of event.items) yield* item.keys;
  }
}
