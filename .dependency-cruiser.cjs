/** Folders of src in order: each imports only from those before it. */
const FOLDERS = [
  "core",
  "model",
  "reference",
  "history",
  "intelligence",
  "indicators",
  "conditions",
  "profile",
  "assessment",
  "page",
  "explanation",
  "operations",
  "training",
  "evaluation",
  "notebook",
  "adapters",
  "sql",
  "testing",
  "synthetic",
  "cli",
];
const CORE = FOLDERS.slice(0, FOLDERS.indexOf("explanation") + 1);
const anyOf = (folders) => `^src/(${folders.join("|")})/`;

/** One package that only some folders may import. */
const only = (name, packages, folders) => ({
  name,
  severity: "error",
  from: { path: "^src/", pathNot: anyOf(folders) },
  to: { path: `(^|/)node_modules/(${packages})` },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "known-folders", severity: "error", from: { path: "^src/", pathNot: `^src/index\\.ts$|${anyOf(FOLDERS)}` }, to: {} },
    ...FOLDERS.slice(0, -1).map((folder, index) => ({
      name: `${folder}-imports-what-stands-before-it`,
      severity: "error",
      from: { path: anyOf([folder]) },
      to: { path: anyOf(FOLDERS.slice(index + 1)) },
    })),
    {
      name: "public-surface-is-for-users",
      comment: "inside the package, files import each other; only the command line is a user",
      severity: "error",
      from: { path: "^src/", pathNot: anyOf(["cli"]) },
      to: { path: "^src/index\\.ts$" },
    },
    {
      name: "index-is-the-core",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { path: "^src/", pathNot: anyOf(CORE) },
    },
    {
      name: "core-runs-anywhere",
      comment: "also in a browser and in Deno: no built-in modules of Node",
      severity: "error",
      from: { path: `^src/index\\.ts$|${anyOf(CORE)}` },
      to: { dependencyTypes: ["core"] },
    },
    only("ml-in-training", "ml-", ["training"]),
    only("fast-check-in-testing", "fast-check/", ["testing"]),
    only("papaparse-in-adapters", "(@types/)?papaparse/", ["adapters"]),
    only("sax-in-xml-adapters", "(@types/)?sax/", ["adapters/xml"]),
    only("commander-in-cli", "commander/", ["cli"]),
    only("duckdb-in-cli", "@duckdb/", ["cli"]),
    only("d3-in-evaluation", "(@types/)?d3-", ["evaluation"]),
    only("transliteration-in-intelligence", "any-ascii/|fastest-levenshtein/", ["intelligence"]),
    {
      name: "name-matching-is-its-own-entry",
      comment: "what scores loads neither the transliteration table nor the name model",
      severity: "error",
      from: { path: `^src/index\\.ts$|${anyOf(CORE)}`, pathNot: "^src/intelligence/" },
      to: { path: "^src/intelligence/(names|matching|index)" },
    },
    {
      name: "declared-dependencies",
      comment: "d3 and any-ascii have ES modules only, so the build puts what is used of them into dist, for CommonJS too; DuckDB is an optional peer",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], pathNot: "(^|/)node_modules/(@types/|fast-check/|@duckdb/|d3-|any-ascii/)" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
