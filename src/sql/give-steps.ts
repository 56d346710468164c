import { call, column, type Expression, FALSE, integer, NULL, oneOf, operation, or, switchOf, text, ZERO } from "./expression.js";
import { REFUSED } from "./fact-steps.js";
import type { LevelResults } from "./level-steps.js";
import type { NumberedRule, NumberedTerm } from "./levels.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn, Select } from "./query.js";
import { addStep, joinByKey, keyOf, type QueryBuilder } from "./query-builder.js";
import { OUTCOME } from "./rule-steps.js";
import { named } from "./sum-steps.js";
import { termMicropoints } from "./term-steps.js";

/** What the rows of a query are made from. */
export interface LastInput {
  readonly header: LevelResults;
  readonly item?: LevelResults;
  /** The relation of the riskiest items. */
  readonly riskiest?: string;
}

/** The alias of the relation that has what a declaration comes to. */
const SCORES = "s";

/** A row per declaration, also of those that are not assessed. */
export function giveChannels(builder: QueryBuilder, scores: string, declarations: string): Select {
  const { domains, document } = builder.profile;
  const of = (name: string): Expression => column(name, SCORES);
  return {
    columns: [
      { name: builder.key, expression: keyOf(builder, HEADER) },
      ...(builder.key !== "id" && builder.source.columns !== "values" ? [{ name: "id", expression: column("id", HEADER) }] : []),
      { name: REFUSED, expression: column(REFUSED, HEADER) },
      { name: "channel", expression: channelName(document.channels, of("_rank")) },
      { name: "selected", expression: of("_selected") },
      ...domains.flatMap(({ id }, index): readonly OutputColumn[] => {
        const domain = index + 1;
        return [
          { name: `${id}_micropoints`, expression: of(named.micropoints(domain)) },
          { name: `${id}_channel`, expression: channelName(document.channels, of(named.reached(domain))) },
          { name: `${id}_mandatory`, expression: channelName([undefined, ...document.channels.slice(1)], of(named.mandatory(domain))) },
        ];
      }),
    ],
    from: { table: declarations, alias: HEADER },
    joins: [joinByKey(builder, scores, SCORES, HEADER, "left")],
  };
}

function channelName(channels: readonly (string | undefined)[], rank: Expression): Expression {
  return switchOf(
    rank,
    channels.flatMap((channel, index) => (channel === undefined ? [] : [[integer(index), text(channel)] as const])),
  );
}

/** A row per item. */
export function giveItems(builder: QueryBuilder, itemSums: string): Select {
  return {
    columns: [
      { name: builder.key, expression: keyOf(builder, ITEM) },
      { name: "item", expression: column("item", ITEM) },
      ...builder.profile.domains.map(({ id }, index) => ({ name: `${id}_micropoints`, expression: column(named.item(index + 1), ITEM) })),
    ],
    from: { table: itemSums, alias: ITEM },
  };
}

/** A rule or term of a level, as a row of a small table. */
interface Part {
  readonly number: number;
  readonly domain: number;
  readonly kind: "rule" | "model";
  readonly id: string;
  readonly micropoints: Expression;
}

/** Adds a small table of parts, one row each. */
function addPartTable(builder: QueryBuilder, name: string, parts: readonly Pick<Part, "number" | "domain" | "kind" | "id">[]): string {
  const { domains } = builder.profile;
  return addStep(
    builder,
    name,
    "what a row is about",
    ...parts.map(
      ({ number, domain, kind, id }): Select => ({
        columns: [
          { name: "place", expression: integer(number) },
          { name: "domain_number", expression: integer(domain) },
          { name: "domain", expression: text(domains[domain - 1]?.id ?? "") },
          { name: "kind", expression: text(kind) },
          { name: "name", expression: text(id) },
        ],
      }),
    ),
  );
}

const P = "p";
const partColumns = ["domain", "place", "kind", "name"].map((name) => ({ name, expression: column(name, P) }));

function partsOf(level: LevelResults): readonly Part[] {
  const ofRule = (rule: NumberedRule): Part => ({ ...rule, kind: "rule", micropoints: level.results.micropoints(rule) });
  const ofTerm = (term: NumberedTerm): Part => ({ ...term, kind: "model", micropoints: termMicropoints(term, level.alias) });
  const parts = [...level.parts.rules.filter((rule) => rule.isPoints).map(ofRule), ...level.parts.terms.map(ofTerm)];
  return parts.sort((a, b) => a.number - b.number);
}

/** By the number of a part, what it comes to. */
function byPlace(parts: readonly { readonly number: number; readonly value: Expression }[]): Expression {
  return switchOf(
    column("place", P),
    parts.map(({ number, value }) => [integer(number), value] as const),
  );
}

