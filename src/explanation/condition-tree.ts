import type { Condition } from "../conditions/condition.js";
import { describeCondition, describeGroup } from "../conditions/describe.js";
import { type Trace, trace } from "../conditions/trace.js";
import { atLeast } from "../conditions/truth.js";
import type { CompiledRule } from "../profile/compile-profile.js";
import { copyFact } from "./change-facts.js";
import { type EvidenceContext, scopeOf, unitOf } from "./evidence.js";
import type { ConditionTree } from "./explanation.js";

/** The most items that a condition on items is shown for. */
const MOST_ITEMS = 5;

/** The condition of a rule, `appliesTo` included, in the place of the header or of the item on a line. */
export function ruleTree({ rule, appliesTo, when }: CompiledRule, line: number | undefined, context: EvidenceContext): ConditionTree {
  const scope = scopeOf(context.read, line);
  const asked = treeOf(rule.when, trace({ condition: rule.when, prepared: when }, scope), context);
  if (rule.appliesTo === undefined || appliesTo === undefined) return asked;
  const applies = treeOf(rule.appliesTo, trace({ condition: rule.appliesTo, prepared: appliesTo }, scope), context);
  const text = describeGroup({ op: "all", of: [rule.appliesTo, rule.when] }, context.language);
  return { text, truth: atLeast(2, [applies.truth, asked.truth]), of: [applies, asked] };
}

function treeOf(condition: Condition, traced: Trace, context: EvidenceContext): ConditionTree {
  const { truth } = traced;
  if ("indicator" in traced) {
    const unit = unitOf(traced.indicator, context.profile);
    const text = describeCondition(condition, context.language);
    return { text, truth, fact: copyFact(traced.fact), ...(unit === undefined ? {} : { unit }), of: [] };
  }
  const text = describeGroup(condition, context.language);
  if ("where" in traced) return { text, truth, ...itemsOf((condition as { readonly where: Condition }).where, traced.where, context) };
  if (traced.op === "not") return { text, truth, of: [treeOf((condition as { readonly of: Condition }).of, traced.of, context)] };
  const parts = (condition as { readonly of: readonly Condition[] }).of;
  return { text, truth, of: traced.of.map((part, index) => treeOf(parts[index] as Condition, part, context)) };
}

/** True ones first, then unknown ones, then false ones. */
const WEIGHT = { true: 0, unknown: 1, false: 2 } as const;

function itemsOf(where: Condition, traces: readonly Trace[], context: EvidenceContext): Pick<ConditionTree, "of" | "further"> {
  const ranked = traces
    .map((traced, index) => ({ traced, item: context.read.lines[index] as number }))
    .sort((a, b) => WEIGHT[`${a.traced.truth}`] - WEIGHT[`${b.traced.truth}`] || a.item - b.item);
  const shown = ranked.slice(0, MOST_ITEMS).map(({ traced, item }) => ({ ...treeOf(where, traced, context), item }));
  return { of: shown, ...(ranked.length > shown.length ? { further: ranked.length - shown.length } : {}) };
}
