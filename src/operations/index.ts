/**
 * What is done about intelligence: exchanges with partners, feedback and figures, the audit log: the entry point `consignment-risk/operations`.
 */
export type { Actor } from "./actor.js";
export { advanceExchange, advanceExchangeOrThrow } from "./advance-exchange.js";
export { type AuditActor, type AuditBody, type AuditEntry, NO_ENTRY } from "./audit-entry.js";
export { type AuditStore, auditFor, auditLine, createMemoryAuditStore, recordAudit, recordAuditOrThrow } from "./audit-log.js";
export type { Campaign, CampaignDomain, CampaignPhase, Participant } from "./campaign.js";
export { type CampaignTag, type CompiledCampaign, compileCampaign, compileCampaignOrThrow } from "./compile-campaign.js";
export { type Decided, type DecisionFigures, decisionFigures, type OfficerFigures, type SelectionReason, selectionAfter } from "./decision-figures.js";
export { type DueExchange, dueExchanges } from "./due-exchanges.js";
export { type ConsignmentSubject, type Exchange, type ExchangeState, type ExchangeSubject, type Outgoing, openReceived } from "./exchange.js";
export type { Acknowledge, Answer, Chase, Close, ExchangeAction, RecordResult, StartVerification, Withdraw } from "./exchange-action.js";
export { type ExchangeFigures, exchangeFigures } from "./exchange-figures.js";
export { alertAfter, type ExchangeStatus, exchangeStatus } from "./exchange-status.js";
export { historyOutcomes } from "./history-outcomes.js";
export { type FeedbackMessage, type FeedbackTerm, type Message, messagesOf, type RequestMessage, type Tellable, type ToldResult } from "./messages.js";
export { type DecisionInput, decideChannel, decideChannelOrThrow, type OfficerDecision } from "./officer-decision.js";
export { EXCHANGES_SCHEMA, type ExchangeDocument, parseExchanges, parseExchangesOrThrow, sendExchange, sendExchangeOrThrow } from "./parse-exchanges.js";
export { type CampaignCounts, type CampaignInputs, type CampaignReport, type CampaignRow, reportCampaign, type TaggedResult } from "./report-campaign.js";
export type { Share } from "./share.js";
export type {
  AnsweredResult,
  DuplicateResult,
  NotArrivedResult,
  NothingFoundResult,
  SeizedQuantity,
  SeizureResult,
  VerificationResult,
} from "./verification-result.js";
export { type AuditHead, type AuditVerification, auditEntriesOf, verifyAudit, verifyAuditBytes } from "./verify-audit.js";
