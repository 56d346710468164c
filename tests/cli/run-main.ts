import { Readable } from "node:stream";
import { vi } from "vitest";

/** What a run of the command line came to. */
export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line inside this process, so that its coverage counts; `input` stands for standard input. */
export async function runMain(args: readonly string[], input?: readonly (string | Uint8Array)[]): Promise<Run> {
  const output = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text: unknown, ...rest: readonly unknown[]) => {
      output[name] += String(text);
      const done = rest.find((argument) => typeof argument === "function");
      if (typeof done === "function") done();
      return true;
    }),
  );
  const argv = process.argv;
  const stdin = Object.getOwnPropertyDescriptor(process, "stdin");
  const listeners = process.stdout.listeners("error");
  try {
    process.argv = [process.execPath, "consignment-risk", ...args];
    if (input !== undefined) Object.defineProperty(process, "stdin", { value: Readable.from(input), configurable: true });
    vi.resetModules();
    await import("../../src/cli/main.js");
    return { status: Number(process.exitCode), ...output };
  } finally {
    process.exitCode = undefined;
    process.argv = argv;
    if (stdin !== undefined) Object.defineProperty(process, "stdin", stdin);
    for (const listener of process.stdout.listeners("error")) {
      if (!listeners.includes(listener)) process.stdout.off("error", listener as () => void);
    }
    for (const spy of spies) spy.mockRestore();
  }
}
