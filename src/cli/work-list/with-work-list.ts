import type { Explanation } from "../../explanation/explanation.js";
import { CommandFailure } from "../failure.js";
import { type LineSink, writeLines } from "../files.js";
import { createWorkList } from "./create-work-list.js";

/** What a line of `score --explain` holds for the list. */
interface ExplainedLine {
  readonly profile?: { readonly id: string; readonly version: string };
  readonly explanation: Explanation;
}

/** A sink that also makes a page of the explained lines that it is given; without a path the sink itself. `source` says where they come from. */
export function withWorkList(sink: LineSink, path: string | undefined, source: string): LineSink {
  if (path === undefined) return sink;
  const profiles = new Set<string>();
  const list = createWorkList(() => [source, ...profiles].join(", "));
  return {
    ...sink,
    write: async (line) => {
      const { profile, explanation } = JSON.parse(line) as ExplainedLine;
      if (explanation.audience === "declarant") throw new CommandFailure("--html is a list of work for staff, and the viewer is a declarant", 2);
      if (profile !== undefined) profiles.add(`${profile.id} ${profile.version}`);
      list.add(explanation);
      await sink.write(line);
    },
    close: async () => {
      await writeLines(path, [list.page().trimEnd()]);
      await sink.close();
    },
  };
}
