import { unknownIndicator } from "../../conditions/check.js";
import { canonicalJson } from "../../core/canonical.js";
import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import type { IndicatorType } from "../../indicators/fact.js";
import type { CrossPart, ModelDocument, ModelTerm } from "../model-document.js";
import type { LintContext } from "./context.js";

/** Everything wrong with a model: unknown or unfit indicators, ids and levels that stand twice, clamps inside out. */
export function lintModel(model: ModelDocument, context: LintContext, path: readonly PathStep[]): readonly Issue[] {
  const ids = new Set<string>();
  return model.terms.flatMap((term, index) => {
    const at = [...path, "terms", index];
    const repeated = ids.has(term.id);
    ids.add(term.id);
    return [...(repeated ? [duplicate([...at, "id"], term.id)] : []), ...lintTerm(term, context, at)];
  });
}

function lintTerm(term: ModelTerm, context: LintContext, path: readonly PathStep[]): readonly Issue[] {
  switch (term.kind) {
    case "linear": {
      const { clamp } = term;
      const inverted = clamp !== undefined && clamp.min >= clamp.max;
      const issue = inverted
        ? [createIssue("value.range", expectation([...path, "clamp", "min"], `less than ${clamp.max}`, clamp.min, "exchange the bounds"))]
        : [];
      return [...issue, ...lintIndicator(term.indicator, ["number"], context, [...path, "indicator"])];
    }
    case "binned":
      return lintIndicator(term.indicator, ["number"], context, [...path, "indicator"]);
    case "repeat":
      return [
        ...lintIndicator(term.inspected, ["number"], context, [...path, "inspected"]),
        ...lintIndicator(term.findings, ["number"], context, [...path, "findings"]),
      ];
    case "categorical":
      return [
        ...lintIndicator(term.indicator, ["code", "boolean"], context, [...path, "indicator"]),
        ...term.levels.flatMap((level, index) => lintLevelValue(level.value, { indicator: term.indicator }, context, [...path, "levels", index, "value"])),
        ...lintLevels(
          term.levels.map((level) => level.value),
          [...path, "levels"],
        ),
      ];
    case "cross":
      return [
        ...term.of.flatMap((part, index) =>
          lintIndicator(part.indicator, part.edges === undefined ? ["code", "boolean"] : ["number"], context, [...path, "of", index, "indicator"]),
        ),
        ...term.levels.flatMap((level, index) =>
          term.of.flatMap((part, side) => lintLevelValue(level.at[side], part, context, [...path, "levels", index, "at", side])),
        ),
        ...lintLevels(
          term.levels.map((level) => level.at),
          [...path, "levels"],
        ),
      ];
  }
}

function lintIndicator(id: string, types: readonly IndicatorType[], context: LintContext, path: readonly PathStep[]): readonly Issue[] {
  const term = context.vocabulary.get(id);
  if (term === undefined) return [unknownIndicator(id, context.vocabulary, path)];
  if (types.includes(term.type)) return [];
  const received = `${id}, of type ${term.type}`;
  return [
    createIssue("indicator.misused", {
      ...expectation(
        path,
        `an indicator of type ${types.join(" or ")}`,
        received,
        "numbers take linear or binned terms, or `edges` in a cross; codes take categorical ones",
      ),
      indicator: id,
    }),
  ];
}

/** A level that no fact can have would never count. */
function lintLevelValue(value: string | number | boolean | undefined, part: CrossPart, context: LintContext, path: readonly PathStep[]): readonly Issue[] {
  const type = context.vocabulary.get(part.indicator)?.type;
  const bins = (part.edges?.length ?? 0) + 1;
  const fits =
    type === "number"
      ? Number.isInteger(value) && Number(value) >= 0 && Number(value) < bins
      : type === "boolean"
        ? typeof value === "boolean"
        : typeof value === "string";
  if (fits || type === undefined) return [];
  const expected = type === "number" ? `a bin number from 0 to ${bins - 1}` : type === "boolean" ? "true or false" : "a code";
  return [createIssue("value.invalid", expectation(path, expected, value, "give a level that the indicator can have"))];
}

function lintLevels(keys: readonly unknown[], path: readonly PathStep[]): readonly Issue[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    const text = canonicalJson(key);
    const repeated = seen.has(text);
    seen.add(text);
    return repeated ? [duplicate([...path, index], text)] : [];
  });
}

function duplicate(path: readonly PathStep[], key: string): Issue {
  return createIssue("value.duplicate", { ...expectation(path, "each once", key, "remove or rename one of the two"), key });
}
