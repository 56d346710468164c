import fc from "fast-check";
import { type Condition, type LeafCondition, leavesOf, type Values } from "../../conditions/condition.js";
import type { Vocabulary } from "../../conditions/vocabulary.js";
import type { Level } from "../../indicators/indicator.js";
import { code, idsOf, NUMBERS, number, PHRASES } from "./values.js";

/** What conditions may speak of. */
export interface ConditionSpace {
  readonly vocabulary: Vocabulary;
  readonly level: Level;
  /** Ids of lists of codes and of lists of phrases. */
  readonly codeLists: readonly string[];
  readonly phraseLists: readonly string[];
}

function values(entries: readonly string[], lists: readonly string[]): fc.Arbitrary<Values> {
  const written = fc.array(fc.constantFrom(...entries), { minLength: 1, maxLength: 4 });
  return lists.length === 0
    ? written
    : fc.oneof(
        written,
        fc.constantFrom(...lists).map((list) => ({ list })),
      );
}

/** A leaf of any operator on an indicator of its type. */
function leaf(space: ConditionSpace): fc.Arbitrary<LeafCondition> {
  const levels: readonly Level[] = space.level === "header" ? ["header"] : ["header", "item", "item"];
  const ids = (...types: Parameters<typeof idsOf>[1]): readonly string[] => levels.flatMap((level) => idsOf(space.vocabulary, types, [level]));
  const of = (...types: Parameters<typeof idsOf>[1]): fc.Arbitrary<string> => fc.constantFrom(...ids(...types));
  const codes = values([...new Set(fc.sample(code, { seed: 1, numRuns: 40 }))], space.codeLists);
  const choices: fc.Arbitrary<LeafCondition>[] = [
    fc.record({ op: fc.constant("eq" as const), indicator: of("code"), value: code }),
    fc.record({ op: fc.constant("eq" as const), indicator: of("number"), value: number }),
    fc.record({ op: fc.constant("in" as const), indicator: of("code", "codes"), values: codes }),
    fc.record({ op: fc.constant("prefix" as const), indicator: of("code"), values: codes }),
    fc
      .tuple(of("number"), fc.constantFrom(...NUMBERS), fc.constantFrom(...NUMBERS))
      .map(([indicator, a, b]) => ({ op: "between" as const, indicator, min: Math.min(a, b), max: Math.max(a, b) })),
    fc.record({ op: fc.constantFrom("gt" as const, "gte" as const, "lt" as const, "lte" as const), indicator: of("number"), value: number }),
    fc.record({ op: fc.constant("present" as const), indicator: of("boolean", "number", "code", "codes", "text") }),
  ];
  if (ids("boolean").length > 0) choices.push(fc.record({ op: fc.constant("eq" as const), indicator: of("boolean"), value: fc.boolean() }));
  if (ids("text").length > 0) {
    choices.push(fc.record({ op: fc.constant("containsAny" as const), indicator: of("text"), values: values(PHRASES, space.phraseLists) }));
  }
  return fc.oneof(...choices);
}

/** A sound condition of any operator and nesting: no unknown indicator, no contradiction within one conjunction. */
export function condition(space: ConditionSpace): fc.Arbitrary<Condition> {
  return fc.letrec<{ condition: Condition }>((tie) => {
    const some = fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map(([first, ...rest]) => [first, ...rest] as [Condition, ...Condition[]]);
    const inner: fc.Arbitrary<Condition>[] = [
      fc.record({ op: fc.constant("all" as const), of: some.map(withoutConflicts) }),
      fc.record({ op: fc.constant("any" as const), of: some }),
      some.chain((of) => fc.record({ op: fc.constant("atLeast" as const), count: fc.integer({ min: 1, max: of.length }), of: fc.constant(of) })),
      fc.record({ op: fc.constant("not" as const), of: tie("condition") }),
    ];
    if (space.level === "header") {
      const where = condition({ ...space, level: "item" });
      inner.push(
        fc.record({ op: fc.constant("anyItem" as const), where }),
        fc.record({ op: fc.constant("countItems" as const), where, atLeast: fc.integer({ min: 1, max: 3 }) }),
      );
    }
    return {
      condition: fc.oneof({ depthSize: "small", withCrossShrink: true }, { weight: 4, arbitrary: leaf(space) }, { weight: 3, arbitrary: fc.oneof(...inner) }),
    };
  }).condition;
}

/** Keeps, of conditions that must hold together, those that share no indicator: these cannot contradict each other. */
export function withoutConflicts(of: readonly [Condition, ...Condition[]]): readonly [Condition, ...Condition[]] {
  const [first, ...rest] = of;
  const taken = new Set(leavesOf(first).map((found) => found.indicator));
  const kept = rest.filter((candidate) => {
    const indicators = leavesOf(candidate).map((found) => found.indicator);
    const free = indicators.every((indicator) => !taken.has(indicator));
    if (free) for (const indicator of indicators) taken.add(indicator);
    return free;
  });
  return [first, ...kept];
}
