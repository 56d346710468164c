/**
 * Arbitraries for property tests with fast-check, an optional peer: the entry point `consignment-risk/arbitraries`. All that they give is valid by
 * construction, shrinks to less, and lies often on the bounds where profiles decide.
 */
export { type AlertOptions, alert } from "./alert.js";
export { declaration } from "./declaration.js";
export { type FactsOptions, facts } from "./facts.js";
export { type FactsForOptions, factsFor } from "./facts-for.js";
export { type ProfileOptions, profile } from "./profile.js";
