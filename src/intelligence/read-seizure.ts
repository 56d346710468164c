import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { parseInstant } from "../core/instant.js";
import { createIssue } from "../core/issue.js";
import { failure, orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { type NominalSeizure, type NonNominalSeizure, nominalSeizure, nonNominalSeizure, type Seizure } from "./seizure.js";

/** Reads a seizure of the kind that its `kind` names, or says with full paths why it cannot. A non-nominal one with a name in it is refused. */
export function parseSeizure(input: unknown): Result<Seizure> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const kind = (snapshot.value as { readonly kind?: unknown } | null)?.kind;
  const parsed: Result<Seizure> = kind === "nominal" ? parseWith(nominalSeizure, snapshot.value) : parseWith(nonNominalSeizure, snapshot.value);
  if (!parsed.ok) return parsed;
  const { seizedAt, knownAt } = parsed.value;
  if ((parseInstant(knownAt) as number) < (parseInstant(seizedAt) as number)) {
    return failure(createIssue("time.inverted", expectation(["knownAt"], `an instant not before ${seizedAt}`, knownAt, "a seizure is known once it happened")));
  }
  return success(deepFreeze(parsed.value));
}

/**
 * {@link parseSeizure} that throws.
 * @throws {IssueError} if the input is no seizure
 */
export function parseSeizureOrThrow(input: unknown): Seizure {
  return orThrow(parseSeizure(input));
}

/** A seizure without subjects, document numbers and account: what may go into CEN. The commodity, concealment and mode stay as written. */
export function redactSeizure({ subjects: _, documentNumbers: __, account: ___, kind: ____, ...rest }: NominalSeizure): NonNominalSeizure {
  return deepFreeze({ ...rest, kind: "nonNominal" as const });
}
