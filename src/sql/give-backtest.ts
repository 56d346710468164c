import type { Branch } from "./expression.js";
import { and, call, caseWhen, column, double, type Expression, integer, isNotNull, isNull, ONE, operation, or, rowNumber, text, ZERO } from "./expression.js";
import { channelName, hasId } from "./give-channels.js";
import { addOutcomeRows, addStrongest, OUTCOME_COLUMN, type RuleLevels, ruleAsPart, strongest } from "./give-rules.js";
import type { NumberedRule } from "./levels.js";
import type { Cut } from "./options.js";
import { addPartTable, byPlace, PART, PART_COLUMNS } from "./part-table.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, joinByKey, keyOf, type QueryBuilder } from "./query-builder.js";
import { OUTCOME } from "./rule-steps.js";
import { named } from "./sum-steps.js";

const INSPECTED = "n";
const hit = (domain: number): string => `_hit_${domain}`;

function add(left: Expression, right: Expression): Expression {
  return operation(left, "+", right);
}

/** 1 where a condition holds, else 0. */
function flag(condition: Expression): Expression {
  return caseWhen([[condition, ONE]], ZERO);
}

/** Adds a row per inspected declaration: whether it had a finding at all, and per domain. A finding without a domain counts in each. */
function addInspections(builder: QueryBuilder, outcomes: string): string {
  const of = (name: string): Expression => column(name, "o");
  const found = of("finding");
  return addStep(builder, "inspections", "what inspections found: at all, and per domain; a finding without a domain counts in each", {
    columns: [
      { name: builder.key, expression: keyOf(builder, "o") },
      { name: "_finding", expression: call("max", flag(found)) },
      ...builder.profile.domains.map(({ id }, index) => ({
        name: hit(index + 1),
        expression: call("max", flag(and([found, or([isNull(of("domain")), operation(of("domain"), "=", text(id))])]))),
      })),
    ],
    from: { table: outcomes, alias: "o" },
    groupBy: [keyOf(builder, "o")],
  });
}

/** A row per rule: how often it fired, was undetermined or superseded, how many fires were inspected, how many were hits, its alone, and the last hit. */
export function giveLedger(builder: QueryBuilder, levels: RuleLevels, declarations: string, outcomes: string): Select {
  const inspections = addInspections(builder, outcomes);
  const { header, item } = levels;
  const itemRules = item?.parts.rules ?? [];
  const rules = [...header.parts.rules, ...itemRules].toSorted((a, b) => a.number - b.number);
  const outcomeName = (rule: NumberedRule): string => `_outcome_${rule.number}`;
  const reduced = item === undefined || itemRules.length === 0 ? undefined : addStrongest(builder, item);
  const judged = addStep(builder, "judged", "every declaration: the outcomes of all rules, and what its inspection found", {
    columns: [
      { name: builder.key, expression: keyOf(builder, HEADER) },
      { name: "as_of_ms", expression: column("as_of_ms", "d") },
      { name: "_inspected", expression: flag(isNotNull(keyOf(builder, INSPECTED))) },
      ...builder.profile.domains.map((_, index) => ({ name: hit(index + 1), expression: call("coalesce", column(hit(index + 1), INSPECTED), ZERO) })),
      ...header.parts.rules.map((rule) => ({ name: outcomeName(rule), expression: header.results.outcome(rule) })),
      ...itemRules.map((rule) => ({ name: outcomeName(rule), expression: column(strongest(rule), ITEM) })),
    ],
    from: { table: header.relation, alias: HEADER },
    joins: [
      joinByKey(builder, declarations, "d", HEADER),
      joinByKey(builder, inspections, INSPECTED, HEADER, "left"),
      ...(reduced === undefined ? [] : [joinByKey(builder, reduced, ITEM, HEADER, "left")]),
    ],
  });
  const j = (name: string): Expression => column(name, "j");
  const is = (rule: NumberedRule, outcome: number): Expression => operation(j(outcomeName(rule)), "=", integer(outcome));
  const fired = addStep(builder, "fired", "how many rules of each domain fired on a declaration", {
    star: "j",
    columns: builder.profile.domains.map((_, index) => ({
      name: `_fired_${index + 1}`,
      expression: rules
        .filter((rule) => rule.domain === index + 1)
        .map((rule) => flag(is(rule, OUTCOME.fired)))
        .reduce(add, ZERO),
    })),
    from: { table: judged, alias: "j" },
  });
  const figures = (rule: NumberedRule): Readonly<Record<string, Expression>> => {
    const inspected = and([is(rule, OUTCOME.fired), operation(j("_inspected"), "=", ONE)]);
    const isHit = and([inspected, operation(j(hit(rule.domain)), "=", ONE)]);
    return {
      fires: call("sum", flag(is(rule, OUTCOME.fired))),
      undetermined: call("sum", flag(is(rule, OUTCOME.undetermined))),
      superseded: call("sum", flag(is(rule, OUTCOME.superseded))),
      inspected: call("sum", flag(inspected)),
      hits: call("sum", flag(isHit)),
      unique_hits: call("sum", flag(and([isHit, operation(j(`_fired_${rule.domain}`), "=", ONE)]))),
      last_hit_ms: call("max", caseWhen([[isHit, j("as_of_ms")]])),
    };
  };
  const tallies = addStep(builder, "tallies", "the figures of all rules, in one row", {
    columns: rules
      .flatMap((rule) => Object.entries(figures(rule)).map(([name, expression]) => ({ name: `_${name}_${rule.number}`, expression, comment: rule.title })))
      .map((each, index): OutputColumn => (index % FIGURES.length === 0 ? each : { name: each.name, expression: each.expression })),
    from: { table: fired, alias: "j" },
  });
  const table = addPartTable(builder, "all_rules", rules.map(ruleAsPart));
  return {
    columns: [
      ...PART_COLUMNS.filter(({ name }) => name === "domain" || name === "name"),
      ...FIGURES.map((figure) => {
        const value = byPlace(rules.map((rule) => ({ number: rule.number, value: column(`_${figure}_${rule.number}`, "t") })));
        return { name: figure, expression: figure === "last_hit_ms" ? value : call("coalesce", value, ZERO) };
      }),
    ],
    from: { table, alias: PART },
    joins: [{ kind: "cross", table: tallies, alias: "t" }],
  };
}

