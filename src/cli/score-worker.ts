import { parentPort, workerData } from "node:worker_threads";
import { type Share, serveShare } from "./share.js";

if (parentPort !== null) serveShare(parentPort, workerData as Share);
