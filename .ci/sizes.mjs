// Holds what an importer's bundler makes of each entry point, minified and gzipped with all that it loads, against the budgets stated in docs/sizes.md.
// `--write` puts the measured sizes into the page.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const page = new URL("../docs/sizes.md", import.meta.url);
const ROW = /^\| `(consignment-risk(?:\/([\w-]+))?)` \| ([\d.]+) kB \| ([\d.]+) kB \|(.*)$/gm;

const text = readFileSync(page, "utf8");
const { exports, peerDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const measured = new Map();
for (const [, name, entry] of text.matchAll(ROW)) measured.set(name, await sizeOf(entry ?? "index"));

const missing = Object.keys(exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => `consignment-risk${path.slice(1)}`)
  .filter((name) => !measured.has(name));
for (const name of missing) fail(`${name}: docs/sizes.md states no budget`);

for (const [, name, , , budget] of text.matchAll(ROW)) {
  const size = measured.get(name);
  const line = `${name}: ${size.toFixed(1)} kB of ${budget} kB`;
  if (size > Number(budget)) fail(`${line}: over its budget; make it smaller, or argue for more in docs/sizes.md`);
  else console.log(`ok      ${line}`);
}

if (process.argv.includes("--write")) {
  writeFileSync(
    page,
    text.replace(ROW, (_, name, _entry, _size, budget, why) => `| \`${name}\` | ${measured.get(name).toFixed(1)} kB | ${budget} kB |${why}`),
  );
}

/** Kilobytes (1,000 bytes), gzipped at level 9; node's own modules and what is the user's to bring (peers) stay outside. */
async function sizeOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../dist/${entry}.js`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    legalComments: "none",
    external: Object.keys(peerDependencies),
    write: false,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1000;
}

function fail(message) {
  console.error(`FAILED  ${message}`);
  process.exitCode = 1;
}
