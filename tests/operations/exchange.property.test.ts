import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { whyWithheld } from "../../src/intelligence/alert-use.js";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { advanceExchange } from "../../src/operations/advance-exchange.js";
import type { Exchange } from "../../src/operations/exchange.js";
import { alertAfter, exchangeStatus } from "../../src/operations/exchange-status.js";
import { historyOutcomes } from "../../src/operations/history-outcomes.js";
import { type FeedbackMessage, messagesOf } from "../../src/operations/messages.js";
import { makeAlert, makeDeclaration, makeViewer, USE } from "../intelligence/support.js";
import { received } from "./support.js";

const START = Date.parse("2026-02-01T00:00:00Z");
const DUE = Date.parse("2026-03-15T00:00:00Z");
const END = Date.parse("2026-06-01T00:00:00Z");
const DAY = 86_400_000;
const alert = makeAlert({ originatorReference: "W-17", feedback: { dueAt: "2026-03-15T00:00:00Z" } });
const iso = (at: number): string => new Date(at).toISOString();

/** The plainest telling of the rules: what has happened, as a few flags and sets. */
interface Model {
  now: number;
  isAcknowledged: boolean;
  isVerifying: boolean;
  answers: number;
  isClosed: boolean;
  endsAt: number;
  untold: Set<string>;
  told: Set<string>;
}
interface Real {
  exchange: Exchange;
}

const ended = (m: Model): boolean => m.now >= m.endsAt;
/** Nothing is left to tell and something was told. */
const settled = (m: Model): boolean => m.answers > 0 && m.untold.size === 0;
const US = ["officer", "analyst"].map((role) => ({ organisation: "VN-CUSTOMS", role }));
const THEM = { organisation: "RILO-AP", role: "partner" };
const EVERYBODY = [...US, THEM, { organisation: "VN-CUSTOMS", role: "partner" }, { organisation: "RILO-AP", role: "officer" }];

/** What each step needs, and what it does. */
const RULES: Readonly<
  Record<string, { readonly by: readonly object[]; readonly may: (m: Model, place: string) => boolean; readonly do: (m: Model, place: string) => void }>
> = {
  acknowledge: {
    by: US,
    may: (m) => !m.isAcknowledged && !m.isClosed && !ended(m),
    do: (m) => {
      m.isAcknowledged = true;
    },
  },
  startVerification: {
    by: US,
    may: (m) => m.isAcknowledged && !m.isVerifying && m.answers === 0 && !m.isClosed && !ended(m),
    do: (m) => {
      m.isVerifying = true;
    },
  },
  recordResult: {
    by: US,
    may: (m, place) => !m.isClosed && (m.isVerifying || m.answers > 0 || (ended(m) && !settled(m))) && !m.untold.has(place) && !m.told.has(place),
    do: (m, place) => {
      m.untold.add(place);
      m.isVerifying = true;
    },
  },
  answer: {
    by: US.slice(0, 1),
    may: (m) => !m.isClosed && !settled(m) && (m.isAcknowledged || m.isVerifying || ended(m)),
    do: (m) => {
      m.answers += 1;
      for (const place of m.untold) m.told.add(place);
      m.untold.clear();
    },
  },
  chase: {
    by: [THEM],
    may: (m) => !m.isClosed && !settled(m) && !ended(m) && m.now >= DUE,
    do: () => undefined,
  },
  withdraw: {
    by: [THEM],
    may: (m) => !m.isClosed && !ended(m),
    do: (m) => {
      m.endsAt = Math.min(m.endsAt, m.now);
    },
  },
  close: {
    by: US.slice(0, 1),
    may: (m) => !m.isClosed && m.untold.size === 0 && (m.answers > 0 || ended(m)),
    do: (m) => {
      m.isClosed = true;
      m.endsAt = Math.min(m.endsAt, m.now);
    },
  },
};

