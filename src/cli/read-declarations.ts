import { success } from "../core/result.js";
import type { HistoryOutcome } from "../history/event.js";
import type { Declaration } from "../model/declaration.js";
import { eachRecord } from "./each-record.js";
import { CommandFailure } from "./failure.js";
import type { Toolbox } from "./load-profile.js";
import type { InputOptions } from "./records.js";

/** The declarations of an input, what their inspections found, and how many records were refused. */
export interface ReadDeclarations {
  readonly declarations: readonly Declaration[];
  readonly outcomes: readonly HistoryOutcome[];
  readonly refused: number;
}

/** Reads declarations with their outcomes; consignments, and facts that were computed elsewhere, end the command. */
export async function readDeclarations(options: InputOptions, toolbox: Toolbox): Promise<ReadDeclarations> {
  const declarations: Declaration[] = [];
  const outcomes: HistoryOutcome[] = [];
  const refused = await eachRecord(options, toolbox, (record) => {
    if (record.kind !== "declaration") {
      const id = record.kind === "facts" ? record.facts.id : record.consignment.id;
      throw new CommandFailure(
        `${options.input}: ${id}: expected a declaration to learn from, received ${record.kind === "facts" ? "facts" : "a consignment"}`,
        1,
      );
    }
    declarations.push(record.declaration);
    if (record.outcome !== undefined) outcomes.push(record.outcome);
    return success(undefined);
  });
  return { declarations, outcomes, refused };
}
