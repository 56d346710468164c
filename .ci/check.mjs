// Runs every check by its npm script, those of a stage side by side, and counts: each check is one, and so is each test.
// The counts also go to .cache/checks.json.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";

const root = new URL("../", import.meta.url);
const testReport = new URL(".cache/tests.json", root);

// what a later stage checks, the build of the first has made; the tests have all cores for themselves
const stages = [
  [
    { name: "types", script: "check:types" },
    { name: "build", script: "build" },
    { name: "format and lint", script: "check:lint" },
    { name: "import directions", script: "check:imports" },
    { name: "unused code and dependencies", script: "check:unused" },
  ],
  [
    { name: "smoke test of the tarball", script: "check:smoke" },
    { name: "types of the package", script: "check:exports" },
    { name: "package manifest", script: "check:publint" },
    { name: "public interface", script: "check:api" },
    { name: "sizes of the entry points", script: "check:sizes" },
    { name: "docs site", script: "docs" },
  ],
  [{ name: "tests and coverage", script: "check:tests", report: testReport, live: true }],
];

mkdirSync(new URL(".cache/", root), { recursive: true });
const results = [];
for (const stage of stages) results.push(...(await runStage(stage)));
const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));

console.log("\nchecks");
for (const { name, ok, seconds, note } of results) console.log(`  ${ok ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)${note}`);
console.log(`  in all ${passed} passed and ${failed} failed`);
writeFileSync(new URL(".cache/checks.json", root), `${JSON.stringify({ passed, failed })}\n`);
process.exitCode = failed === 0 ? 0 : 1;

/** As many checks at a time as there are cores; their results in the order given. */
async function runStage(checks) {
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < checks.length) {
      const index = next++;
      results[index] = await run(checks[index]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}

async function run({ name, script, report, live = false }) {
  if (report !== undefined) rmSync(report, { force: true });
  const start = performance.now();
  if (live) console.log(`\n== ${name} (npm run ${script})`);
  const { ok, output } = await runScript(script, live);
  if (!live) console.log(`\n== ${name} (npm run ${script})\n${output}`);
  const seconds = (performance.now() - start) / 1000;
  const tests = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : readTests(report);
  // a failed test already counts; a check that failed for another reason (coverage, a crash) counts itself
  const failed = ok || tests.failed > 0 ? tests.failed : 1;
  const note = report === undefined ? "" : `: ${tests.passed} tests passed, ${tests.failed} failed, ${tests.skipped} skipped`;
  return { name, ok, seconds, note, passed: tests.passed + (ok ? 1 : 0), failed };
}

/** What runs beside others is printed as a whole once it ends. */
function runScript(script, live) {
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script], { cwd: root, stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"] });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (output += text));
    child.stderr?.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ ok: false, output: `${output}${error.message}\n` }));
    child.on("close", (status) => resolve({ ok: status === 0, output }));
  });
}

function readTests(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
