import type { Node, TestNode } from "./program.js";

/** The tests of a conjunction of tests of different slots, the form that most rules have; `undefined` for any other condition. */
export function testsOfConjunction(node: Node): readonly TestNode[] | undefined {
  if (node.kind === "test") return [node];
  if (node.count !== node.of.length) return undefined;
  const tests = node.of.filter((part) => part.kind === "test");
  const slots = new Set(tests.map((test) => test.slot));
  return tests.length === node.of.length && slots.size === tests.length ? tests : undefined;
}

/** The slots that a condition reads. */
export function slotsOf(node: Node): ReadonlySet<number> {
  const slots = new Set<number>();
  const add = (each: Node): void => {
    if (each.kind === "test") slots.add(each.slot);
    else each.of.forEach(add);
  };
  add(node);
  return slots;
}

/** How many tests a condition makes. */
export function countTests(node: Node): number {
  return node.kind === "test" ? 1 : node.of.reduce((sum, part) => sum + countTests(part), 0);
}

/**
 * Beyond so many tests a condition is not prepared by the values that leave it open: it is evaluated in full for every
 * declaration, so that preparing it costs no more than reading it.
 */
export const MAX_PREPARED_TESTS = 1_000;
