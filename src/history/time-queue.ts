/** Something to be done at a moment, in milliseconds. */
interface Timed<T> {
  readonly at: number;
  readonly value: T;
}

/** A queue that gives up its members in order of time; the order of equal times is not defined. */
export interface TimeQueue<T> {
  readonly push: (at: number, value: T) => void;
  /** The earliest moment; `Infinity` for an empty queue. */
  readonly next: () => number;
  /** Takes out all members at or before a moment. */
  readonly take: (until: number) => T[];
}

/** A binary heap. */
export function createTimeQueue<T>(): TimeQueue<T> {
  const heap: Timed<T>[] = [];
  const timeAt = (index: number): number => heap[index]?.at ?? Infinity;

  const push = (at: number, value: T): void => {
    let index = heap.length;
    const added = { at, value };
    heap.push(added);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.at <= at) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = added;
  };

  const pop = (): T | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top?.value;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const child = timeAt(left + 1) < timeAt(left) ? left + 1 : left;
      const below = heap[child];
      if (below === undefined || below.at >= last.at) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return top?.value;
  };

  const take = (until: number): T[] => {
    const taken: T[] = [];
    while (timeAt(0) <= until) {
      const value = pop();
      if (value !== undefined) taken.push(value);
    }
    return taken;
  };

  return { push, next: () => timeAt(0), take };
}
