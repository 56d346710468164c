import type { Instant } from "../core/instant.js";
import type { Declaration } from "../model/declaration.js";
import { familyOf, partOf } from "../model/family.js";
import { PARTY_ROLES } from "../model/parties.js";
import type { HistoryDimension } from "./dimension.js";
import type { HistoryEvent } from "./event.js";
import type { HistoryKey } from "./reader.js";
import { standardDimensions } from "./standard-dimensions.js";

/** What an event is made with. */
export interface EventOptions {
  /** When the declaration was registered or amended; its registration instant unless told. */
  readonly occurredAt?: Instant;
  /** When it became known; when it occurred unless told. */
  readonly knownAt?: Instant;
  /** What versions of the declaration share, see {@link HistoryEvent}; unless told, see `partOf`. */
  readonly part?: string;
  /** What it is counted by; {@link standardDimensions} unless told. */
  readonly dimensions?: readonly HistoryDimension[];
}

/** The event that a history observes of a declaration: its number, its family, its times and its keys. */
export function eventOf(declaration: Declaration, options: EventOptions = {}): HistoryEvent {
  const { occurredAt = declaration.registeredAt, knownAt = occurredAt, part = partOf(declaration), dimensions = standardDimensions } = options;
  const keys: HistoryKey[] = [];
  for (const dimension of dimensions) {
    if (dimension.level === "header") addKey(keys, dimension.id, dimension.values(declaration));
    if (dimension.level !== "party") continue;
    for (const role of PARTY_ROLES) {
      const party = declaration.parties[role];
      if (party !== undefined) addKey(keys, dimension.id, dimension.values(declaration, party, role));
    }
  }
  const items = declaration.items.map((item) => {
    const keys: HistoryKey[] = [];
    for (const dimension of dimensions) if (dimension.level === "item") addKey(keys, dimension.id, dimension.values(declaration, item));
    return { item: item.lineNumber, keys };
  });
  return { declarationId: declaration.id, familyId: familyOf(declaration), ...(part === undefined ? {} : { part }), occurredAt, knownAt, keys, items };
}

function addKey(keys: HistoryKey[], dimension: string, values: readonly string[] | undefined): void {
  if (values !== undefined) keys.push({ dimension, values });
}
