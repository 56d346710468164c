import type { Consignment } from "../../model/consignment.js";
import { type ParseOptions, parseConsignment } from "../../model/parse.js";
import { type ItemTableFormat, readItemTable } from "../csv/read-item-table.js";
import { peekLine } from "../peek-line.js";
import { readJsonLines } from "../read-json-lines.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import { houseBill } from "./house-bill.js";
import { type HouseBillColumn, houseBillColumn } from "./house-bill-columns.js";

const houseBills: ItemTableFormat<HouseBillColumn, Consignment> = {
  columnOf: houseBillColumn,
  isId: ({ path }) => path === "id",
  idName: "id",
  read: houseBill,
};

/**
 * Consignments of a manifest, pulled one by one: JSON Lines of consignments by the model, where the first line begins with `{`, else a table of house bills with
 * one line a goods item and columns by the fields of the model. What cannot be read comes back as it was, with the reasons.
 */
export async function* readManifestConsignments(chunks: Chunks, options: ParseOptions = {}): AsyncGenerator<RowResult<Consignment>> {
  const input = await peekLine(chunks);
  if (input.line.startsWith("{")) yield* readJsonLines(input.chunks, (value) => parseConsignment(value, options));
  else yield* readItemTable(input.chunks, input.line, houseBills);
}
