/**
 * How texts and numbers stand in the cells of a spreadsheet. A leading apostrophe protects a cell: against being taken
 * for a formula, and against being turned into a number, a date or a boolean. Reading drops one leading apostrophe,
 * whatever follows, so that writing and reading give back every text.
 */

/** The most characters that Excel keeps in one cell. */
export const CELL_LENGTH_LIMIT = 32_767;

const INVISIBLE_LEAD = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/u;
const FORMULA_LEAD = /^[=+\-@\u2212]/;

/** Whether a spreadsheet could take a cell for a formula: also behind white space, and written in other widths (`＝`). */
function looksLikeFormula(text: string): boolean {
  if (/^[\t\r\n]/.test(text)) return true;
  return [text, text.normalize("NFKC")].some((form) => FORMULA_LEAD.test(form.replace(INVISIBLE_LEAD, "")));
}

const MONTH_OR_MARK = /^(?:e|am|pm|thg|tháng|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)$/i;

/** Whether a spreadsheet could turn a text into a number, date, time or boolean: `007`, `1E5`, `3/4`, `MAR1`, `true`. */
function looksTyped(text: string): boolean {
  const plain = text.normalize("NFKC").trim();
  if (/^(?:true|false)$|^[\d:]+ [ap]$/i.test(plain)) return true;
  if (plain.length > 64 || !/\p{Nd}/u.test(plain) || plain.includes("..") || !/^[\p{L}\p{M}\p{N}\p{Sc}\s.,:/()%'’+\u2212-]+$/u.test(plain)) return false;
  return (plain.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => MONTH_OR_MARK.test(word));
}

/** A text that is not empty as a cell, protected where a spreadsheet would not leave it alone. */
export function textToCell(text: string): string {
  return text.startsWith("'") || isBlank(text) || looksLikeFormula(text) || looksTyped(text) ? `'${text}` : text;
}

/** The most characters of a number that Excel shows, and saves to CSV, without rounding. */
const EXACT_NUMBER_LENGTH = 10;

/** A finite number as a cell, in its JSON form; one that Excel would round is protected, so that it stays exact as a text. */
export function numberToCell(value: number): string {
  const text = JSON.stringify(value);
  return text.length > EXACT_NUMBER_LENGTH || text.includes("e") ? `'${text}` : text;
}

/** Whether nothing, or only white space, stands in a cell. */
export function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

/** The text of a cell: one leading apostrophe is protection and is dropped. */
export function cellToText(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** A number in the form that JSON has, also with a large `E`. */
export const JSON_NUMBER = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
const NUMBER = new RegExp(`^${JSON_NUMBER}$`);

/** The finite number that a text states in JSON's form, else `undefined`; nothing else is converted. */
export function textToNumber(text: string): number | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : undefined;
}
