import type { Instant } from "../core/instant.js";
import type { Subject } from "../model/subject.js";
import type { AlertMatch, IntelligenceReader } from "./reader.js";
import type { Viewer } from "./viewer.js";

/** What one viewer may know of the alerts. */
export interface ViewerIntelligence extends IntelligenceReader {
  /** The silent alerts that match and that the viewer is cleared for: to be told to the viewer, never a fact. */
  notifications(declaration: Subject, asOf: Instant): readonly AlertMatch[];
}

/** All alerts that may be used for scoring, and what of them a viewer may know. */
export interface GovernedIntelligence extends IntelligenceReader {
  /** The same alerts as if those that the viewer may not know did not exist. */
  knownTo(viewer: Viewer): ViewerIntelligence;
}
