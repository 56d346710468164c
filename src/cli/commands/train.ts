import { parseInstant } from "../../core/instant.js";
import { snapshotLines } from "../../history/snapshot-lines.js";
import type { Declaration } from "../../model/declaration.js";
import { compileProfile } from "../../profile/compile-profile.js";
import type { RiskProfile } from "../../profile/profile.js";
import type { ScorecardRecipe } from "../../training/scorecard/recipe.js";
import { type TrainedScorecard, trainScorecard } from "../../training/scorecard/train-scorecard.js";
import { CommandFailure, orFail } from "../failure.js";
import { type FileOfLines, writeFiles } from "../files.js";
import { learnHistory } from "../learn-history.js";
import { loadToolbox, type Toolbox } from "../load-profile.js";
import { loadRecipe } from "../load-recipe.js";
import { readDeclarations } from "../read-declarations.js";
import type { InputOptions } from "../records.js";

/** The options of `train`. */
export interface TrainOptions extends InputOptions {
  readonly recipe?: string;
  readonly output: string;
  readonly history?: string;
  readonly indicators?: string;
}

/** `train`: learns a scorecard from declarations with outcomes; writes a profile, and the history it learned from. */
export async function train(options: TrainOptions): Promise<void> {
  const recipe = await loadRecipe(options.recipe, options.format);
  const toolbox = await loadToolbox(options.indicators);
  const { declarations, outcomes, refused } = await readDeclarations(options, toolbox);
  const history = learnHistory(declarations, outcomes, recipe);
  const trained = orFail(trainScorecard(declarations, outcomes, recipe, { catalogue: toolbox.catalogue, history }), options.input);
  const profile = profileOf(trained, recipe, toolbox, declarations);
  orFail(compileProfile(profile, { catalogue: toolbox.catalogue }), "the trained profile");
  const files: FileOfLines[] = [{ path: options.output, lines: [JSON.stringify(profile, null, 1)] }];
  if (options.history !== undefined) {
    // settle what is known by the end, so that later reads are fast
    const { pendingUntil } = history.statistics();
    if (pendingUntil !== undefined) orFail(history.advance(pendingUntil), options.history);
    files.push({ path: options.history, lines: snapshotLines(history) });
  }
  await writeFiles(files);
  const { report } = trained;
  process.stderr.write(`${report.rows} rows, ${report.fitted} fitted, ${report.used} of ${report.columns} weights used, ${report.iterations} iterations\n`);
  if (refused > 0) throw new CommandFailure(`${refused} refused; the rest was learned from`, 1);
}

/** One domain with the model and its thresholds, no rules, no random rate. */
function profileOf(trained: TrainedScorecard, recipe: ScorecardRecipe, { catalogue }: Toolbox, declarations: readonly Declaration[]): RiskProfile {
  const [lowest = "green", second = "yellow", ...rest] = ["green", ...Object.keys(recipe.thresholds)];
  return {
    schema: "consignment-risk/profile@1",
    id: `trained-${recipe.domain}`,
    version: "1",
    title: recipe.title,
    utcOffset: offsetOf(declarations),
    currency: recipe.currency,
    catalogue: catalogue.version,
    channels: [lowest, second, ...rest],
    lists: {},
    derived: {},
    domains: { [recipe.domain]: { title: recipe.title, rules: [], model: trained.model, thresholds: trained.thresholds } },
    selection: { channel: rest.at(-1) ?? second },
  };
}

/** The offset that the latest declaration was registered in. */
function offsetOf(declarations: readonly Declaration[]): string {
  const at = ({ registeredAt }: Declaration): number => parseInstant(registeredAt) ?? 0;
  const latest = declarations.reduce<Declaration | undefined>(
    (best, declaration) => (best === undefined || at(declaration) > at(best) ? declaration : best),
    undefined,
  );
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(latest?.registeredAt ?? "")?.[0] ?? "Z";
}