const FIGURES = ["fires", "undetermined", "superseded", "inspected", "hits", "unique_hits", "last_hit_ms"] as const;

/** A row per pair of rules of a domain that fired on the same declarations: on how many. */
export function giveOverlaps(builder: QueryBuilder, levels: RuleLevels): Select {
  const rows = addOutcomeRows(builder, levels);
  const fired = addStep(builder, "fired", "the rules that fired", {
    columns: [builder.key, "domain", "place", "name"].map((name) => ({ name, expression: column(name, "a") })),
    from: { table: rows, alias: "a" },
    where: operation(column(OUTCOME_COLUMN, "a"), "=", integer(OUTCOME.fired)),
  });
  const pairs = addStep(builder, "pairs", "two rules that fired on one declaration", {
    columns: [
      { name: "domain", expression: column("domain", "a") },
      { name: "name", expression: column("name", "a") },
      { name: "other_domain", expression: column("domain", "b") },
      { name: "other", expression: column("name", "b") },
    ],
    from: { table: fired, alias: "a" },
    joins: [joinByKey(builder, fired, "b", "a")],
  });
  const p = (name: string): Expression => column(name, PART);
  return {
    columns: [...["domain", "name", "other"].map((name) => ({ name, expression: p(name) })), { name: "declarations", expression: call("count", p("name")) }],
    from: { table: pairs, alias: PART },
    where: and([operation(p("domain"), "=", p("other_domain")), operation(p("name"), "<>", p("other"))]),
    groupBy: [p("domain"), p("name"), p("other")],
  };
}

/** Adds a row per declaration and domain, and one for all domains where `overall`: the rank of its channel, its score, and what its inspection found. */
function addJudgedScores(builder: QueryBuilder, scores: string, declarations: string, outcomes: string, overall: boolean): string {
  const inspections = addInspections(builder, outcomes);
  const { domains } = builder.profile;
  const of = (name: string): Expression => column(name, HEADER);
  const select = (domain: Expression, rank: Expression, micropoints: Expression, finding: string): Select => ({
    columns: [
      { name: "domain", expression: domain },
      { name: "id", expression: call("bytewise", column(hasId(builder) ? "id" : builder.key, "d")) },
      { name: "rank_reached", expression: rank },
      { name: "micropoints", expression: micropoints },
      { name: "inspected", expression: flag(isNotNull(keyOf(builder, INSPECTED))) },
      { name: "finding", expression: call("coalesce", column(finding, INSPECTED), ZERO) },
    ],
    from: { table: scores, alias: HEADER },
    joins: [joinByKey(builder, declarations, "d", HEADER), joinByKey(builder, inspections, INSPECTED, HEADER, "left")],
  });
  const selects = domains.map(({ id }, index) => select(text(id), of(named.reached(index + 1)), of(named.micropoints(index + 1)), hit(index + 1)));
  return addStep(
    builder,
    "judged",
    "every declaration by domain: channel, score, and what its inspection found",
    ...(overall ? [select(text(OVERALL), of("_rank"), call("bigint", ZERO), "_finding")] : []),
    ...selects,
  );
}

