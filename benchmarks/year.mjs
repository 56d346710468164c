// A year of VNACCS declarations in one pass: adapter, history, example profile; memory and time per declaration along the way.
//   npm run build && npm run bench:year [-- COUNT]
// The command line generates the year (100,000 declarations with families, amendments, schemes, and outcomes known 1 to 60 days
// later) as VNACCS JSON Lines. One process then reads it as a stream: each declaration is scored under the profile of its mode of
// transport with what history knew by then, is observed, and its outcome is recorded for when it becomes known. Families are closed
// after 75 days and each dimension keeps 50,000 keys of closed families. No test asserts a time.
import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  assessOrThrow,
  compileProfileOrThrow,
  createHistory,
  createSelectionKeyOrThrow,
  eventOf,
  extractFactsOrThrow,
  standardCatalogue,
} from "consignment-risk";
import { readVnaccsDeclarations } from "consignment-risk/adapters";

const count = Number(process.argv[2] ?? 100_000);
const HISTORY = { retentionDays: 75, maxKeys: 50_000 };
const POINTS = 20;
const folder = mkdtempSync(join(tmpdir(), "consignment-risk-year-"));
const input = join(folder, "year.jsonl");
try {
  generate();
  await score();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function generate() {
  const options = ["generate", "--year", "--count", String(count), "--seed", "1", "--schemes", "all", "--format", "vnaccs", "--output", input];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("../dist/cli.js", import.meta.url)), ...options], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - started) / 1_000;
  console.log(`generated ${count.toLocaleString("en")} declarations, ${Math.round(statSync(input).size / 1e6)} MB, in ${Math.round(seconds)} s`);
}

function load(name) {
  const document = JSON.parse(readFileSync(new URL(`../docs/examples/vietnam-${name}.json`, import.meta.url), "utf8"));
  return compileProfileOrThrow(document, { catalogue: standardCatalogue });
}

async function score() {
  const profiles = { 1: load("parcel"), 2: load("sea"), 3: load("sea"), 4: load("land") };
  const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("a key for benchmarks"));
  const history = createHistory(HISTORY);
  const output = createWriteStream(join(folder, "scores.jsonl"));
  const channels = new Map();
  const found = { outcomes: 0, rejected: 0, warnings: 0 };
  let day = "";
  let done = 0;
  let last = process.cpuUsage();
  const start = last;
  console.log("\n| declarations | resident memory | heap in use | milliseconds of CPU per declaration since | keys of history | families open |");
  console.log("| ---: | ---: | ---: | ---: | ---: | ---: |");
  for await (const row of readVnaccsDeclarations(createReadStream(input))) {
    if (!row.ok) {
      found.rejected += 1;
      continue;
    }
    if (row.warnings !== undefined) found.warnings += 1;
    const { declaration, outcome } = row.value;
    const asOf = declaration.registeredAt;
    if (asOf.slice(0, 10) !== day) {
      day = asOf.slice(0, 10);
      history.advance(asOf);
    }
    const profile = profiles[declaration.transport.mode.code];
    const facts = extractFactsOrThrow(declaration, { asOf, catalogue: standardCatalogue, currency: "VND", history });
    const assessment = assessOrThrow(profile, facts, { selectionKey });
    channels.set(assessment.channel, (channels.get(assessment.channel) ?? 0) + 1);
    if (!output.write(`${JSON.stringify(assessment)}\n`)) await new Promise((resolve) => output.once("drain", resolve));
    const taken = history.observe(eventOf(declaration));
    if (!taken.ok) throw new Error(taken.issues[0].message);
    if (outcome !== undefined) {
      found.outcomes += 1;
      history.recordOutcome(outcome);
    }
    done += 1;
    if (done % Math.ceil(count / POINTS) === 0 || done === count) {
      const cpu = process.cpuUsage(last);
      const { rss, heapUsed } = process.memoryUsage();
      const { keys, families } = history.statistics();
      const total = Object.values(keys).reduce((sum, size) => sum + size, 0);
      const since = done % Math.ceil(count / POINTS) || Math.ceil(count / POINTS);
      const cells = [done, megabytes(rss), megabytes(heapUsed), ((cpu.user + cpu.system) / 1_000 / since).toFixed(2), total, families];
      console.log(`| ${cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)).join(" | ")} |`);
      last = process.cpuUsage();
    }
  }
  await new Promise((resolve) => output.end(resolve));
  const { user, system } = process.cpuUsage(start);
  const shares = [...channels].map(([channel, size]) => `${channel} ${size.toLocaleString("en")}`).join(", ");
  console.log(
    `\n${done.toLocaleString("en")} declarations scored (${shares}), ${found.outcomes.toLocaleString("en")} outcomes, ${found.rejected} rejected, ${found.warnings} warned of`,
  );
  console.log(
    `${((user + system) / 1_000 / done).toFixed(2)} ms of CPU per declaration; peak of resident memory ${Math.round((process.resourceUsage().maxRSS * 1_024) / 1e6)} MB`,
  );
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
