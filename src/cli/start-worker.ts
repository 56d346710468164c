import { Worker } from "node:worker_threads";
import { packageFile } from "./package-file.js";
import type { Share } from "./share.js";

/** Starts a job in a thread of its own. What it would tell while it prepares was told by the command already. */
export function startWorker(share: Share): Worker {
  return new Worker(packageFile("dist/score-worker.js"), { workerData: share, stderr: true });
}