class Step implements fc.Command<Model, Real> {
  readonly type: string;
  readonly by: object;
  readonly days: number;
  readonly declaration: string;
  readonly finding: boolean;
  constructor(type: string, by: object, days: number, declaration: string, finding: boolean) {
    this.type = type;
    this.by = by;
    this.days = days;
    this.declaration = declaration;
    this.finding = finding;
  }
  check(): boolean {
    return true;
  }
  run(model: Model, real: Real): void {
    model.now += this.days * DAY;
    const rule = RULES[this.type];
    if (rule === undefined) throw new Error(this.type);
    const result = { outcome: this.finding ? "seizure" : "nothingFound", declarationId: this.declaration };
    const action = { type: this.type, at: iso(model.now), by: this.by, ...(this.type === "recordResult" ? { result } : {}) };
    const before = JSON.stringify(real.exchange);
    const taken = advanceExchange(real.exchange, action);
    const isAllowed = rule.may(model, this.declaration) && rule.by.some((who) => JSON.stringify(who) === JSON.stringify(this.by));
    expect(taken.ok).toBe(isAllowed);
    expect(JSON.stringify(real.exchange)).toBe(before);
    if (taken.ok) {
      rule.do(model, this.declaration);
      real.exchange = taken.value;
    }
    checkAll(model, real.exchange);
  }
  toString(): string {
    return `${this.type} by ${JSON.stringify(this.by)} after ${this.days} days: ${this.declaration} ${this.finding}`;
  }
}

function checkAll(model: Model, exchange: Exchange): void {
  // nothing is lost, nothing is told twice
  const messages = (messagesOf(exchange, makeViewer(), ["declaration"]) ?? []) as readonly FeedbackMessage[];
  const told = messages.flatMap(({ results }) => results.flatMap(({ declarationId }) => (declarationId === undefined ? [] : [declarationId])));
  expect([...told].sort()).toEqual([...model.told].sort());
  expect(
    historyOutcomes(exchange)
      .map(({ declarationId }) => declarationId)
      .sort(),
  ).toEqual([...model.told, ...model.untold].sort());
  expect(messages).toHaveLength(model.answers);
  const status = exchangeStatus(exchange, iso(model.now));
  expect(status.untold).toBe(model.untold.size);
  expect(status.owes).toBe(model.isClosed || settled(model) ? "nobody" : "administration");
  // nothing scores after its end, and it scores until then
  expect(whyWithheld(alertAfter(exchange, alert), USE, iso(model.now)) === undefined).toBe(!ended(model));
}

const step = (type: string, days = 1, declaration = "D-1"): Step => new Step(type, RULES[type]?.by[0] ?? {}, days, declaration, true);
/** Ways to begin, one into each state, since steps at random seldom go far. */
const BEGINNINGS: readonly (readonly Step[])[] = [
  [],
  [step("acknowledge")],
  [step("acknowledge"), step("startVerification")],
  [step("acknowledge"), step("startVerification"), step("recordResult"), step("answer")],
  [step("acknowledge"), step("answer"), step("recordResult"), step("answer")],
  [step("acknowledge"), step("answer"), step("close")],
  [step("acknowledge", 120)],
];

const RECEIVED = received();
const DECLARATION = makeDeclaration({ transport: { equipment: [{ id: "CSQU3054383" }] } });

describe("an exchange about an alert", () => {
  it("loses nothing, tells nothing twice, and lets nothing score after its end, whatever is tried", () => {
    const steps = Object.keys(RULES).map((type) =>
      fc
        .tuple(
          // those who may act more often than the others
          fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...(RULES[type]?.by ?? [])) }, { weight: 1, arbitrary: fc.constantFrom(...EVERYBODY) }),
          fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 10 }) }, { weight: 1, arbitrary: fc.nat({ max: 90 }) }),
          fc.constantFrom("D-1", "D-2", "D-3"),
          fc.boolean(),
        )
        .map((parts) => new Step(type, ...parts)),
    );
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...BEGINNINGS), fc.commands(steps, { maxCommands: 40, size: "max" }), (beginning, commands) => {
        const real: Real = { exchange: RECEIVED };
        const model: Model = {
          now: START,
          isAcknowledged: false,
          isVerifying: false,
          answers: 0,
          isClosed: false,
          endsAt: END,
          untold: new Set(),
          told: new Set(),
        };
        for (const first of beginning) first.run(model, real);
        reached.add(exchangeStatus(real.exchange, iso(model.now)).state);
        fc.modelRun(() => ({ model, real }), commands);
        const index = createAlertIndex([alertAfter(real.exchange, alert)], USE);
        expect(index.matches(DECLARATION, iso(model.now)).length > 0).toBe(!ended(model));
        if (model.answers > 1) reached.add("answered twice, each time something new");
      }),
      { numRuns: 200 },
    );
    expect([...reached].sort()).toEqual(
      ["acknowledged", "answered", "answered twice, each time something new", "closed", "expired", "inVerification", "open"].sort(),
    );
  });
});
