import * as z from "zod";
import type { Condition } from "../../conditions/condition.js";
import { condition as conditionSchema } from "../../conditions/condition-schema.js";
import { expectation } from "../../core/expectation.js";
import { identifier } from "../../core/fields.js";
import type { Issue, IssueOf, PathStep } from "../../core/issue.js";
import { parseJson } from "../../core/json.js";
import { type Result, success } from "../../core/result.js";
import { parseWith } from "../../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../../core/snapshot.js";
import { type Rule, rule as ruleSchema } from "../../profile/rule.js";
import { cellToText, isBlank, textToNumber } from "./cell-text.js";
import { columnLetters, type FixedHeading, formatHeading, type LeafColumn, type Side, type TextName } from "./column.js";
import { conjunctionOf } from "./condition-cells.js";
import type { FileColumn } from "./read-header.js";
import { readLeaf } from "./read-leaf.js";
import { tableIssue } from "./table-issue.js";

/** What a row says: its rule and domain where they could be read, and everything wrong with it. */
export interface RowReading {
  readonly domain?: string;
  /** The id as written, also of a rule that could not be read. */
  readonly id?: string;
  readonly rule?: Rule;
  readonly issues: readonly IssueOf<"table.cell">[];
}

/** One side's conditions on the way: cells as they come, then JSON. */
interface Gathered {
  /** `item` stands for the conditions of `items`, at the place of the first of them. */
  readonly cells: (Condition | "item")[];
  readonly items: Condition[];
  readonly json: Condition[];
}

const jsonParts: z.ZodType<readonly Condition[]> = z.array(conditionSchema).min(1);

/** Reads a row of cells, numbered as a spreadsheet does. */
export function readRow(cells: readonly string[], columns: readonly FileColumn[], row: number): RowReading {
  const issues: IssueOf<"table.cell">[] = [];
  const refused = new Set<string>();
  const report = (column: string, said: Pick<Issue, "message" | "expected" | "received" | "remedy">): void => {
    issues.push(tableIssue(row, column, said));
    refused.add(column);
  };
  const texts = new Map<string, string>();
  const localized: Record<TextName, Record<string, string>> = { title: {}, reason: {}, declarant: {} };
  const gathered: Readonly<Record<Side, Gathered>> = { appliesTo: { cells: [], items: [], json: [] }, when: { cells: [], items: [], json: [] } };

  for (const [index, cell] of cells.entries()) {
    const text = cellToText(cell);
    if (isBlank(cell) || text === "") continue;
    const { name, column } = columns[index] ?? { name: `(column ${columnLetters(index)})`, column: "empty" };
    if (column === "unknown") continue;
    if (column === "empty") {
      report(name, expectation([], "an empty cell in a column without a heading", text, "empty the cell, or give the column a heading"));
    } else if (column.kind === "fixed") {
      texts.set(name, text);
    } else if (column.kind === "text") {
      localized[column.name][column.language] = text;
    } else {
      const parts = column.kind === "json" ? readJson(text) : readCell(column, text);
      if (parts.ok) gather(gathered[column.side], column.kind === "leaf" && column.item ? "item" : column.kind, parts.value);
      else for (const issue of parts.issues) report(name, issue);
    }
  }

  const free = (heading: FixedHeading): string | undefined => texts.get(heading);
  const word = (heading: FixedHeading): string | undefined => texts.get(heading)?.trim();
  const number = (heading: FixedHeading): number | undefined => {
    const text = word(heading);
    const value = text === undefined ? undefined : textToNumber(text);
    if (text !== undefined && value === undefined) {
      report(heading, expectation([], "a number", text, "write it as in JSON, such as -0.25: a decimal point, no separators, no unit"));
    }
    return value;
  };

  const appliesTo = assemble(gathered.appliesTo);
  const when = assemble(gathered.when);
  const refusedSides = new Set(
    columns.filter(({ name }) => refused.has(name)).map(({ column }) => (typeof column === "object" && "side" in column ? column.side : undefined)),
  );
  if (when === undefined && !refusedSides.has("when")) {
    report(WHEN_JSON, expectation([], "at least one condition", undefined, "fill in a cell of a condition column"));
  }
  const pointsEffect = { kind: "points", points: number("points"), undetermined: number("undetermined points") };
  const channelEffect = { kind: "channel", channel: word("channel"), undetermined: word("undetermined channel") };
  const hasPoints = texts.has("points") || texts.has("undetermined points");
  const hasChannel = texts.has("channel") || texts.has("undetermined channel");
  if (hasPoints === hasChannel) {
    const expected = "either points or a channel";
    report("points", {
      message: `expected ${expected}, received ${hasPoints ? "both" : "neither"}`,
      expected,
      received: hasPoints ? "both" : "neither",
      remedy: "fill in `points` and `undetermined points`, or `channel`",
    });
  }
  const from = word("valid from");
  const to = word("valid to");

  const domain = parseWith(identifier, word("domain"));
  const candidate = {
    id: word("id"),
    version: number("version"),
    texts: { ...localized, declarant: Object.keys(localized.declarant).length === 0 ? undefined : localized.declarant },
    level: word("level"),
    appliesTo,
    when,
    effect: hasChannel ? channelEffect : hasPoints ? pointsEffect : undefined,
    group: word("group"),
    validity: from === undefined && to === undefined ? undefined : { from, to },
    basis: { kind: word("basis kind"), reference: free("basis reference") },
  };
  const snapshot = takeSnapshot(candidate, DOCUMENT_LIMITS);
  const rule = snapshot.ok ? parseWith(ruleSchema, snapshot.value) : snapshot;
  const already = new Set(refused);
  if (!domain.ok) for (const issue of domain.issues) report("domain", issue);
  if (!rule.ok) {
    for (const issue of rule.issues) {
      const column = columnOf(issue.path, hasChannel);
      if (!already.has(column) && !(column === WHEN_JSON && refusedSides.has("when"))) report(column, issue);
    }
  }
  return {
    ...(domain.ok ? { domain: domain.value } : {}),
    ...(candidate.id === undefined ? {} : { id: candidate.id }),
    ...(rule.ok ? { rule: rule.value } : {}),
    issues,
  };
}

