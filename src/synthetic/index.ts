export type { Disguise } from "./disguise.js";
export { type GenerateAlertsOptions, generateAlerts, type SyntheticAlert } from "./generate-alerts.js";
export { type GenerateOptions, generateDeclarations, MAX_SYNTHETIC_COUNT, type SyntheticDeclaration } from "./generate-declarations.js";
export type { SyntheticOutcome } from "./outcome.js";
export { outcomeKnownAt } from "./outcome-known-at.js";
export { type FindingKind, type FindingProcess, RISK_PROCESS } from "./risk-process.js";
export { TRAITS, type Trait, type TraitDefinition } from "./trait.js";
