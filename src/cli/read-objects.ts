import * as z from "zod";
import { readLines } from "../adapters/read-lines.js";
import { codeText, identifier, instant } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { escapeControls, formatIssue } from "../core/issue.js";
import { parseJson } from "../core/json.js";
import type { Result } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS } from "../core/snapshot.js";
import type { CampaignTag } from "../operations/compile-campaign.js";
import { CommandFailure } from "./failure.js";
import { isFileError, openInput, unreadable } from "./files.js";

/** Reads JSON Lines, each through a parser; one that cannot be read ends the command, with its line. */
export async function readObjects<T>(path: string, parse: (input: unknown) => Result<T>): Promise<readonly T[]> {
  const objects: T[] = [];
  try {
    for await (const row of readLines(openInput(path))) {
      const json = row.ok ? parseJson(row.value, RECORD_LIMITS.depth) : row;
      const parsed = json.ok ? parse(json.value) : json;
      if (!parsed.ok) throw new CommandFailure(parsed.issues.map((issue) => `${path}: line ${row.line}: ${escapeControls(formatIssue(issue))}`).join("\n"), 1);
      objects.push(parsed.value);
    }
  } catch (error) {
    throw isFileError(error) ? unreadable(path, error) : error;
  }
  return objects;
}

/** What `score` wrote of a declaration, as far as decisions and reports read it. */
export interface ScoredLine {
  readonly id: string;
  readonly asOf: Instant;
  readonly channel: string;
  readonly profile: { readonly fingerprint: string };
  readonly domains: Readonly<Record<string, { readonly mandatory?: string }>>;
  readonly campaign?: CampaignTag;
  readonly matches?: readonly { readonly alertId: string }[];
}

const scoredLine = z.looseObject({
  id: codeText,
  asOf: instant,
  channel: identifier,
  profile: z.looseObject({ fingerprint: z.string() }),
  domains: z.record(identifier, z.looseObject({ mandatory: z.exactOptional(identifier) })),
  campaign: z.exactOptional(z.strictObject({ campaign: identifier, phase: identifier, participant: z.exactOptional(z.string()), isSelected: z.boolean() })),
  matches: z.exactOptional(z.array(z.looseObject({ alertId: codeText }))),
});

/** Reads what `score` wrote; a declarant's lines are refused, since they hold no assessment. */
export function readScored(path: string): Promise<readonly ScoredLine[]> {
  return readObjects<ScoredLine>(path, (input) => parseWith(scoredLine as unknown as z.ZodType<ScoredLine>, input));
}
