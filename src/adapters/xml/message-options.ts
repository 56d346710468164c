import type { Instant } from "../../core/instant.js";
import type { Issue } from "../../core/issue.js";
import type { Result } from "../../core/result.js";

/** What a reader of messages needs to know that messages may leave out. */
export interface MessageOptions {
  /** When the messages came in, for those that do not say when they were lodged; without it, they are refused. */
  readonly receivedAt?: Instant;
  /** The offset of moments that are written without one, such as `+01:00`; `Z` unless told. */
  readonly utcOffset?: string;
}

/** A result whose issue about a moment that no message states says how it can be told. */
export function withMomentRemedy<T>(result: Result<T>, field: string): Result<T> {
  if (result.ok) return result;
  const mend = (issue: Issue): Issue =>
    issue.path.length === 1 && issue.path[0] === field && issue.received === "nothing"
      ? Object.freeze({
          ...issue,
          remedy: "the message does not say when it was lodged: tell when it came in (`receivedAt`, on the command line `--received-at`)",
        })
      : issue;
  const [first, ...rest] = result.issues;
  return { ok: false, issues: [mend(first), ...rest.map(mend)] };
}
