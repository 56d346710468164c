import { failure, orThrow, type Result, settle, success } from "../core/result.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import { checkExpressible, checkSize } from "./check-expressible.js";
import { addDerivedSteps } from "./derive-steps.js";
import { dialects } from "./dialects/dialects.js";
import { addFactSteps } from "./fact-steps.js";
import { giveChannels, giveContributions, giveItems, giveRules } from "./give-steps.js";
import { addLevelSteps, type LevelResults } from "./level-steps.js";
import { numberParts } from "./levels.js";
import type { Given, ToSqlOptions } from "./options.js";
import { createPlaces } from "./places.js";
import { printQuery } from "./print-query.js";
import type { Query, Select, Step } from "./query.js";
import type { QueryBuilder } from "./query-builder.js";
import { addItemSums, addRiskiest, addScores } from "./sum-steps.js";

/**
 * Writes a profile as one `SELECT` over two tables of facts: the same integers as {@link assess}. What `give` names comes
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

function buildQuery(profile: CompiledProfile, { dialect: name, facts, give = "channels", draws }: ToSqlOptions): Query {
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
  const read = addFactSteps(builder, parts, document.selection.randomRate === undefined ? undefined : draws);
  const relations = addDerivedSteps(builder, read);
  const { header, item } = addLevelSteps(builder, relations, parts, { keepItems: give === "items", withScopes: give === "rules" });
  const last = addLast(builder, give, read.header, header, item);
  return { title: [`profile ${document.id} ${document.version}`, fingerprint], steps, last };
}

function addLast(builder: QueryBuilder, give: Given, declarations: string, header: LevelResults, item: LevelResults | undefined): Select {
  const levels = item === undefined ? { header } : { header, item };
  if (give === "rules") return giveRules(builder, levels);
  const isAsked = item !== undefined && (give === "items" || item.parts.rules.length > 0 || item.parts.terms.length > 0);
  const itemSums = isAsked ? addItemSums(builder, item, give !== "channels") : undefined;
  if (give === "items" && itemSums !== undefined) return giveItems(builder, itemSums);
  const riskiest = item === undefined || itemSums === undefined ? undefined : addRiskiest(builder, item, itemSums, give === "contributions");
  if (give === "contributions") return giveContributions(builder, riskiest === undefined ? levels : { ...levels, riskiest });
  return giveChannels(builder, addScores(builder, header, item, riskiest), declarations);
}
