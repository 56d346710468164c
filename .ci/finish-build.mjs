// After tsup: derives CommonJS and its types from the ES modules of dist/, file by file, so that both have the same chunks
// (tsup's own way to split CommonJS lowers `?.` and `??` to helper calls), and writes the JSON Schema of the profile and the
// licences of the packages that the build put into dist (those of devDependencies: d3 and any-ascii, which have no CommonJS).
import { readdir, readFile, writeFile } from "node:fs/promises";
import ts from "typescript";

const dist = new URL("../dist/", import.meta.url);
const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
const relative = /((?:\brequire\(|\bfrom |\bimport\(|\bimport )["']\.\/[\w.-]+)\.js(["'])/g;

const bundled = new Set();

for (const name of await readdir(dist)) {
  const code = await readFile(new URL(name, dist), "utf8");
  for (const [, source] of code.matchAll(/^\/\/ (?:.*\/)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)) bundled.add(source);
  if (name === "cli.js" || name === "score-worker.js") continue;
  if (name.endsWith(".d.ts")) await write(name.replace(/\.d\.ts$/, ".d.cts"), code);
  else if (name.endsWith(".js")) await write(name.replace(/\.js$/, ".cjs"), ts.transpileModule(code, { compilerOptions }).outputText);
}

const licences = [...bundled].sort().map(async (name) => `${name}\n\n${await readFile(new URL(`../node_modules/${name}/LICENSE`, import.meta.url), "utf8")}`);
await writeFile(new URL("THIRD-PARTY-LICENSES.txt", dist), (await Promise.all(licences)).join("\n---\n\n"));

const { profileJsonSchema } = await import(new URL("index.js", dist).href);
await writeFile(new URL("profile.schema.json", dist), `${JSON.stringify(profileJsonSchema(), null, 2)}\n`);

async function write(name, code) {
  await writeFile(new URL(name, dist), code.replace(relative, "$1.cjs$2"));
}
