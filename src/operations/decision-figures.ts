import type { Assessment, SelectionMechanism } from "../assessment/assessment.js";
import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";
import type { OutcomeSelection } from "../history/event.js";
import type { OfficerDecision } from "./officer-decision.js";
import { type Share, shareOf } from "./share.js";

/** An assessment in full, and what an officer decided of it, where one did. */
export interface Decided {
  readonly assessment: Assessment;
  readonly decision?: OfficerDecision;
}

/** Why a declaration was selected. */
export type SelectionReason = SelectionMechanism["kind"];

/** What one person decided. */
export interface OfficerFigures {
  readonly organisation: string;
  readonly person?: string;
  readonly lowered: Share;
  readonly raised: Share;
}

/** What officers did with what was assessed. */
export interface DecisionFigures {
  readonly assessed: number;
  /** Of those assessed, decided otherwise. */
  readonly raised: Share;
  readonly lowered: Share;
  /** Of those that each mechanism selected (the strongest counts: mandatory, threshold, random), still selected after the decision. */
  readonly kept: { readonly [Reason in SelectionReason]: Share };
  /** Lowered although a mandatory rule demands more. */
  readonly belowMandatory: number;
  /** By organisation and person. */
  readonly officers: readonly OfficerFigures[];
}

const REASONS: readonly SelectionReason[] = ["mandatory", "threshold", "random"];

/** Counts decisions; what nobody decided keeps its channel. */
export function decisionFigures(decided: Iterable<Decided>): DecisionFigures {
  const selected: Record<SelectionReason, number> = { mandatory: 0, threshold: 0, random: 0 };
  const kept: Record<SelectionReason, number> = { mandatory: 0, threshold: 0, random: 0 };
  const officers = new Map<string, OfficerDecision[]>();
  let [assessed, raised, lowered, belowMandatory] = [0, 0, 0, 0];
  for (const { assessment, decision } of decided) {
    assessed += 1;
    const reason = reasonOf(assessment);
    if (reason !== undefined) {
      selected[reason] += 1;
      kept[reason] += Number(decision?.isSelected ?? true);
    }
    if (decision === undefined) continue;
    raised += Number(decision.change === "raised");
    lowered += Number(decision.change === "lowered");
    belowMandatory += Number(decision.isBelowMandatory);
    const key = JSON.stringify([decision.by.organisation, decision.by.person ?? null]);
    officers.set(key, [...(officers.get(key) ?? []), decision]);
  }
  return deepFreeze({
    assessed,
    raised: shareOf(raised, assessed),
    lowered: shareOf(lowered, assessed),
    kept: {
      mandatory: shareOf(kept.mandatory, selected.mandatory),
      threshold: shareOf(kept.threshold, selected.threshold),
      random: shareOf(kept.random, selected.random),
    },
    belowMandatory,
    officers: [...officers].sort(([a], [b]) => compareText(a, b)).map(([, decisions]) => officerFigures(decisions)),
  });
}

/**
 * Why and with what probability a declaration was inspected in the end, for its outcome in history; `undefined` where it was not selected. What a mechanism selects is
 * inspected only as often as officers keep it (`kept`), so its probability is multiplied by that share. What an officer added was selected
 * for certain: it stands for itself, and for nothing that was not inspected.
 */
export function selectionAfter({ assessment, decision }: Decided, kept: DecisionFigures["kept"]): OutcomeSelection | undefined {
  const reason = reasonOf(assessment);
  if (reason === undefined) return decision?.isSelected === true ? { reason: "officer", probability: 1 } : undefined;
  if (decision?.isSelected === false) return undefined;
  const { rate = 1 } = kept[reason];
  return { reason, probability: assessment.selection.probability * (rate === 0 ? 1 : rate) };
}

/** The strongest mechanism that drew. */
function reasonOf({ selection }: Assessment): SelectionReason | undefined {
  return REASONS.find((reason) => selection.mechanisms.some(({ kind, drawn }) => kind === reason && drawn));
}

function officerFigures(decisions: readonly OfficerDecision[]): OfficerFigures {
  const { organisation, person } = (decisions[0] as OfficerDecision).by;
  const count = (change: OfficerDecision["change"]): Share => shareOf(decisions.filter((decision) => decision.change === change).length, decisions.length);
  return { organisation, ...(person === undefined ? {} : { person }), lowered: count("lowered"), raised: count("raised") };
}
