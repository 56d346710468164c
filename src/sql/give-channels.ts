import { column, type Expression, integer, switchOf, text } from "./expression.js";
import { REFUSED } from "./fact-steps.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn, Select } from "./query.js";
import { joinByKey, keyOf, type QueryBuilder } from "./query-builder.js";
import { named } from "./sum-steps.js";

/** The alias of the relation that has what a declaration comes to. */
const SCORES = "s";

/** A row per declaration, also of those that are not assessed. */
export function giveChannels(builder: QueryBuilder, scores: string, declarations: string): Select {
  const { domains, document } = builder.profile;
  const of = (name: string): Expression => column(name, SCORES);
  return {
    columns: [
      { name: builder.key, expression: keyOf(builder, HEADER) },
      ...(hasId(builder) ? [{ name: "id", expression: column("id", HEADER) }] : []),
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

/** Whether declarations have an id beside their key. */
export function hasId({ key, source }: QueryBuilder): boolean {
  return key !== "id" && source.columns !== "values";
}

/** The name of a rank; `NULL` of one without a name. */
export function channelName(channels: readonly (string | undefined)[], rank: Expression): Expression {
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
