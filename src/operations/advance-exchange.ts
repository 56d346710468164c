import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { type Instant, parseInstant } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import type { Exchange, ExchangeState } from "./exchange.js";
import { type ExchangeAction, exchangeAction } from "./exchange-action.js";
import { endOf, isAnswered, nextState, stateAt, untoldResults } from "./exchange-status.js";
import { placeOf } from "./verification-result.js";

/** In which states a step may be taken. */
const FROM: Readonly<Record<ExchangeAction["type"], readonly (ExchangeState | "expired")[]>> = {
  acknowledge: ["open"],
  startVerification: ["acknowledged"],
  // what comes to light late is told late: better than never
  recordResult: ["inVerification", "answered", "expired"],
  answer: ["acknowledged", "inVerification", "expired"],
  chase: ["open", "acknowledged", "inVerification"],
  withdraw: ["open", "acknowledged", "inVerification", "answered"],
  close: ["acknowledged", "inVerification", "answered", "expired"],
};

/** Who may take a step: the side that was asked, the side that asked, or the administration, whichever side it is. */
const SIDE: Readonly<Record<ExchangeAction["type"], "asked" | "asking" | "administration">> = {
  acknowledge: "asked",
  startVerification: "asked",
  recordResult: "asked",
  answer: "asked",
  chase: "asking",
  withdraw: "asking",
  close: "administration",
};

/** Steps that tell something to the outside, or end it: at the administration for officers only. */
const OFFICERS_ONLY: readonly ExchangeAction["type"][] = ["answer", "withdraw", "close"];

/**
 * Takes one step of an exchange. It is refused where it comes before an earlier one, where the state does not allow it, by who may not take it, where a result
 * repeats another, where an answer would tell nothing new, where a reminder comes before the answer is due, and where closing would lose a result
 * that was not told or an answer that is owed. A refused step changes nothing.
 */
export function advanceExchange(exchange: Exchange, input: unknown): Result<Exchange> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(exchangeAction, snapshot.value);
  if (!parsed.ok) return parsed;
  const action = parsed.value;
  const issue = refusalOf(exchange, action);
  if (issue !== undefined) return failure(issue);
  return success(deepFreeze({ ...exchange, state: nextState(exchange.state, action.type), actions: [...exchange.actions, action] }));
}

/**
 * {@link advanceExchange} that throws.
 * @throws {IssueError} where the step is refused
 */
export function advanceExchangeOrThrow(exchange: Exchange, action: unknown): Exchange {
  return orThrow(advanceExchange(exchange, action));
}

function refusalOf(exchange: Exchange, action: ExchangeAction): Issue | undefined {
  const before: Instant = exchange.actions.at(-1)?.at ?? exchange.openedAt;
  const at = parseInstant(action.at) as number;
  if (at < (parseInstant(before) as number)) {
    return createIssue("time.inverted", expectation(["at"], `an instant not before ${before}`, action.at, "record the steps in the order they were taken"));
  }
  const state = stateAt(exchange, at);
  if (!FROM[action.type].includes(state)) return wrongState(exchange, action, `a step that is open to an exchange that is ${state}`, state);
  return wrongActor(exchange, action) ?? wrongMoment(exchange, action, at, state);
}

function wrongActor({ direction, administration, partner, id }: Exchange, { type, by }: ExchangeAction): Issue | undefined {
  const side = SIDE[type];
  const isOurs = side === "administration" || (side === "asked") === (direction === "received");
  const roles = isOurs ? (OFFICERS_ONLY.includes(type) ? ["officer"] : ["officer", "analyst"]) : ["partner"];
  const organisation = isOurs ? administration : partner;
  if (by.organisation === organisation && roles.includes(by.role)) return undefined;
  const expected = `${roles.join(" or ")} of ${organisation}`;
  return createIssue("exchange.actor", {
    ...expectation(["by"], expected, `${by.role} of ${by.organisation}`, "let those act whose step it is"),
    exchange: id,
    step: type,
  });
}

/** What stands against a step that state and actor allow. */
function wrongMoment(exchange: Exchange, action: ExchangeAction, at: number, state: ExchangeState | "expired"): Issue | undefined {
  const untold = untoldResults(exchange).length;
  switch (action.type) {
    case "recordResult": {
      const { result } = action;
      if (exchange.kind === "warning" && (result.outcome === "confirmed" || result.outcome === "refuted")) {
        return createIssue(
          "value.invalid",
          expectation(["result", "outcome"], "the outcome of a warning", result.outcome, "state seizure, nothingFound, notArrived or duplicate"),
        );
      }
      const place = placeOf(result);
      const isRepeated = exchange.actions.some((taken) => taken.type === "recordResult" && placeOf(taken.result) === place);
      if (!isRepeated) return undefined;
      return createIssue("value.duplicate", { ...expectation(["result"], "one result each", place, "record every result once"), key: place });
    }
    case "answer":
      return untold === 0 && isAnswered(exchange) ? wrongState(exchange, action, "a result that was not told yet", state) : undefined;
    case "chase": {
      const due = exchange.dueAt === undefined ? Number.POSITIVE_INFINITY : (parseInstant(exchange.dueAt) as number);
      return at < due ? wrongState(exchange, action, `a moment from ${exchange.dueAt ?? "a due date"} on`, state) : undefined;
    }
    case "close": {
      if (untold > 0) return wrongState(exchange, action, "an answer that tells the results first", state);
      const isOwed = exchange.dueAt !== undefined && !isAnswered(exchange) && state !== "expired";
      return isOwed ? wrongState(exchange, action, "the answer that is owed first", state) : undefined;
    }
    case "withdraw":
      return at < endOf(exchange) ? undefined : wrongState(exchange, action, "an exchange that has not ended", state);
    default:
      return undefined;
  }
}

function wrongState({ id }: Exchange, { type }: ExchangeAction, expected: string, state: ExchangeState | "expired"): Issue {
  return createIssue("exchange.state", {
    ...expectation(["type"], expected, type, "see the table of states in docs/exchanges.md"),
    exchange: id,
    step: type,
    state,
  });
}
