import { parseInstant } from "../../core/instant.js";
import { escapeControls, formatIssue } from "../../core/issue.js";
import { LEAST_CLEARED, parseViewer, type Viewer } from "../../intelligence/viewer.js";
import { type DueExchange, dueExchanges } from "../../operations/due-exchanges.js";
import { type ExchangeFigures, exchangeFigures } from "../../operations/exchange-figures.js";
import { messagesOf, TELLABLE, type Tellable } from "../../operations/messages.js";
import { type ExchangeDocument, parseExchanges } from "../../operations/parse-exchanges.js";
import type { Share } from "../../operations/share.js";
import { CommandFailure, orFail } from "../failure.js";
import { jsonLine, readDocument } from "../files.js";
import { loadAlerts } from "../governed.js";

/** The options of `feedback`. */
export interface FeedbackOptions {
  readonly alerts: string;
  readonly exchanges: string;
  readonly viewer?: string;
  readonly tell?: string;
  readonly asOf?: string;
  readonly within: string;
}

/** `feedback`: the messages that go out to partners, one JSON line each; with a moment, who waits for an answer then, and figures. */
export async function feedback({ alerts, exchanges, viewer: viewerPath, tell, asOf, within }: FeedbackOptions): Promise<void> {
  if (asOf !== undefined && parseInstant(asOf) === undefined) {
    throw new CommandFailure(`--as-of: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${asOf}\``, 2);
  }
  const parts = tell?.split(",");
  if (parts?.every(isTellable) === false) throw new CommandFailure(`--tell: expected some of ${TELLABLE.join(",")}, received \`${tell}\``, 2);
  if (!/^\d{1,5}$/.test(within)) throw new CommandFailure(`--within: expected a number of hours, received \`${within}\``, 2);
  const { alerts: received } = await loadAlerts(alerts);
  const document = orFail(parseExchanges(await readDocument(exchanges), received), exchanges);
  const viewer = viewerPath === undefined ? LEAST_CLEARED : orFail(parseViewer(await readDocument(viewerPath)), viewerPath);
  const lines = asOf === undefined ? messageLines(document, viewer, parts as readonly Tellable[] | undefined) : reportLines(document, viewer, asOf, within);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
  for (const issue of document.refused) process.stderr.write(`${escapeControls(`${exchanges}: ${formatIssue(issue)}`)}\n`);
  if (document.refused.length > 0) throw new CommandFailure(`${document.refused.length} refused`, 1);
}

function isTellable(part: string): boolean {
  return (TELLABLE as readonly string[]).includes(part);
}

function messageLines({ exchanges }: ExchangeDocument, viewer: Viewer, tell: readonly Tellable[] | undefined): readonly string[] {
  return exchanges.flatMap((exchange) => (messagesOf(exchange, viewer, tell) ?? []).map((message) => jsonLine(message)));
}

function reportLines({ exchanges }: ExchangeDocument, viewer: Viewer, asOf: string, within: string): readonly string[] {
  const due = dueExchanges(exchanges, asOf, Number(within), viewer);
  const figures = exchangeFigures(exchanges, asOf, viewer);
  return [`to be answered as of ${asOf}, within ${within} hours: ${due.length}`, ...due.map(dueLine), "", ...figures.flatMap(figureLines)].map(escapeControls);
}

function dueLine({ exchange, status, hoursLeft }: DueExchange): string {
  const left = hoursLeft < 0 ? `${Math.round(-hoursLeft)} hours late` : `${Math.round(hoursLeft)} hours left`;
  const next = status.nextChaserAt === undefined ? "" : `, next reminder ${status.nextChaserAt}`;
  return `  ${exchange.id} (${exchange.direction}, ${exchange.partner}): ${status.state}, ${status.owes} owes an answer, ${left}, ${status.chasers} reminders${next}`;
}

function figureLines(figures: ExchangeFigures): readonly string[] {
  const { partner, channel, direction, exchanges, answered, answeredInTime, overdue, expiredUnanswered, medianHoursToAnswer, hitRate, precision } = figures;
  const hours = medianHoursToAnswer === undefined ? "" : `, the middle one after ${medianHoursToAnswer.toFixed(1)} hours`;
  return [
    `${partner} by ${channel}, ${direction}: ${exchanges}, answered ${answered}${hours}; overdue ${overdue}, ended unanswered ${expiredUnanswered}`,
    `  in time ${shareText(answeredInTime)}; with a seizure ${shareText(hitRate)}; seizures per examination ${shareText(precision)}`,
  ];
}

function shareText({ count, of, rate, lower, upper }: Share): string {
  const percent = (share: number): string => (100 * share).toFixed(0);
  return rate === undefined ? `${count} of ${of}` : `${count} of ${of} (${percent(rate)} %, 95 % interval ${percent(lower)} to ${percent(upper)} %)`;
}
