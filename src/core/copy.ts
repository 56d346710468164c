/** A copy of plain JSON data, all the way down: results are frozen, and what they were made of may be the caller's. */
export function copyPlain<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyPlain) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copyPlain(member)])) as T;
}
