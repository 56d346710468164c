import { leavesOf } from "../conditions/condition.js";
import type { Level } from "../indicators/indicator.js";
import { and, call, caseWhen, column, type Expression, FALSE, integer, isNotNull, isNull, not, operation, text } from "./expression.js";
import { FOLDED_SUFFIX, MISSING_SUFFIX } from "./fact-columns.js";
import { hasPeriod, type LevelParts } from "./levels.js";
import { ELSE_SUFFIX } from "./places.js";
import type { OutputColumn } from "./query.js";
import { addStep, joinByKey, type QueryBuilder, type Relations } from "./query-builder.js";

/** The column that says why a declaration is not assessed; `NULL` where it is. */
export const REFUSED = "refused";

/** What stands for the items where there is no table of them; nothing reads it. */
const NO_ITEMS = "";

/** Adds the steps that read the facts tables: the columns that the profile reads, and which declarations are refused. */
export function addFactSteps(builder: QueryBuilder, parts: Readonly<Record<Level, LevelParts>>, draws: string | undefined, withTime: boolean): Relations {
  const { source, key } = builder;
  const full = source.columns !== "values";
  const needsTime = withTime || hasPeriod(builder.profile) || [...parts.header.rules, ...parts.item.rules].some(hasPeriod);
  const header: OutputColumn[] = [
    { name: key, expression: column(key, "f") },
    ...(full && key !== "id" ? [{ name: "id", expression: column("id", "f") }] : []),
    ...(needsTime ? [{ name: "as_of_ms", expression: column("as_of_ms", "f") }] : []),
    ...(draws === undefined ? [] : [{ name: "drawn", expression: column("drawn", "d") }]),
    { name: REFUSED, expression: refusal(builder, draws) },
    ...readColumns(builder, "header"),
  ];
  const items: OutputColumn[] = [
    { name: key, expression: column(key, "f") },
    { name: "item", expression: column("item", "f") },
    ...readColumns(builder, "item"),
  ];
  return {
    header: addStep(builder, "declarations", "the declarations: what the profile reads of them, and why one is not assessed", {
      columns: header,
      from: { table: source.header, alias: "f" },
      ...(draws === undefined ? {} : { joins: [joinByKey(builder, draws, "d", "f", "left")] }),
    }),
    items:
      source.items === undefined
        ? NO_ITEMS
        : addStep(builder, "goods", "the goods items: what the profile reads of them", { columns: items, from: { table: source.items, alias: "f" } }),
  };
}

/** Which issue refuses a declaration, in the order in which an assessment looks. */
function refusal({ profile, source, key }: QueryBuilder, draws: string | undefined): Expression {
  const currency = column("currency", "f");
  return caseWhen([
    ...(hasPeriod(profile) ? [[not(inForce(profile.period, "f")), text("profile.notInForce")] as const] : []),
    ...(source.columns === "values"
      ? []
      : [[and([isNotNull(currency), operation(currency, "<>", text(profile.document.currency))]), text("money.currency")] as const]),
    ...(draws === undefined ? [] : [[isNull(column(key, "d")), text("selection.key")] as const]),
  ]);
}

/** Whether a period holds at the moment of a row. */
export function inForce({ from, to }: { readonly from: number; readonly to: number }, alias: string): Expression {
  const at = column("as_of_ms", alias);
  return and([...(from === -Infinity ? [] : [operation(at, ">=", integer(from))]), ...(to === Infinity ? [] : [operation(at, "<", integer(to))])]);
}

function readColumns({ profile, places, source }: QueryBuilder, level: Level): readonly OutputColumn[] {
  const columns: OutputColumn[] = [];
  const asked = askedForPresence(profile);
  for (const indicator of [...profile.reads].sort()) {
    const catalogued = profile.catalogue.indicators.get(indicator);
    if (catalogued?.level !== level) continue;
    const name = catalogued.type === "text" ? `${indicator}${FOLDED_SUFFIX}` : indicator;
    const read = column(name, "f");
    columns.push({ name, expression: catalogued.type === "code" || catalogued.type === "text" ? call("bytewise", read) : read });
    if (source.columns === "values") continue;
    const missing = column(`${indicator}${MISSING_SUFFIX}`, "f");
    columns.push({ name: `${indicator}${ELSE_SUFFIX}`, expression: caseWhen([[operation(missing, "=", text("notApplicable")), FALSE]]) });
    if (asked.has(indicator) || !places.isNullable(indicator)) columns.push({ name: `${indicator}${MISSING_SUFFIX}`, expression: missing });
  }
  return columns;
}

/** The indicators that some condition asks whether they have a value. */
function askedForPresence({ document }: QueryBuilder["profile"]): ReadonlySet<string> {
  const rules = Object.values(document.domains).flatMap((domain) => domain.rules);
  const conditions = [
    ...rules.flatMap((rule) => (rule.appliesTo === undefined ? [rule.when] : [rule.appliesTo, rule.when])),
    ...Object.values(document.derived).flatMap((derived) => ("where" in derived && derived.where !== undefined ? [derived.where] : [])),
  ];
  return new Set(conditions.flatMap(leavesOf).flatMap((leaf) => (leaf.op === "present" ? [leaf.indicator] : [])));
}
