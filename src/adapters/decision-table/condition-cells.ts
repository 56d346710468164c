import { type Condition, isLeaf, type LeafCondition } from "../../conditions/condition.js";
import { CELL_LENGTH_LIMIT, numberToCell, textToCell } from "./cell-text.js";
import type { LeafColumn, LeafForm, Side } from "./column.js";
import { valuesToText } from "./values-text.js";

/** A condition on one indicator as a column and the cell in it. */
export interface ConditionCell {
  readonly column: LeafColumn;
  readonly cell: string;
}

/** The conditions that a condition asks for together: those of an `all` of two or more, else itself. */
export function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.op === "all" && condition.of.length > 1 ? condition.of : [condition];
}

/** The condition that asks for all of these together, as {@link conjunctsOf} takes it apart; `undefined` for none. */
export function conjunctionOf(conjuncts: readonly Condition[]): Condition | undefined {
  const [first, ...rest] = conjuncts;
  return first === undefined || rest.length === 0 ? first : { op: "all", of: [first, ...rest] };
}

/**
 * A conjunct as cells: a leaf, a negated leaf, or `anyItem` of such a one or of a conjunction of them.
 * `undefined` where it does not fit into cells.
 */
export function conjunctToCells(conjunct: Condition, side: Side): readonly ConditionCell[] | undefined {
  if (conjunct.op !== "anyItem") {
    const cell = leafToCell(conjunct, side, false);
    return cell === undefined ? undefined : [cell];
  }
  const cells: ConditionCell[] = [];
  for (const part of conjunctsOf(conjunct.where)) {
    const cell = leafToCell(part, side, true);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells;
}

function leafToCell(condition: Condition, side: Side, item: boolean): ConditionCell | undefined {
  const negated = condition.op === "not";
  const leaf = negated ? condition.of : condition;
  if (!isLeaf(leaf)) return undefined;
  const cell = leaf.op === "present" ? (negated ? "FALSE" : "TRUE") : operandToCell(leaf);
  if (cell.length > CELL_LENGTH_LIMIT) return undefined;
  return { column: { kind: "leaf", side, item, indicator: leaf.indicator, negated: negated && leaf.op !== "present", form: formOf(leaf) }, cell };
}

function formOf(leaf: LeafCondition): LeafForm {
  if (leaf.op !== "eq" || typeof leaf.value === "string") return leaf.op;
  return typeof leaf.value === "number" ? "eq (number)" : "eq (boolean)";
}

function operandToCell(leaf: Exclude<LeafCondition, { readonly op: "present" }>): string {
  switch (leaf.op) {
    case "in":
    case "prefix":
    case "containsAny":
      return textToCell(valuesToText(leaf.values));
    case "between":
      return textToCell(`${JSON.stringify(leaf.min)}..${JSON.stringify(leaf.max)}`);
    case "eq":
      if (typeof leaf.value === "string") return textToCell(valuesToText([leaf.value]));
      return typeof leaf.value === "number" ? numberToCell(leaf.value) : leaf.value ? "TRUE" : "FALSE";
    default:
      return numberToCell(leaf.value);
  }
}
