import type { Issue } from "../../core/issue.js";
import type { ScorecardRecipe } from "./recipe.js";
import { emptyColumn } from "./training-issues.js";
import type { TrainingTable } from "./training-table.js";

/** An issue where a term has nothing to learn from: a code that no fitted row states, a number that does not vary. */
export function checkColumns({ columns }: TrainingTable, fitted: Int32Array, { terms }: ScorecardRecipe): Issue | undefined {
  for (const term of terms) {
    for (const { indicator } of term.kind === "cross" ? term.of : [term]) {
      const column = columns.get(indicator);
      if (column?.kind === "level" && fitted.every((row) => column.codes[row] === -1)) return emptyColumn(indicator, "a value", "none in any row");
      if (column?.kind === "number" && !isVaried(column.values, fitted)) return emptyColumn(indicator, "two values or more", "fewer in all rows");
    }
  }
  return undefined;
}

function isVaried(values: Float64Array, rows: Int32Array): boolean {
  const stated = rows.filter((row) => !Number.isNaN(values[row] as number));
  return stated.some((row) => values[row] !== values[stated[0] as number]);
}
