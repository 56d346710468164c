/** Names of persons, companies and vessels compared, and alerts matched: the entry point `consignment-risk/intelligence`. */
export { explainNames, type MatchedWords, type NameEvidence, type NameMatchExplanation } from "./names/explain-names.js";
export { matchNames } from "./names/match-names.js";
export type { NameFeatures } from "./names/name-features.js";
