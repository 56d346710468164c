import { type Instant, startOfDayAfter } from "../core/instant.js";
import type { Declaration } from "../model/declaration.js";

const SHORTEST_DELAY = 3;
const DELAYS = 28;

/**
 * When the outcome of a synthetic declaration becomes known: at 00:00 of the day so many days after its registration,
 * 3 plus the remainder of the eight digits that count the records (the fourth to the eleventh of its number) by 28.
 */
export function outcomeKnownAt({ id, registeredAt }: Pick<Declaration, "id" | "registeredAt">): Instant {
  return startOfDayAfter(registeredAt, SHORTEST_DELAY + (Number(id.slice(3, 11)) % DELAYS));
}
