import { scoredOf } from "../../adapters/read-json-records.js";
import { parseInstant } from "../../core/instant.js";
import { success } from "../../core/result.js";
import type { OpenConsignment } from "../../intelligence/matching/match-pending.js";
import { LEAST_CLEARED, parseViewer } from "../../intelligence/viewer.js";
import { type Subject, subjectOf } from "../../model/subject.js";
import { eachRecord } from "../each-record.js";
import { CommandFailure, orFail } from "../failure.js";
import { jsonLine, readDocument } from "../files.js";
import { loadAlerts } from "../governed.js";
import { loadToolbox } from "../load-profile.js";
import type { InputOptions } from "../records.js";

/** The options of `alerts pending`. */
export interface PendingAlertsOptions extends InputOptions {
  readonly asOf: string;
  readonly since?: string;
  readonly viewer?: string;
  readonly indicators?: string;
}

/** `alerts pending`: the open declarations that alerts concern though they were registered, and scored, before these came; one JSON line each. */
export async function pendingAlerts(path: string, options: PendingAlertsOptions): Promise<void> {
  for (const [name, value] of [
    ["--as-of", options.asOf],
    ["--since", options.since],
  ] as const) {
    if (value !== undefined && parseInstant(value) === undefined) {
      throw new CommandFailure(`${name}: expected an instant such as 2026-11-21T08:30:00+07:00, received \`${value}\``, 2);
    }
  }
  const { alerts, administration, purpose } = await loadAlerts(path);
  const viewer = options.viewer === undefined ? LEAST_CLEARED : orFail(parseViewer(await readDocument(options.viewer)), options.viewer);
  const scored: OpenConsignment<Subject>[] = [];
  const refused = await eachRecord(options, await loadToolbox(options.indicators), (record) => {
    if (record.kind !== "facts") {
      const { scored: read, moment } = scoredOf(record);
      scored.push({ declaration: subjectOf(read), assessedAt: moment });
    }
    return success(undefined);
  });
  // only here: the transliteration table is loaded with it
  const { matchPending } = await import("../../intelligence/matching/match-pending.js");
  const since = options.since === undefined ? Number.NEGATIVE_INFINITY : (parseInstant(options.since) as number);
  for (const alert of alerts) {
    const receivedAt = parseInstant(alert.receivedAt) as number;
    if (receivedAt < since) continue;
    const open = scored.filter(({ assessedAt }) => (parseInstant(assessedAt) as number) < receivedAt);
    for (const { declaration, ...found } of matchPending(alert, open, { administration, purpose, asOf: options.asOf, viewer })) {
      process.stdout.write(`${jsonLine({ declarationId: declaration.id, ...found })}\n`);
    }
  }
  if (refused > 0) throw new CommandFailure(`${refused} refused`, 1);
}
