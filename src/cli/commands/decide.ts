import * as z from "zod";
import type { Assessment } from "../../assessment/assessment.js";
import { codeText } from "../../core/fields.js";
import { formatIssue } from "../../core/issue.js";
import { parseWith } from "../../core/schema.js";
import type { Alert } from "../../intelligence/alert.js";
import { decideChannel } from "../../operations/officer-decision.js";
import { markingsOf, openTrail } from "../audit-trail.js";
import { CommandFailure } from "../failure.js";
import { jsonLine } from "../files.js";
import { loadAlerts } from "../governed.js";
import { loadCampaign } from "../load-campaign.js";
import { loadProfile, loadToolbox } from "../load-profile.js";
import { readObjects, readScored } from "../read-objects.js";

/** The options of `decide`. */
export interface DecideOptions {
  readonly profile: string;
  readonly scored: string;
  readonly decisions: string;
  readonly campaign?: string;
  readonly alerts?: string;
  readonly audit?: string;
  readonly indicators?: string;
}

const decisionLine = z.looseObject({ declarationId: codeText });

/** `decide`: records what officers decide of what was scored, one JSON line each; the assessments stay as they are. */
export async function decide(options: DecideOptions): Promise<void> {
  const { catalogue } = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, catalogue);
  const campaign = options.campaign === undefined ? undefined : await loadCampaign(options.campaign, profile);
  const scored = new Map((await readScored(options.scored)).map((line) => [line.id, line]));
  const alerts = new Map<string, Alert>((options.alerts === undefined ? [] : (await loadAlerts(options.alerts)).alerts).map((alert) => [alert.id, alert]));
  const decisions = await readObjects(options.decisions, (input) => parseWith(decisionLine, input));
  const trail = options.audit === undefined ? undefined : openTrail(options.audit);
  let refused = 0;
  try {
    for (const { declarationId, ...input } of decisions) {
      const line = scored.get(declarationId);
      if (line === undefined) throw new CommandFailure(`${options.decisions}: ${declarationId} is not in ${options.scored}`, 1);
      const decided = decideChannel(line as unknown as Assessment, campaign?.profileAt(line.asOf) ?? profile, input);
      if (!decided.ok) {
        refused += 1;
        process.stderr.write(decided.issues.map((issue) => `${options.decisions}: ${declarationId}: ${formatIssue(issue)}\n`).join(""));
        continue;
      }
      const { at, by, ...details } = decided.value;
      const matched = (line.matches ?? []).map(({ alertId }) => alertId);
      trail?.record({ at, by, action: "decided", about: declarationId, details, ...markingsOf(matched, alerts) });
      process.stdout.write(`${jsonLine(decided.value)}\n`);
    }
  } finally {
    trail?.close();
  }
  if (refused > 0) throw new CommandFailure(`${refused} refused`, 1);
}
