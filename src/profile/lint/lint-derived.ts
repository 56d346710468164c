import { checkCondition, unknownIndicator } from "../../conditions/check.js";
import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import type { Catalogue } from "../../indicators/define-catalogue.js";
import { type DerivedIndicator, operandsOf } from "../derived.js";
import { orderDerived } from "../vocabulary.js";
import type { LintContext } from "./context.js";

/** Everything wrong with the derived indicators: circles, names already taken, operands that are no numbers of the right level. */
export function lintDerived(derived: Readonly<Record<string, DerivedIndicator>>, catalogue: Catalogue, context: LintContext): readonly Issue[] {
  const circular = orderDerived(derived).circular.map((id) =>
    createIssue("derived.cycle", { ...expectation(["derived", id], "an indicator that does not depend on itself", id, "break the circle"), indicator: id }),
  );
  if (circular.length > 0) return circular;
  return Object.entries(derived).flatMap(([id, definition]) => {
    const path: readonly PathStep[] = ["derived", id];
    const taken = catalogue.indicators.has(id)
      ? [createIssue("value.duplicate", { ...expectation(path, "an id that the catalogue does not have", id, "rename it"), key: id })]
      : [];
    const operands = operandsOf(definition).flatMap((operand) => lintOperand(definition, operand, context, path));
    const where =
      "where" in definition && definition.where !== undefined
        ? checkCondition(definition.where, { vocabulary: context.vocabulary, lists: new Set(context.lists.keys()), level: "item" }, [...path, "where"])
        : [];
    return [...taken, ...operands, ...where];
  });
}

function lintOperand(
  definition: DerivedIndicator,
  operand: { readonly key: string; readonly indicator: string },
  context: LintContext,
  path: readonly PathStep[],
): readonly Issue[] {
  const at = [...path, operand.key];
  const term = context.vocabulary.get(operand.indicator);
  if (term === undefined) return [unknownIndicator(operand.indicator, context.vocabulary, at)];
  const overItems = definition.kind === "sum" || definition.kind === "share";
  const expected = overItems ? "a number of the item level" : "a number";
  const fits = term.type === "number" && (!overItems || term.level === "item");
  return fits
    ? []
    : [createIssue("indicator.misused", { ...expectation(at, expected, operand.indicator, "use an indicator of that kind"), indicator: operand.indicator })];
}
