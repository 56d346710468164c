// Packs the package, installs the tarball in an empty folder, and uses it by import, by require, from TypeScript (both
// ways to resolve modules, library types checked too), by its command, and as a project with a profile and tests of its own.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tryUserProject } from "./user-project.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const temporary = mkdtempSync(join(tmpdir(), "consignment-risk-smoke-"));
const folder = join(temporary, "user");

const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const IMPORTS = Object.keys(exports)
  .filter((path) => !path.endsWith(".json"))
  .map((path) => `consignment-risk${path.slice(1)}`);

const TYPESCRIPT = `
import { type Assessment, assessOrThrow, compileProfileOrThrow, extractFactsOrThrow, parseDeclaration, standardCatalogue } from "consignment-risk";
${IMPORTS.slice(1)
  .map((name, index) => `import * as entry${index} from "${name}";`)
  .join("\n")}

export function score(profile: unknown, declaration: unknown): Assessment | undefined {
  const compiled = compileProfileOrThrow(profile, { catalogue: standardCatalogue });
  const parsed = parseDeclaration(declaration);
  if (!parsed.ok) return undefined;
  return assessOrThrow(compiled, extractFactsOrThrow(parsed.value, { asOf: "2026-01-01T00:00:00Z", catalogue: standardCatalogue }));
}
export const entries: readonly object[] = [${IMPORTS.slice(1)
  .map((_, index) => `entry${index}`)
  .join(", ")}];
// @ts-expect-error a declaration is not parsed from nothing: the types are there, and are not any
parseDeclaration();
`;

try {
  mkdirSync(folder);
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", temporary], root);
  const tarball = readdirSync(temporary).find((name) => name.endsWith(".tgz"));
  write("package.json", JSON.stringify({ name: "user", private: true }));
  run("npm", ["install", "--silent", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", join(temporary, tarball)]);

  // the peers that entries import
  symlinkSync(join(root, "node_modules/fast-check"), join(folder, "node_modules/fast-check"));
  copyFileSync(join(root, ".ci/score-synthetic.mjs"), join(folder, "score-synthetic.mjs"));
  write(
    "import.mjs",
    `import { scoreSynthetic } from "./score-synthetic.mjs";
    const entries = Object.fromEntries(await Promise.all(${JSON.stringify(IMPORTS)}.map(async (name) => [name, await import(name)])));
    ${report("import")}`,
  );
  write(
    "require.cjs",
    `const entries = Object.fromEntries(${JSON.stringify(IMPORTS)}.map((name) => [name, require(name)]));
    if (require("consignment-risk/package.json").name !== "consignment-risk") throw new Error("package.json");
    if (require("consignment-risk/profile.schema.json").type !== "object") throw new Error("profile.schema.json");
    import("./score-synthetic.mjs").then(({ scoreSynthetic }) => { ${report("require")} });`,
  );
  const [imported, required] = ["import.mjs", "require.cjs"].map((file) => run("node", [file]));
  if (imported.trim() === "" || imported !== required) throw new Error("import and require give different assessments, or none");
  done(`import and require give the same ${imported.trim().split("\n").length} assessments`);

  write("use.mts", TYPESCRIPT);
  write("use.cts", TYPESCRIPT);
  for (const [module, moduleResolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const compilerOptions = { noEmit: true, strict: true, target: "es2022", lib: ["es2022"], types: [], module, moduleResolution };
    write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["use.mts", "use.cts"] }));
    run("node", [tsc, "-p", "."]);
    done(`types under ${moduleResolution}`);
  }

  const help = run("npx", ["--no-install", "consignment-risk", "--help"]);
  if (!help.includes("consignment-risk")) throw new Error(`unexpected help: ${help}`);
  done("consignment-risk --help");
  if (run("npx", ["--no-install", "consignment-risk", "demo"]).trim() === "") throw new Error("the demo prints nothing");
  done("consignment-risk demo");
  tryUserProject(folder);
  done("a project with a profile, ten cases and a broken rule, in vitest and by the command");
} catch (error) {
  console.error(`${error.message}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  process.exitCode = 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

/** Code that prints assessments of synthetic declarations, after a look at every entry. */
function report(how) {
  return `for (const [name, entry] of Object.entries(entries)) if (Object.keys(entry).length === 0) throw new Error("an empty entry by ${how}: " + name);
    for (const line of scoreSynthetic(entries["consignment-risk"], entries["consignment-risk/synthetic"], 5)) console.log(line);`;
}

function write(name, text) {
  writeFileSync(join(folder, name), text);
}

function run(command, args, cwd = folder) {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function done(what) {
  console.log(`ok ${what}`);
}
