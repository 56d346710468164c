import { expectation } from "../core/expectation.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import type { Amendment } from "./amendment.js";
import type { Transport } from "./transport.js";

/** What of a declaration or consignment stands in order of time. */
export interface Ordered {
  readonly firstLodgedAt?: Instant;
  readonly lodgedAt?: Instant;
  readonly amendments?: readonly Amendment[];
  readonly transport: Transport;
}

type Moment = readonly [PathStep[], Instant | undefined];

/** An issue for every moment that stands after a later one: legs and their times, amendments, events of seals and containers, lodgements. */
export function checkOrder({ firstLodgedAt, lodgedAt, amendments, transport }: Ordered): readonly Issue[] {
  const issues: Issue[] = [];
  if (firstLodgedAt !== undefined) {
    inOrder(
      [
        [["firstLodgedAt"], firstLodgedAt],
        [["lodgedAt"], lodgedAt],
      ],
      issues,
    );
  }
  if (amendments !== undefined) inOrder(eventMoments(amendments, ["amendments"]), issues);
  const { itinerary, equipment } = transport;
  if (itinerary !== undefined) {
    const legs = itinerary.flatMap(({ departedAt, arrivedAt }, index): Moment[] => [
      [["transport", "itinerary", index, "departedAt"], departedAt],
      [["transport", "itinerary", index, "arrivedAt"], arrivedAt],
    ]);
    inOrder(legs, issues);
  }
  for (const [index, { sealEvents, events }] of (equipment ?? []).entries()) {
    if (sealEvents !== undefined) inOrder(eventMoments(sealEvents, ["transport", "equipment", index, "sealEvents"]), issues);
    if (events !== undefined) inOrder(eventMoments(events, ["transport", "equipment", index, "events"]), issues);
  }
  return issues;
}

function eventMoments(events: readonly { readonly at: Instant }[], path: readonly PathStep[]): readonly Moment[] {
  return events.map(({ at }, index) => [[...path, index, "at"], at]);
}

/** Moments that are stated never go back; the same moment again is in order. */
function inOrder(moments: readonly Moment[], issues: Issue[]): void {
  let latest: Instant | undefined;
  for (const [path, moment] of moments) {
    if (moment === undefined) continue;
    if (latest === undefined || (parseInstant(moment) as number) >= (parseInstant(latest) as number)) latest = moment;
    else
      issues.push(
        createIssue("time.inverted", expectation(path, `a moment no earlier than ${latest}`, moment, "mend the time, or put what it belongs to in its order")),
      );
  }
}
