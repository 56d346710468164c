// Scores the same synthetic declarations under this Node, Node 24 and Deno (both from npm), and compares the lines byte by
// byte. A runtime that cannot be fetched is skipped, and said so; fails if one differs.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COUNT = 2_000;
const root = fileURLToPath(new URL("../", import.meta.url));
const program = fileURLToPath(new URL("../.cache/score.mjs", import.meta.url));

mkdirSync(new URL("../.cache/", import.meta.url), { recursive: true });
writeFileSync(
  program,
  `import * as core from "../dist/index.js";
import * as synthetic from "../dist/synthetic.js";
import { scoreSynthetic } from "../.ci/score-synthetic.mjs";
console.log(scoreSynthetic(core, synthetic, ${COUNT}).join("\\n"));
`,
);

const runtimes = [
  { name: "Node 24", fetch: ["--yes", "node@24", "--version"], run: ["--yes", "node@24", program] },
  { name: "Deno", fetch: ["--yes", "deno", "--version"], run: ["--yes", "deno", "run", "--no-lock", "--node-modules-dir=manual", "--allow-read", program] },
];

const expected = start(process.execPath, [program]);
if (expected.status !== 0) throw new Error(`this Node failed:\n${expected.stderr}`);
console.log(`ok      Node ${process.versions.node}: ${COUNT} declarations`);

for (const { name, fetch, run } of runtimes) {
  const fetched = start("npx", fetch);
  if (fetched.status !== 0) {
    console.log(`skipped ${name}: npx could not provide it`);
    continue;
  }
  const version = fetched.stdout.trim().split("\n")[0];
  const result = start("npx", run);
  const same = result.status === 0 && result.stdout === expected.stdout;
  console.log(`${same ? "ok     " : "FAILED "} ${name} (${version}): ${result.status === 0 ? describe(result.stdout) : result.stderr.trim()}`);
  if (!same) process.exitCode = 1;
}

function describe(output) {
  const [here, there] = [expected.stdout, output].map((text) => text.split("\n"));
  const different = here.findIndex((line, index) => line !== there[index]);
  return different < 0 && here.length === there.length ? "the same bytes" : `differs first at line ${different + 1}:\n${here[different]}\n${there[different]}`;
}

function start(command, args) {
  return spawnSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 30, timeout: 120_000 });
}
