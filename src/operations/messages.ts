import { deepFreeze } from "../core/freeze.js";
import type { Instant } from "../core/instant.js";
import { CHANNEL_FACTS } from "../intelligence/channel-facts.js";
import type { Caveat, Tlp } from "../intelligence/handling.js";
import { mayKnow, type Viewer } from "../intelligence/viewer.js";
import type { Exchange, ExchangeSubject } from "./exchange.js";
import type { SeizedQuantity, VerificationResult } from "./verification-result.js";

/** What every message that goes out says. */
interface MessageHead {
  readonly from: string;
  readonly to: string;
  /** The channel it goes out by: the one that the exchange came in on or was sent by. */
  readonly channel: string;
  /** The partner's own reference of what it is about, else ours. */
  readonly reference: string;
  readonly sentAt: Instant;
  /** The label, caveats and conditions of what it is about go with it. */
  readonly tlp: Tlp;
  readonly caveats?: readonly Caveat[];
  readonly conditions?: string;
}

/** The outcome of a verification in the words of a feedback message; `miss` where nothing matched. The words are our own: those of most channels are not public. */
export type FeedbackTerm = "hit-seizure" | "hit-nothing" | "not-arrived" | "duplicate" | "miss" | "confirmed" | "refuted";

/** One result as a partner is told it. */
export interface ToldResult {
  readonly outcome: FeedbackTerm;
  readonly knownAt: Instant;
  readonly declarationId?: string;
  readonly hsCode?: string;
  readonly substance?: string;
  readonly quantity?: SeizedQuantity;
  readonly statement?: string;
}

/** The answer to a partner. */
export interface FeedbackMessage extends MessageHead {
  readonly schema: "consignment-risk/feedback@1";
  readonly results: readonly ToldResult[];
}

/** A warning or request of our own, or a reminder of it. */
export interface RequestMessage extends MessageHead {
  readonly schema: "consignment-risk/request@1";
  readonly kind: "warning" | "verificationRequest";
  readonly about: readonly ExchangeSubject[];
  readonly answerDueAt?: Instant;
  /** 1 for the first reminder; absent for the request itself. */
  readonly reminder?: number;
}

/** What goes out to a partner. */
export type Message = FeedbackMessage | RequestMessage;

/** What of a result may be told beside its outcome; an administration decides, by its own law. */
export type Tellable = "declaration" | "goods" | "quantity";

export const TELLABLE: readonly Tellable[] = ["declaration", "goods", "quantity"];

/** By default what was seized and how much; declarations are the declarants' secrets. */
const DEFAULT_TELL: readonly Tellable[] = ["goods", "quantity"];

const TERMS: Readonly<Record<VerificationResult["outcome"], FeedbackTerm>> = {
  seizure: "hit-seizure",
  nothingFound: "hit-nothing",
  notArrived: "not-arrived",
  duplicate: "duplicate",
  confirmed: "confirmed",
  refuted: "refuted",
};

/**
 * The messages of an exchange that have gone out or are to go out by its steps, in order: for what was received an answer for every `answer`, for
 * what was sent the warning or request and its reminders; `undefined` where the viewer may not know of the exchange. They hold the outcome,
 * and of the rest what `tell` lists; a declaration's number never where the channel is not nominal; notes and matches with other alerts never.
 */
export function messagesOf(exchange: Exchange, viewer: Viewer, tell: readonly Tellable[] = DEFAULT_TELL): readonly Message[] | undefined {
  if (!mayKnow(viewer, exchange, exchange.administration)) return undefined;
  return deepFreeze(exchange.direction === "received" ? answersOf(exchange, tell) : requestsOf(exchange));
}

function headOf({ administration, partner, channel, reference, id, handling }: Exchange, sentAt: Instant): MessageHead {
  const { tlp, caveats, conditions } = handling;
  return {
    from: administration,
    to: partner,
    channel,
    reference: reference ?? id,
    sentAt,
    tlp,
    ...(caveats === undefined ? {} : { caveats }),
    ...(conditions === undefined ? {} : { conditions }),
  };
}

function answersOf(exchange: Exchange, tell: readonly Tellable[]): Message[] {
  const isNominal = CHANNEL_FACTS[exchange.channel].subjects.includes("company");
  const allowed = new Set(tell.filter((part) => part !== "declaration" || isNominal));
  const messages: Message[] = [];
  let untold: ToldResult[] = [];
  for (const action of exchange.actions) {
    if (action.type === "recordResult") untold.push(toldResult(action.result, action.at, allowed));
    if (action.type !== "answer") continue;
    const results = untold.length === 0 ? [{ outcome: "miss" as const, knownAt: action.at }] : untold;
    messages.push({ schema: "consignment-risk/feedback@1", ...headOf(exchange, action.at), results });
    untold = [];
  }
  return messages;
}

function toldResult(result: VerificationResult, knownAt: Instant, allowed: ReadonlySet<Tellable>): ToldResult {
  const told = { outcome: TERMS[result.outcome], knownAt };
  switch (result.outcome) {
    case "seizure": {
      const { hsCode, substance, quantity } = result;
      return {
        ...told,
        ...declarationOf(result, allowed),
        ...(allowed.has("goods") && hsCode !== undefined ? { hsCode } : {}),
        ...(allowed.has("goods") && substance !== undefined ? { substance } : {}),
        ...(allowed.has("quantity") && quantity !== undefined ? { quantity } : {}),
      };
    }
    case "nothingFound":
    case "notArrived":
      return { ...told, ...declarationOf(result, allowed) };
    case "duplicate":
      return told;
    default:
      return result.statement === undefined ? told : { ...told, statement: result.statement };
  }
}

function declarationOf({ declarationId }: { readonly declarationId?: string }, allowed: ReadonlySet<Tellable>): { readonly declarationId?: string } {
  return allowed.has("declaration") && declarationId !== undefined ? { declarationId } : {};
}

function requestsOf(exchange: Exchange): Message[] {
  const { kind, about, dueAt, openedAt, actions } = exchange;
  const request = (sentAt: Instant, reminder?: number): RequestMessage => ({
    schema: "consignment-risk/request@1",
    ...headOf(exchange, sentAt),
    kind,
    about,
    ...(dueAt === undefined ? {} : { answerDueAt: dueAt }),
    ...(reminder === undefined ? {} : { reminder }),
  });
  const reminders = actions.filter(({ type }) => type === "chase");
  return [request(openedAt), ...reminders.map(({ at }, index) => request(at, index + 1))];
}
