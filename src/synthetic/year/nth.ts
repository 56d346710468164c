/** The member at an index that goes round and round. */
export function nth<T>(values: readonly [T, ...T[]], at: number): T {
  return values[at % values.length] as T;
}
