// Executes the notebooks of docs/notebooks/ headless in Deno's Jupyter kernel and writes their outputs into them.
// Deno comes from npm; `jupyter nbconvert` must be there (Debian: jupyter-nbconvert). What is missing is said, and skipped.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../docs/notebooks/", import.meta.url));
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
const deno = capture("npx", ["--yes", "--package=deno@2", "--", "sh", "-c", "command -v deno"]);
const nbconvert = capture("jupyter", ["nbconvert", "--version"]);

if (deno === undefined || nbconvert === undefined) {
  console.log(`skipped: ${deno === undefined ? "npx could not provide Deno" : "jupyter nbconvert is not installed"}`);
} else {
  const kernels = mkdtempSync(join(tmpdir(), "deno-kernel-"));
  mkdirSync(join(kernels, "kernels/deno"), { recursive: true });
  const kernel = { argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"], display_name: "Deno", language: "typescript" };
  writeFileSync(join(kernels, "kernels/deno/kernel.json"), JSON.stringify(kernel));
  for (const name of notebooks) {
    const { status, stderr } = spawnSync("jupyter", ["nbconvert", "--to", "notebook", "--execute", "--inplace", name], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, JUPYTER_PATH: kernels },
    });
    const path = join(folder, name);
    if (status === 0) writeFileSync(path, withoutTimes(readFileSync(path, "utf8")));
    console.log(`${status === 0 ? "ok     " : "FAILED "} ${name}${status === 0 ? "" : `\n${stderr}`}`);
    if (status !== 0) process.exitCode = 1;
  }
  rmSync(kernels, { recursive: true });
}

/** Takes off the times of execution and the runtime's version, so that the same outputs give the same file. */
function withoutTimes(text) {
  const notebook = JSON.parse(text);
  notebook.metadata = { kernelspec: notebook.metadata.kernelspec, language_info: { name: "typescript", file_extension: ".ts" } };
  for (const cell of notebook.cells) cell.metadata = {};
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function capture(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout.trim() : undefined;
}
