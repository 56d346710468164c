const INTERVAL_MS = 500;

/** Tells on standard error how far long work has come, if a person watches it there. */
export function startProgress(what: string): { readonly tick: () => void; readonly end: () => void } {
  if (!process.stderr.isTTY) return { tick: () => undefined, end: () => undefined };
  let count = 0;
  let shown = performance.now();
  return {
    tick: () => {
      count += 1;
      const now = performance.now();
      if (now - shown < INTERVAL_MS) return;
      shown = now;
      process.stderr.write(`\r${count} ${what}`);
    },
    end: () => process.stderr.write("\r\u001b[K"),
  };
}
