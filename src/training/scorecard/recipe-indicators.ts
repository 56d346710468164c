import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import type { Catalogue } from "../../indicators/define-catalogue.js";
import type { IndicatorType } from "../../indicators/fact.js";
import type { AnyIndicator } from "../../indicators/indicator.js";
import type { ScorecardRecipe, TermRecipe } from "./recipe.js";

/** Where a recipe names an indicator, and of what type it has to be. */
interface Use {
  readonly indicator: string;
  readonly path: readonly PathStep[];
  readonly types: readonly IndicatorType[];
}

const NUMBER: readonly IndicatorType[] = ["number"];
const LEVELS: readonly IndicatorType[] = ["code", "boolean"];

/** The indicators that a recipe reads, each once; one that the catalogue lacks, or of an unfit type, is an issue. */
export function recipeIndicators(recipe: ScorecardRecipe, catalogue: Catalogue): Result<readonly AnyIndicator[]> {
  const chosen = new Map<string, AnyIndicator>();
  const issues: Issue[] = [];
  for (const { indicator: id, path, types } of usesOf(recipe)) {
    const indicator = catalogue.indicators.get(id);
    if (indicator === undefined) {
      issues.push(createIssue("indicator.unknown", { ...expectation(path, "an indicator of the catalogue", id, "mend its spelling"), indicator: id }));
    } else if (!types.includes(indicator.type)) {
      const expected = `an indicator of type ${types.join(" or ")}`;
      issues.push(
        createIssue("indicator.misused", {
          ...expectation(path, expected, `${id}, of type ${indicator.type}`, "numbers take bins, codes and truth values do not"),
          indicator: id,
        }),
      );
    } else chosen.set(id, indicator);
  }
  return settle(issues, () => [...chosen.values()]);
}

function usesOf({ signature, terms, repeat }: ScorecardRecipe): readonly Use[] {
  return [
    { indicator: signature, path: ["signature"], types: ["code"] },
    ...terms.flatMap((term, index) => usesOfTerm(term, ["terms", index])),
    ...(repeat === undefined
      ? []
      : [
          { indicator: repeat.inspected, path: ["repeat", "inspected"], types: NUMBER },
          { indicator: repeat.findings, path: ["repeat", "findings"], types: NUMBER },
        ]),
  ];
}

function usesOfTerm(term: TermRecipe, path: readonly PathStep[]): readonly Use[] {
  if (term.kind !== "cross") return [{ indicator: term.indicator, path: [...path, "indicator"], types: term.kind === "binned" ? NUMBER : LEVELS }];
  return term.of.map(({ indicator, bins }, part) => ({ indicator, path: [...path, "of", part, "indicator"], types: bins === undefined ? LEVELS : NUMBER }));
}
