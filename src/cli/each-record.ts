import type { JsonRecord } from "../adapters/read-json-records.js";
import type { Result } from "../core/result.js";
import { isFileError, unreadable } from "./files.js";
import type { Toolbox } from "./load-profile.js";
import { startProgress } from "./progress.js";
import { type InputOptions, openRecords, reportIssues } from "./records.js";

/**
 * Takes the records of an input one by one, in order. One that cannot be read, or that `take` refuses, is told of on
 * standard error, and the rest goes on; gives the number of those.
 */
export async function eachRecord(
  options: InputOptions,
  toolbox: Toolbox,
  take: (record: JsonRecord) => Result<unknown> | Promise<Result<unknown>>,
): Promise<number> {
  const progress = startProgress("declarations");
  let refused = 0;
  try {
    for await (const read of await openRecords(options, toolbox)) {
      const record = read();
      if (record.ok && record.warnings !== undefined) reportIssues(options.input, record.line, record.warnings);
      const taken = record.ok ? await take(record.value) : record;
      if (!taken.ok) {
        refused += 1;
        reportIssues(options.input, record.line, taken.issues);
      }
      progress.tick();
    }
  } catch (error) {
    throw isFileError(error) ? unreadable(options.input, error) : error;
  } finally {
    progress.end();
  }
  return refused;
}
