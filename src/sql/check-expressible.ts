import { type Condition, childrenOf, isLeaf, leavesOf } from "../conditions/condition.js";
import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { ModelTerm } from "../profile/model-document.js";
import type { DialectName } from "./dialect.js";
import { dialects } from "./dialects/dialects.js";
import { FOLDED_SUFFIX, MISSING_SUFFIX } from "./fact-columns.js";
import type { ToSqlOptions } from "./options.js";
import type { Query } from "./query.js";
import { isTableName } from "./table-name.js";

/** The longest id that becomes a column: with a suffix it stays below 63 bytes, where PostgreSQL cuts names. */
const MAX_ID = 48;

/** Columns that the tables and steps have for themselves. */
const OWN_COLUMNS = new Set(["key", "id", "item", "as_of", "as_of_ms", "currency", "identities", "unknown", "refused", "drawn"]);

/** Nested `atLeast` conditions are written out twice each: beyond this depth the text would grow without use. */
const MAX_NESTED_COUNTS = 6;

function unsupported(path: readonly PathStep[], expected: string, received: unknown, remedy: string, dialect: DialectName): Issue {
  return createIssue("sql.unsupported", { ...expectation(path, expected, received, remedy), dialect });
}

/** Everything in a profile or in the options that cannot become a query of the dialect. */
export function checkExpressible(profile: CompiledProfile, { dialect, facts, draws, outcomes, give = "channels", at }: ToSqlOptions): readonly Issue[] {
  const { document } = profile;
  const issues: Issue[] = [];
  const refuse = (path: readonly PathStep[], expected: string, received: unknown, remedy: string): void => {
    issues.push(unsupported(path, expected, received, remedy, dialect));
  };
  for (const [option, name] of Object.entries({ header: facts.header, items: facts.items, draws, outcomes })) {
    if (name !== undefined && !isTableName(name))
      refuse(["options", option], "one to three plain names joined by dots", name, "rename the table, or put a view over it");
    else if (name !== undefined && STEP_NAMES.test(name))
      refuse(["options", option], "a name that no step of the query has", name, "put the table's schema before its name");
  }
  if (facts.items === undefined && (give === "items" || asksItems(profile))) {
    refuse(["options", "facts", "items"], "a table of goods items, of which the profile asks", undefined, "name it");
  }
  if (outcomes === undefined && ["ledger", "channelTable", "precision"].includes(give)) {
    refuse(["options", "outcomes"], "a table of what inspections found", undefined, "name it");
  }
  for (const [index, cut] of (at ?? []).entries()) {
    const isSound = "share" in cut ? cut.share >= 0 && cut.share <= 1 : Number.isSafeInteger(cut.count) && cut.count >= 0;
    if (!isSound) refuse(["options", "at", index], "a share from 0 to 1, or a whole count", "share" in cut ? cut.share : cut.count, "mend it");
  }
  const { key = "id" } = facts;
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,47}$/.test(key)) refuse(["options", "key"], "a plain name", key, "rename the column");
  if (document.selection.randomRate !== undefined && draws === undefined) {
    refuse(["options", "draws"], "a table of random draws, for a profile with a random rate", undefined, "make the draws with their key and name the table");
  }
  const names = new Map<string, string>();
  const claim = (path: readonly PathStep[], id: string, columns: readonly string[]): void => {
    if (id.length > MAX_ID) refuse(path, `an id of at most ${MAX_ID} characters`, id, "shorten it");
    const [taken] = columns.flatMap((name) => names.get(name.toLowerCase()) ?? []);
    if (columns.some((name) => OWN_COLUMNS.has(name.toLowerCase()) || name.toLowerCase() === key.toLowerCase())) {
      refuse(path, "an id that is not a column of the tables themselves", id, "rename it");
    } else if (taken !== undefined) refuse(path, `an id that differs from \`${taken}\` in more than case and suffix`, id, "rename one of the two");
    for (const name of columns) names.set(name.toLowerCase(), id);
  };
  for (const id of [...profile.reads].sort()) {
    claim(["indicators", id], id, [id, `${id}${MISSING_SUFFIX}`, ...(profile.catalogue.indicators.get(id)?.type === "text" ? [`${id}${FOLDED_SUFFIX}`] : [])]);
  }
  for (const id of Object.keys(document.derived).sort()) claim(["derived", id], id, [id, `${id}${MISSING_SUFFIX}`]);
  const domains = new Set<string>();
  for (const id of Object.keys(document.domains)) {
    if (id.length > MAX_ID) refuse(["domains", id], `an id of at most ${MAX_ID} characters`, id, "shorten it");
    if (domains.has(id.toLowerCase())) refuse(["domains", id], "an id that differs from the others in more than case", id, "rename it");
    domains.add(id.toLowerCase());
  }
  checkTexts(profile, refuse);
  for (const [id, domain] of Object.entries(document.domains)) {
    for (const [index, rule] of domain.rules.entries()) {
      const conditions = rule.appliesTo === undefined ? [rule.when] : [rule.appliesTo, rule.when];
      if (Math.max(...conditions.map(nestedCounts)) > MAX_NESTED_COUNTS) {
        refuse(["domains", id, "rules", index], `at most ${MAX_NESTED_COUNTS} \`atLeast\` inside each other`, rule.id, "split the rule");
      }
    }
    for (const [index, term] of (domain.model?.terms ?? []).entries()) checkTerm(term, ["domains", id, "model", "terms", index], refuse);
  }
  return issues;
}

