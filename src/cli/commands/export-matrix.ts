import { basename } from "node:path";
import { matrixCsv, matrixSchema } from "../../adapters/matrix-csv.js";
import { toMatrix } from "../../training/scorecard/to-matrix.js";
import { CommandFailure, orFail } from "../failure.js";
import { openSink } from "../files.js";
import { learnHistory } from "../learn-history.js";
import { loadToolbox } from "../load-profile.js";
import { loadRecipe } from "../load-recipe.js";
import { readDeclarations } from "../read-declarations.js";
import type { InputOptions } from "../records.js";

/** The options of `export-matrix`. */
export interface ExportMatrixOptions extends InputOptions {
  readonly recipe: string;
  readonly output: string;
  readonly indicators?: string;
}

/** `export-matrix`: what a recipe learns from as CSV for other programs, and beside it how to read it without losing a code. */
export async function exportMatrix(options: ExportMatrixOptions): Promise<void> {
  const recipe = await loadRecipe(options.recipe, options.format);
  const toolbox = await loadToolbox(options.indicators);
  const { declarations, outcomes, refused } = await readDeclarations(options, toolbox);
  const history = learnHistory(declarations, outcomes, recipe);
  const matrix = orFail(toMatrix(declarations, recipe, { catalogue: toolbox.catalogue, history, outcomes }), options.input);
  const csv = openSink(options.output);
  const schema = openSink(`${options.output}.schema.json`);
  try {
    for (const line of matrixCsv(matrix)) await csv.write(line);
    await schema.write(JSON.stringify(matrixSchema(matrix, basename(options.output)), null, 2));
    // both are whole before one appears
    await csv.flush();
    await schema.flush();
    await csv.close();
    await schema.close();
  } catch (error) {
    await csv.discard();
    await schema.discard();
    throw error;
  }
  process.stderr.write(`${matrix.rows.length} rows, ${matrix.columns.length} indicators; ${options.output}.schema.json says how to read them\n`);
  if (refused > 0) throw new CommandFailure(`${refused} refused; the rest was written`, 1);
}
