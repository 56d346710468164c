import type { Dialect } from "./dialect.js";
import type { Expression } from "./expression.js";

/** An expression as a dialect writes it, on one line. */
export function printExpression(expression: Expression, dialect: Dialect): string {
  const print = (each: Expression): string => printExpression(each, dialect);
  const part = (each: Expression): string => printOperand(each, dialect);
  switch (expression.kind) {
    case "column": {
      const name = dialect.quoteName(expression.name);
      return expression.of === undefined ? name : `${expression.of}.${name}`;
    }
    case "text":
      return dialect.quoteText(expression.value);
    case "integer":
      return dialect.integer(expression.value);
    case "double":
      return dialect.double(expression.value);
    case "boolean":
      return expression.value ? "TRUE" : "FALSE";
    case "null":
      return "NULL";
    case "operation":
      return `${part(expression.left)} ${expression.operator} ${part(expression.right)}`;
    case "and":
    case "or":
      return expression.of.map(part).join(expression.kind === "and" ? " AND " : " OR ");
    case "sum":
      return expression.of.map(part).join(" + ");
    case "not":
      return `NOT ${part(expression.of)}`;
    case "isNull":
      return `${part(expression.of)} IS NULL`;
    case "isNotNull":
      return `${part(expression.of)} IS NOT NULL`;
    case "case":
    case "switch": {
      const of = expression.kind === "switch" ? ` ${part(expression.of)}` : "";
      const branches = expression.when.map(([when, then]) => ` WHEN ${print(when)} THEN ${print(then)}`).join("");
      return `CASE${of}${branches}${expression.otherwise === undefined ? "" : ` ELSE ${print(expression.otherwise)}`} END`;
    }
    case "oneOf":
      return `${part(expression.of)} IN (${expression.values.map(print).join(", ")})`;
    case "anyCode":
      return dialect.anyCode(print(expression.of), expression.values);
    case "rowNumber": {
      const order = expression.by.map(({ of, isFalling }) => `${print(of)}${isFalling ? " DESC" : ""}`).join(", ");
      return `row_number() OVER (PARTITION BY ${print(expression.within)} ORDER BY ${order})`;
    }
    case "call":
      return dialect.functions[expression.function](...expression.of.map((each) => (expression.function === "quotient" ? part(each) : print(each))));
  }
}

/** An expression as a part of another: in parentheses where it has parts of its own. */
export function printOperand(expression: Expression, dialect: Dialect): string {
  const text = printExpression(expression, dialect);
  return isOneThing(expression, dialect) ? text : `(${text})`;
}

/** Functions that a dialect may write as operators. */
const WRITTEN_AS_OPERATORS = new Set(["bytewise", "contains", "quotient"]);

function isOneThing(expression: Expression, dialect: Dialect): boolean {
  switch (expression.kind) {
    case "column":
    case "text":
    case "boolean":
    case "null":
    case "case":
    case "switch":
      return true;
    case "integer":
    case "double":
      return expression.value >= 0 || dialect.name === "clickhouse";
    case "call":
      return !WRITTEN_AS_OPERATORS.has(expression.function);
    default:
      return false;
  }
}
