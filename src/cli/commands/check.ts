import { MAX_PREPARED_TESTS } from "../../conditions/compiled/plain-conjunction.js";
import { formatPoints, toMicropoints } from "../../core/micropoints.js";
import { loadProfile, loadToolbox, reportWarnings } from "../load-profile.js";

/** `check`: compiles a profile and says what is in it. */
export async function check(path: string, options: { readonly indicators?: string }): Promise<void> {
  const { catalogue } = await loadToolbox(options.indicators);
  const profile = await loadProfile(path, catalogue);
  reportWarnings(path, profile);
  const { document, fingerprint, warnings, plan } = profile;
  const lines = [
    `${document.id} ${document.version}: sound, ${warnings.length} warning${warnings.length === 1 ? "" : "s"}`,
    `fingerprint ${fingerprint}`,
    ...Object.entries(document.domains).map(([id, domain]) => {
      const terms = domain.model === undefined ? "no model" : `a model of ${domain.model.terms.length} terms`;
      const thresholds = Object.entries(domain.thresholds).map(([channel, points]) => `${channel} from ${formatPoints(toMicropoints(points))}`);
      return `${id}: ${domain.rules.length} rules, ${terms}; ${thresholds.join(", ")}`;
    }),
    ...plan.unprepared.map((id) => `${id}: more than ${MAX_PREPARED_TESTS} tests, evaluated in full for every declaration`),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
