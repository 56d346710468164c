// Runs every check by its npm script, fast ones first, and counts: each check is one, and so is each test.
// The counts also go to .cache/checks.json.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const testReport = new URL(".cache/tests.json", root);

const checks = [
  { name: "types", script: "check:types" },
  { name: "format and lint", script: "check:lint" },
  { name: "import directions", script: "check:imports" },
  { name: "unused code and dependencies", script: "check:unused" },
  { name: "build", script: "build" },
  { name: "package manifest", script: "check:publint" },
  { name: "types of the package", script: "check:exports" },
  { name: "smoke test of the tarball", script: "check:smoke" },
  { name: "public interface", script: "check:api" },
  { name: "sizes of the entry points", script: "check:sizes" },
  { name: "docs site", script: "docs" },
  { name: "tests and coverage", script: "check:tests", report: testReport },
];

mkdirSync(new URL(".cache/", root), { recursive: true });
const results = checks.map(run);
const passed = sum(results.map((result) => result.passed));
const failed = sum(results.map((result) => result.failed));

console.log("\nchecks");
for (const { name, ok, seconds, note } of results) console.log(`  ${ok ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)${note}`);
console.log(`  in all ${passed} passed and ${failed} failed`);
writeFileSync(new URL(".cache/checks.json", root), `${JSON.stringify({ passed, failed })}\n`);
process.exitCode = failed === 0 ? 0 : 1;

function run({ name, script, report }) {
  console.log(`\n== ${name} (npm run ${script})`);
  if (report !== undefined) rmSync(report, { force: true });
  const start = performance.now();
  const { status } = spawnSync("npm", ["run", "--silent", script], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const seconds = (performance.now() - start) / 1000;
  const ok = status === 0;
  const tests = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : readTests(report);
  // a failed test already counts; a check that failed for another reason (coverage, a crash) counts itself
  const failed = ok || tests.failed > 0 ? tests.failed : 1;
  const note = report === undefined ? "" : `: ${tests.passed} tests passed, ${tests.failed} failed, ${tests.skipped} skipped`;
  return { name, ok, seconds, note, passed: tests.passed + (ok ? 1 : 0), failed };
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
