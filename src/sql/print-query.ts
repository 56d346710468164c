import type { Dialect } from "./dialect.js";
import type { Expression } from "./expression.js";
import { printExpression, printOperand } from "./print-expression.js";
import type { OutputColumn, Query, Select, Step } from "./query.js";

/** Lines are broken from here on, where they can be. */
const WIDTH = 160;

/** A query as a dialect writes it: one `WITH` entry per step, what each is about in a comment above it. */
export function printQuery(query: Query, dialect: Dialect): string {
  const lines = query.title.map((line) => `-- ${oneLine(line)}`);
  for (const [index, step] of query.steps.entries()) {
    const isLast = index === query.steps.length - 1;
    lines.push(...(index === 0 ? ["WITH"] : []), ...printStep(step, dialect), isLast ? ")" : "),");
  }
  lines.push(...printSelect(query.last, dialect, ""));
  if (dialect.settings !== undefined) lines.push(dialect.settings);
  return `${lines.join("\n")}\n`;
}

function printStep({ name, comment, selects }: Step, dialect: Dialect): readonly string[] {
  const bodies = selects.flatMap((select, index) => [...(index === 0 ? [] : ["  UNION ALL"]), ...printSelect(select, dialect, "  ")]);
  return [`-- ${oneLine(comment)}`, `${dialect.quoteName(name)} AS (`, ...bodies, ...(dialect.fence === undefined ? [] : [`  ${dialect.fence}`])];
}

function printSelect(select: Select, dialect: Dialect, indent: string): readonly string[] {
  const print = (expression: Expression): string => printExpression(expression, dialect);
  const lines = printColumns(select, dialect, indent);
  if (select.from !== undefined) lines.push(`${indent}FROM ${tableAs(select.from.table, select.from.alias)}`);
  for (const join of select.joins ?? []) {
    lines.push(`${indent}${JOINS[join.kind]} ${tableAs(join.table, join.alias)}${join.on === undefined ? "" : ` ON ${print(join.on)}`}`);
  }
  if (select.where !== undefined) lines.push(`${indent}WHERE ${print(select.where)}`);
  if (select.groupBy !== undefined) lines.push(`${indent}GROUP BY ${select.groupBy.map(print).join(", ")}`);
  if (select.orderBy !== undefined) lines.push(`${indent}ORDER BY ${select.orderBy.map(print).join(", ")}`);
  return lines;
}

const JOINS = { inner: "JOIN", left: "LEFT JOIN", cross: "CROSS JOIN" } as const;

function tableAs(table: string, alias: string): string {
  return table === alias ? table : `${table} AS ${alias}`;
}

/** Plain columns share lines; a column with a comment has its own. */
function printColumns(select: Select, dialect: Dialect, indent: string): string[] {
  const parts: { readonly text: string; readonly comment?: string }[] = select.columns.map((column) => {
    const text = printColumn(column, dialect, `${indent}  `);
    return column.comment === undefined ? { text } : { text, comment: column.comment };
  });
  if (select.star !== undefined) parts.unshift({ text: `${select.star}.*` });
  const oneLiner = `${indent}SELECT ${parts.map((part) => part.text).join(", ")}`;
  if (oneLiner.length <= WIDTH && parts.every((part) => part.comment === undefined)) return [oneLiner];
  const lines: string[] = [];
  let line = `${indent}SELECT`;
  const flush = (): void => {
    if (line !== "") lines.push(line);
    line = "";
  };
  for (const [index, { text, comment }] of parts.entries()) {
    const ended = index === parts.length - 1 ? text : `${text},`;
    if (comment !== undefined) {
      flush();
      lines.push(`${indent}  -- ${oneLine(comment)}`, `${indent}  ${ended}`);
    } else if (line !== "" && line.length + ended.length < WIDTH) line += ` ${ended}`;
    else {
      flush();
      line = `${indent}  ${ended}`;
    }
  }
  flush();
  return lines;
}

function printColumn({ name, expression }: OutputColumn, dialect: Dialect, indent: string): string {
  const text = printExpression(expression, dialect);
  if (expression.kind === "column" && expression.name === name) return text;
  return `${text.length <= WIDTH ? text : printBroken(expression, dialect, indent)} AS ${dialect.quoteName(name)}`;
}

/** A long expression over several lines: one per addend, part or branch. */
function printBroken(expression: Expression, dialect: Dialect, indent: string): string {
  const print = (each: Expression): string => printExpression(each, dialect);
  switch (expression.kind) {
    case "sum":
      return filled(
        expression.of.map((each, index) => `${index === 0 ? "" : "+ "}${printOperand(each, dialect)}`),
        `${indent}  `,
      )
        .join("\n")
        .trimStart();
    case "and":
    case "or":
      return expression.of.map((each) => printOperand(each, dialect)).join(`\n${indent}  ${expression.kind === "and" ? "AND" : "OR"} `);
    case "case":
    case "switch": {
      const of = expression.kind === "switch" ? ` ${printOperand(expression.of, dialect)}` : "";
      const branches = expression.when.map(([when, then]) => `WHEN ${print(when)} THEN ${print(then)}`);
      const otherwise = expression.otherwise === undefined ? [] : [`ELSE ${print(expression.otherwise)}`];
      return filled([`CASE${of} ${branches[0] ?? ""}`, ...branches.slice(1), ...otherwise, "END"], `${indent}  `)
        .join("\n")
        .trimStart();
    }
    default:
      return print(expression);
  }
}

/** Words in lines as long as they may be. */
function filled(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + word.length >= WIDTH) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A comment ends with its line: whatever could end a line is taken out. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
