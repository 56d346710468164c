import type { Instant } from "../../core/instant.js";
import type { OutcomeSelection } from "../../history/event.js";
import type { Declaration } from "../../model/declaration.js";
import { createRandom } from "../random.js";
import { type FindingKind, RISK_PROCESS } from "../risk-process.js";
import type { Trait } from "../trait.js";
import { instantOf, msOf } from "./instant-of.js";

const STREAM_INSPECTION = 19;
const DAY_MS = 86_400_000;

/** The inspection that a declaration had, and when its result became known. */
export interface Inspection {
  readonly selection: OutcomeSelection;
  readonly found: boolean;
  readonly knownAt: Instant;
}

/** Traits that are inspected always. */
const MANDATORY: ReadonlySet<Trait> = new Set(["controlledChemicalWithoutPermit", "citesGoodsWithoutPermit", "scheduledNameWithoutPermit"]);
/** The points of a kind of finding, before its base and noise, from which a declaration is inspected. */
const THRESHOLDS: { readonly [Kind in FindingKind]?: number } = { revenue: 9, narcotics: 11 };

/** Why a declaration with some traits is inspected for sure; `undefined` where only chance would have it. */
function reasonOf(traits: readonly Trait[]): "mandatory" | "threshold" | undefined {
  if (traits.some((trait) => MANDATORY.has(trait))) return "mandatory";
  const reaches = (Object.keys(THRESHOLDS) as FindingKind[]).some(
    (kind) => traits.reduce((sum, trait) => sum + (RISK_PROCESS[kind].drivers[trait] ?? 0), 0) >= (THRESHOLDS[kind] ?? Infinity),
  );
  return reaches ? "threshold" : undefined;
}

/** What is needed to inspect. */
export interface ToInspect {
  readonly seed: number;
  readonly serial: number;
  readonly part: number;
  readonly traits: readonly Trait[];
  /** The share of all declarations that is inspected at random. */
  readonly randomRate: number;
  /** The probability of a finding, 0 where there is nothing. */
  readonly detection: number;
}

/** Inspects a declaration, or not. The random inspection is drawn for all; the result is known 1 to 60 days after, mostly soon. */
export function inspect(declaration: Pick<Declaration, "registeredAt">, of: ToInspect): Inspection | undefined {
  const random = createRandom(of.seed, of.serial * 128 + of.part, STREAM_INSPECTION);
  const isDrawn = random.chance(of.randomRate);
  const isFound = random.chance(of.detection);
  const u = random.next();
  const reason = reasonOf(of.traits);
  if (reason === undefined && !isDrawn) return undefined;
  const delay = DAY_MS + Math.floor(59 * u * u * u * DAY_MS);
  return {
    selection: reason === undefined ? { reason: "random", probability: of.randomRate } : { reason, probability: 1 },
    found: isFound,
    knownAt: instantOf(msOf(declaration.registeredAt) + delay),
  };
}
