import fc from "fast-check";
import { createSelectionKeyOrThrow } from "../../src/assessment/selection-key.js";
import type { JsonValue } from "../../src/core/canonical.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";
import { type CompiledProfile, compileProfileOrThrow } from "../../src/profile/compile-profile.js";
import { facts } from "../../src/testing/arbitraries/facts.js";
import { profile } from "../../src/testing/arbitraries/profile.js";
import { catalogueDocument } from "../support/catalogue-document.js";
import { assessPlainly } from "../support/plain-assess.js";
import { type Asked, EDGES, KEY } from "./edges.js";

/** How many sets of facts each random profile meets. */
const FACTS_PER_PROFILE = 4;

/** The answer of the reference evaluator: an assessment, or the code of the refusal. */
export function referenceAnswer(profile: CompiledProfile, { facts, selectionKey }: Asked): JsonValue {
  const key = selectionKey === undefined ? {} : { selectionKey: createSelectionKeyOrThrow(new Uint8Array(Buffer.from(selectionKey, "hex"))) };
  const assessed = assessPlainly(profile, facts, key);
  return assessed.ok ? (assessed.value as unknown as JsonValue) : { refused: assessed.issues[0].code };
}

/** The lines of the file of cases: edges written by hand, then random profiles and facts of one seed. */
export function writeCases({ profiles = 70 }: { readonly profiles?: number } = {}): readonly string[] {
  const catalogue = standardCatalogue;
  const lines: unknown[] = [{ catalogue: catalogueDocument(catalogue) }];
  const add = (shows: string, document: object, asked: readonly Asked[]): void => {
    const compiled = compileProfileOrThrow(document, { catalogue });
    lines.push({ shows, profile: document });
    for (const each of asked) lines.push({ ...each, expected: referenceAnswer(compiled, each) });
  };
  for (const edge of EDGES) add(edge.shows, edge.profile, edge.asked);
  const pool = fc.sample(facts(), { seed: 8, numRuns: profiles * FACTS_PER_PROFILE });
  for (const [index, document] of fc.sample(profile(), { seed: 8, numRuns: profiles }).entries()) {
    const { reads } = compileProfileOrThrow(document, { catalogue });
    const met = pool.slice(index * FACTS_PER_PROFILE, (index + 1) * FACTS_PER_PROFILE).map((each) => ({ facts: onlyRead(each, reads), selectionKey: KEY }));
    add(`a random profile, ${index + 1} of ${profiles}`, document, met);
  }
  return lines.map((line) => JSON.stringify(line));
}

/** Facts without those that nobody reads, to keep the file small. */
function onlyRead(whole: Facts, reads: ReadonlySet<string>): Facts {
  const keep = (set: FactSet): FactSet => Object.fromEntries(Object.entries(set).filter(([id]) => reads.has(id)));
  return { ...whole, header: keep(whole.header), items: whole.items.map(({ item, values }) => ({ item, values: keep(values) })) };
}
