import Papa from "papaparse";
import * as z from "zod";
import type { Condition } from "../../conditions/condition.js";
import { canonicalJson, compareText } from "../../core/canonical.js";
import { identifier } from "../../core/fields.js";
import { createIssue, type Issue, quote } from "../../core/issue.js";
import { own } from "../../core/own.js";
import { orThrow, type Result, settle } from "../../core/result.js";
import { parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";
import { type Rule, rule as ruleSchema } from "../../profile/rule.js";
import { numberToCell, textToCell } from "./cell-text.js";
import { FIXED_HEADINGS, type FixedHeading, formatHeading, type Side, TEXT_NAMES } from "./column.js";
import { type ColumnOrder, createColumnOrder } from "./column-order.js";
import { conjunctsOf, conjunctToCells } from "./condition-cells.js";
import type { DecisionTable, DecisionTableOptions } from "./decision-table.js";

/** The most columns of conditions that a table gets for `when`, and for `appliesTo`; further conditions are written as JSON. */
const CONDITION_COLUMN_LIMIT = 256;

const BYTE_ORDER_MARK = "\ufeff";

const tableSchema: z.ZodType<DecisionTable> = z.record(identifier, z.array(ruleSchema));

/**
 * Rules by domain as a decision table: CSV with a byte order mark and CRLF, one row per rule, in the order of domain
 * and id. Importing the text gives the same rules; the same rules give the same text. Refused where a rule does not fit
 * the schema or two share an id.
 */
export function exportDecisionTable(domains: DecisionTable, options: DecisionTableOptions = {}): Result<string> {
  const snapshot = takeSnapshot(domains, DOCUMENT_LIMITS);
  const parsed = snapshot.ok ? parseWith(tableSchema, snapshot.value) : snapshot;
  if (!parsed.ok) return parsed;
  return settle(findDuplicates(parsed.value), () => BYTE_ORDER_MARK + writeTable(parsed.value, options.delimiter ?? ","));
}

/**
 * {@link exportDecisionTable}, throwing.
 * @throws {IssueError} if a rule does not fit the schema or two share an id
 */
export function exportDecisionTableOrThrow(domains: DecisionTable, options: DecisionTableOptions = {}): string {
  return orThrow(exportDecisionTable(domains, options));
}

function findDuplicates(table: DecisionTable): readonly Issue[] {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const [domain, rules] of Object.entries(table)) {
    for (const [index, { id }] of rules.entries()) {
      if (seen.has(id)) {
        const path = [domain, index, "id"];
        issues.push(
          createIssue("value.duplicate", {
            path,
            message: `two rules share the id ${quote(id)}`,
            expected: "ids that are unique in all domains",
            received: quote(id),
            remedy: "give one of the two another id",
            key: id,
          }),
        );
      }
      seen.add(id);
    }
  }
  return issues;
}

function writeTable(table: DecisionTable, delimiter: string): string {
  const orders = { appliesTo: createColumnOrder(CONDITION_COLUMN_LIMIT), when: createColumnOrder(CONDITION_COLUMN_LIMIT) };
  const rows = Object.keys(table)
    .sort(compareText)
    .flatMap((domain) => [...(own(table, domain) ?? [])].sort((a, b) => compareText(a.id, b.id)).map((rule) => rowOf(domain, rule, orders)));
  const used = new Set(rows.flatMap((row) => [...row.keys()]));
  const headings = [
    ...FIXED_HEADINGS,
    ...textHeadings(used),
    ...conditionHeadings("appliesTo", orders.appliesTo, used),
    ...conditionHeadings("when", orders.when, used),
  ];
  const cells = rows.map((row) => headings.map((heading) => row.get(heading) ?? ""));
  return `${Papa.unparse([headings, ...cells], { delimiter, newline: "\r\n", header: false })}\r\n`;
}

function textHeadings(used: ReadonlySet<string>): readonly string[] {
  return TEXT_NAMES.flatMap((name) => {
    const headings = [...used].filter((heading) => heading.startsWith(`${name}:`)).sort(compareText);
    // a table without rules is a template: it has the columns that every table must have
    return headings.length === 0 && name !== "declarant" ? [formatHeading({ kind: "text", name, language: "en" })] : headings;
  });
}

function conditionHeadings(side: Side, order: ColumnOrder, used: ReadonlySet<string>): readonly string[] {
  const json = formatHeading({ kind: "json", side });
  return [...order.sorted(), ...(used.has(json) ? [json] : [])];
}

type Row = Map<string, string>;

function rowOf(domain: string, rule: Rule, orders: Readonly<Record<Side, ColumnOrder>>): Row {
  const row: Row = new Map();
  const put = (heading: FixedHeading, cell: string): void => void row.set(heading, cell);
  put("domain", textToCell(domain));
  put("id", textToCell(rule.id));
  put("version", numberToCell(rule.version));
  put("level", rule.level);
  if (rule.group !== undefined) put("group", textToCell(rule.group));
  if (rule.effect.kind === "points") {
    put("points", numberToCell(rule.effect.points));
    put("undetermined points", numberToCell(rule.effect.undetermined));
  } else {
    put("channel", textToCell(rule.effect.channel));
    if (rule.effect.undetermined !== undefined) put("undetermined channel", textToCell(rule.effect.undetermined));
  }
  if (rule.validity !== undefined) {
    put("valid from", textToCell(rule.validity.from));
    if (rule.validity.to !== undefined) put("valid to", textToCell(rule.validity.to));
  }
  put("basis kind", rule.basis.kind);
  put("basis reference", textToCell(rule.basis.reference));
  for (const name of TEXT_NAMES) {
    for (const [language, text] of Object.entries(rule.texts[name] ?? {})) row.set(formatHeading({ kind: "text", name, language }), textToCell(text));
  }
  if (rule.appliesTo !== undefined) putCondition(row, "appliesTo", rule.appliesTo, orders.appliesTo);
  putCondition(row, "when", rule.when, orders.when);
  return row;
}

/** Puts the leading conjuncts into cells, as many as fit in the order of the columns, and the rest into JSON. */
function putCondition(row: Row, side: Side, condition: Condition, order: ColumnOrder): void {
  const conjuncts = conjunctsOf(condition);
  let previous: string | undefined;
  let anyItemUsed = false;
  let count = 0;
  for (const conjunct of conjuncts) {
    const cells = conjunctToCells(conjunct, side)?.map(({ column, cell }) => [formatHeading(column), cell] as const);
    const anyItem = conjunct.op === "anyItem";
    if (cells === undefined || (anyItem && anyItemUsed) || cells.some(([heading]) => row.has(heading))) break;
    const headings = cells.map(([heading]) => heading);
    if (!order.append(previous, headings)) break;
    for (const [heading, cell] of cells) row.set(heading, cell);
    previous = headings.at(-1);
    anyItemUsed ||= anyItem;
    count += 1;
  }
  const rest = conjuncts.slice(count);
  if (rest.length === 0) return;
  const json = count === 0 ? condition : rest.length === 1 ? rest[0] : rest;
  row.set(formatHeading({ kind: "json", side }), canonicalJson(json));
}
