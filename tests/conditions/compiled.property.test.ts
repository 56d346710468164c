import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "../../src/conditions/compiled/create-matcher.js";
import { layOut } from "../../src/conditions/compiled/layout.js";
import { toNode } from "../../src/conditions/compiled/program.js";
import type { Condition } from "../../src/conditions/condition.js";
import { evaluate } from "../../src/conditions/evaluate.js";
import { type PreparedCondition, prepareCondition, preparedLeaves } from "../../src/conditions/prepare.js";
import type { Fact } from "../../src/indicators/fact.js";
import { ABSENT } from "../../src/indicators/fact.js";
import { condition } from "../../src/testing/arbitraries/conditions.js";
import { factSet } from "../../src/testing/arbitraries/facts.js";
import { STANDARD_VOCABULARY } from "../../src/testing/arbitraries/values.js";

const LISTS = new Map([
  ["codes", ["CN", "KR", "8471"]],
  ["phrases", ["ivory", "ngà voi", "red phosphorus"]],
  ["empty", []],
]);
const SPACE = { vocabulary: STANDARD_VOCABULARY, codeLists: ["codes", "empty"], phraseLists: ["phrases", "empty"] };

const itemConditions = (count: number): fc.Arbitrary<readonly Condition[]> =>
  fc.array(condition({ ...SPACE, level: "item" }), { minLength: count, maxLength: count });
const factSets = fc.tuple(factSet("header"), fc.array(factSet("item"), { minLength: 5, maxLength: 5 }));

function noItems(): never {
  throw new Error("an item condition looks at no other items");
}

/** What a matcher finds, and what the plain evaluator finds, of the same conditions and facts. */
function bothWays(conditions: readonly PreparedCondition[], header: ReadonlyMap<string, Fact>, item: ReadonlyMap<string, Fact>): readonly [string, string] {
  const layout = layOut(conditions.flatMap(preparedLeaves), STANDARD_VOCABULARY);
  const matcher = createMatcher(
    conditions.map((prepared) => toNode(prepared, layout, noItems)),
    layout,
  );
  const classes = new Int32Array(layout.factSlots);
  for (const [id, write] of layout.writers) write(item.get(id) ?? header.get(id) ?? ABSENT, classes, 0);
  const out = new Int32Array(conditions.length);
  const found = matcher.match(classes, 0, out);
  const plain = conditions.flatMap((prepared, number) => {
    const truth = evaluate(prepared, { header, items: [item], item });
    return truth === false ? [] : [2 * number + (truth === true ? 1 : 0)];
  });
  return [JSON.stringify([...out.subarray(0, found)]), JSON.stringify(plain)];
}

function agrees(conditions: readonly Condition[], [header, items]: readonly [object, readonly object[]]): void {
  const prepared = conditions.map((each) => prepareCondition(each, STANDARD_VOCABULARY, LISTS));
  for (const item of items) {
    const [compiled, plain] = bothWays(prepared, new Map(Object.entries(header)), new Map(Object.entries(item)));
    expect(compiled).toBe(plain);
  }
}

describe("createMatcher", () => {
  it("finds by masks what the plain evaluator finds: true, unknown and false", () => {
    fc.assert(fc.property(itemConditions(40), factSets, agrees), { numRuns: 50 });
  });

  it("finds by an inverted index what the plain evaluator finds, of thousands of conditions", () => {
    fc.assert(fc.property(itemConditions(600), factSets, agrees), { numRuns: 5 });
    const many = fc.sample(condition({ ...SPACE, level: "item" }), { numRuns: 5_000, seed: 7 });
    for (const sets of fc.sample(factSets, { numRuns: 3, seed: 11 })) agrees(many, sets);
  });

  it("finds what is listed under many values, and what is listed under none", () => {
    const values = Array.from({ length: 1_000 }, (_, index) => `code-${index}`);
    const conditions: Condition[] = values.map((value) => ({ op: "eq", indicator: "importerId", value }));
    conditions.push({ op: "in", indicator: "importerId", values }, { op: "not", of: { op: "in", indicator: "importerId", values: values.slice(1) } });
    for (const importerId of ["code-0", "code-1", "code-999", "code-1000", "code"]) agrees(conditions, [{ importerId }, [{}]]);
    for (const missing of ["absent", "failed", "notApplicable"]) agrees(conditions, [{ importerId: { missing } }, [{}]]);
  });

  it("keeps a nest of negations and counts as large as it was written", () => {
    const leafOf = (value: number): Condition => ({ op: "gt", indicator: "netMass", value });
    let nest: Condition = leafOf(0);
    for (let depth = 1; depth <= 12; depth += 1) {
      const of: [Condition, ...Condition[]] = [nest, leafOf(depth), { op: "not", of: leafOf(2 * depth) }, { op: "not", of: leafOf(3 * depth) }];
      nest = { op: "not", of: { op: "atLeast", count: 2, of } };
    }
    for (const netMass of [-1, 0, 5, 12, 13, 100]) agrees([nest], [{}, [{ netMass }]]);
    agrees([nest], [{}, [{ netMass: { missing: "failed" } }]]);
  });
});
