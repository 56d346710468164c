/**
 * Names compared, alerts read, governed and matched: the entry point `consignment-risk/intelligence`, the only part that loads the table of
 * transliterations.
 */
export { aggregateSeizures, type SeizurePattern } from "./aggregate-seizures.js";
export { type Alert, type FeedbackDue, isSilent, type Marked, type RequestedAction } from "./alert.js";
export type {
  AlertSubject,
  AlertSubjectType,
  ConcealmentSubject,
  HsSubject,
  NamedSubject,
  RouteSubject,
  SubstanceSubject,
  ValueSubject,
} from "./alert-subject.js";
export { type AlertUse, type WithheldBecause, whyWithheld } from "./alert-use.js";
export type { AlertChannel, InterpolColour } from "./channel.js";
export { CHANNEL_FACTS, type ChannelFacts } from "./channel-facts.js";
export type { GovernedIntelligence, ViewerIntelligence } from "./governed-intelligence.js";
export { type AdmiraltyGrading, type Grading, type Grading3x5x2, type Grading4x4, type NoGrading, type Weight, weighGrading } from "./grading.js";
export type { Caveat, ConsentSubject, Handling, Tlp } from "./handling.js";
export { type AlertIndex, type AlertIndexOptions, createAlertIndex, DEFAULT_THRESHOLDS, type MatchCosts } from "./matching/alert-index.js";
export type { MatchThresholds } from "./matching/find-hits.js";
export { matchAddresses } from "./matching/match-addresses.js";
export { matchPending, type OpenConsignment, type PendingMatch, type PendingOptions } from "./matching/match-pending.js";
export type { Matchable } from "./matching/matchable.js";
export { explainNames, type MatchedWords, type NameEvidence, type NameMatchExplanation } from "./names/explain-names.js";
export { matchNames } from "./names/match-names.js";
export type { NameFeatures } from "./names/name-features.js";
export { ALERTS_SCHEMA, type AlertDocument, parseAlert, parseAlerts, parseAlertsOrThrow } from "./parse-alerts.js";
export { parseSeizure, parseSeizureOrThrow, redactSeizure } from "./read-seizure.js";
export { type ChannelRecord, type IncidentRecord, type InterpolNoticeRecord, type ReceivedAlert, receiveAlert, receiveAlertOrThrow } from "./receive-alert.js";
export type { NominalSeizure, NonNominalSeizure, Seizure } from "./seizure.js";
export { LEAST_CLEARED, mayKnow, parseViewer, parseViewerOrThrow, type Viewer } from "./viewer.js";
