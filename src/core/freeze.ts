/** Freezes plain data in place, all the way down, and gives it back. */
export function deepFreeze<T>(value: T): T {
  // what is frozen already is entered all the same: it may be frozen on the surface only
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
