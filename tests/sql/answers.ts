import { assessOrThrow } from "../../src/assessment/assess.js";
import type { Assessment } from "../../src/assessment/assessment.js";
import { scoreBatch } from "../../src/assessment/batch.js";
import { encodeFactsOrThrow } from "../../src/assessment/encode-facts.js";
import { isDrawnAtRandom } from "../../src/assessment/select.js";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import type { JsonValue } from "../../src/core/canonical.js";
import type { Facts } from "../../src/indicators/facts.js";
import type { CompiledProfile } from "../../src/profile/compile-profile.js";
import type { Given } from "../../src/sql/options.js";
import { toSqlOrThrow } from "../../src/sql/to-sql.js";
import { differencesFrom } from "../../src/testing/conformance.js";
import { assessPlainly } from "../support/plain-assess.js";
import { type Engine, loadDraws, loadFacts, type Row } from "./engines.js";

/** What a query must agree on with an assessment. */
export type Answer = { readonly [key: string]: JsonValue };

const GIVEN: readonly Given[] = ["channels", "items", "contributions", "rules"];

/** The answers of an engine under a profile, by key. */
export async function askEngine(engine: Engine, profile: CompiledProfile): Promise<ReadonlyMap<number, Answer>> {
  const rows = new Map<Given, readonly Row[]>();
  for (const give of GIVEN) {
    const facts = { header: "facts_header", items: "facts_items", key: "key" };
    rows.set(give, await engine.run(toSqlOrThrow(profile, { dialect: engine.dialect, facts, give, draws: "draws" })));
  }
  const of = (give: Given): ReadonlyMap<number, readonly Row[]> => groupByKey(rows.get(give) ?? []);
  const [items, contributions, rules] = [of("items"), of("contributions"), of("rules")];
  return new Map(
    (rows.get("channels") ?? []).map((row) => {
      const key = Number(row.key);
      return [key, answerOf(profile, row, items.get(key) ?? [], contributions.get(key) ?? [], rules.get(key) ?? [])];
    }),
  );
}

function groupByKey(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const key = Number(row.key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

const byPlace = (a: Row, b: Row): number => Number(a.place) - Number(b.place);

function answerOf(profile: CompiledProfile, row: Row, items: readonly Row[], contributions: readonly Row[], rules: readonly Row[]): Answer {
  if (row.refused !== null) return { refused: String(row.refused) };
  const domains = profile.domains.map(({ id }): [string, JsonValue] => {
    const mandatory = row[`${id}_mandatory`];
    return [
      id,
      {
        micropoints: Number(row[`${id}_micropoints`]),
        channel: String(row[`${id}_channel`]),
        ...(mandatory === null ? {} : { mandatory: String(mandatory) }),
        items: [...items]
          .sort((a, b) => Number(a.item) - Number(b.item))
          .map((item) => ({ item: Number(item.item), micropoints: Number(item[`${id}_micropoints`]) })),
        contributions: contributions
          .filter((each) => each.domain === id)
          .sort(byPlace)
          .map((each) => ({
            kind: String(each.kind),
            id: String(each.name),
            ...(each.item === null ? {} : { item: Number(each.item) }),
            micropoints: Number(each.micropoints),
          })),
        rules: Object.fromEntries(rules.filter((each) => each.domain === id).map((each) => [String(each.name), String(each.outcome)])),
      },
    ];
  });
  return { channel: String(row.channel), isSelected: Boolean(row.selected), domains: Object.fromEntries(domains) };
}

/** The part of an assessment, or of a refusal, that a query must agree on. */
export function expectedAnswer(assessment: JsonValue): Answer {
  const { refused, channel, selection, domains } = assessment as { readonly [key: string]: JsonValue };
  if (refused !== undefined) return { refused };
  const kept = Object.entries(domains as Answer).map(([id, domain]): [string, JsonValue] => {
    const { probability: _, calibrated: __, ...rest } = domain as Answer;
    return [id, rest];
  });
  const { mechanisms } = selection as { readonly mechanisms: readonly { readonly drawn: boolean }[] };
  return { channel: channel ?? "", isSelected: mechanisms.some((mechanism) => mechanism.drawn), domains: Object.fromEntries(kept) };
}

const KEY = createSelectionKeyOrThrow(new Uint8Array(32).fill(7));

/** The key of these draws, as an implementation in another language is told it. */
export const KEY_IN_HEXADECIMAL: string = "07".repeat(32);

/** Loads facts into an engine's tables, which have columns of all indicators or of some, and gives in what its answers differ from the plain evaluator's, in sentences. */
export async function disagreements(engine: Engine, profile: CompiledProfile, facts: readonly Facts[], only?: ReadonlySet<string>): Promise<readonly string[]> {
  await loadFacts(engine, profile.catalogue, facts, only);
  await loadDraws(
    engine,
    facts.map((each, key) => ({ key, drawn: isDrawnAtRandom(profile.document.selection, each, KEY) })),
  );
  const answers = await askEngine(engine, profile);
  return facts.flatMap((each, key) => {
    return differencesFrom(expectedAnswer(plainAnswer(profile, each)), answers.get(key) ?? null).map((difference) => `facts ${key}: ${difference}`);
  });
}

/** What the plain evaluator says: an assessment, or the code of the refusal. */
export function plainAnswer(profile: CompiledProfile, facts: Facts): JsonValue {
  const assessed = assessPlainly(profile, facts, { selectionKey: KEY });
  return assessed.ok ? (assessed.value as unknown as JsonValue) : { refused: assessed.issues[0].code };
}

/** In what the compiled scorer and the batch differ from the plain evaluator, in sentences. */
export function compiledDisagreements(profile: CompiledProfile, facts: readonly Facts[]): readonly string[] {
  const batch = scoreBatch(encodeFactsOrThrow(profile, facts, { selectionKey: KEY }));
  return facts.flatMap((each, index) => {
    const expected = plainAnswer(profile, each);
    const { channel, domains } = expected as unknown as Assessment;
    const compiled = differencesFrom(expected, assessOrThrow(profile, each, { selectionKey: KEY }) as unknown as JsonValue);
    const from = index * batch.domains.length;
    const inBatch = {
      channel: profile.document.channels[batch.channels[index] ?? 0] ?? "",
      micropoints: [...batch.micropoints.subarray(from, from + batch.domains.length)],
    };
    const wanted = { channel, micropoints: batch.domains.map((id) => domains[id]?.micropoints ?? Number.NaN) };
    return [...compiled, ...differencesFrom(wanted, inBatch)].map((difference) => `facts ${index}: ${difference}`);
  });
}
