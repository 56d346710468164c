import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { built, root } from "./built.js";

/** Notes, in a process of its own, which packages make code of text; said on standard error at the end. */
const COUNTER = `
  const callers = [];
  const count = () => {
    const [caller] = new Error().stack.split("\\n").slice(1).filter((line) => !line.includes("data:text") && line.includes("file:"));
    callers.push(/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(caller ?? "")?.[1] ?? "the package");
  };
  const Original = Function;
  globalThis.Function = new Proxy(Original, {
    apply: (target, self, args) => (count(), Reflect.apply(target, self, args)),
    construct: (target, args) => (count(), Reflect.construct(target, args)),
  });
  Original.prototype.constructor = globalThis.Function;
  const originalEval = eval;
  globalThis.eval = (text) => (count(), originalEval(text));
  if (process.env.COUNT_ONE === "1") new Function("");
  process.on("exit", () => process.stderr.write("code made by: " + callers.join(", ") + "\\n"));
`;

const example = (name: string): string => join(root, "docs", "examples", name);

function run(options: readonly string[], args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [...options, built("cli.js"), ...args], { encoding: "utf8", env: { ...process.env, ...env } });
}

const counting = ["--import", `data:text/javascript,${encodeURIComponent(COUNTER)}`];

describe.each([
  ["demo", ["demo", "--count", "30"]],
  ["check", ["check", example("korea.json")]],
])("the built command (%s)", (_, args) => {
  it("works where code from strings is forbidden, and says the same", () => {
    const strict = run(["--disallow-code-generation-from-strings"], args);
    expect(strict.stderr).toBe("");
    expect(strict.status).toBe(0);
    expect(strict.stdout).toBe(run([], args).stdout);
  });

  it("never calls `Function` or `eval`; zod looks once whether it could", () => {
    expect(run(counting, args).stderr).toBe("code made by: zod\n");
    expect(run(counting, args, { COUNT_ONE: "1" }).stderr).toBe("code made by: the package, zod\n");
  });
});
