import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** The path of a built file; fails with a remedy where the package is not built. */
export function built(name: string): string {
  const path = join(root, "dist", name);
  if (!existsSync(path)) throw new Error(`dist/${name} is missing: run \`npm run build\``);
  return path;
}

/** The modules outside the package that a built file loads, itself or through chunks, sorted. */
export function loadedModules(file: string): readonly string[] {
  return [...load(file).outside].sort();
}

/** A built file and the chunks that it loads. */
export function loadedFiles(file: string): readonly string[] {
  return [...load(file).inside];
}

function load(file: string): { readonly inside: ReadonlySet<string>; readonly outside: ReadonlySet<string> } {
  const inside = new Set<string>();
  const outside = new Set<string>();
  const visit = (path: string): void => {
    if (inside.has(path)) return;
    inside.add(path);
    for (const { fileName } of ts.preProcessFile(readFileSync(path, "utf8"), true, true).importedFiles) {
      if (fileName.startsWith(".")) visit(join(dirname(path), fileName));
      else outside.add(fileName);
    }
  };
  visit(file);
  return { inside, outside };
}
