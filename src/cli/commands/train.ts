import { parseInstant } from "../../core/instant.js";
import { createHistory } from "../../history/create-history.js";
import type { HistoryOutcome } from "../../history/event.js";
import { eventOf } from "../../history/event-of.js";
import type { History } from "../../history/history.js";
import { snapshotLines } from "../../history/snapshot-lines.js";
import { standardDimensions } from "../../history/standard-dimensions.js";
import type { Declaration } from "../../model/declaration.js";
import { compileProfile } from "../../profile/compile-profile.js";
import type { RiskProfile } from "../../profile/profile.js";
import { koreaRecipe } from "../../training/recipes/korea-recipe.js";
import { parseRecipe, type ScorecardRecipe } from "../../training/scorecard/recipe.js";
import { type TrainedScorecard, trainScorecard } from "../../training/scorecard/train-scorecard.js";
import { CommandFailure, orFail } from "../failure.js";
import { openSink, readDocument } from "../files.js";
import { loadToolbox, type Toolbox } from "../load-profile.js";
import { startProgress } from "../progress.js";
import { type InputOptions, openRecords, reportRefused } from "../records.js";

/** The options of `train`. */
export interface TrainOptions extends InputOptions {
  readonly recipe?: string;
  readonly output: string;
  readonly history?: string;
  readonly indicators?: string;
}

/** The dimensions of history that the catalogue's indicators read. */
const READ_DIMENSIONS = standardDimensions.filter(({ id }) => id === "importer" || id === "goodsSignature");

/** `train`: learns a scorecard from declarations with outcomes; writes a profile, and the history it learned from. */
export async function train(options: TrainOptions): Promise<void> {
  const recipe = await loadRecipe(options);
  const toolbox = await loadToolbox(options.indicators);
  const { declarations, outcomes, refused } = await readLearned(options, toolbox);
  const history = learnHistory(declarations, outcomes, recipe);
  const trained = orFail(trainScorecard(declarations, outcomes, recipe, { catalogue: toolbox.catalogue, history }), options.input);
  const profile = profileOf(trained, recipe, toolbox, declarations);
  orFail(compileProfile(profile, { catalogue: toolbox.catalogue }), "the trained profile");
  await writeLines(options.output, [JSON.stringify(profile, null, 1)]);
  if (options.history !== undefined) await writeLines(options.history, snapshotLines(history));
  const { report } = trained;
  process.stderr.write(`${report.rows} rows, ${report.fitted} fitted, ${report.used} of ${report.columns} weights used, ${report.iterations} iterations\n`);
  if (refused > 0) throw new CommandFailure(`${refused} refused; the rest was learned from`, 1);
}

async function loadRecipe(options: TrainOptions): Promise<ScorecardRecipe> {
  if (options.recipe !== undefined) return orFail(parseRecipe(await readDocument(options.recipe)), options.recipe);
  if (options.format === "korea") return koreaRecipe;
  throw new CommandFailure(`the format ${options.format} has no recipe of its own: pass --recipe`, 2);
}

interface Learned {
  readonly declarations: readonly Declaration[];
  readonly outcomes: readonly HistoryOutcome[];
  readonly refused: number;
}

async function readLearned(options: TrainOptions, toolbox: Toolbox): Promise<Learned> {
  const progress = startProgress("declarations");
  const declarations: Declaration[] = [];
  const outcomes: HistoryOutcome[] = [];
  let refused = 0;
  for await (const record of await openRecords(options, toolbox)) {
    if (!record.ok) {
      refused += 1;
      reportRefused(options.input, record.line, record.issues);
    } else if (record.value.kind === "facts") {
      throw new CommandFailure(`${options.input}: line ${record.line}: expected a declaration to learn from, received facts`, 1);
    } else {
      declarations.push(record.value.declaration);
      if (record.value.outcome !== undefined) outcomes.push(record.value.outcome);
    }
    progress.tick();
  }
  progress.end();
  return { declarations, outcomes, refused };
}

/** The history of all that is learned from; what counts at a moment is what was known then. */
function learnHistory(declarations: readonly Declaration[], outcomes: readonly HistoryOutcome[], recipe: ScorecardRecipe): History {
  const history = createHistory({ undetailedOutcome: recipe.labels === "singleItem" ? "soleItem" : "everyItem" });
  for (const declaration of declarations) orFail(history.observe(eventOf(declaration, { dimensions: READ_DIMENSIONS })), declaration.id);
  for (const outcome of outcomes) orFail(history.recordOutcome(outcome), outcome.declarationId);
  return history;
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
  const latest = declarations.reduce<Declaration | undefined>((best, declaration) => (best === undefined || at(declaration) > at(best) ? declaration : best), undefined);
  return /(?:Z|[+-]\d{2}:\d{2})$/.exec(latest?.registeredAt ?? "")?.[0] ?? "Z";
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const sink = openSink(path);
  try {
    for (const line of lines) await sink.write(line);
    await sink.close();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
