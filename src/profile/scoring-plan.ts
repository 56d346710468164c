import { createMatcher } from "../conditions/compiled/create-matcher.js";
import { type Layout, layOut, type WriteClasses } from "../conditions/compiled/layout.js";
import type { Matcher } from "../conditions/compiled/matcher.js";
import { countTests, MAX_PREPARED_TESTS } from "../conditions/compiled/plain-conjunction.js";
import { type ItemsSlot, type Node, toNode } from "../conditions/compiled/program.js";
import { type PreparedCondition, preparedLeaves } from "../conditions/prepare.js";
import type { Vocabulary } from "../conditions/vocabulary.js";
import { compareText } from "../core/canonical.js";
import type { Level } from "../indicators/indicator.js";
import type { CompiledDomain, CompiledRule } from "./compiled-domain.js";
import type { DerivedIndicator } from "./derived.js";
import { indicatorsOf } from "./model-document.js";
import { needsFacts, type PlannedTerm, planTerm, testsOfTerm } from "./plan-term.js";
import { readsOf } from "./vocabulary.js";

/** A rule as scoring sees it; rules are numbered by domain and id. */
export interface PlannedRule extends CompiledRule {
  /** The number of its domain. */
  readonly domain: number;
  /** The number of its group, over all domains; -1 without one. */
  readonly group: number;
}

/** What scoring reads of the rules, by number. */
export interface RuleColumns {
  /** When each is in force: from, included, to, excluded. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** 1 for a rule with points, 0 for one that demands a channel. */
  readonly isPoints: Uint8Array;
  /** What each comes to: undetermined at twice its number, fired at the place behind. */
  readonly effects: Float64Array;
  /** The domain of a rule whose points add up at all times and by themselves; -1 for every other rule. */
  readonly plainDomain: Int32Array;
  readonly domain: Int32Array;
  readonly group: Int32Array;
}

/** What is asked of the header, or of every item. */
export interface LevelPlan {
  /** The rules' conditions (`appliesTo` and `when` together), and the number of the rule that each belongs to. */
  readonly matcher: Matcher;
  readonly ruleNumbers: Int32Array;
  /** The numbers of the rules whose conditions make too many tests to be prepared. */
  readonly unprepared: readonly number[];
  /** The distinct `appliesTo` conditions, and the numbers of the rules under each. */
  readonly scopes: Matcher;
  readonly scopeRules: readonly (readonly number[])[];
  readonly terms: readonly (PlannedTerm & { readonly id: string; readonly domain: number })[];
}

/** A compiled profile's rules and terms over classes: the fast way to what the plain evaluator says. */
export interface ScoringPlan {
  readonly layout: Layout;
  /** The length of the vector of classes. */
  readonly slots: number;
  readonly rules: readonly PlannedRule[];
  readonly ruleIds: readonly string[];
  readonly columns: RuleColumns;
  readonly groups: number;
  /** The rules, by id, that are evaluated in full for every declaration: they make too many tests to be prepared. */
  readonly unprepared: readonly string[];
  readonly header: LevelPlan;
  readonly item: LevelPlan;
  /** What header rules ask of items, and the slots that hold whether enough items meet it. */
  readonly wheres: Matcher;
  readonly itemCounts: readonly { readonly where: number; readonly atLeast: number; readonly slot: number }[];
  /** The indicators of which terms or derived indicators need the facts, not only their classes. */
  readonly factReads: ReadonlySet<string>;
  readonly termsNeedFacts: boolean;
  /** The derived indicators that have slots, and how their classes are written. */
  readonly derived: readonly { readonly id: string; readonly level: Level; readonly write: WriteClasses }[];
}

