import { expectation } from "../../core/expectation.js";
import { deepFreeze } from "../../core/freeze.js";
import { createIssue, type Issue } from "../../core/issue.js";
import type { Declaration } from "../../model/declaration.js";
import { familyOf } from "../../model/family.js";
import type { RowResult } from "../row-result.js";
import { damagedTexts } from "./damaged-text.js";
import type { VnaccsDeclaration } from "./vnaccs-record.js";

type Taken = Extract<RowResult<VnaccsDeclaration>, { readonly ok: true }>;

/** Puts families together as their declarations come: amendments to what they amend, parts of a split to each other. */
export interface FamilyRegister {
  /** The same row, the declaration tied to its family, with warnings where something is out of order; a number that came before is refused. */
  readonly take: (row: Taken) => RowResult<VnaccsDeclaration>;
  /** At the end: a row for every part of a split declaration that never came. */
  readonly missing: () => Iterable<RowResult<VnaccsDeclaration>>;
}

/** What is known of the declarations whose numbers share their first eleven digits. */
interface Series {
  /** The original, once it came. */
  original?: { readonly id: string; readonly invoice: string | undefined; readonly line: number };
  /** The amendment that counts furthest, and its line. */
  latest?: { readonly count: number; readonly line: number };
  /** The numbers that came. */
  readonly counts: Set<string>;
}

interface Split {
  readonly line: number;
  of: number;
  readonly parts: Set<number>;
}

/** How many series of numbers, and how many families of split declarations, are remembered; beyond, the one that came first is forgotten. */
const REMEMBERED = 100_000;

const NUMBER = /^\d{12}$/;

/** A register of families; what it remembers is bounded. */
export function createFamilyRegister(remembered: number = REMEMBERED): FamilyRegister {
  const series = new Map<string, Series>();
  const splits = new Map<string, Split>();
  const lost: RowResult<VnaccsDeclaration>[] = [];

  const seriesOf = (key: string): Series => {
    const known = series.get(key);
    if (known !== undefined) return known;
    const opened: Series = { counts: new Set() };
    series.set(key, opened);
    for (const oldest of series.keys()) {
      if (series.size <= remembered) break;
      series.delete(oldest);
    }
    return opened;
  };

  const takePart = ({ declaration, line, warnings }: { readonly declaration: Declaration; readonly line: number; readonly warnings: Issue[] }): void => {
    if (declaration.split === undefined) return;
    const { number, of } = declaration.split;
    const family = familyOf(declaration);
    const known = splits.get(family) ?? { line, of, parts: new Set() };
    if (known.of !== of) {
      warnings.push(warn("family.conflict", declaration, ["split", "of"], `${known.of} parts, as line ${known.line} states`, of, "mend the number of parts"));
      known.of = Math.max(known.of, of);
    }
    known.parts.add(number);
    splits.set(family, known);
    for (const [oldest, split] of splits) {
      if (splits.size <= remembered) break;
      lost.push(...missingParts(oldest, split));
      splits.delete(oldest);
    }
  };

  return {
    take: (row) => {
      const { declaration } = row.value;
      const warnings: Issue[] = [...damagedTexts(declaration)];
      const { id } = declaration;
      const known = seriesOf(NUMBER.test(id) ? id.slice(0, 11) : id);
      if (known.counts.has(id)) return refuseTwice(row);
      known.counts.add(id);
      const tied = tie(declaration, known, row.line, warnings);
      takePart({ declaration: tied, line: row.line, warnings });
      const [first, ...rest] = warnings;
      const value = tied === declaration ? row.value : { ...row.value, declaration: tied };
      return { ...row, value, ...(first === undefined ? {} : { warnings: [first, ...rest] as const }) };
    },
    *missing() {
      yield* lost;
      for (const [family, split] of splits) yield* missingParts(family, split);
    },
  };
}

/**
 * Ties an amendment to its family. One that says when it was registered anew belongs to the original of its number, which ends in 0; one that only counts in
 * the twelfth digit does so where the original came and names the same invoice, since unrelated declarations can share eleven digits.
 */
function tie(declaration: Declaration, known: Series, line: number, warnings: Issue[]): Declaration {
  const { id } = declaration;
  const count = NUMBER.test(id) ? Number(id[11]) : 0;
  const invoice = invoiceOf(declaration);
  const says = declaration.amendments !== undefined;
  if (count === 0 && !says) {
    known.original = { id, invoice, line };
    if (known.latest !== undefined) {
      warnings.push(
        warn("family.order", declaration, ["id"], "a declaration before its amendments", `line ${known.latest.line} before it`, "none: both are read"),
      );
    }
    return declaration;
  }
  const { original, latest } = known;
  const isSame = original !== undefined && original.invoice === invoice;
  if (original === undefined)
    warnings.push(
      warn("family.order", declaration, ["id"], "the declaration that it amends, before it", "none so far", "put originals before their amendments"),
    );
  else if (!isSame) {
    const expected = `the invoice of ${original.id}, ${original.invoice ?? "none"}`;
    warnings.push(
      warn(
        "family.conflict",
        declaration,
        ["documents"],
        expected,
        invoice ?? "none",
        says ? "none: it is taken for its amendment" : "none: it is not taken for its amendment",
      ),
    );
  }
  if (latest !== undefined && latest.count > count) {
    warnings.push(
      warn("family.order", declaration, ["id"], `amendments in their order, number ${latest.count} in line ${latest.line}`, count, "none: both are read"),
    );
  }
  if (latest === undefined || latest.count < count) known.latest = { count, line };
  if (declaration.firstDeclarationId !== undefined || declaration.split !== undefined || !NUMBER.test(id) || !(says || isSame)) return declaration;
  const first = `${id.slice(0, 11)}0`;
  return first === id ? declaration : deepFreeze({ ...declaration, firstDeclarationId: first });
}

function invoiceOf({ documents }: Declaration): string | undefined {
  return documents.find(({ kind }) => kind === "invoice")?.number;
}

type FamilyIssue = "family.order" | "family.conflict";

function warn(code: FamilyIssue, { id }: Declaration, path: readonly string[], expected: string, received: unknown, remedy: string): Issue {
  return createIssue(code, { severity: "warning", ...expectation(path, expected, received, remedy), declaration: id });
}

function refuseTwice({ line, value }: Taken): RowResult<VnaccsDeclaration> {
  const { id } = value.declaration;
  const issue = createIssue("value.duplicate", { ...expectation(["id"], "each number once", id, "keep one of the two, or its rows together"), key: id });
  return { ok: false, line, raw: JSON.stringify(value), issues: [issue] };
}

/** A row for each part that never came: it is the record that is lost. */
function missingParts(family: string, { line, of, parts }: Split): readonly RowResult<VnaccsDeclaration>[] {
  return Array.from({ length: of }, (_, index) => index + 1)
    .filter((number) => !parts.has(number))
    .map((number) => {
      const expected = expectation(["split"], `part ${number} of ${of} of ${family}`, undefined, "ask for the part that is lost; the others are read");
      return { ok: false, line, raw: "", issues: [createIssue("family.incomplete", { ...expected, declaration: family })] };
    });
}
