import { call, caseWhen, column, type Expression, integer, operation, or, ZERO } from "./expression.js";
import type { LevelResults } from "./level-steps.js";
import { HEADER, ITEM } from "./places.js";
import type { OutputColumn } from "./query.js";
import { addStep, hasDraws, joinByKey, keyOf, type QueryBuilder } from "./query-builder.js";

/** Names of the columns per domain, numbered from 1. */
export const named = {
  header: (domain: number): string => `_header_${domain}`,
  item: (domain: number): string => `_item_${domain}`,
  most: (domain: number): string => `_most_${domain}`,
  riskiest: (domain: number): string => `_riskiest_${domain}`,
  mandatory: (domain: number): string => `_mandatory_${domain}`,
  micropoints: (domain: number): string => `_micropoints_${domain}`,
  reached: (domain: number): string => `_reached_${domain}`,
};

/** Whether a level counts in a domain. */
function counts(level: LevelResults | undefined, domain: number): boolean {
  if (level === undefined) return false;
  return [...level.parts.rules.filter((rule) => rule.isPoints), ...level.parts.terms].some((part) => part.domain === domain);
}

/** Adds the sums of every item per domain, and what its rules demand; all domains where `all`. */
export function addItemSums(builder: QueryBuilder, item: LevelResults, all: boolean): string {
  const columns = builder.profile.domains.flatMap(({ id }, index): readonly OutputColumn[] => {
    const domain = index + 1;
    const mandatory = item.results.mandatory(domain);
    return [
      ...(all || counts(item, domain) ? [{ name: named.item(domain), expression: item.sum(domain, 0), comment: `domain ${id}` }] : []),
      ...(mandatory === undefined
        ? []
        : [{ name: named.mandatory(domain), expression: mandatory, comment: `domain ${id}: the channel that item rules demand` }]),
    ];
  });
  return addStep(builder, "item_sums", "the sum of every item per domain", {
    columns: [{ name: builder.key, expression: keyOf(builder, ITEM) }, { name: "item", expression: column("item", ITEM) }, ...columns],
    from: { table: item.relation, alias: ITEM },
  });
}

/** Adds the riskiest item per declaration and domain: the greatest sum, and the lowest line number that has it where `which`. */
export function addRiskiest(builder: QueryBuilder, item: LevelResults, itemSums: string, which: boolean): string {
  const domains = builder.profile.domains.map((_, index) => index + 1);
  const key: OutputColumn = { name: builder.key, expression: keyOf(builder, ITEM) };
  const counted = domains.filter((domain) => counts(item, domain) || which);
  const most = addStep(builder, "riskiest", "the sum of the riskiest item per domain", {
    columns: [
      key,
      ...counted.map((domain) => ({ name: named.most(domain), expression: call("max", column(named.item(domain), ITEM)) })),
      ...domains
        .filter((domain) => item.results.mandatory(domain) !== undefined)
        .map((domain) => ({ name: named.mandatory(domain), expression: call("max", column(named.mandatory(domain), ITEM)) })),
    ],
    from: { table: itemSums, alias: ITEM },
    groupBy: [keyOf(builder, ITEM)],
  });
  if (!which) return most;
  const isRiskiest = (domain: number): Expression => operation(column(named.item(domain), ITEM), "=", column(named.most(domain), "r"));
  return addStep(builder, "riskiest_items", "the riskiest item per domain, of equals the one with the lowest line number", {
    columns: [
      key,
      ...domains.map((domain) => ({ name: named.riskiest(domain), expression: call("min", caseWhen([[isRiskiest(domain), column("item", ITEM)]])) })),
    ],
    from: { table: itemSums, alias: ITEM },
    joins: [joinByKey(builder, most, "r", ITEM)],
    groupBy: [keyOf(builder, ITEM)],
  });
}

/** Adds the score of every declaration that is assessed, per domain, the rank of the channel that it reaches, and of all together. */
export function addScores(builder: QueryBuilder, header: LevelResults, item: LevelResults | undefined, riskiest: string | undefined): string {
  const { domains, document } = builder.profile;
  const r = (name: string): Expression => call("coalesce", column(name, "r"), ZERO);
  const scored = addStep(builder, "scores", "the score per domain: base, header and riskiest item", {
    columns: [
      { name: builder.key, expression: keyOf(builder, HEADER) },
      ...(hasDraws(builder) ? [{ name: "drawn", expression: column("drawn", HEADER) }] : []),
      ...domains.flatMap(({ id, base }, index): readonly OutputColumn[] => {
        const domain = index + 1;
        const ofHeader = header.sum(domain, base);
        const total = counts(item, domain) ? operation(ofHeader, "+", r(named.most(domain))) : ofHeader;
        const demands = [header.results.mandatory(domain), item?.results.mandatory(domain) === undefined ? undefined : r(named.mandatory(domain))].filter(
          (each) => each !== undefined,
        );
        return [
          { name: named.micropoints(domain), expression: flat(total), comment: `domain ${id}` },
          { name: named.mandatory(domain), expression: demands.length === 0 ? ZERO : call("greatest", ...demands) },
        ];
      }),
    ],
    from: { table: header.relation, alias: HEADER },
    ...(riskiest === undefined ? {} : { joins: [joinByKey(builder, riskiest, "r", HEADER, "left")] }),
  });
  const reached = domains.map(({ thresholds }, index) => {
    const score = column(named.micropoints(index + 1), HEADER);
    const branches = thresholds.map((threshold) => [operation(score, ">=", integer(threshold.micropoints)), integer(threshold.rank)] as const);
    return { name: named.reached(index + 1), expression: caseWhen(branches, ZERO) };
  });
  const ranked = addStep(builder, "ranks", "the rank of the channel that each score reaches, the lowest being 0", {
    star: HEADER,
    columns: reached,
    from: { table: scored, alias: HEADER },
  });
  const ranks = domains.flatMap((_, index) => [named.reached(index + 1), named.mandatory(index + 1)].map((name) => column(name, HEADER)));
  const certain = call("greatest", ...ranks);
  const selectedRank = integer(document.channels.indexOf(document.selection.channel));
  const drawn = column("drawn", HEADER);
  const isCertain = operation(certain, ">=", selectedRank);
  const [rank, selected] = hasDraws(builder)
    ? [call("greatest", ...ranks, caseWhen([[drawn, selectedRank]], ZERO)), or([isCertain, drawn])]
    : [certain, isCertain];
  return addStep(builder, "decisions", `the rank of the overall channel, and whether it is selected: from ${document.selection.channel} on`, {
    star: HEADER,
    columns: [
      { name: "_rank", expression: rank },
      { name: "_selected", expression: selected },
    ],
    from: { table: ranked, alias: HEADER },
  });
}

/** A sum of a sum as one sum, which reads better. */
function flat(total: Expression): Expression {
  if (total.kind !== "operation" || total.left.kind !== "sum") return total;
  return Object.freeze({ kind: "sum", of: [...total.left.of, total.right] });
}