/** A row per addend: base, header, riskiest item. */
export function giveContributions(builder: QueryBuilder, { header, item, riskiest }: LastInput): Select {
  const { domains } = builder.profile;
  const key = (alias: string): OutputColumn => ({ name: builder.key, expression: keyOf(builder, alias) });
  const noItem: OutputColumn = { name: "item", expression: call("bigint", NULL) };
  const selects: Select[] = domains.map(({ id, base }) => ({
    columns: [
      key(HEADER),
      { name: "domain", expression: text(id) },
      { name: "place", expression: ZERO },
      { name: "kind", expression: text("base") },
      { name: "name", expression: text("base") },
      noItem,
      { name: "micropoints", expression: call("bigint", integer(base)) },
    ],
    from: { table: header.relation, alias: HEADER },
  }));
  const value = (parts: readonly Part[]): Expression => byPlace(parts.map((part) => ({ number: part.number, value: call("bigint", part.micropoints) })));
  const headerParts = partsOf(header);
  if (headerParts.length > 0) {
    const table = addPartTable(builder, "header_parts", headerParts);
    selects.push({
      columns: [key(HEADER), ...partColumns, noItem, { name: "micropoints", expression: value(headerParts) }],
      from: { table: header.relation, alias: HEADER },
      joins: [{ kind: "cross", table, alias: P }],
    });
  }
  const itemParts = item === undefined ? [] : partsOf(item);
  if (item !== undefined && riskiest !== undefined && itemParts.length > 0) {
    const table = addPartTable(builder, "item_parts", itemParts);
    const itemOfDomain = switchOf(
      column("domain_number", P),
      domains.map((_, index) => [integer(index + 1), column(named.riskiest(index + 1), "r")] as const),
    );
    selects.push({
      columns: [key(ITEM), ...partColumns, { name: "item", expression: column("item", ITEM) }, { name: "micropoints", expression: value(itemParts) }],
      from: { table: item.relation, alias: ITEM },
      joins: [joinByKey(builder, riskiest, "r", ITEM), { kind: "cross", table, alias: P }],
      where: operation(column("item", ITEM), "=", itemOfDomain),
    });
  }
  const all = addStep(builder, "contributions", "every addend of every score", ...selects);
  return {
    columns: [builder.key, "domain", "place", "kind", "name", "item", "micropoints"].map((name) => ({ name, expression: column(name, "a") })),
    from: { table: all, alias: "a" },
    where: or([operation(column("kind", "a"), "=", text("base")), operation(column("micropoints", "a"), "<>", ZERO)]),
  };
}

/** A row per rule that is not silent. */
export function giveRules(builder: QueryBuilder, { header, item }: Pick<LastInput, "header" | "item">): Select {
  const selects: Select[] = [];
  const outcomeColumn = "_outcome";
  const table = (name: string, rules: readonly NumberedRule[]): string =>
    addPartTable(
      builder,
      name,
      rules.map((rule) => ({ ...rule, kind: "rule" as const })),
    );
  const columns = (alias: string, outcome: Expression): readonly OutputColumn[] => [
    { name: builder.key, expression: keyOf(builder, alias) },
    ...partColumns.filter(({ name }) => name !== "kind"),
    { name: outcomeColumn, expression: outcome },
  ];
  if (header.parts.rules.length > 0) {
    selects.push({
      columns: columns(HEADER, byPlace(header.parts.rules.map((rule) => ({ number: rule.number, value: header.results.outcome(rule) })))),
      from: { table: header.relation, alias: HEADER },
      joins: [{ kind: "cross", table: table("header_rules", header.parts.rules), alias: P }],
    });
  }
  if (item !== undefined && item.parts.rules.length > 0) {
    const strongest = (rule: NumberedRule): string => `_strongest_${rule.number}`;
    const reduced = addStep(builder, "item_outcomes_of_all", "the strongest outcome of every rule over the items", {
      columns: [
        { name: builder.key, expression: keyOf(builder, ITEM) },
        ...item.parts.rules.map((rule) => ({ name: strongest(rule), expression: call("max", item.results.outcome(rule)) })),
      ],
      from: { table: item.relation, alias: ITEM },
      groupBy: [keyOf(builder, ITEM)],
    });
    selects.push({
      columns: columns(ITEM, byPlace(item.parts.rules.map((rule) => ({ number: rule.number, value: column(strongest(rule), ITEM) })))),
      from: { table: reduced, alias: ITEM },
      joins: [{ kind: "cross", table: table("item_rules", item.parts.rules), alias: P }],
    });
  }
  const shape = ["domain", "place", "name"];
  if (selects.length === 0) {
    // a profile without rules: no rows
    selects.push({
      columns: [
        { name: builder.key, expression: keyOf(builder, HEADER) },
        ...shape.map((name) => ({ name, expression: name === "place" ? ZERO : text("") })),
        { name: outcomeColumn, expression: ZERO },
      ],
      from: { table: header.relation, alias: HEADER },
      where: FALSE,
    });
  }
  const all = addStep(builder, "outcomes", "the outcome of every rule that was looked at", ...selects);
  const outcome = column(outcomeColumn, "a");
  const spoken = [OUTCOME.notApplicable, OUTCOME.undetermined, OUTCOME.superseded, OUTCOME.fired];
  const names = {
    [OUTCOME.notApplicable]: "notApplicable",
    [OUTCOME.undetermined]: "undetermined",
    [OUTCOME.superseded]: "superseded",
    [OUTCOME.fired]: "fired",
  };
  return {
    columns: [
      ...[builder.key, "domain", "place", "name"].map((name) => ({ name, expression: column(name, "a") })),
      {
        name: "outcome",
        expression: switchOf(
          outcome,
          spoken.map((number) => [integer(number), text(names[number] ?? "")] as const),
        ),
      },
    ],
    from: { table: all, alias: "a" },
    where: oneOf(outcome, spoken.map(integer)),
  };
}
