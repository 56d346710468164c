import { createTables } from "../../sql/create-tables.js";
import type { DialectName } from "../../sql/dialect.js";
import type { Given } from "../../sql/options.js";
import { toSql } from "../../sql/to-sql.js";
import { CommandFailure, orFail } from "../failure.js";
import { writeLines } from "../files.js";
import { loadProfile, loadToolbox } from "../load-profile.js";

/** The options of `to-sql`. */
export interface ToSqlCommandOptions {
  readonly profile: string;
  readonly dialect: DialectName;
  readonly give: Given;
  readonly header: string;
  readonly items: string;
  readonly key: string;
  readonly columns: "full" | "values";
  readonly draws?: string;
  readonly outcomes?: string;
  readonly at: string;
  readonly tables?: true;
  readonly output?: string;
  readonly indicators?: string;
}

/** `to-sql`: a profile as a query, or the statements that make the tables which it reads. */
export async function printSql(options: ToSqlCommandOptions): Promise<void> {
  const { dialect, give, header, items, key, columns, draws, outcomes } = options;
  const at = options.at.split(",").map((text) => ({ share: Number(text.trim() === "" ? Number.NaN : text) / 100 }));
  const { catalogue } = await loadToolbox(options.indicators);
  const profile = await loadProfile(options.profile, catalogue);
  const query = orFail(
    toSql(profile, {
      dialect,
      give,
      facts: { header, items, key, columns },
      at,
      ...(draws === undefined ? {} : { draws }),
      ...(outcomes === undefined ? {} : { outcomes }),
    }),
    options.profile,
  );
  if (options.tables === true && columns === "values") throw new CommandFailure("--tables makes the tables that --columns full reads", 2);
  const text = options.tables === true ? createTables(catalogue, dialect, { tables: { header, items }, only: profile.reads }) : query;
  await writeLines(options.output, [text.trimEnd()]);
}
