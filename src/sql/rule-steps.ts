import type { PreparedCondition } from "../conditions/prepare.js";
import type { Branch } from "./expression.js";
import { and, call, caseWhen, column, type Expression, integer, isNull, NULL, not, operation, ZERO } from "./expression.js";
import { inForce } from "./fact-steps.js";
import { hasPeriod, type NumberedRule } from "./levels.js";
import { HEADER } from "./places.js";
import type { OutputColumn } from "./query.js";

/** Outcomes of a rule as numbers, the stronger the greater. */
export const OUTCOME = { notApplicable: 0, notFired: 1, undetermined: 2, superseded: 3, fired: 4 } as const;

const holds = ({ number }: NumberedRule, alias: string): Expression => column(`_rule_${number}`, alias);
const scope = ({ number }: NumberedRule, alias: string): Expression => column(`_scope_${number}`, alias);

/**
 * Whether a level's rules are fired (true), undetermined (unknown) or neither: in force, where they apply, with their
 * condition. Where outcomes are asked for, also where each applies: false where it does not, unknown where it is not in force.
 */
export function ruleColumns(
  rules: readonly NumberedRule[],
  toExpression: (condition: PreparedCondition) => Expression,
  withScopes: boolean,
): readonly OutputColumn[] {
  return rules.flatMap((rule): readonly OutputColumn[] => {
    const when = toExpression(rule.when);
    const applies = rule.appliesTo === undefined ? [] : [toExpression(rule.appliesTo)];
    const inPeriod = hasPeriod(rule) ? [inForce(rule.period, HEADER)] : [];
    const fired: OutputColumn = { name: `_rule_${rule.number}`, expression: and([...inPeriod, ...applies, when]), comment: rule.title };
    if (!withScopes || (applies.length === 0 && inPeriod.length === 0)) return [fired];
    const outside: readonly Branch[] = inPeriod.map((period) => [not(period), NULL]);
    const inapplicable: readonly Branch[] = applies.map((each) => [not(each), integer(OUTCOME.notApplicable)]);
    return [fired, { name: `_scope_${rule.number}`, expression: caseWhen([...outside, ...inapplicable], integer(OUTCOME.notFired)) }];
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
      { rule, is: holds(rule, alias), micropoints: rule.fired },
      { rule, is: isNull(holds(rule, alias)), micropoints: rule.undetermined },
    ]);
    const strongestFirst = ways
      .filter((way) => way.micropoints !== 0)
      .sort((a, b) => Math.abs(b.micropoints) - Math.abs(a.micropoints) || a.rule.number - b.rule.number);
    const branches = strongestFirst.map(({ rule, is }): Branch => [is, integer(rule.number)]);
    return { name: group.name, expression: caseWhen(branches, ZERO), comment: `${group.title}: the number of its rule that counts` };
  });
}

/** What the rules of a level come to, read from a relation with their columns and groups. */
export interface RuleResults {
  readonly micropoints: (rule: NumberedRule) => Expression;
  readonly outcome: (rule: NumberedRule) => Expression;
  /** The rank of the channel that the rules of a domain demand; `undefined` where none demands one. */
  readonly mandatory: (domain: number) => Expression | undefined;
}

/** What a rule gives when fired and when undetermined. */
function effect(rule: NumberedRule, alias: string): Expression {
  const fired = holds(rule, alias);
  const branches: readonly Branch[] = [
    ...(rule.fired === 0 && rule.undetermined === 0 ? [] : [[fired, integer(rule.fired)] as const]),
    ...(rule.undetermined === 0 ? [] : [[isNull(fired), integer(rule.undetermined)] as const]),
  ];
  return caseWhen(branches, ZERO);
}

/** Reads the results of a level's rules from a relation. */
export function ruleResults(rules: readonly NumberedRule[], alias: string): RuleResults {
  const groupOf = new Map(groupsOf(rules).flatMap((group) => group.rules.map((rule) => [rule, column(group.name, alias)])));
  return {
    micropoints: (rule) => {
      if (!rule.isPoints) return ZERO;
      const group = groupOf.get(rule);
      if (group === undefined) return effect(rule, alias);
      const counts = operation(group, "=", integer(rule.number));
      // an undetermined rule that counts for nothing is never the one that counts
      if (rule.undetermined === 0) return caseWhen([[counts, integer(rule.fired)]], ZERO);
      return caseWhen(
        [
          [and([counts, holds(rule, alias)]), integer(rule.fired)],
          [counts, integer(rule.undetermined)],
        ],
        ZERO,
      );
    },
    outcome: (rule) => {
      const fired = holds(rule, alias);
      const group = groupOf.get(rule);
      const loses = (micropoints: number, is: Expression): readonly Branch[] =>
        group === undefined || micropoints === 0 ? [] : [[and([is, operation(group, "<>", integer(rule.number))]), integer(OUTCOME.superseded)]];
      const elsewhere = rule.appliesTo === undefined && !hasPeriod(rule) ? integer(OUTCOME.notFired) : scope(rule, alias);
      return caseWhen(
        [
          ...loses(rule.fired, fired),
          ...loses(rule.undetermined, isNull(fired)),
          [fired, integer(OUTCOME.fired)],
          [isNull(fired), integer(OUTCOME.undetermined)],
        ],
        elsewhere,
      );
    },
    mandatory: (domain) => {
      const demanding = rules.filter((rule) => rule.domain === domain && !rule.isPoints).map((rule) => effect(rule, alias));
      return demanding.length === 0 ? undefined : call("greatest", ...demanding);
    },
  };
}
