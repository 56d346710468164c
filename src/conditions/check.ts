import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import { foldWords } from "../core/text.js";
import type { IndicatorType } from "../indicators/fact.js";
import type { Level } from "../indicators/indicator.js";
import { type Condition, childrenOf, isLeaf, type LeafCondition } from "./condition.js";
import type { Term, Vocabulary } from "./vocabulary.js";

/** What a condition is checked against. */
export interface CheckContext {
  readonly vocabulary: Vocabulary;
  /** The list ids that exist. */
  readonly lists: ReadonlySet<string>;
  /** `header` where no item is at hand: item indicators then need `anyItem` or `countItems` around them. */
  readonly level: Level;
}

/** The types of indicator that each operator takes. */
export const OPERAND_TYPES: { readonly [Op in LeafCondition["op"]]: readonly IndicatorType[] } = {
  eq: ["code", "number", "boolean"],
  in: ["code", "codes"],
  prefix: ["code"],
  containsAny: ["text"],
  between: ["number"],
  gt: ["number"],
  gte: ["number"],
  lt: ["number"],
  lte: ["number"],
  present: ["boolean", "number", "code", "codes", "text"],
};

/** Everything wrong with a condition: unknown indicators and lists, types and levels that do not fit, impossible counts. */
export function checkCondition(condition: Condition, context: CheckContext, path: readonly PathStep[]): readonly Issue[] {
  if (isLeaf(condition)) return checkLeaf(condition, context, path);
  const inner = condition.op === "anyItem" || condition.op === "countItems" ? { ...context, level: "item" as const } : context;
  return [
    ...checkNode(condition, context, path),
    ...childrenOf(condition).flatMap((child) => checkCondition(child.condition, inner, [...path, ...child.path])),
  ];
}

function checkNode(condition: Exclude<Condition, LeafCondition>, context: CheckContext, path: readonly PathStep[]): readonly Issue[] {
  if ((condition.op === "anyItem" || condition.op === "countItems") && context.level === "item") {
    return [
      say(
        "value.invalid",
        [...path, "op"],
        "a condition on the item at hand",
        condition.op,
        "an item rule speaks of its own item; use a header rule to look at all items",
      ),
    ];
  }
  if (condition.op === "atLeast" && condition.count > condition.of.length) {
    return [
      say("value.range", [...path, "count"], `at most ${condition.of.length}, the number of conditions`, condition.count, "lower the count or add conditions"),
    ];
  }
  return [];
}

function checkLeaf(leaf: LeafCondition, context: CheckContext, path: readonly PathStep[]): readonly Issue[] {
  const term = context.vocabulary.get(leaf.indicator);
  if (term === undefined) return [unknownIndicator(leaf.indicator, context.vocabulary, [...path, "indicator"])];
  const issues: Issue[] = [];
  const misused = (step: string, expected: string, received: unknown, remedy: string): void => {
    issues.push(createIssue("indicator.misused", { ...expectation([...path, step], expected, received, remedy), indicator: leaf.indicator }));
  };
  if (!OPERAND_TYPES[leaf.op].includes(term.type)) {
    misused("op", `an operator for the type ${term.type}`, leaf.op, `the operator takes ${OPERAND_TYPES[leaf.op].join(", ")}`);
  } else if (leaf.op === "eq" && typeof leaf.value !== valueType(term)) {
    misused("value", `a ${valueType(term)}`, leaf.value, "compare with a value of the indicator's type");
  }
  if (term.level === "item" && context.level === "header") {
    misused("indicator", "a header indicator", leaf.indicator, "put it inside `anyItem` or `countItems`, or make the rule an item rule");
  }
  if ("values" in leaf) {
    if ("list" in leaf.values) {
      const list = leaf.values.list;
      if (!context.lists.has(list)) {
        issues.push(
          createIssue("list.unknown", {
            ...expectation([...path, "values", "list"], "a list of the profile", list, "mend its spelling, or define it under `lists`"),
            list,
          }),
        );
      }
    } else if (leaf.op === "containsAny") {
      for (const [index, value] of leaf.values.entries()) {
        if (foldWords(value).length === 0)
          issues.push(
            say("value.invalid", [...path, "values", index], "a phrase with at least one letter or digit", value, "remove it; it would match every text"),
          );
      }
    }
  }
  if (leaf.op === "between" && leaf.min > leaf.max) {
    issues.push(createIssue("condition.contradiction", expectation([...path, "min"], `at most the maximum ${leaf.max}`, leaf.min, "exchange the bounds")));
  }
  return issues;
}

/** The issue that an indicator is not in the vocabulary, with the nearest known id as remedy. */
export function unknownIndicator(id: string, vocabulary: Vocabulary, path: readonly PathStep[]): Issue {
  const near = [...vocabulary.keys()].find((known) => known.toLowerCase() === id.toLowerCase());
  const remedy = near === undefined ? "use an indicator of the catalogue, or a derived one" : `did you mean \`${near}\``;
  return createIssue("indicator.unknown", { ...expectation(path, "a known indicator", id, remedy), indicator: id });
}

function valueType(term: Term): "string" | "number" | "boolean" {
  return term.type === "number" || term.type === "boolean" ? term.type : "string";
}

function say(code: "value.invalid" | "value.range", path: readonly PathStep[], expected: string, received: unknown, remedy: string): Issue {
  return createIssue(code, expectation(path, expected, received, remedy));
}
