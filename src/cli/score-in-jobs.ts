import { on } from "node:events";
import { CommandFailure } from "./failure.js";
import type { Scored, ScoringOptions } from "./scoring.js";
import type { Answer } from "./share.js";
import { startWorker } from "./start-worker.js";

/** So many blocks a job may be ahead of what is written. */
const AHEAD = 4;

/** The records of an input scored by several jobs, in the order of the input. */
export async function* scoreInJobs(options: ScoringOptions, jobs: number): AsyncGenerator<Scored> {
  const workers = Array.from({ length: jobs }, (_, job) => {
    const worker = startWorker({ options, job, jobs });
    const answers = on(worker, "message", { close: ["exit"] }) as AsyncIterableIterator<[Answer]>;
    for (let block = 0; block < AHEAD; block += 1) worker.postMessage("next");
    return { worker, answers };
  });
  try {
    for (let block = 0; ; block += 1) {
      const { worker, answers } = workers[block % jobs] as (typeof workers)[number];
      const next = await answers.next();
      if (next.done === true) throw new CommandFailure("a job ended before its work was done", 1);
      const [answer] = next.value;
      if ("failure" in answer) throw new CommandFailure(answer.failure, answer.exitCode);
      // a block that is not there is behind the last one
      if ("end" in answer) return;
      worker.postMessage("next");
      yield* answer.block;
    }
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}
