import Papa from "papaparse";
import { expectation } from "../../core/expectation.js";
import { createIssue } from "../../core/issue.js";
import { failure, type Result, success } from "../../core/result.js";
import type { TableDelimiter } from "./decision-table.js";
import { tableIssue } from "./table-issue.js";

/** The most issues that are collected about one table. */
export const ISSUE_LIMIT = 1_000;

/** The most characters (or bytes) of a decision table. */
const TABLE_LENGTH_LIMIT = 50_000_000;

/** The most columns of a table, as in Excel. */
const COLUMN_LIMIT = 16_384;

/** The rows of cells of a CSV text or its bytes, whatever the delimiter, line ends and byte order mark. */
export function readCsv(csv: string | Uint8Array, delimiter: TableDelimiter | undefined): Result<readonly (readonly string[])[]> {
  const decoded = decode(csv);
  if (!decoded.ok) return decoded;
  const separator = delimiter ?? findDelimiter(decoded.value);
  const { data, errors } = Papa.parse<string[]>(unifyLineEnds(decoded.value, separator), {
    delimiter: separator,
    newline: "\n",
    header: false,
    skipEmptyLines: false,
  });
  const [first, ...rest] = errors.slice(0, ISSUE_LIMIT).map((error) =>
    tableIssue((error.row ?? 0) + 1, "(row)", {
      ...expectation(
        [],
        "cells in quotes that are closed, with each quote inside doubled",
        error.message,
        "mend the quotes; what follows them could not be read",
      ),
      received: error.code,
    }),
  );
  if (first !== undefined) return failure(first, ...rest);
  const wide = data.findIndex((cells) => cells.length > COLUMN_LIMIT);
  if (wide === -1) return success(data);
  const { length } = data[wide] ?? [];
  return failure(tableIssue(wide + 1, "(row)", expectation([], `at most ${COLUMN_LIMIT} cells`, length, "remove the columns that are not used")));
}

function decode(csv: string | Uint8Array): Result<string> {
  if (typeof csv !== "string" && !(csv instanceof Uint8Array)) {
    return failure(createIssue("value.type", expectation([], "a text or its bytes", csv, "pass the content of the CSV file")));
  }
  if (csv.length > TABLE_LENGTH_LIMIT) {
    const details = expectation([], `at most ${TABLE_LENGTH_LIMIT} characters`, csv.length, "split the table");
    return failure(createIssue("value.tooLarge", { ...details, limit: TABLE_LENGTH_LIMIT }));
  }
  let text: string;
  try {
    // a decoder drops the byte order mark that it finds
    text =
      typeof csv === "string"
        ? csv.replace(/^\ufeff/, "")
        : new TextDecoder(csv[0] === 0xff && csv[1] === 0xfe ? "utf-16le" : "utf-8", { fatal: true }).decode(csv);
  } catch {
    return failure(
      createIssue(
        "value.illFormedText",
        expectation([], "bytes in UTF-8", "other bytes", "save the file as `CSV UTF-8 (comma delimited)`; other encodings would garble its letters"),
      ),
    );
  }
  if (text.isWellFormed()) return success(text);
  return failure(createIssue("value.illFormedText", expectation([], "well-formed Unicode", "a lone surrogate", "remove the lone surrogate")));
}

const DELIMITERS: readonly TableDelimiter[] = [",", ";", "\t"];

/** The delimiter that the heading line has most of, outside quotes. */
function findDelimiter(text: string): TableDelimiter {
  const heading = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.slice(0, 1_000_000))?.[0].replace(/"[^"]*"/g, "") ?? "";
  const counts = DELIMITERS.map((delimiter) => heading.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The text with a line feed at the end of every row; line ends inside quoted cells stay as they are. */
function unifyLineEnds(text: string, delimiter: TableDelimiter): string {
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  let cellStart = true;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"' && cellStart) {
      at = endOfQuoted(text, at);
      cellStart = false;
    } else if (char === "\r") {
      parts.push(text.slice(from, at));
      at += text.charAt(at + 1) === "\n" ? 2 : 1;
      parts.push("\n");
      from = at;
      cellStart = true;
    } else {
      cellStart = char === delimiter || char === "\n";
      at += 1;
    }
  }
  parts.push(text.slice(from));
  return parts.join("");
}

/** The offset behind the quote that closes the cell opened at `start`; a doubled quote does not close it. */
function endOfQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at + 1;
}
