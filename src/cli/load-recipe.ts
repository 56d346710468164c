import { koreaRecipe } from "../training/recipes/korea-recipe.js";
import { parseRecipe, type ScorecardRecipe } from "../training/scorecard/recipe.js";
import { CommandFailure, orFail } from "./failure.js";
import { readDocument } from "./files.js";
import type { InputOptions } from "./records.js";

/** The recipe of a file; without a file, or for `default`, that of the format. */
export async function loadRecipe(path: string | undefined, format: InputOptions["format"]): Promise<ScorecardRecipe> {
  if (path !== undefined && path !== "default") return orFail(parseRecipe(await readDocument(path)), path);
  if (format === "korea") return koreaRecipe;
  throw new CommandFailure(`the format ${format} has no recipe of its own: pass --recipe`, 2);
}
