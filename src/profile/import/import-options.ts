import type { ModelDocument } from "../model-document.js";

/** What an importer cannot know from a foreign model. */
export interface ImportOptions {
  /** Whether its probabilities were fitted to outcomes, and how; absent if not known. */
  readonly calibration?: NonNullable<ModelDocument["calibration"]>;
  /** How it was made, for people. */
  readonly provenance?: string;
}
