import type { PreparedCondition } from "../conditions/prepare.js";
import type { Level } from "../indicators/indicator.js";
import type { Branch } from "./expression.js";
import { and, call, caseWhen, column, type Expression, integer, NULL, not, operation, switchOf, ZERO } from "./expression.js";
import { inForce } from "./fact-steps.js";
import { hasPeriod, type LevelParts, type NumberedRule } from "./levels.js";
import type { OutputColumn } from "./query.js";

/** Outcomes of a rule as numbers, the stronger the greater. */
export const OUTCOME = { notApplicable: 0, notFired: 1, undetermined: 2, superseded: 3, fired: 4 } as const;

/** The columns of a rule: whether its conditions hold, what came of it. */
const named = {
  when: (rule: NumberedRule): string => `_when_${rule.number}`,
  scope: (rule: NumberedRule): string => `_scope_${rule.number}`,
  outcome: (rule: NumberedRule): string => `_outcome_${rule.number}`,
};

/** Whether the conditions of a level's rules hold. */
export function conditionColumns(rules: readonly NumberedRule[], toExpression: (condition: PreparedCondition) => Expression): readonly OutputColumn[] {
  return rules.flatMap((rule) => {
    const when = { name: named.when(rule), expression: toExpression(rule.when), comment: rule.title };
    return rule.appliesTo === undefined ? [when] : [when, { name: named.scope(rule), expression: toExpression(rule.appliesTo), comment: `where ${rule.id} applies` }];
  });
}

/** The outcome of a level's rules, before their groups; `NULL` of one that is not in force. */
export function outcomeColumns(rules: readonly NumberedRule[], alias: string): readonly OutputColumn[] {
  return rules.map((rule) => {
    const when = column(named.when(rule), alias);
    const outside: readonly Branch[] = hasPeriod(rule) ? [[not(inForce(rule.period, alias)), NULL]] : [];
    const scope = rule.appliesTo === undefined ? undefined : column(named.scope(rule), alias);
    const branches: readonly Branch[] =
      scope === undefined
        ? [
            [when, integer(OUTCOME.fired)],
            [not(when), integer(OUTCOME.notFired)],
          ]
        : [
            [not(scope), integer(OUTCOME.notApplicable)],
            [not(when), integer(OUTCOME.notFired)],
            [and([scope, when]), integer(OUTCOME.fired)],
          ];
    return { name: named.outcome(rule), expression: caseWhen([...outside, ...branches], integer(OUTCOME.undetermined)) };
  });
}

/** A group of rules of one domain of which only the strongest counts. */
interface Group {
  readonly name: string;
  readonly title: string;
  readonly rules: readonly NumberedRule[];
}

function groupsOf(rules: readonly NumberedRule[]): readonly Group[] {
  const groups = new Map<string, NumberedRule[]>();
  for (const rule of rules) {
    if (rule.group === undefined || !rule.isPoints) continue;
    const id = `${rule.domain}/${rule.group}`;
    const known = groups.get(id);
    if (known === undefined) groups.set(id, [rule]);
    else known.push(rule);
  }
  return [...groups.values()].map((members) => ({ name: `_group_${members[0]?.number ?? 0}`, title: `group ${members[0]?.group ?? ""}`, rules: members }));
}

/** The number of the rule of each group that counts: of the greatest magnitude, of equals the first by id; 0 where none does. */
export function groupColumns(rules: readonly NumberedRule[], alias: string): readonly OutputColumn[] {
  return groupsOf(rules).map((group) => {
    const ways = group.rules.flatMap((rule) => [
      { rule, outcome: OUTCOME.fired, micropoints: rule.fired },
      { rule, outcome: OUTCOME.undetermined, micropoints: rule.undetermined },
    ]);
    const strongestFirst = ways
      .filter((way) => way.micropoints !== 0)
      .sort((a, b) => Math.abs(b.micropoints) - Math.abs(a.micropoints) || a.rule.number - b.rule.number);
    const branches = strongestFirst.map(
      ({ rule, outcome }): Branch => [operation(column(named.outcome(rule), alias), "=", integer(outcome)), integer(rule.number)],
    );
    return { name: group.name, expression: caseWhen(branches, ZERO), comment: `${group.title}: the number of its rule that counts` };
  });
}

/** What the rules of a level come to, read from a relation with their outcomes and groups. */
export interface RuleResults {
  readonly micropoints: (rule: NumberedRule) => Expression;
  readonly outcome: (rule: NumberedRule) => Expression;
  /** The rank of the channel that the rules of a domain demand; `undefined` where none demands one. */
  readonly mandatory: (domain: number) => Expression | undefined;
}

/** Reads the results of a level's rules from a relation. */
export function ruleResults(rules: readonly NumberedRule[], alias: string): RuleResults {
  const groupOf = new Map(groupsOf(rules).flatMap((group) => group.rules.map((rule) => [rule, column(group.name, alias)])));
  const outcome = (rule: NumberedRule): Expression => column(named.outcome(rule), alias);
  const effect = (rule: NumberedRule): Expression =>
    switchOf(
      outcome(rule),
      [
        [OUTCOME.fired, rule.fired],
        [OUTCOME.undetermined, rule.undetermined],
      ].flatMap(([number = 0, value = 0]): readonly Branch[] => (value === 0 ? [] : [[integer(number), integer(value)]])),
      ZERO,
    );
  return {
    micropoints: (rule) => {
      const group = groupOf.get(rule);
      if (!rule.isPoints) return ZERO;
      return group === undefined ? effect(rule) : caseWhen([[operation(group, "=", integer(rule.number)), effect(rule)]], ZERO);
    },
    outcome: (rule) => {
      const group = groupOf.get(rule);
      if (group === undefined) return outcome(rule);
      const contributes = [
        ...(rule.fired === 0 ? [] : [operation(outcome(rule), "=", integer(OUTCOME.fired))]),
        ...(rule.undetermined === 0 ? [] : [operation(outcome(rule), "=", integer(OUTCOME.undetermined))]),
      ];
      const superseded = contributes.map((one): Branch => [and([one, operation(group, "<>", integer(rule.number))]), integer(OUTCOME.superseded)]);
      return caseWhen(superseded, outcome(rule));
    },
    mandatory: (domain) => {
      const demanding = rules.filter((rule) => rule.domain === domain && !rule.isPoints).map(effect);
      return demanding.length === 0 ? undefined : call("greatest", ZERO, ...demanding);
    },
  };
}

/** Whether a level asks anything. */
export function asks({ rules, terms }: LevelParts): boolean {
  return rules.length > 0 || terms.length > 0;
}

/** The levels in the order in which they are listed. */
export const LEVELS: readonly Level[] = Object.freeze(["header", "item"]);

