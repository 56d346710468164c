import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    maxWorkers: "100%",
    // whatever is tested works under a content security policy
    execArgv: ["--disallow-code-generation-from-strings"],
    coverage: {
      provider: "v8",
      reportOnFailure: true,
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "json-summary", "html"],
      reportsDirectory: ".cache/coverage",
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
