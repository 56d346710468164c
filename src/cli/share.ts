import type { MessagePort } from "node:worker_threads";
import type { JsonRecord } from "../adapters/read-json-records.js";
import type { FoundRecord } from "../adapters/row-result.js";
import { CommandFailure } from "./failure.js";
import { isFileError, unreadable } from "./files.js";
import { openRecords } from "./records.js";
import { prepareScoring, type Scored, type Scoring, type ScoringOptions, scoreFound } from "./scoring.js";

/** So many consecutive records are scored by one job before the next ones fall to the next job. */
export const BLOCK_RECORDS = 64;

/** What one of several jobs is to do: every block whose number leaves the remainder `job` when divided by `jobs`. */
export interface Share {
  readonly options: ScoringOptions;
  readonly job: number;
  readonly jobs: number;
}

/** An answer of a job: its next block, the end of its share, or why it cannot go on. */
export type Answer = { readonly block: readonly Scored[] } | { readonly end: true } | { readonly failure: string; readonly exitCode: 1 | 2 };

/** Gives a job's next block at every message that comes through the port. */
export function serveShare(port: Pick<MessagePort, "on" | "postMessage">, share: Share): void {
  const blocks = blocksOf(share);
  let last: Promise<void> = Promise.resolve();
  port.on("message", () => {
    last = last.then(async () => port.postMessage(await nextAnswer(blocks, share.options.input)));
  });
}

async function nextAnswer(blocks: AsyncGenerator<readonly Scored[]>, input: string): Promise<Answer> {
  try {
    const next = await blocks.next();
    return next.done === true ? { end: true } : { block: next.value };
  } catch (error) {
    const { message, exitCode } = error instanceof CommandFailure ? error : isFileError(error) ? unreadable(input, error) : unexpected(error);
    return { failure: message, exitCode };
  }
}

function unexpected(error: unknown): CommandFailure {
  return new CommandFailure(error instanceof Error ? (error.stack ?? error.message) : String(error), 1);
}

async function* blocksOf({ options, job, jobs }: Share): AsyncGenerator<readonly Scored[]> {
  const scoring = await prepareScoring(options);
  yield* pickBlocks(await openRecords(options, scoring.toolbox), scoring, job, jobs);
}

/** Every job finds all records, which is cheap, and reads and scores its own: so all agree on where records start, whatever is quoted. */
async function* pickBlocks(records: AsyncGenerator<FoundRecord<JsonRecord>>, scoring: Scoring, job: number, jobs: number): AsyncGenerator<readonly Scored[]> {
  let found = 0;
  let block: Scored[] = [];
  for await (const read of records) {
    if (Math.floor(found / BLOCK_RECORDS) % jobs === job) block.push(scoreFound(read, scoring));
    found += 1;
    if (found % BLOCK_RECORDS === 0 && block.length > 0) {
      yield block;
      block = [];
    }
  }
  if (block.length > 0) yield block;
}
