// A year of VNACCS declarations on the command line in one pass: adapter, history, example profile; memory and time along the way.
//   npm run build && npm run bench:year [-- COUNT [MAX_KEYS [INPUT]]]
// `generate --year` writes the year (100,000 declarations with families, amendments, schemes, and outcomes known 1 to 60 days later)
// as VNACCS lines, unless an input is named; `score --evolve` reads them as a stream, scores each with what its history knew by then,
// and learns from it; with MAX_KEYS once more with a history that keeps so many keys of a dimension, and says how many lines differ. The resident memory of that process is read from /proc while it works (Linux). No test asserts a time.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const count = Number(process.argv[2] ?? 100_000);
const POINTS = 20;
const folder = mkdtempSync(join(tmpdir(), "consignment-risk-year-"));
const maxKeys = process.argv[3];
const input = process.argv[4] ?? join(folder, "year.jsonl");
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
try {
  if (process.argv[4] === undefined) generate();
  const first = await score();
  if (maxKeys !== undefined) {
    console.log(`\nwith --max-keys ${maxKeys}`);
    const second = await score("--max-keys", maxKeys);
    const differing = first.filter((line, index) => line !== second[index]).length;
    console.log(`${differing.toLocaleString("en")} of ${first.length.toLocaleString("en")} lines differ from the first run's`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function generate() {
  const options = ["generate", "--year", "--count", String(count), "--seed", "1", "--schemes", "all", "--format", "vnaccs", "--output", input];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(`generated ${count.toLocaleString("en")} declarations, ${Math.round(statSync(input).size / 1e6)} MB, in ${seconds} s`);
}

/** Scores the year; gives a digest of every line. */
async function score(...more) {
  const key = join(folder, "key");
  const rejects = join(folder, "rejects.jsonl");
  writeFileSync(key, "a key for benchmarks");
  const profile = fileURLToPath(new URL("../docs/examples/vietnam-sea.json", import.meta.url));
  const options = [
    "score",
    "--profile",
    profile,
    "--input",
    input,
    "--format",
    "vnaccs",
    "--selection-key-file",
    key,
    "--rejects",
    rejects,
    "--evolve",
    ...more,
  ];
  const child = spawn(process.execPath, [cli, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const told = [];
  child.stderr.setEncoding("utf8").on("data", (text) => told.push(text));
  const digests = [];
  let open = "";
  let done = 0;
  let last = { done: 0, milliseconds: 0 };
  let final = statusOf(child.pid);
  console.log("\n| declarations | resident memory | peak so far | milliseconds of CPU per declaration since |");
  console.log("| ---: | ---: | ---: | ---: |");
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    const lines = (open + chunk).split("\n");
    open = lines.pop();
    for (const line of lines) digests.push(createHash("sha256").update(line).digest("base64").slice(0, 16));
    done += lines.length;
    if (done - last.done < count / POINTS && done < count) continue;
    const status = statusOf(child.pid) ?? final;
    const each = ((status.milliseconds - last.milliseconds) / (done - last.done)).toFixed(2);
    console.log(`| ${done.toLocaleString("en")} | ${status.resident} MB | ${status.peak} MB | ${each} |`);
    last = { done, milliseconds: status.milliseconds };
    final = status;
  }
  const exit = await ended;
  const warnings = told
    .join("")
    .split("\n")
    .filter((line) => line.includes("warning: ")).length;
  const refused = readFileSync(rejects, "utf8").split("\n").length - 1;
  console.log(`\n${done.toLocaleString("en")} declarations scored, ${refused} refused, ${warnings} warnings, exit status ${exit}`);
  console.log(`${(final.milliseconds / done).toFixed(2)} ms of CPU per declaration; peak of resident memory ${final.peak} MB`);
  return digests;
}

/** Resident memory and its peak in MB, and the CPU time so far, of a process that runs. */
function statusOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name) => Math.round((Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) * 1_024) / 1e6);
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    // user and system time in ticks of 10 ms
    return { resident: megabytes("VmRSS"), peak: megabytes("VmHWM"), milliseconds: 10 * (Number(fields[11]) + Number(fields[12])) };
  } catch {
    return undefined;
  }
}
