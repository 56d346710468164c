import type { Issue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { Declaration } from "../../model/declaration.js";
import { parseStatedOutcome } from "../stated-outcome.js";
import { cellsOf, type VnaccsCells, wrongKind } from "./vnaccs-cells.js";
import { type VnaccsInput, vnaccsDeclaration } from "./vnaccs-declaration.js";

/** A declaration of VNACCS, and what became of it afterwards, which is never an input of its score. */
export interface VnaccsDeclaration {
  readonly declaration: Declaration;
  /** What an inspection found, where the record says so. */
  readonly outcome?: HistoryOutcome;
  /** The channel that customs set: 1 green, 2 yellow, 3 red (digits from memory, unverified). */
  readonly channel?: string;
}

/** Reads what is stated into a declaration and what became of it. */
export function vnaccsRecord(input: VnaccsInput): Result<VnaccsDeclaration> {
  const issues: Issue[] = [];
  const cells = cellsOf(input.header, issues);
  const declaration = vnaccsDeclaration(input);
  const outcome = outcomeOf(cells, issues);
  const channel = cells.text("channel");
  if (!declaration.ok) return { ok: false, issues: [declaration.issues[0], ...declaration.issues.slice(1), ...issues] };
  const { value } = declaration;
  return settle(issues, () => ({
    declaration: value,
    ...(outcome === undefined ? {} : { outcome: { declarationId: value.id, ...outcome } }),
    ...(channel === undefined ? {} : { channel }),
  }));
}

/** What an inspection found: A nothing, B something; C is to be decided yet, and no outcome (codes of the public import form, secondary). */
const FINDINGS: ReadonlyMap<string, boolean | undefined> = new Map([
  ["A", false],
  ["B", true],
  ["C", undefined],
]);

function outcomeOf(cells: VnaccsCells, issues: Issue[]): Omit<HistoryOutcome, "declarationId"> | undefined {
  const result = cells.text("result");
  const reason = cells.text("selectionReason");
  const probability = cells.number("selectionProbability");
  if (result === undefined) return undefined;
  if (!FINDINGS.has(result)) issues.push(wrongKind("result", "`A`, `B` or `C`", result));
  const finding = FINDINGS.get(result);
  if (finding === undefined) return undefined;
  const selection = reason === undefined && probability === undefined ? {} : { selection: { reason, probability } };
  const parsed = parseStatedOutcome({ finding, knownAt: cells.instant("resultAt"), ...selection });
  if (parsed.ok) return parsed.value;
  for (const issue of parsed.issues) issues.push(Object.freeze({ ...issue, source: "Kết quả kiểm tra" }));
  return undefined;
}
