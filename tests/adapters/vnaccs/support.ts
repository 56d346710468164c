import type { RowResult } from "../../../src/adapters/row-result.js";
import { readVnaccsDeclarations } from "../../../src/adapters/vnaccs/read-vnaccs-declarations.js";
import { ITEMS_NAME, VNACCS_FIELDS, type VnaccsKey } from "../../../src/adapters/vnaccs/vnaccs-fields.js";
import type { VnaccsDeclaration } from "../../../src/adapters/vnaccs/vnaccs-record.js";
import { formatPath } from "../../../src/core/issue.js";
import type { Declaration } from "../../../src/model/declaration.js";
import { collect } from "../support.js";

/** What a declaration states, by field. */
export type Stated = { readonly [Key in VnaccsKey]?: unknown };

/** A declaration with its goods items. */
export interface Sheet {
  readonly header: Stated;
  readonly items: readonly Stated[];
}

/** The least that a declaration states. */
export const HEADER: Stated = { id: "108625440120", type: "A11", registeredAt: "21/11/2026 08:30:00" };
const ITEM: Stated = { hsCode: "84829900" };

export function sheet(header: Stated = {}, ...items: readonly Stated[]): Sheet {
  return { header: { ...HEADER, ...header }, items: items.length === 0 ? [ITEM] : items.map((item) => ({ ...ITEM, ...item })) };
}

function named(stated: Stated): object {
  return Object.fromEntries(Object.entries(stated).map(([key, value]) => [VNACCS_FIELDS[key as VnaccsKey].name, value]));
}

/** Declarations as JSON Lines. */
export function json(...sheets: readonly Sheet[]): string {
  return sheets.map(({ header, items }) => `${JSON.stringify({ ...named(header), [ITEMS_NAME]: items.map(named) })}\n`).join("");
}

/** Declarations as CSV, one line a goods item; the header stands in every line, or in the first of a declaration alone. */
export function csv(sheets: readonly Sheet[], { delimiter = ",", repeat = true }: { readonly delimiter?: string; readonly repeat?: boolean } = {}): string {
  const keys = [...new Set(sheets.flatMap(({ header, items }) => [header, ...items].flatMap((stated) => Object.keys(stated))))] as VnaccsKey[];
  const quote = (value: unknown): string => {
    const text = Array.isArray(value) ? value.join(";") : String(value ?? "");
    return /["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (stated: Stated): string => keys.map((key) => quote(stated[key])).join(delimiter);
  const rows = sheets.flatMap(({ header, items }) => items.map((item, index) => line({ ...(repeat || index === 0 ? header : { id: header.id }), ...item })));
  return [keys.map((key) => quote(VNACCS_FIELDS[key].name)).join(delimiter), ...rows, ""].join("\n");
}

export function read(...chunks: readonly (string | Uint8Array)[]): Promise<readonly RowResult<VnaccsDeclaration>[]> {
  return collect(readVnaccsDeclarations(chunks));
}

/** The only record of a text. */
export async function only(text: string): Promise<VnaccsDeclaration> {
  const [first, ...more] = await read(text);
  if (first?.ok !== true || more.length > 0) throw new Error(JSON.stringify([first, ...more]));
  return first.value;
}

export async function declarationOf(sheet: Sheet): Promise<Declaration> {
  return (await only(json(sheet))).declaration;
}

/** The issues of the records that cannot be read, and the warnings of the others: code, path, name, what came. */
export async function issuesOf(text: string): Promise<readonly string[]> {
  return (await read(text)).flatMap((row) =>
    (row.ok ? (row.warnings ?? []) : row.issues).map(
      ({ code, path, source, received, severity }) =>
        `${severity === "warning" ? "warning " : ""}${code} ${formatPath(path)}${source === undefined ? "" : ` at ${source}`}: ${received}`,
    ),
  );
}
