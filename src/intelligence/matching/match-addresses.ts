import { matchNames } from "../names/match-names.js";
import { normaliseAddress } from "./normalise-address.js";

/**
 * How much two addresses look like one, 0 to 1: the words of `normaliseAddress` compared as names are, and 0 where the numbers that both
 * state are not the same ones.
 */
export function matchAddresses(a: string, b: string): number {
  return matchNormalisedAddresses(normaliseAddress(a), normaliseAddress(b));
}

/** {@link matchAddresses} of addresses that are normalised already. */
export function matchNormalisedAddresses(a: string, b: string): number {
  const one = numbersOf(a);
  const other = numbersOf(b);
  // the shorter address may leave numbers out, such as the district's, but not contradict
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.some((number) => !many.includes(number))) return 0;
  return matchNames(a, b);
}

function numbersOf(address: string): readonly string[] {
  return address.match(/\d+/g) ?? [];
}
