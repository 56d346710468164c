import type { Instant } from "../../core/instant.js";
import { parseInstant } from "../../core/instant.js";
import type { Subject } from "../../model/subject.js";

/** When the goods were loaded for the journey, in milliseconds: as the consignment says, else by equipment events, else the first departure. */
export function loadedAt({ consignment, transport }: Subject): number | undefined {
  const loadings = (transport.equipment ?? []).flatMap(({ events = [] }) => events.filter(({ kind }) => kind === "loaded").map(({ at }) => at));
  return instantOf(consignment?.loadedAt) ?? earliest(loadings) ?? instantOf(transport.itinerary?.[0]?.departedAt);
}

/** When the goods arrived or are due, in milliseconds: as stated, else the arrival of the last leg. */
export function arrivedAt({ transport }: Subject): number | undefined {
  return instantOf(transport.arrivalAt) ?? instantOf(transport.itinerary?.at(-1)?.arrivedAt);
}

export function instantOf(instant: Instant | undefined): number | undefined {
  return instant === undefined ? undefined : parseInstant(instant);
}

function earliest(instants: readonly Instant[]): number | undefined {
  const times = instants.flatMap((instant) => parseInstant(instant) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