/** Whether a profile reads something of items, or over them. */
function asksItems({ document, domains, reads, catalogue }: CompiledProfile): boolean {
  if (domains.some((domain) => domain.rules.item.length > 0 || domain.terms.item.length > 0)) return true;
  if (Object.values(document.derived).some((derived) => derived.kind === "sum" || derived.kind === "share")) return true;
  return (
    [...reads].some((id) => catalogue.indicators.get(id)?.level === "item") || JSON.stringify(document.domains).match(/"op":"(?:anyItem|countItems)"/) !== null
  );
}

type Refuse = (path: readonly PathStep[], expected: string, received: unknown, remedy: string) => void;

/** The names of the steps of a query, which hide a table of the same name. */
const STEP_NAMES =
  /^(declarations|goods|derived_\d+.*|(item|header)_.*|scores|ranks|decisions|riskiest.*|contributions|rule_outcomes|inspections|judged|fired|tallies|all_rules|pairs|ranked|totals|cuts|sized)$/i;

function nestedCounts(condition: Condition): number {
  const inner = childrenOf(condition).map((child) => nestedCounts(child.condition));
  return (condition.op === "atLeast" && condition.count > 1 && condition.count < condition.of.length ? 1 : 0) + Math.max(0, ...inner);
}

/** A NUL cannot be stored everywhere, and U+FFFD stands for it in the tables. */
const NOT_STORABLE = /[\0\uFFFD]/u;

function checkTexts({ document }: CompiledProfile, refuse: Refuse): void {
  const check = (path: readonly PathStep[], value: unknown): void => {
    if (typeof value === "string" && NOT_STORABLE.test(value)) refuse(path, "a text without NUL and U+FFFD", value, "take the character out");
  };
  for (const [id, list] of Object.entries(document.lists)) for (const [index, entry] of list.entries.entries()) check(["lists", id, "entries", index], entry);
  const checkCondition = (path: readonly PathStep[], condition: Condition): void => {
    for (const leaf of isLeaf(condition) ? [condition] : leavesOf(condition)) {
      if ("values" in leaf && Array.isArray(leaf.values)) for (const value of leaf.values) check(path, value);
      if (leaf.op === "eq") check(path, leaf.value);
    }
  };
  for (const [id, derived] of Object.entries(document.derived))
    if ("where" in derived && derived.where !== undefined) checkCondition(["derived", id, "where"], derived.where);
  for (const [id, domain] of Object.entries(document.domains)) {
    for (const [index, rule] of domain.rules.entries()) {
      const path = ["domains", id, "rules", index];
      if (rule.appliesTo !== undefined) checkCondition([...path, "appliesTo"], rule.appliesTo);
      checkCondition([...path, "when"], rule.when);
    }
    for (const [index, term] of (domain.model?.terms ?? []).entries()) {
      const path = ["domains", id, "model", "terms", index];
      if (term.kind === "categorical") for (const level of term.levels) check(path, level.value);
      if (term.kind === "cross") for (const level of term.levels) for (const at of level.at) check(path, at);
    }
  }
}

/** Some engines take the overflow of a double for an error, so that extreme parameters are refused rather than guarded. */
function checkTerm(term: ModelTerm, path: readonly PathStep[], refuse: Refuse): void {
  if (term.kind === "linear") {
    const { centre, scale } = term;
    if (scale < 1e-300 || scale > 1e300) refuse([...path, "scale"], "a scale from 1e-300 to 1e300", scale, "choose other units");
    else if (Math.abs(centre) > scale * 1e300) refuse([...path, "centre"], "a magnitude of at most 1e300 scales", centre, "choose other units");
  }
  if (term.kind === "repeat") {
    const { prior, baseRate } = term;
    if (prior < 1e-12 || prior > 1e12) refuse([...path, "prior"], "a prior from 1e-12 to 1e12", prior, "choose a less extreme one");
    if (baseRate < 1e-12) refuse([...path, "baseRate"], "a base rate from 1e-12 on", baseRate, "choose a less extreme one");
  }
}

/** The first step that has more columns than the dialect allows. */
export function checkSize(query: Query, name: DialectName): Issue | undefined {
  const { maxColumns } = dialects[name];
  if (maxColumns === undefined) return undefined;
  const widths = new Map<string, number>();
  for (const step of query.steps) {
    const select = step.selects[0];
    const width = (select?.columns.length ?? 0) + (select?.star === undefined ? 0 : (widths.get(select.from?.table ?? "") ?? 0));
    widths.set(step.name, width);
    if (width > maxColumns) return unsupported([], `at most ${maxColumns} columns in a step`, width, "split the profile by domains", name);
  }
  return undefined;
}
