import { checkCondition } from "../../conditions/check.js";
import { findContradiction } from "../../conditions/contradiction.js";
import { effectOfAddedItem } from "../../conditions/monotonicity.js";
import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import type { Rule } from "../rule.js";
import type { LintContext } from "./context.js";
import { lintPeriod } from "./lint-period.js";

/** Everything wrong with the rules of one domain; `seen` holds the rule ids of the whole profile so far. */
export function lintRules(rules: readonly Rule[], context: LintContext, seen: Set<string>, path: readonly PathStep[]): readonly Issue[] {
  const issues = rules.flatMap((rule, index) => lintRule(rule, context, seen, [...path, index]));
  return [...issues, ...lintGroups(rules, path)];
}

function lintRule(rule: Rule, context: LintContext, seen: Set<string>, path: readonly PathStep[]): readonly Issue[] {
  const issues: Issue[] = [];
  if (seen.has(rule.id)) {
    issues.push(
      createIssue("value.duplicate", {
        ...expectation([...path, "id"], "an id of its own in the whole profile", rule.id, "rename one of the two rules"),
        key: rule.id,
      }),
    );
  }
  seen.add(rule.id);
  issues.push(...lintPeriod(rule.validity, [...path, "validity"]), ...lintEffect(rule, context, path));
  const check = { vocabulary: context.vocabulary, lists: new Set(context.lists.keys()), level: rule.level };
  const faults = [
    ...(rule.appliesTo === undefined ? [] : checkCondition(rule.appliesTo, check, [...path, "appliesTo"])),
    ...checkCondition(rule.when, check, [...path, "when"]),
  ];
  return [...issues, ...(faults.length === 0 ? lintSense(rule, context, path) : faults)];
}

/** What can only be judged of a rule whose conditions are sound: contradictions, and rules that an added item lowers. */
function lintSense(rule: Rule, context: LintContext, path: readonly PathStep[]): readonly Issue[] {
  const conditions = rule.appliesTo === undefined ? [rule.when] : [rule.appliesTo, rule.when];
  const contradiction = findContradiction(conditions, context.vocabulary, context.lists);
  if (contradiction !== undefined) {
    const message = `the rule can never fire: ${contradiction}`;
    return [
      createIssue("condition.contradiction", {
        path: [...path, "when"],
        message,
        expected: "conditions that can hold together",
        received: contradiction,
        remedy: "mend or remove one of the conditions",
      }),
    ];
  }
  const mitigates = rule.effect.kind === "points" && rule.effect.points < 0;
  const safe = mitigates ? "canOnlyFall" : "canOnlyRise";
  const lowered = conditions.some((condition) => !["unaffected", safe].includes(effectOfAddedItem(condition, context.vocabulary)));
  if (!lowered) return [];
  return [
    createIssue("rule.loweredByItem", {
      severity: "warning",
      path: [...path, "when"],
      message: `an added goods item can lower what the rule \`${rule.id}\` contributes`,
      expected: "a rule that an added item cannot lower",
      received: rule.id,
      remedy: "read items rather than sums and shares of them, use `anyItem` or `countItems`, or accept that a declarant can dilute it",
      rule: rule.id,
    }),
  ];
}

function lintEffect(rule: Rule, context: LintContext, path: readonly PathStep[]): readonly Issue[] {
  const { effect } = rule;
  if (effect.kind === "points") {
    const within =
      effect.points < 0 ? effect.undetermined >= effect.points && effect.undetermined <= 0 : effect.undetermined <= effect.points && effect.undetermined >= 0;
    return within
      ? []
      : [
          createIssue(
            "value.range",
            expectation(
              [...path, "effect", "undetermined"],
              `points between 0 and ${effect.points}`,
              effect.undetermined,
              "an undetermined rule costs at most what a fired one does",
            ),
          ),
        ];
  }
  const rank = context.channels.indexOf(effect.channel);
  const undetermined = effect.undetermined === undefined ? 0 : context.channels.indexOf(effect.undetermined);
  const issues: Issue[] = [];
  const expected = `one of the channels ${context.channels.join(", ")}`;
  if (rank < 1)
    issues.push(
      createIssue(
        "value.invalid",
        expectation([...path, "effect", "channel"], `${expected}, not the lowest`, effect.channel, "name a channel that the rule can raise to"),
      ),
    );
  if (undetermined < 0 || undetermined > Math.max(rank, 0)) {
    issues.push(
      createIssue(
        "value.invalid",
        expectation([...path, "effect", "undetermined"], `${expected}, no higher than the rule's own`, effect.undetermined, "lower it"),
      ),
    );
  }
  return issues;
}

function lintGroups(rules: readonly Rule[], path: readonly PathStep[]): readonly Issue[] {
  const first = new Map<string, Rule>();
  return rules.flatMap((rule, index) => {
    if (rule.group === undefined) return [];
    const leader = first.get(rule.group) ?? rule;
    first.set(rule.group, leader);
    const same =
      rule.effect.kind === "points" &&
      leader.effect.kind === "points" &&
      leader.level === rule.level &&
      Math.sign(rule.effect.points) * Math.sign(leader.effect.points) >= 0;
    if (same) return [];
    const expected = "points rules of one level and one sign";
    const message = `the rules of group \`${rule.group}\` must be ${expected}: \`${leader.id}\` and \`${rule.id}\` are not`;
    return [
      createIssue("rule.group", {
        path: [...path, index, "group"],
        message,
        expected,
        received: rule.id,
        remedy: "give the rule a group of its own",
        group: rule.group,
      }),
    ];
  });
}
