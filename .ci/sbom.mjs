// Writes a CycloneDX bill of what an installation of the package holds: its runtime dependencies by the lock file, and the packages that the build puts into
// dist. `npm sbom --omit dev` alone will not do: it leaves out what a development dependency needs too, zod and commander among it.
// `node .ci/sbom.mjs [file]`; .cache/sbom.cdx.json unless told.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const target = resolve(process.argv[2] ?? `${root}.cache/sbom.cdx.json`);
const read = (name) => readFileSync(`${root}${name}`, "utf8");

const command = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"];
const bill = JSON.parse(execFileSync("npm", command, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 }));
const { packages } = JSON.parse(read("package-lock.json"));

/** `name@version`, as npm refers to a component. */
const refOf = (path, { version }) => `${path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length)}@${version}`;
const installed = new Set(Object.entries(packages).flatMap(([path, one]) => (path === "" || one.dev || one.devOptional ? [] : [refOf(path, one)])));
const bundled = new Set(
  read("dist/THIRD-PARTY-LICENSES.txt")
    .split(/\n---\n\n/)
    .map((part) => part.slice(0, part.indexOf("\n")))
    .map((name) => refOf(`node_modules/${name}`, packages[`node_modules/${name}`])),
);

const self = bill.metadata.component;
self.name = JSON.parse(read("package.json")).name;
bill.components = bill.components
  .filter((component) => installed.has(component["bom-ref"]) || bundled.has(component["bom-ref"]))
  .map((component) => ({
    ...component,
    scope: "required",
    properties: bundled.has(component["bom-ref"]) ? [{ name: "consignment-risk:bundled", value: "its code stands in dist" }] : [],
  }));
const kept = new Set([self["bom-ref"], ...bill.components.map((component) => component["bom-ref"])]);
bill.dependencies = bill.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));

const lost = [...installed, ...bundled].filter((ref) => !kept.has(ref));
if (lost.length > 0) throw new Error(`npm's bill lacks ${lost.join(", ")}`);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(bill, null, 2)}\n`);
console.log(`${target}: ${bill.components.length} components, ${bundled.size} of them in dist (${bill.bomFormat} ${bill.specVersion})`);
