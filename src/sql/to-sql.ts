import { failure, orThrow, type Result, settle, success } from "../core/result.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { checkExpressible, checkSize } from "./check-expressible.js";
import { addDerivedSteps } from "./derive-steps.js";
import { dialects } from "./dialects/dialects.js";
import { addFactSteps } from "./fact-steps.js";
import { giveChannelTable, giveLedger, giveOverlaps, givePrecision } from "./give-backtest.js";
import { giveChannels, giveItems } from "./give-channels.js";
import { giveContributions } from "./give-contributions.js";
import { giveRules, type RuleLevels } from "./give-rules.js";
import { addLevelSteps } from "./level-steps.js";
import { numberParts } from "./levels.js";
import type { Cut, Given, ToSqlOptions } from "./options.js";
import { createPlaces } from "./places.js";
import { printQuery } from "./print-query.js";
import type { Query, Select, Step } from "./query.js";
import type { QueryBuilder } from "./query-builder.js";
import { addItemSums, addRiskiest, addScores } from "./sum-steps.js";

/**
 * Writes a profile as one `SELECT` over two tables of facts: the same integers as `assess`. What `give` names comes
 * as rows under the column that `facts.key` names. What the dialect cannot express is refused, each with path and reason
 * (`sql.unsupported`).
 */
export function toSql(profile: CompiledProfile, options: ToSqlOptions): Result<string> {
  const issues = checkExpressible(profile, options);
  const sound = settle(issues, () => undefined);
  if (!sound.ok) return sound;
  const query = buildQuery(profile, options);
  const tooWide = checkSize(query, options.dialect);
  return tooWide === undefined ? success(printQuery(query, dialects[options.dialect])) : failure(tooWide);
}

/**
 * {@link toSql} that throws.
 * @throws {IssueError} if the dialect cannot express the profile
 */
export function toSqlOrThrow(profile: CompiledProfile, options: ToSqlOptions): string {
  return orThrow(toSql(profile, options));
}

function buildQuery(profile: CompiledProfile, options: ToSqlOptions): Query {
  const { dialect: name, facts, give = "channels", draws } = options;
  const { document, vocabulary, fingerprint } = profile;
  const dialect = dialects[name];
  const steps: Step[] = [];
  const builder: QueryBuilder = {
    profile,
    vocabulary,
    lists: new Map(Object.entries(document.lists).map(([id, list]) => [id, list.entries])),
    dialect,
    source: facts,
    key: facts.key ?? "id",
    places: createPlaces(profile, facts.columns ?? "full", dialect),
    isCodes: (indicator) => vocabulary.get(indicator)?.type === "codes",
    steps,
  };
  const parts = numberParts(profile);
  const read = addFactSteps(builder, parts, document.selection.randomRate === undefined ? undefined : draws, give === "ledger");
  const relations = addDerivedSteps(builder, read);
  const levels = addLevelSteps(builder, relations, parts, { keepItems: give === "items", withScopes: OF_RULES.has(give) });
  const last = addLast(builder, options, read.header, levels);
  return { title: [`profile ${document.id} ${document.version}`, fingerprint], steps, last };
}

function addLast(
  builder: QueryBuilder,
  { give = "channels", outcomes = "", at = DEFAULT_CUTS }: ToSqlOptions,
  declarations: string,
  levels: RuleLevels,
): Select {
  const { header, item } = levels;
  if (give === "rules") return giveRules(builder, levels);
  if (give === "overlaps") return giveOverlaps(builder, levels);
  if (give === "ledger") return giveLedger(builder, levels, declarations, outcomes);
  const isAsked = item !== undefined && (give === "items" || item.parts.rules.length > 0 || item.parts.terms.length > 0);
  const itemSums = isAsked ? addItemSums(builder, item, give === "items" || give === "contributions") : undefined;
  if (give === "items" && itemSums !== undefined) return giveItems(builder, itemSums);
  const riskiest = item === undefined || itemSums === undefined ? undefined : addRiskiest(builder, item, itemSums, give === "contributions");
  if (give === "contributions") return giveContributions(builder, riskiest === undefined ? levels : { ...levels, riskiest });
  const scores = addScores(builder, header, item, riskiest);
  if (give === "channelTable") return giveChannelTable(builder, scores, declarations, outcomes);
  if (give === "precision") return givePrecision(builder, scores, declarations, outcomes, at);
  return giveChannels(builder, scores, declarations);
}

const DEFAULT_CUTS: readonly Cut[] = [{ share: 0.05 }, { share: 0.1 }];

/** What needs the outcomes of every rule, and where each applies. */
const OF_RULES: ReadonlySet<Given> = new Set(["rules", "ledger", "overlaps"]);
