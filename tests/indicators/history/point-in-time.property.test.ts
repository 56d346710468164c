import fc from "fast-check";
import { expect, test } from "vitest";
import { roundDecimals } from "../../../src/core/decimal.js";
import { createHistory } from "../../../src/history/create-history.js";
import { eventOf } from "../../../src/history/event-of.js";
import type { History } from "../../../src/history/history.js";
import { readHistoryOrThrow } from "../../../src/history/read-history.js";
import { snapshotLines } from "../../../src/history/snapshot-lines.js";
import { standardCatalogue } from "../../../src/indicators/catalogue/standard-catalogue.js";
import { extractFactsOrThrow } from "../../../src/indicators/extract-facts.js";
import type { FactSet } from "../../../src/indicators/facts.js";
import { expectedOf } from "./oracle.js";
import { DAY, diceOf, type World, worldOf } from "./world.js";

const DECLARATIONS = 300;

interface Input {
  /** When it takes effect. */
  readonly at: number;
  readonly feed: (history: History) => void;
}

function inputsOf({ cases, outcomes }: World): readonly Input[] {
  const take = (result: { readonly ok: boolean }): void => {
    if (!result.ok) throw new Error(JSON.stringify(result));
  };
  return [
    ...cases.map((one) => ({
      at: Math.max(one.occurredAt, one.knownAt),
      feed: (history: History) => take(history.observe(eventOf(one.declaration, { knownAt: new Date(one.knownAt).toISOString(), part: one.part }))),
    })),
    ...outcomes.map((outcome) => ({ at: Date.parse(outcome.knownAt), feed: (history: History) => take(history.recordOutcome(outcome)) })),
  ];
}

/** What the facts say, of the indicators that are expected; a reason aside. */
function valuesOf(facts: FactSet, expected: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(expected).map((id) => {
      const fact = facts[id];
      return [id, typeof fact === "object" && "missing" in fact ? fact.missing : fact];
    }),
  );
}

/** Numbers as the indicators round them. */
function rounded(expected: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(expected).map(([id, value]) => [
      id,
      typeof value === "number" ? roundDecimals(value, standardCatalogue.indicators.get(id as "netMass")?.decimals ?? 0) : value,
    ]),
  );
}

test(`of ${DECLARATIONS} declarations, every indicator that reads history equals its value from scratch from only what was known then, events shuffled inside the window`, () => {
  const seen = new Map<string, Set<unknown>>();
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(90, undefined), (seed, retentionDays) => {
      const world = worldOf(seed, DECLARATIONS);
      const dice = diceOf(seed + 1);
      let history = createHistory({ latenessDays: 7, ...(retentionDays === undefined ? {} : { retentionDays }) });
      const waiting = [...inputsOf(world)];
      // whatever the order of what is due or far in the future, and on either side of an advance
      const feedSome = (isDue: (input: Input) => boolean): void => {
        for (let at = waiting.length - 1; at >= 0; at -= 1) {
          const other = dice.below(at + 1);
          [waiting[at], waiting[other]] = [waiting[other] as Input, waiting[at] as Input];
          if (isDue(waiting[at] as Input)) for (const input of waiting.splice(at, 1)) input.feed(history);
        }
      };
      let last = -Infinity;
      for (const one of world.cases) {
        const asOf = one.occurredAt;
        // nothing may come later than the window
        feedSome((input) => input.at <= asOf && (input.at < asOf - 7 * DAY || dice.chance(0.5)));
        if (asOf > last) history.advance(new Date(asOf).toISOString());
        last = asOf;
        feedSome((input) => input.at <= asOf || dice.chance(0.002));
        if (dice.chance(0.02)) history = readHistoryOrThrow(snapshotLines(history));
        const facts = extractFactsOrThrow(one.declaration, { asOf: one.declaration.registeredAt, catalogue: standardCatalogue, history });
        const expected = expectedOf(world, one, asOf);
        expect(valuesOf(facts.header, expected.header)).toEqual(rounded(expected.header));
        for (const [index, item] of expected.items.entries()) {
          expect(valuesOf(facts.items[index]?.values ?? {}, item)).toEqual(rounded(item));
        }
        for (const values of [expected.header, ...expected.items]) {
          for (const [id, value] of Object.entries(values)) seen.set(id, (seen.get(id) ?? new Set()).add(value));
        }
      }
    }),
    { numRuns: 3 },
  );
  // a test that compares nothing but missing values is none
  for (const [id, values] of seen) expect([id, values.size >= (id === "declarantNewToReceiver" ? 4 : 5)]).toEqual([id, true]);
}, 120_000);
