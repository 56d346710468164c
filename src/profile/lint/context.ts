import type { ListEntries } from "../../conditions/prepare.js";
import type { Vocabulary } from "../../conditions/vocabulary.js";

/** What the parts of a profile are checked against. */
export interface LintContext {
  readonly vocabulary: Vocabulary;
  readonly lists: ListEntries;
  readonly channels: readonly string[];
}
