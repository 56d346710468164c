import { deepFreeze } from "../core/freeze.js";
import type { HistoryOutcome } from "../history/event.js";
import { mayKnow, type Viewer } from "../intelligence/viewer.js";
import type { CampaignTag, CompiledCampaign } from "./compile-campaign.js";
import type { Exchange } from "./exchange.js";
import { isAnswered } from "./exchange-status.js";

/** A result that was scored, with its tag. */
export interface TaggedResult {
  readonly id: string;
  readonly tag: CampaignTag;
}

/** What a campaign is reported from. */
export interface CampaignInputs {
  /** Results in order of scoring; of several with one id the last counts. */
  readonly results: Iterable<TaggedResult>;
  /** What inspections found. */
  readonly outcomes: Iterable<HistoryOutcome>;
  readonly exchanges: Iterable<Exchange>;
  /** For whom the report is: exchanges that the viewer may not know of do not count. */
  readonly viewer: Viewer;
}

/** Counts of one phase and participant, or their sums. */
export interface CampaignCounts {
  readonly scored: number;
  readonly selected: number;
  /** Declarations with an outcome. */
  readonly inspected: number;
  /** Declarations with a finding. */
  readonly seized: number;
  /** Alerts and requests that came in from the participant in the phase. */
  readonly received: number;
  /** Of those, answered at any time. */
  readonly answered: number;
}

/** Counts of a phase and participant; without participant of everybody who is none. */
export interface CampaignRow extends CampaignCounts {
  readonly phase: string;
  readonly participant?: string;
}

/** What a campaign did. */
export interface CampaignReport {
  readonly campaign: string;
  /** For each phase every participant in the order of the campaign, then everybody else. */
  readonly rows: readonly CampaignRow[];
  /** The sums of the rows. */
  readonly total: CampaignCounts;
}

type Counts = { -readonly [K in keyof CampaignCounts]: number };
const NAMES = ["scored", "selected", "inspected", "seized", "received", "answered"] as const satisfies readonly (keyof CampaignCounts)[];

/**
 * Reports by phase and participant: of the declarations of the participant's offices what was scored, selected, inspected and seized, of the participant's alerts and
 * requests what came in and was answered. Everything counts in exactly one row, so that the rows add up to the total.
 */
export function reportCampaign({ document, phaseAt }: CompiledCampaign, { results, outcomes, exchanges, viewer }: CampaignInputs): CampaignReport {
  const participants = [...document.participants.map(({ organisation }) => organisation), undefined];
  const cells = new Map(document.phases.flatMap(({ id }) => participants.map((participant) => [keyOf(id, participant), emptyCounts()] as const)));
  const cellOf = (phase: string, participant: string | undefined): Counts | undefined =>
    cells.get(keyOf(phase, participant)) ?? cells.get(keyOf(phase, undefined));
  const findings = new Map<string, boolean>();
  for (const { declarationId, finding } of outcomes) findings.set(declarationId, finding || findings.get(declarationId) === true);
  const tags = new Map([...results].filter(({ tag }) => tag.campaign === document.id).map(({ id, tag }) => [id, tag]));
  for (const [id, tag] of tags) {
    const cell = cellOf(tag.phase, tag.participant);
    if (cell === undefined) continue;
    const finding = findings.get(id);
    cell.scored += 1;
    cell.selected += Number(tag.isSelected);
    cell.inspected += Number(finding !== undefined);
    cell.seized += Number(finding === true);
  }
  for (const exchange of exchanges) {
    const phase = phaseAt(exchange.openedAt);
    if (exchange.direction === "sent" || phase === undefined || !mayKnow(viewer, exchange, exchange.administration)) continue;
    const cell = cellOf(phase.id, exchange.partner) as Counts;
    cell.received += 1;
    cell.answered += Number(isAnswered(exchange));
  }
  const rows = document.phases.flatMap(({ id }) =>
    participants.map((participant) => ({
      phase: id,
      ...(participant === undefined ? {} : { participant }),
      ...(cells.get(keyOf(id, participant)) as Counts),
    })),
  );
  const total = emptyCounts();
  for (const row of rows) for (const name of NAMES) total[name] += row[name];
  return deepFreeze({ campaign: document.id, rows, total });
}

function keyOf(phase: string, participant: string | undefined): string {
  return JSON.stringify([phase, participant ?? null]);
}

function emptyCounts(): Counts {
  return { scored: 0, selected: 0, inspected: 0, seized: 0, received: 0, answered: 0 };
}
