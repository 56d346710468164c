// Writes or checks the public interface of every entry point, docs/api/*.txt: each exported name with its declaration, without comments and bodies, sorted.
// A change shows as a diff in review. `node .ci/api-report.mjs` checks, `--write` writes.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = new URL("../docs/api/", import.meta.url);
const { entryPoints } = JSON.parse(readFileSync(new URL("typedoc.json", import.meta.url), "utf8"));
const files = entryPoints.map((path) => fileURLToPath(new URL(path, import.meta.url)));
const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config, ts.sys, root);
const program = ts.createProgram(files, options);
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });
const emitted = new Map();

const reports = new Map(files.map((file) => [nameOf(file), reportOf(file)]));
if (process.argv.includes("--write")) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, report] of reports) writeFileSync(new URL(`${name}.txt`, folder), report);
} else {
  const stated = new Set(readdirSync(folder).map((name) => basename(name, ".txt")));
  const stale = [...reports]
    .filter(([name, report]) => !stated.has(name) || readFileSync(new URL(`${name}.txt`, folder), "utf8") !== report)
    .map(([name]) => name);
  const gone = [...stated].filter((name) => !reports.has(name));
  for (const name of [...stale, ...gone])
    console.error(`FAILED  docs/api/${name}.txt is not the public interface: run \`npm run api\`, and say in CHANGELOG.md what changed`);
  if (stale.length + gone.length > 0) process.exitCode = 1;
  else console.log(`ok      the public interface of ${reports.size} entry points is as docs/api states it`);
}

/** `index` for the core, else the last part of what is imported. */
function nameOf(file) {
  const path = relative(`${root}src`, file).replace(/\/index\.ts$|\.ts$/, "");
  return path.split("/").at(-1);
}

function reportOf(file) {
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  const declarations = exported.map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const texts = [...new Set(target.declarations.map((declaration) => declaration.getSourceFile()))].map((source) => declarationOf(source, target.name));
    return { name: symbol.name, text: `${symbol.name === target.name ? "" : `// as ${symbol.name}\n`}${texts.join("\n")}` };
  });
  return declarations
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ text }) => `${text}\n`)
    .join("\n");
}

/** What the declarations of a source file say of a name: made from the file alone, since every export states its type. */
function declarationOf(source, name) {
  if (!emitted.has(source)) {
    const { outputText } = ts.transpileDeclaration(source.text, { fileName: source.fileName, compilerOptions: options });
    emitted.set(source, ts.createSourceFile(`${source.fileName}.d.ts`, outputText, ts.ScriptTarget.Latest, true));
  }
  const declared = emitted.get(source);
  const found = declared.statements.filter((statement) =>
    ts.isVariableStatement(statement) ? statement.declarationList.declarations.some((one) => one.name.text === name) : statement.name?.text === name,
  );
  if (found.length === 0) throw new Error(`${relative(root, source.fileName)} declares no ${name}`);
  return found.map((statement) => printer.printNode(ts.EmitHint.Unspecified, statement, declared)).join("\n");
}