const WHEN_JSON = formatHeading({ kind: "json", side: "when" });
const APPLIES_TO_JSON = formatHeading({ kind: "json", side: "appliesTo" });

function readCell(column: LeafColumn, text: string): Result<readonly Condition[]> {
  const reading = readLeaf(column, text);
  if (reading.ok) return parseWith(jsonParts, [reading.condition]);
  return { ok: false, issues: [tableIssue(undefined, "", expectation([], reading.expected, text, reading.remedy))] };
}

/** A condition, or an array of conditions that hold together, as JSON. */
function readJson(text: string): Result<readonly Condition[]> {
  const json = parseJson(text, DOCUMENT_LIMITS.depth);
  const snapshot = json.ok ? takeSnapshot(json.value, DOCUMENT_LIMITS) : json;
  if (!snapshot.ok) return snapshot;
  if (Array.isArray(snapshot.value)) return parseWith(jsonParts, snapshot.value);
  const parsed = parseWith(conditionSchema, snapshot.value);
  return parsed.ok ? success([parsed.value]) : parsed;
}

function gather(gathered: Gathered, kind: "leaf" | "item" | "json", parts: readonly Condition[]): void {
  if (kind === "json") gathered.json.push(...parts);
  else if (kind === "leaf") gathered.cells.push(...parts);
  else {
    if (gathered.items.length === 0) gathered.cells.push("item");
    gathered.items.push(...parts);
  }
}

function assemble({ cells, items, json }: Gathered): Condition | undefined {
  const where = conjunctionOf(items);
  const conjuncts = cells.flatMap((cell): readonly Condition[] => (cell !== "item" ? [cell] : where === undefined ? [] : [{ op: "anyItem", where }]));
  return conjunctionOf([...conjuncts, ...json]);
}

/** The column that a path into a rule comes from. */
function columnOf([first, second, third]: readonly PathStep[], channel: boolean): string {
  switch (first) {
    case "texts":
      return `${second ?? "title"}:${third ?? "en"}`;
    case "effect":
      if (second === "undetermined") return channel ? "undetermined channel" : "undetermined points";
      return channel ? "channel" : "points";
    case "validity":
      return second === "to" ? "valid to" : "valid from";
    case "basis":
      return second === "reference" ? "basis reference" : "basis kind";
    case "appliesTo":
      return APPLIES_TO_JSON;
    case "when":
      return WHEN_JSON;
    default:
      return String(first);
  }
}
