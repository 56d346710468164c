import { defineConfig } from "tsup";

const library = {
  index: "src/index.ts",
  adapters: "src/adapters/index.ts",
  synthetic: "src/synthetic/index.ts",
  training: "src/training/index.ts",
  evaluation: "src/evaluation/index.ts",
  intelligence: "src/intelligence/index.ts",
  operations: "src/operations/index.ts",
  testing: "src/testing/index.ts",
  arbitraries: "src/testing/arbitraries/index.ts",
  notebook: "src/notebook/index.ts",
  sql: "src/sql/index.ts",
  "audit-file": "src/adapters/audit-file.ts",
};

/** ES modules and their types; `.ci/finish-build.mjs` derives CommonJS from them. */
export default defineConfig({
  entry: { ...library, cli: "src/cli/main.ts", "score-worker": "src/cli/score-worker.ts" },
  format: "esm",
  target: "node20",
  // shared code stands in chunks once, so that `instanceof` holds across entries
  splitting: true,
  clean: true,
  removeNodeProtocol: false,
  // tsup sets `baseUrl`, which TypeScript 6 calls deprecated
  dts: { entry: library, compilerOptions: { ignoreDeprecations: "6.0" } },
});
