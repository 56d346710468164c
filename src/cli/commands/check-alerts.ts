import { compareText } from "../../core/canonical.js";
import { parseInstant } from "../../core/instant.js";
import { whyWithheld } from "../../intelligence/alert-use.js";
import { CommandFailure } from "../failure.js";
import { loadAlerts } from "../governed.js";

/** `alerts check`: reads a document of alerts and says what is in it, and with a moment what of it may be scored then. */
export async function checkAlerts(path: string, { asOf }: { readonly asOf?: string }): Promise<void> {
  if (asOf !== undefined && parseInstant(asOf) === undefined) {
    throw new CommandFailure(`--as-of: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${asOf}\``, 2);
  }
  const { alerts, refused, ...use } = await loadAlerts(path);
  const left = new Set(refused.map((issue) => issue.path[1])).size;
  const lines = [
    `alerts of ${use.administration} for ${use.purpose}: ${alerts.length} sound, ${left} refused`,
    `channels: ${counts(alerts.map(({ channel }) => channel))}`,
    `labels: ${counts(alerts.map(({ handling }) => handling.tlp))}`,
    ...(asOf === undefined ? [] : [`as of ${asOf}: ${counts(alerts.map((alert) => whyWithheld(alert, use, asOf) ?? "may be scored"))}`]),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  if (left > 0) throw new CommandFailure(`${left} refused`, 1);
}

/** How often each value stands in a list: `rilo 2, cencomm 1`. */
function counts(values: readonly string[]): string {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  const sorted = [...found].sort(([a, many], [b, more]) => more - many || compareText(a, b));
  return sorted.length === 0 ? "none" : sorted.map(([value, count]) => `${value} ${count}`).join(", ");
}
