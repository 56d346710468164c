import { compareText } from "../core/canonical.js";
import { type Instant, parseInstant } from "../core/instant.js";
import type { Seizure } from "./seizure.js";

/** How often goods of a heading were seized on a route in a way of hiding. Non-nominal, whatever the seizures were. */
export interface SeizurePattern {
  /** Departure and destination; `ZZ` where not known. */
  readonly departureCountryCode: string;
  readonly destinationCountryCode: string;
  /** The HS heading (4 digits), or the chapter where no more is known; empty where not even that. */
  readonly hsHeading: string;
  /** Empty where not known. */
  readonly concealment: string;
  readonly seizures: number;
  /** The sum of quantities by unit. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly lastSeizedAt: Instant;
}

/**
 * Counts the seizures known at a moment by route, HS heading and concealment; a seizure listed twice, in the same or in both kinds, counts once.
 * Sorted by number of seizures, then by key.
 */
export function aggregateSeizures(seizures: Iterable<Seizure>, asOf: Instant): readonly SeizurePattern[] {
  const at = parseInstant(asOf);
  if (at === undefined) throw new RangeError(`\`${asOf}\` is no instant`);
  const seen = new Set<string>();
  const patterns = new Map<string, SeizurePattern>();
  for (const seizure of seizures) {
    const identity = `${seizure.reportedBy} ${seizure.id}`;
    if ((parseInstant(seizure.knownAt) as number) > at || seen.has(identity)) continue;
    seen.add(identity);
    const key = keyOf(seizure);
    patterns.set(key, add(patterns.get(key), seizure));
  }
  return Object.freeze(
    [...patterns]
      .sort(([keyA, a], [keyB, b]) => b.seizures - a.seizures || compareText(keyA, keyB))
      .map(([, pattern]) => Object.freeze({ ...pattern, quantities: Object.freeze(pattern.quantities) })),
  );
}

const UNKNOWN_COUNTRY = "ZZ";

function keyOf({ departureCountryCode = UNKNOWN_COUNTRY, destinationCountryCode = UNKNOWN_COUNTRY, hsCode = "", concealment = "" }: Seizure): string {
  return [departureCountryCode, destinationCountryCode, hsCode.slice(0, 4), concealment].join("|");
}

function add(known: SeizurePattern | undefined, seizure: Seizure): SeizurePattern {
  const { quantity, seizedAt } = seizure;
  const quantities: Record<string, number> = { ...known?.quantities };
  if (quantity !== undefined) quantities[quantity.unit] = (quantities[quantity.unit] ?? 0) + quantity.amount;
  const isLater = known === undefined || (parseInstant(seizedAt) as number) > (parseInstant(known.lastSeizedAt) as number);
  return {
    departureCountryCode: seizure.departureCountryCode ?? UNKNOWN_COUNTRY,
    destinationCountryCode: seizure.destinationCountryCode ?? UNKNOWN_COUNTRY,
    hsHeading: (seizure.hsCode ?? "").slice(0, 4),
    concealment: seizure.concealment ?? "",
    seizures: (known?.seizures ?? 0) + 1,
    quantities,
    lastSeizedAt: isLater ? seizedAt : known.lastSeizedAt,
  };
}
