import * as z from "zod";
import { assess } from "../assessment/assess.js";
import type { Assessment } from "../assessment/assessment.js";
import type { SelectionKey } from "../assessment/selection-key.js";
import { canonicalJson, compareText, type JsonValue } from "../core/canonical.js";
import { copyPlain } from "../core/copy.js";
import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { createIssue, type Issue, type PathStep, prefixIssue } from "../core/issue.js";
import { orThrow, type Result, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { DOCUMENT_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { ENGINE_VERSION } from "../core/version.js";
import type { Catalogue } from "../indicators/define-catalogue.js";
import { parseFacts } from "../indicators/facts.js";
import { type CompiledProfile, compileProfile } from "../profile/compile-profile.js";

/** What an archive keeps of an assessment, as JSON. */
export interface StoredAssessment {
  readonly facts: unknown;
  /** The profile's document. */
  readonly profile: unknown;
  readonly assessment: unknown;
}

/** What a replay needs beyond what was stored. */
export interface ReplayOptions {
  readonly catalogue: Catalogue;
  /** The key that drew, where the stored assessment names one. */
  readonly selectionKey?: SelectionKey;
}

/** One place at which the stored assessment and the new one differ; a side that has nothing there is absent. */
export interface ReplayDifference {
  readonly path: readonly PathStep[];
  readonly stored?: JsonValue;
  readonly replayed?: JsonValue;
}

/** What became of a replay. */
export interface Replay {
  /** Whether scoring again gave the stored assessment to the byte (of its canonical JSON). */
  readonly isSame: boolean;
  /** What is missing to score it as it was: another profile, catalogue, engine or selection key, or facts of something else. */
  readonly missing: readonly Issue[];
  /** The new assessment; absent where the facts cannot be scored with what is there. */
  readonly assessment?: Assessment;
  /** Where the two differ, at most 100 places; empty where there is no new assessment. */
  readonly differences: readonly ReplayDifference[];
}

/**
 * Scores stored facts again and compares with the stored assessment. Fails where a document is not what it should be; what is
 * missing for the same bytes is named in the replay, and what can be scored all the same is scored.
 */
export function replay(stored: StoredAssessment, options: ReplayOptions): Result<Replay> {
  const identity = readIdentity(stored.assessment);
  if (!identity.ok) return prefixed(identity.issues, "assessment");
  const facts = parseFacts(stored.facts);
  if (!facts.ok) return prefixed(facts.issues, "facts");
  const profile = compileProfile(stored.profile, { catalogue: options.catalogue });
  if (!profile.ok) return prefixed(profile.issues, "profile");
  const missing = whatIsMissing(identity.value, facts.value, profile.value, options);
  const scored = assess(profile.value, facts.value, options.selectionKey === undefined ? {} : { selectionKey: options.selectionKey });
  // the key is named as missing already, with its id
  const refused = scored.ok ? [] : scored.issues.filter((issue) => !missing.some(({ code }) => code === issue.code));
  const differences = scored.ok ? differencesOf(identity.value as JsonValue, scored.value as unknown as JsonValue) : [];
  return success(
    deepFreeze({
      isSame: scored.ok && differences.length === 0,
      missing: [...missing, ...refused],
      ...(scored.ok ? { assessment: scored.value } : {}),
      differences: differences.slice(0, MOST_DIFFERENCES),
    }),
  );
}

/**
 * {@link replay} that throws.
 * @throws {IssueError} where {@link replay} fails
 */
export function replayOrThrow(stored: StoredAssessment, options: ReplayOptions): Replay {
  return orThrow(replay(stored, options));
}

const MOST_DIFFERENCES = 100;

const identitySchema = z.looseObject({
  id: z.string(),
  asOf: z.string(),
  profile: z.looseObject({ fingerprint: z.string() }),
  engine: z.looseObject({ version: z.string() }),
  catalogue: z.looseObject({ version: z.string() }),
  selection: z.looseObject({ keyId: z.exactOptional(z.string()) }),
});

type Identity = z.infer<typeof identitySchema>;

function readIdentity(input: unknown): Result<Identity> {
  const snapshot = takeSnapshot(input, DOCUMENT_LIMITS);
  return snapshot.ok ? parseWith(identitySchema, snapshot.value) : snapshot;
}

function prefixed([first, ...rest]: readonly [Issue, ...Issue[]], step: string): { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] } {
  return { ok: false, issues: [prefixIssue(first, step), ...rest.map((issue) => prefixIssue(issue, step))] };
}

function whatIsMissing(identity: Identity, facts: { readonly id: string; readonly asOf: string }, profile: CompiledProfile, options: ReplayOptions): Issue[] {
  const missing: Issue[] = [];
  const need = (path: readonly PathStep[], what: string, wanted: string, there: string, remedy: string): void => {
    if (wanted !== there) missing.push(createIssue("value.invalid", expectation(path, `${what} ${wanted}`, there, remedy)));
  };
  if (identity.profile.fingerprint !== profile.fingerprint) {
    missing.push(
      createIssue(
        "fingerprint.mismatch",
        expectation(["profile"], `the profile ${identity.profile.fingerprint}`, profile.fingerprint, "fetch the version of the profile that assessed"),
      ),
    );
  }
  need(["facts", "id"], "the facts of", identity.id, facts.id, "fetch the facts that were assessed");
  need(["facts", "asOf"], "facts as of", identity.asOf, facts.asOf, "fetch the facts that were assessed");
  need(
    ["catalogue", "version"],
    "the catalogue",
    identity.catalogue.version,
    options.catalogue.version,
    "pass the catalogue that the facts were assessed with",
  );
  need(["engine", "version"], "the engine", identity.engine.version, ENGINE_VERSION, "replay with that version of consignment-risk");
  const { keyId } = identity.selection;
  if (keyId !== undefined && keyId !== options.selectionKey?.id) {
    const received = options.selectionKey === undefined ? undefined : `the key ${options.selectionKey.id}`;
    missing.push(createIssue("selection.key", expectation(["selectionKey"], `the key ${keyId}`, received, "pass the key that drew")));
  }
  return missing;
}

/** Where two JSON values differ, down to the innermost place. */
function differencesOf(stored: JsonValue | undefined, replayed: JsonValue | undefined, path: readonly PathStep[] = []): readonly ReplayDifference[] {
  if (stored !== undefined && replayed !== undefined && canonicalJson(stored) === canonicalJson(replayed)) return [];
  if (isBranch(stored) && isBranch(replayed) && Array.isArray(stored) === Array.isArray(replayed)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(replayed)])].sort(compareText);
    return keys.flatMap((key) => differencesOf(memberOf(stored, key), memberOf(replayed, key), [...path, Array.isArray(stored) ? Number(key) : key]));
  }
  return [{ path, ...(stored === undefined ? {} : { stored: copyPlain(stored) }), ...(replayed === undefined ? {} : { replayed: copyPlain(replayed) }) }];
}

type Branch = Readonly<Record<string, JsonValue>>;

function isBranch(value: JsonValue | undefined): value is Branch {
  return typeof value === "object" && value !== null;
}

function memberOf(branch: Branch, key: string): JsonValue | undefined {
  return Object.hasOwn(branch, key) ? branch[key] : undefined;
}
