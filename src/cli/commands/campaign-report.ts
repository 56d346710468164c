import { LEAST_CLEARED, mayKnow, parseViewer } from "../../intelligence/viewer.js";
import { historyOutcomes } from "../../operations/history-outcomes.js";
import { parseExchanges } from "../../operations/parse-exchanges.js";
import { type CampaignCounts, type CampaignReport, reportCampaign } from "../../operations/report-campaign.js";
import { orFail } from "../failure.js";
import { jsonLine, readDocument } from "../files.js";
import { loadAlerts } from "../governed.js";
import { loadCampaign } from "../load-campaign.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import { readScored } from "../read-objects.js";

/** The options of `campaign report`. */
export interface CampaignReportOptions {
  readonly profile: string;
  readonly scored: string;
  readonly alerts: string;
  readonly exchanges: string;
  readonly viewer?: string;
  readonly json?: boolean;
  readonly indicators?: string;
}

/** `campaign report`: by phase and participant what was scored, selected, inspected, seized, received and answered. */
export async function campaignReport(path: string, options: CampaignReportOptions): Promise<void> {
  const { catalogue } = await loadToolbox(options.indicators);
  const campaign = await loadCampaign(path, await loadProfile(options.profile, catalogue));
  const { alerts } = await loadAlerts(options.alerts);
  const { exchanges } = orFail(parseExchanges(await readDocument(options.exchanges), alerts), options.exchanges);
  const viewer = options.viewer === undefined ? LEAST_CLEARED : orFail(parseViewer(await readDocument(options.viewer)), options.viewer);
  const scored = await readScored(options.scored);
  const report = reportCampaign(campaign, {
    results: scored.flatMap(({ id, campaign: tag }) => (tag === undefined ? [] : [{ id, tag }])),
    outcomes: exchanges.filter((exchange) => mayKnow(viewer, exchange, exchange.administration)).flatMap((exchange) => historyOutcomes(exchange)),
    exchanges,
    viewer,
  });
  process.stdout.write(options.json === true ? `${jsonLine(report)}\n` : reportText(report));
}

const COLUMNS = ["scored", "selected", "inspected", "seized", "received", "answered"] as const satisfies readonly (keyof CampaignCounts)[];

function reportText({ campaign, rows, total }: CampaignReport): string {
  const cells = [
    ["phase", "participant", ...COLUMNS],
    ...rows.map((row) => [row.phase, row.participant ?? "others", ...COLUMNS.map((name) => String(row[name]))]),
    ["total", "", ...COLUMNS.map((name) => String(total[name]))],
  ];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = cells.map((row) => row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "));
  return `campaign ${campaign}\n${lines.map((line) => `${line.trimEnd()}\n`).join("")}`;
}
