// Executes the notebooks of docs/notebooks/ headless in Deno's Jupyter kernel and writes their outputs into them.
// Deno comes from npm; `jupyter nbconvert` must be there (Debian: jupyter-nbconvert). What is missing is said, and skipped.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ATTEMPTS = 5;
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
    const path = join(folder, name);
    let failure = "";
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { status, stderr } = spawnSync("jupyter", ["nbconvert", "--to", "notebook", "--execute", "--inplace", name], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, JUPYTER_PATH: kernels },
      });
      failure = status === 0 ? missingOutputs(readFileSync(path, "utf8")) : stderr;
      // only a lost message is worth another try
      if (failure === "" || status !== 0) break;
    }
    if (failure === "") writeFileSync(path, withoutTimes(readFileSync(path, "utf8")));
    else process.exitCode = 1;
    console.log(failure === "" ? `ok      ${name}` : `FAILED  ${name}\n${failure}`);
  }
  rmSync(kernels, { recursive: true });
}

/** Says which cells of code show nothing: each of ours shows something, but on a busy machine the kernel may say that it is idle before it shows. */
function missingOutputs(text) {
  const silent = JSON.parse(text).cells.flatMap(({ cell_type: type, outputs }, index) => (type === "code" && outputs.length === 0 ? [index + 1] : []));
  return silent.length === 0 ? "" : `no output of cell ${silent.join(", ")}`;
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
