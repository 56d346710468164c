/**
 * The public surface of consignment-risk: models, facts, profiles, assessments and explanations.
 * @module
 */

export type { AssessOptions } from "./assessment/assess.js";
export { assess, assessOrThrow } from "./assessment/assess.js";
export type {
  Assessment,
  Contribution,
  DomainAssessment,
  ItemSum,
  RuleOutcome,
  SelectionMechanism,
  SelectionResult,
} from "./assessment/assessment.js";
export { assessmentJsonSchema } from "./assessment/assessment-json-schema.js";
export type { BatchScores } from "./assessment/batch.js";
export { scoreBatch } from "./assessment/batch.js";
export type { EncodedFacts } from "./assessment/encode-facts.js";
export { encodeFacts, encodeFactsOrThrow } from "./assessment/encode-facts.js";
export type { Hit } from "./assessment/hit.js";
export type { Score } from "./assessment/score.js";
export { score, scoreOrThrow } from "./assessment/score.js";
export type { SelectionKey } from "./assessment/selection-key.js";
export { createSelectionKey, createSelectionKeyOrThrow } from "./assessment/selection-key.js";
export type { RuleTrace } from "./assessment/trace-rule.js";
export { traceRule } from "./assessment/trace-rule.js";
export type { ConditionBuilder } from "./conditions/build.js";
export { conditionsFor } from "./conditions/build.js";
export type {
  AnyItemCondition,
  AtLeastCondition,
  BetweenCondition,
  CompareCondition,
  Condition,
  ContainsAnyCondition,
  CountItemsCondition,
  EqCondition,
  GroupCondition,
  InCondition,
  LeafCondition,
  NotCondition,
  PrefixCondition,
  PresentCondition,
  Values,
} from "./conditions/condition.js";
export { describeCondition } from "./conditions/describe.js";
export type { Trace } from "./conditions/trace.js";
export type { Truth } from "./conditions/truth.js";
export type { JsonValue } from "./core/canonical.js";
export { canonicalJson } from "./core/canonical.js";
export type { CalendarDate, Instant, Period } from "./core/instant.js";
export type { Issue, IssueBase, IssueCode, IssueDetails, IssueOf, PathStep } from "./core/issue.js";
export { escapeControls, formatIssue, formatPath } from "./core/issue.js";
export { parseJson } from "./core/json.js";
export type { LocalizedText } from "./core/language.js";
export { formatPoints, MICROPOINTS_PER_POINT, POINTS_PER_LOGIT, toMicropoints, toPoints, toProbability } from "./core/micropoints.js";
export type { Issues, Result } from "./core/result.js";
export { IssueError } from "./core/result.js";
export { foldText, foldWords } from "./core/text.js";
export { ENGINE_VERSION } from "./core/version.js";
export type { DeclarantView, StaffView, View, ViewInputs } from "./explanation/assess-for.js";
export { assessFor, assessForOrThrow } from "./explanation/assess-for.js";
export type { Background, Commonness, IndicatorBackground } from "./explanation/background.js";
export { createBackground } from "./explanation/background.js";
export type { FactChange, FactPlace } from "./explanation/change-facts.js";
export { changesDocument } from "./explanation/describing/changes-document.js";
export type { ChangedPart, ComparedProfile, ProfileChanges } from "./explanation/describing/describe-changes.js";
export { describeChanges, describeChangesOrThrow } from "./explanation/describing/describe-changes.js";
export type { DescribeOptions } from "./explanation/describing/describe-profile.js";
export { describeProfile, describeProfileOrThrow } from "./explanation/describing/describe-profile.js";
export type { Assessed, ChangedFact, ChangedRule, Difference, DomainDifference, Movement } from "./explanation/difference.js";
export { explainDifference, explainDifferenceOrThrow } from "./explanation/difference.js";
export type { ExplainOptions } from "./explanation/explain.js";
export { explain, explainOrThrow } from "./explanation/explain.js";
export type {
  AuditorExplanation,
  ConditionTree,
  Decision,
  DeclarantExplanation,
  DomainExplanation,
  Evidence,
  Explanation,
  ExplanationLanguage,
  FullExplanation,
  OfficerExplanation,
  OtherItem,
  Reason,
  RuleAudit,
  SilentRule,
  TrackRecord,
  Unknown,
} from "./explanation/explanation.js";
export { renderHtml } from "./explanation/html/render-html.js";
export { renderMarkdown } from "./explanation/render-markdown.js";
export { renderText } from "./explanation/render-text.js";
export type { Replay, ReplayDifference, ReplayOptions, StoredAssessment } from "./explanation/replay.js";
export { replay, replayOrThrow } from "./explanation/replay.js";
export type { ViewedAssessment } from "./explanation/viewed-assessment.js";
export type { Counterfactual, CounterfactualOptions, Counterfactuals, MutableIndicator } from "./explanation/what-if/counterfactuals.js";
export { findCounterfactuals, findCounterfactualsOrThrow } from "./explanation/what-if/counterfactuals.js";
export type { DecidingFacts, DecidingOptions } from "./explanation/what-if/deciding-facts.js";
export { findDecidingFacts, findDecidingFactsOrThrow } from "./explanation/what-if/deciding-facts.js";
export type { PlacedFact } from "./explanation/what-if/free-places.js";
export type { DomainBounds, MissingPlace, RangeOfUnknown } from "./explanation/what-if/range-of-unknown.js";
export { rangeOfUnknown, rangeOfUnknownOrThrow } from "./explanation/what-if/range-of-unknown.js";
export type { ChannelSegment, TippingPoints } from "./explanation/what-if/tipping-points.js";
export { findTippingPoints, findTippingPointsOrThrow } from "./explanation/what-if/tipping-points.js";
export type { AdvanceChange, DeltaHeader, EventChange, HistoryChange, OutcomeChange } from "./history/change.js";
export { createHistory } from "./history/create-history.js";
export type { HeaderDimension, HistoryDimension, ItemDimension, PartyDimension } from "./history/dimension.js";
export type { Dropped } from "./history/dropped.js";
export type { HistoryEvent, HistoryOutcome, ItemKeys, OutcomeSelection } from "./history/event.js";
export type { EventOptions } from "./history/event-of.js";
export { eventOf } from "./history/event-of.js";
export type { Smoothing } from "./history/finding-rate.js";
export { smoothedFindingRate } from "./history/finding-rate.js";
export type { Advance, History, HistoryStatistics, Taken } from "./history/history.js";
export type { HistoryOptions, UndetailedOutcome } from "./history/history-options.js";
export { logBin } from "./history/log-bin.js";
export { readDelta, readDeltaOrThrow } from "./history/read-delta.js";
export { readHistory, readHistoryOrThrow, readHistoryStream } from "./history/read-history.js";
export type { HistoryCounts, HistoryKey, HistoryReader, HistoryTally, HistoryWindow } from "./history/reader.js";
export type {
  ClosedRecord,
  DayRecord,
  EventRecord,
  FamilyRecord,
  HistoryHeader,
  HistoryRecord,
  OrphanRecord,
  OutcomeRecord,
  RecordedKey,
  TallyRecord,
} from "./history/record.js";
export type { DeltaRecorder } from "./history/record-delta.js";
export { deltaLines, recordDelta } from "./history/record-delta.js";
export type { Deviation } from "./history/robust-deviation.js";
export { robustDeviation } from "./history/robust-deviation.js";
export { snapshotLines } from "./history/snapshot-lines.js";
export { standardDimensions } from "./history/standard-dimensions.js";
export type { StandardIndicator } from "./indicators/catalogue/standard-catalogue.js";
export { standardCatalogue } from "./indicators/catalogue/standard-catalogue.js";
export type { Catalogue } from "./indicators/define-catalogue.js";
export { defineCatalogue, extendCatalogue } from "./indicators/define-catalogue.js";
export type { ExtractOptions, SuppliedValue } from "./indicators/extract-facts.js";
export { extractFacts, extractFactsOrThrow } from "./indicators/extract-facts.js";
export type { Fact, FactValue, FactValueOf, IndicatorType, MissingFact, MissingKind } from "./indicators/fact.js";
export { isMissing } from "./indicators/fact.js";
export type { FactSet, Facts, ItemFacts, SelectionIdentityKind, SuppliedFact } from "./indicators/facts.js";
export { parseFacts, parseFactsOrThrow } from "./indicators/facts.js";
export { factsJsonSchema } from "./indicators/facts-json-schema.js";
export type { AnyIndicator, Extracted, HeaderContext, Indicator, ItemAddedEffect, ItemContext, Level } from "./indicators/indicator.js";
export { defineIndicator } from "./indicators/indicator.js";
export type { GovernedIntelligence, ViewerIntelligence } from "./intelligence/governed-intelligence.js";
export type { AlertConfidence, AlertMatch, IntelligenceReader } from "./intelligence/reader.js";
export type { Viewer } from "./intelligence/viewer.js";
export { LEAST_CLEARED } from "./intelligence/viewer.js";
export type { Amendment } from "./model/amendment.js";
export type { CountryCode, CurrencyCode, HsCode, HsEdition, Money, SchemedCode } from "./model/codes.js";
export type { Consignment, HouseConsignment, MasterConsignment } from "./model/consignment.js";
export { isMasterConsignment } from "./model/consignment.js";
export type { ConsignmentItem } from "./model/consignment-item.js";
export type { Declaration, Direction, Split } from "./model/declaration.js";
export type { DocumentKind, SupportingDocument } from "./model/document.js";
export type { EquipmentEvent, SealEvent, TransportEquipment } from "./model/equipment.js";
export type { ExchangeRate } from "./model/exchange-rate.js";
export type { ExtensionDefinition, ExtensionFieldType, Extensions, ExtensionValues } from "./model/extensions.js";
export type { FreightPayment, Incoterm } from "./model/freight-payment.js";
export type { GoodsItem, Quantity } from "./model/goods-item.js";
export { isInHs2022 } from "./model/hs2022.js";
export type { AirWaybillNumber } from "./model/identifiers/air-waybill-number.js";
export { airWaybillNumber } from "./model/identifiers/air-waybill-number.js";
export type { CasNumber } from "./model/identifiers/cas-number.js";
export { casNumber } from "./model/identifiers/cas-number.js";
export type { ContainerNumber } from "./model/identifiers/container-number.js";
export { containerNumber } from "./model/identifiers/container-number.js";
export type { CountryCodeStatus, ListedCountryCode } from "./model/identifiers/country-code.js";
export { countryCodeStatus, listedCountryCode } from "./model/identifiers/country-code.js";
export type { CurrencyCodeStatus, ListedCurrencyCode } from "./model/identifiers/currency-code.js";
export { listedCurrencyCode } from "./model/identifiers/currency-code.js";
export type { HsCodeParts } from "./model/identifiers/hs-code.js";
export { harmonizedSystemCode } from "./model/identifiers/hs-code.js";
export type { IdentifierFault, IdentifierKind, IdentifierName } from "./model/identifiers/identifier.js";
export { formatIdentifier, identifierFault, parseIdentifier, parseIdentifierOrThrow } from "./model/identifiers/identifier.js";
export type { ImoNumber } from "./model/identifiers/imo-number.js";
export { imoNumber } from "./model/identifiers/imo-number.js";
export type { LegalEntityIdentifier } from "./model/identifiers/legal-entity-identifier.js";
export { legalEntityIdentifier } from "./model/identifiers/legal-entity-identifier.js";
export type { PostalItemNumber } from "./model/identifiers/postal-item-number.js";
export { postalItemNumber } from "./model/identifiers/postal-item-number.js";
export type { UnLocode } from "./model/identifiers/un-locode.js";
export { unLocode } from "./model/identifiers/un-locode.js";
export type { VietnameseTaxCode } from "./model/identifiers/vietnamese-tax-code.js";
export { vietnameseTaxCode } from "./model/identifiers/vietnamese-tax-code.js";
export type { ConsignmentIndex, TransportLink } from "./model/link-by-transport-document.js";
export { indexConsignments, linkByTransportDocument } from "./model/link-by-transport-document.js";
export type { ParseOptions } from "./model/parse.js";
export { parseConsignment, parseConsignmentOrThrow, parseDeclaration, parseDeclarationOrThrow } from "./model/parse.js";
export type { MasterParties, MasterPartyRole, Parties, PartyRole } from "./model/parties.js";
export type { Party } from "./model/party.js";
export type { Regime } from "./model/regime.js";
export type { Subject, SubjectItem } from "./model/subject.js";
export { subjectOf } from "./model/subject.js";
export { addressKey, emailKey, partyIdentity, phoneKey, receiverOf, shipperOf } from "./model/trade-parties.js";
export type { Transport } from "./model/transport.js";
export type { TransportDocument, TransportDocumentKind, TransportDocumentLevel } from "./model/transport-document.js";
export type { TransportLeg } from "./model/transport-leg.js";
export type { Block, DocumentColumn, DocumentSection, ReadableDocument, TextTree } from "./page/document.js";
export { renderDocumentHtml } from "./page/render-document-html.js";
export { renderDocumentMarkdown } from "./page/render-document-markdown.js";
export { canonicalProfile, fingerprintProfile } from "./profile/canonical-profile.js";
export type { CompiledProfile, CompileOptions } from "./profile/compile-profile.js";
export { compileProfile, compileProfileOrThrow } from "./profile/compile-profile.js";
export type { DerivedIndicator, DifferenceIndicator, Fallback, RatioIndicator, ShareIndicator, SumIndicator } from "./profile/derived.js";
export type { CategoricalCoefficients, CoefficientModel, LinearCoefficient } from "./profile/import/coefficients.js";
export { modelFromCoefficients, modelFromCoefficientsOrThrow } from "./profile/import/coefficients.js";
export type { ImportOptions } from "./profile/import/import-options.js";
export type { LogisticRegressionOptions, RegressionColumn } from "./profile/import/logistic-regression-json.js";
export { modelFromLogisticRegressionJson, modelFromLogisticRegressionJsonOrThrow } from "./profile/import/logistic-regression-json.js";
export type { ScikitLearnModel, ScikitLearnOptions } from "./profile/import/scikit-learn.js";
export { modelFromScikitLearn, modelFromScikitLearnOrThrow } from "./profile/import/scikit-learn.js";
export type {
  BinnedTerm,
  CategoricalTerm,
  CrossPart,
  CrossTerm,
  LevelEvidence,
  LinearTerm,
  ModelDocument,
  ModelTerm,
  RepeatTerm,
  RestEvidence,
  TrainingEvidence,
} from "./profile/model-document.js";
export type { Domain, RiskList, RiskProfile, Selection } from "./profile/profile.js";
export { profileJsonSchema } from "./profile/profile-json-schema.js";
export type { Rule, RuleBasis, RuleEffect, RuleTexts } from "./profile/rule.js";
export type { MatchableGoods, SubstanceEvidence, SubstanceMatch } from "./reference/match-substances.js";
export { matchSubstances } from "./reference/match-substances.js";
export { precursors } from "./reference/precursors.js";
export type { Reference } from "./reference/reference.js";
export { standardReference } from "./reference/reference.js";
export type { Confidence, ListedHeading, ListedPhrase, ReferenceEntry, ReferenceList } from "./reference/reference-list.js";
export { defineReferenceList } from "./reference/reference-list.js";
export type { Substance } from "./reference/substance.js";
