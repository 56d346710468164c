import Papa from "papaparse";
import type { Condition } from "../../../src/conditions/condition.js";
import type { Rule } from "../../../src/profile/rule.js";

/** A plain header rule, with what a test changes. */
export function ruleWith(changes: Partial<Rule> = {}): Rule {
  return {
    id: "r1",
    version: 1,
    texts: { title: { en: "Title" }, reason: { en: "Reason" } },
    level: "header",
    when: { op: "present", indicator: "x" },
    effect: { kind: "points", points: 3, undetermined: 1 },
    basis: { kind: "operational", reference: "memo" },
    ...changes,
  };
}

/** A plain rule with a condition. */
export function ruleWhen(when: Condition): Rule {
  return ruleWith({ when });
}

/** A row that imports, by heading. */
export const PLAIN_ROW: Readonly<Record<string, string>> = {
  domain: "revenue",
  id: "r1",
  version: "1",
  level: "header",
  points: "3",
  "undetermined points": "1",
  "basis kind": "operational",
  "basis reference": "memo",
  "title:en": "Title",
  "reason:en": "Reason",
  "x present": "TRUE",
};

/** A table of rows by heading: those of the first row, then what other rows add. A heading with `undefined` is left out. */
export function tableOf(...rows: readonly Readonly<Record<string, string | undefined>>[]): string {
  const full = rows.map((row) => ({ ...PLAIN_ROW, ...row }));
  const headings = [...new Set(full.flatMap((row) => Object.entries(row).flatMap(([heading, cell]) => (cell === undefined ? [] : [heading]))))];
  return Papa.unparse([headings, ...full.map((row: Readonly<Record<string, string | undefined>>) => headings.map((heading) => row[heading] ?? ""))]);
}

/** The rows of an exported table, each by heading, without empty cells. */
export function rowsOf(csv: string, delimiter = ","): readonly Readonly<Record<string, string>>[] {
  const [headings = [], ...rows] = Papa.parse<string[]>(csv.slice(1), { delimiter, newline: "\r\n", skipEmptyLines: true }).data;
  return rows.map((row) => Object.fromEntries(row.flatMap((cell, index) => (cell === "" ? [] : [[headings[index] ?? "", cell]]))));
}
