// A year of VNACCS declarations on the command line in one pass: adapter, history, example profile; memory and time along the way.
//   npm run build && npm run bench:year [-- COUNT [INPUT]]
// `generate --year` writes the year (100,000 declarations with families, amendments, schemes, and outcomes known 1 to 60 days later)
// as VNACCS lines, unless an input is named; `score --evolve` reads them as a stream, scores each with what its history knew by then,
// and learns from it. The resident memory of that process is read from /proc while it works (Linux). No test asserts a time.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const count = Number(process.argv[2] ?? 100_000);
const POINTS = 20;
const folder = mkdtempSync(join(tmpdir(), "consignment-risk-year-"));
const input = process.argv[3] ?? join(folder, "year.jsonl");
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
try {
  if (process.argv[3] === undefined) generate();
  await score();
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

async function score() {
  const key = join(folder, "key");
  const rejects = join(folder, "rejects.jsonl");
  writeFileSync(key, "a key for benchmarks");
  const profile = fileURLToPath(new URL("../docs/examples/vietnam-sea.json", import.meta.url));
  const options = ["score", "--profile", profile, "--input", input, "--format", "vnaccs", "--selection-key-file", key, "--rejects", rejects, "--evolve"];
  const child = spawn(process.execPath, [cli, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const told = [];
  child.stderr.setEncoding("utf8").on("data", (text) => told.push(text));
  let done = 0;
  let last = { done: 0, milliseconds: 0 };
  let final = statusOf(child.pid);
  console.log("\n| declarations | resident memory | peak so far | milliseconds of CPU per declaration since |");
  console.log("| ---: | ---: | ---: | ---: |");
  for await (const chunk of child.stdout) {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) done += 1;
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
