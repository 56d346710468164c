import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** What came of a program. */
export interface RunResult {
  readonly status: number | null;
  /** Standard output, then standard error. */
  readonly output: string;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.es2024.string.d.ts"],
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
  skipLibCheck: true,
  noEmit: true,
};

/** A folder inside the project, so that snippets import the package by its own name, as built. */
export interface Workshop {
  /** The type errors of TypeScript modules, by name; nothing for a module without. */
  readonly check: (modules: Readonly<Record<string, string>>) => Readonly<Record<string, readonly string[]>>;
  /** Runs a TypeScript module in the project's root. */
  readonly run: (name: string, code: string) => RunResult;
  /** Runs shell commands in the project's root; ends at the first that fails. */
  readonly shell: (commands: string) => RunResult;
}

/** Makes an empty folder for snippets under the project's root. */
export function openWorkshop(root: string, name: string): Workshop {
  const folder = join(root, ".cache", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    check: (modules) => {
      const names = new Map(Object.keys(modules).map((module) => [join(folder, `${module}.mts`), module]));
      for (const [path, module] of names) writeFileSync(path, modules[module] ?? "");
      const program = ts.createProgram([...names.keys()], OPTIONS);
      const errors: Record<string, string[]> = {};
      for (const { file, start, messageText } of ts.getPreEmitDiagnostics(program)) {
        const module = names.get(file?.fileName ?? "") ?? "compiler options";
        const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
        const list = errors[module] ?? [];
        errors[module] = list;
        list.push(`line ${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
      }
      return errors;
    },
    run: (module, code) => {
      const path = join(folder, `${module}.mjs`);
      writeFileSync(path, ts.transpileModule(code, { compilerOptions: { ...OPTIONS, module: ts.ModuleKind.ESNext } }).outputText);
      return start(process.execPath, [path], root);
    },
    shell: (commands) => start("sh", ["-eu", "-c", commands], root),
  };
}

function start(command: string, args: readonly string[], cwd: string): RunResult {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 120_000 });
  return { status, output: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` };
}
