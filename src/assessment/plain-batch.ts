import type { CompiledProfile } from "../profile/compile-profile.js";
import type { BatchColumns } from "./batch-columns.js";
import type { EncodedFacts } from "./encode-facts.js";
import { createHits, FIRED, reserveHits, UNDETERMINED } from "./scores.js";

/**
 * Whether the score of a profile is what its header's rules and terms add up to, whatever the moment and the items: no rule
 * has a period, a group or a channel that it demands.
 */
export function isPlain({ plan }: CompiledProfile): boolean {
  const { header, item, layout, columns } = plan;
  const readsHeaderAlone = plan.itemCounts.length === 0 && layout.factSlots === layout.headerSlots && item.ruleNumbers.length === 0 && item.terms.length === 0;
  return readsHeaderAlone && !plan.termsNeedFacts && header.ruleNumbers.every((number) => columns.plainDomain[number] !== -1);
}

/** Scores encoded facts under a plain profile in one loop. */
export function scorePlainBatch({ profile, count, headers, drawn }: EncodedFacts, selectedRank: number): BatchColumns {
  const { plan, domains } = profile;
  const { matcher, ruleNumbers } = plan.header;
  const tables = joinTables(profile);
  const terms = plan.header.terms.filter(({ table }) => table === undefined);
  const { effects, plainDomain } = plan.columns;
  const width = plan.layout.headerSlots;
  const cuts = flattenThresholds(profile);
  const micropoints = new Float64Array(count * domains.length);
  const channels = new Uint8Array(count);
  const hitStarts = new Int32Array(count + 1);
  const hits = createHits();
  const found = new Int32Array(matcher.count);
  let end = 0;
  for (let row = 0; row < count; row += 1) {
    const base = row * width;
    const sums = row * domains.length;
    for (let domain = 0; domain < domains.length; domain += 1) {
      let sum = tables.bases[domain] as number;
      const last = tables.ends[domain + 1] as number;
      for (let index = tables.ends[domain] as number; index < last; index += 1) {
        const row = headers[base + (tables.slots[index] as number)] as number;
        sum += tables.micropoints[(tables.starts[index] as number) + row] as number;
      }
      micropoints[sums + domain] = sum;
    }
    const matched = matcher.match(headers, base, found);
    hits.count = end;
    reserveHits(hits, matched);
    const { rules, outcomes } = hits;
    for (let index = 0; index < matched; index += 1) {
      const hit = found[index] as number;
      const number = ruleNumbers[hit >>> 1] as number;
      const at = sums + (plainDomain[number] as number);
      micropoints[at] = (micropoints[at] as number) + (effects[2 * number + (hit & 1)] as number);
      rules[end] = number;
      outcomes[end] = UNDETERMINED + (FIRED - UNDETERMINED) * (hit & 1);
      end += 1;
    }
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] as (typeof terms)[number];
      micropoints[sums + term.domain] = (micropoints[sums + term.domain] as number) + term.micropoints(headers, base, noFact);
    }
    let rank = drawn[row] === 1 ? selectedRank : 0;
    for (let index = 0; index < cuts.ranks.length; index += 1) {
      const isReached = (micropoints[sums + (cuts.domains[index] as number)] as number) >= (cuts.micropoints[index] as number);
      if (isReached && (cuts.ranks[index] as number) > rank) rank = cuts.ranks[index] as number;
    }
    channels[row] = rank;
    hitStarts[row + 1] = end;
  }
  return { micropoints, channels, hitStarts, hitRules: hits.rules.slice(0, end), hitItems: new Int32Array(end), hitOutcomes: hits.outcomes.slice(0, end) };
}

/** The terms that are entries of lists: where each domain's end, and where each finds its entry. */
function joinTables({ plan, domains }: CompiledProfile) {
  const tabled = plan.header.terms.flatMap(({ domain, table }) => (table === undefined ? [] : [{ domain, ...table }]));
  const lists = tabled.map(({ micropoints }) => micropoints);
  const starts = Int32Array.from(lists, (_, index) => lists.slice(0, index).reduce((sum, list) => sum + list.length, 0));
  return {
    bases: Float64Array.from(domains, (domain) => domain.base),
    ends: Int32Array.from([0, ...domains.map((_, number) => tabled.filter(({ domain }) => domain <= number).length)]),
    slots: Int32Array.from(tabled, ({ slot }) => slot),
    starts,
    micropoints: Float64Array.from(lists.flatMap((list) => [...list])),
  };
}

function noFact(indicator: string): never {
  throw new RangeError(`a term of a plain profile asks for the fact \`${indicator}\``);
}

/** The thresholds of all domains as columns. */
function flattenThresholds({ domains }: CompiledProfile) {
  const all = domains.flatMap(({ thresholds }, domain) => thresholds.map((threshold) => ({ domain, ...threshold })));
  return {
    domains: Int32Array.from(all, (threshold) => threshold.domain),
    micropoints: Float64Array.from(all, (threshold) => threshold.micropoints),
    ranks: Int32Array.from(all, (threshold) => threshold.rank),
  };
}
