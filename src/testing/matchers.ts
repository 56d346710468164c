import type { SelectionKey } from "../assessment/selection-key.js";
import type { Facts } from "../indicators/facts.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { Expectations } from "./cases.js";
import { failuresOf } from "./run-cases.js";

/** What a matcher looks at: a profile and the facts that it is to assess. */
export interface Assessable {
  readonly profile: CompiledProfile;
  readonly facts: Facts;
  /** For a profile with a random rate. */
  readonly selectionKey?: SelectionKey;
}

/** What a matcher of Vitest or Jest gives. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Matchers for `expect.extend` of Vitest and Jest. `expect({ profile, facts }).toBeAssessed({ channel: "red", rules: { fired: ["cheapChairs"] } })`
 * checks what is named, as a document of cases does; where it fails, it says what came and, for a rule, why.
 */
export const matchers = {
  toBeAssessed({ profile, facts, selectionKey }: Assessable, expected: Expectations): MatcherResult {
    const failures = failuresOf(profile, facts, expected, selectionKey);
    const pass = failures.length === 0;
    return { pass, message: () => (pass ? `expected ${facts.id} not to be assessed as ${JSON.stringify(expected)}` : `${facts.id}: ${failures.join("\n")}`) };
  },
};