/** What stands for all domains together among those of a channel table; no domain has this id. */
const OVERALL = "";

/** A row per channel, of all domains together (`domain` is `NULL`) and of each. */
export function giveChannelTable(builder: QueryBuilder, scores: string, declarations: string, outcomes: string): Select {
  const judged = addJudgedScores(builder, scores, declarations, outcomes, true);
  const j = (name: string): Expression => column(name, "j");
  return {
    columns: [
      { name: "domain", expression: caseWhen([[operation(j("domain"), "<>", text(OVERALL)), j("domain")]]) },
      { name: "channel", expression: channelName(builder.profile.document.channels, j("rank_reached")) },
      { name: "declarations", expression: call("count", j("rank_reached")) },
      { name: "inspected", expression: call("sum", j("inspected")) },
      { name: "findings", expression: call("sum", j("finding")) },
    ],
    from: { table: judged, alias: "j" },
    groupBy: [j("domain"), j("rank_reached")],
  };
}

/** What a share of cases falls short of its half by rounding alone. */
const HALF_UP = 0.5 + 1e-9;

/** A row per domain and cut: of the inspected declarations with the highest scores, ties by id, how many had a finding. */
export function givePrecision(builder: QueryBuilder, scores: string, declarations: string, outcomes: string, at: readonly Cut[]): Select {
  const judged = addJudgedScores(builder, scores, declarations, outcomes, false);
  const j = (name: string): Expression => column(name, "j");
  const inspected = operation(j("inspected"), "=", ONE);
  const ranked = addStep(builder, "ranked", "the inspected declarations of each domain from the highest score down, ties by id", {
    columns: [
      { name: "domain", expression: j("domain") },
      { name: "finding", expression: j("finding") },
      {
        name: "place",
        expression: rowNumber(j("domain"), [
          { of: j("micropoints"), isFalling: true },
          { of: j("id"), isFalling: false },
        ]),
      },
    ],
    from: { table: judged, alias: "j" },
    where: inspected,
  });
  const totals = addStep(builder, "totals", "how many there are, and how many findings", {
    columns: [
      { name: "domain", expression: j("domain") },
      { name: "inspected", expression: call("count", j("finding")) },
      { name: "findings", expression: call("sum", j("finding")) },
    ],
    from: { table: ranked, alias: "j" },
    groupBy: [j("domain")],
  });
  const cuts = addStep(
    builder,
    "cuts",
    "where the order is cut",
    ...at.map(
      (cut, index): Select => ({
        columns: [
          { name: "cut", expression: integer(index) },
          { name: "share", expression: "share" in cut ? double(cut.share) : double(0) },
          { name: "most", expression: "count" in cut ? integer(cut.count) : integer(-1) },
        ],
      }),
    ),
  );
  const c = (name: string): Expression => column(name, "c");
  const t = (name: string): Expression => column(name, "t");
  const rounded = call("bigint", call("floor", operation(operation(c("share"), "*", call("double", t("inspected"))), "+", double(HALF_UP))));
  const sized = addStep(builder, "sized", "how many declarations each cut is: a share rounded half up, at most all", {
    columns: [
      ...["domain", "inspected", "findings"].map((name) => ({ name, expression: t(name) })),
      { name: "cut", expression: c("cut") },
      { name: "cases", expression: call("least", caseWhen([[operation(c("most"), ">=", ZERO), call("bigint", c("most"))]], rounded), t("inspected")) },
    ],
    from: { table: totals, alias: "t" },
    joins: [{ kind: "cross", table: cuts, alias: "c" }],
  });
  const s = (name: string): Expression => column(name, "s");
  const withinCut: readonly Branch[] = [[operation(column("place", "r"), "<=", s("cases")), column("finding", "r")]];
  return {
    columns: [
      ...["domain", "cut", "cases"].map((name) => ({ name, expression: s(name) })),
      { name: "hits", expression: call("sum", caseWhen(withinCut, ZERO)) },
      ...["inspected", "findings"].map((name) => ({ name, expression: s(name) })),
    ],
    from: { table: sized, alias: "s" },
    joins: [{ kind: "inner", table: ranked, alias: "r", on: operation(column("domain", "r"), "=", s("domain")) }],
    groupBy: ["domain", "cut", "cases", "inspected", "findings"].map(s),
  };
}
