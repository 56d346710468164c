import { CommandFailure } from "../failure.js";

/** What options are called on the command line, where that is not their name in the library. */
const OPTIONS: Readonly<Record<string, string>> = { declarations: "count", hours: "shuffle-hours" };

/** Starts something; an option out of its range is wrong usage, told under its name on the command line. */
export function orWrongUsage<T>(start: () => T): T {
  try {
    return start();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [, name = "", rest = ""] = /^(\w+)(:.*)$/s.exec(error.message) ?? [];
    throw new CommandFailure(`--${OPTIONS[name] ?? name}${rest}`, 2);
  }
}