/** Plans the scoring of some domains. */
export function planScoring(domains: readonly CompiledDomain[], derived: Readonly<Record<string, DerivedIndicator>>, vocabulary: Vocabulary): ScoringPlan {
  const rules = numberRules(domains);
  const conditions = rules.flatMap((rule) => (rule.appliesTo === undefined ? [rule.when] : [rule.appliesTo, rule.when]));
  const terms = domains.flatMap((domain) => [...domain.terms.header, ...domain.terms.item]).map((compiled) => compiled.term);
  const layout = layOut([...conditions.flatMap(preparedLeaves), ...terms.flatMap(testsOfTerm)], vocabulary);
  const wheres = numberDistinct();
  const counts = new Map<string, ScoringPlan["itemCounts"][number]>();
  const itemsSlot: ItemsSlot = (condition) => {
    const where = wheres.numberOf(toNode(condition.where, layout, itemsSlot));
    const key = `${where} ${condition.count}`;
    const known = counts.get(key) ?? { where, atLeast: condition.count, slot: layout.factSlots + counts.size };
    counts.set(key, known);
    return known.slot;
  };
  const levelPlan = (level: Level): LevelPlan => planLevel(level, rules, domains, layout, itemsSlot);
  const [header, item] = [levelPlan("header"), levelPlan("item")];
  return {
    layout,
    slots: layout.factSlots + counts.size,
    rules,
    ruleIds: rules.map((rule) => rule.rule.id),
    columns: {
      from: Float64Array.from(rules, (rule) => rule.period.from),
      to: Float64Array.from(rules, (rule) => rule.period.to),
      isPoints: Uint8Array.from(rules, (rule) => (rule.rule.effect.kind === "points" ? 1 : 0)),
      effects: Float64Array.from(rules.flatMap((rule) => [rule.undetermined, rule.fired])),
      plainDomain: Int32Array.from(rules, (rule) => (isPlain(rule) ? rule.domain : -1)),
      domain: Int32Array.from(rules, (rule) => rule.domain),
      group: Int32Array.from(rules, (rule) => rule.group),
    },
    groups: 1 + rules.reduce((greatest, rule) => Math.max(greatest, rule.group), -1),
    unprepared: [...header.unprepared, ...item.unprepared].flatMap((number) => rules[number]?.rule.id ?? []),
    header,
    item,
    wheres: createMatcher(wheres.nodes, layout),
    itemCounts: [...counts.values()],
    factReads: new Set([...terms.filter(needsFacts).flatMap(indicatorsOf), ...Object.values(derived).flatMap(readsOf)]),
    termsNeedFacts: terms.some(needsFacts),
    derived: Object.keys(derived).flatMap((id) => {
      const write = layout.writers.get(id);
      return write === undefined ? [] : [{ id, level: vocabulary.get(id)?.level ?? "header", write }];
    }),
  };
}

function isPlain({ rule, group }: PlannedRule): boolean {
  return rule.effect.kind === "points" && group === -1 && rule.validity === undefined;
}

function numberRules(domains: readonly CompiledDomain[]): readonly PlannedRule[] {
  const groups = new Map<string, number>();
  const groupOf = (domain: string, group: string | undefined): number => {
    if (group === undefined) return -1;
    const key = JSON.stringify([domain, group]);
    const number = groups.get(key) ?? groups.size;
    groups.set(key, number);
    return number;
  };
  return domains.flatMap(({ id, rules }, domain) =>
    [...rules.header, ...rules.item]
      .sort((a, b) => compareText(a.rule.id, b.rule.id))
      .map((compiled) => ({ ...compiled, domain, group: groupOf(id, compiled.rule.group) })),
  );
}

function planLevel(level: Level, rules: readonly PlannedRule[], domains: readonly CompiledDomain[], layout: Layout, itemsSlot: ItemsSlot): LevelPlan {
  const scopes = numberDistinct();
  const scopeRules: number[][] = [];
  const numbers = [...rules.keys()].filter((number) => rules[number]?.rule.level === level);
  const nodes = numbers.flatMap((number) => {
    const rule = rules[number];
    if (rule === undefined) return [];
    if (rule.appliesTo === undefined) return [toNode(rule.when, layout, itemsSlot)];
    const scope = scopes.numberOf(toNode(rule.appliesTo, layout, itemsSlot));
    if (scope === scopeRules.length) scopeRules.push([]);
    scopeRules[scope]?.push(number);
    const both: PreparedCondition = { kind: "atLeast", count: 2, of: [rule.appliesTo, rule.when] };
    return [toNode(both, layout, itemsSlot)];
  });
  return {
    matcher: createMatcher(nodes, layout),
    ruleNumbers: Int32Array.from(numbers),
    unprepared: numbers.filter((_, index) => countTests(nodes[index] as Node) > MAX_PREPARED_TESTS),
    scopes: createMatcher(scopes.nodes, layout),
    scopeRules,
    terms: domains.flatMap((domain, number) => domain.terms[level].map(({ id, term }) => ({ id, domain: number, ...planTerm(term, layout) }))),
  };
}

/** Numbers conditions, the same condition once. */
function numberDistinct(): { readonly nodes: Node[]; readonly numberOf: (node: Node) => number } {
  const numbers = new Map<string, number>();
  const nodes: Node[] = [];
  return {
    nodes,
    numberOf: (node) => {
      const key = JSON.stringify(node);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, nodes.length);
      return nodes.push(node) - 1;
    },
  };
}
