/** Something to be done at a moment, in milliseconds. */
export interface Timed<T> {
  readonly at: number;
  readonly value: T;
}

/** A queue that gives up its members in order of time; the order of equal times is not defined. */
export interface TimeQueue<T> {
  readonly push: (at: number, value: T) => void;
  /** The earliest moment; `Infinity` for an empty queue. */
  readonly next: () => number;
  /** Takes out all members at or before a moment, in order. */
  readonly take: (until: number) => readonly Timed<T>[];
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

  const pop = (): Timed<T> | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
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
    return top;
  };

  const take = (until: number): readonly Timed<T>[] => {
    const taken: Timed<T>[] = [];
    while (timeAt(0) <= until) {
      const timed = pop();
      if (timed !== undefined) taken.push(timed);
    }
    return taken;
  };

  return { push, next: () => timeAt(0), take };
}
