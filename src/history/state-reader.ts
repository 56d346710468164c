import type { Instant } from "../core/instant.js";
import { IssueError } from "../core/result.js";
import { invalidInstant } from "./check-input.js";
import { dayOf } from "./days.js";
import { beforeWatermarkIssue, closedIssue, windowIssue } from "./history-issue.js";
import type { ResolvedHistoryOptions } from "./history-options.js";
import { momentOf } from "./instant-text.js";
import { keyText, memberOf } from "./key-text.js";
import type { OpenFamily } from "./open-family.js";
import type { HistoryCounts, HistoryKey, HistoryReader, HistoryWindow } from "./reader.js";
import { type Sighting, sightingOf } from "./sighting.js";
import { countsOf, seenSince, type TallyReading, tallyOf } from "./tally-reading.js";
import { type KeyTally, MAX_MEMBERS, type Standing, type TallyTable } from "./tally-table.js";

/** What readings are made of. */
export interface ReadableState {
  readonly options: ResolvedHistoryOptions;
  readonly table: TallyTable;
  readonly closed: ReadonlySet<string>;
  readonly families: ReadonlyMap<string, OpenFamily>;
  readonly familyOfDeclaration: ReadonlyMap<string, OpenFamily>;
  /** Nothing is read as of a moment before it. */
  readonly watermark: () => number;
  /** Brings the table to a moment, if it stands before it; gives the moment that it stands at. */
  readonly settle: (moment: number) => number;
  /** Families that stand otherwise at a moment than in the table. */
  readonly changedSince: (moment: number, key: KeyTally) => Iterable<OpenFamily>;
  readonly standing: (family: OpenFamily, asOf: number) => Standing | undefined;
}

/** A question as of a moment: the families left out, and how they stand in the table. */
interface Asked {
  readonly moment: number;
  readonly front: number;
  readonly excluded: readonly OpenFamily[];
  readonly standings: readonly (Standing | undefined)[];
}

const NOTHING: HistoryCounts = Object.freeze({ declarations: 0, inspected: 0, findings: 0 });
const NO_SIGHTINGS: readonly Sighting[] = [];

/** The reader of a history's state. */
export function createStateReader(state: ReadableState): Required<HistoryReader> {
  const { table, closed, families, familyOfDeclaration, standing } = state;

  const ask = (asOf: Instant, excluding: string): Asked => {
    const moment = momentOf(asOf);
    if (moment === undefined) throw new IssueError([invalidInstant(asOf, "asOf")]);
    if (moment < state.watermark()) throw new IssueError([beforeWatermarkIssue(moment, state.watermark(), "asOf")]);
    if (closed.has(excluding)) throw new IssueError([closedIssue(excluding, "excluding")]);
    const front = state.settle(moment);
    const named = families.get(excluding);
    const declared = familyOfDeclaration.get(excluding);
    const excluded = [...(named === undefined ? [] : [named]), ...(declared === undefined || declared === named ? [] : [declared])];
    return { moment, front, excluded, standings: excluded.map((family) => standing(family, front)) };
  };

  const read = (under: KeyTally, { moment, front, excluded, standings }: Asked): TallyReading => {
    let taken = NO_SIGHTINGS;
    let put = NO_SIGHTINGS;
    for (const own of standings) taken = collect(own, under, taken);
    for (const family of state.changedSince(moment, under)) {
      if (excluded.includes(family)) continue;
      taken = collect(standing(family, front), under, taken);
      put = collect(standing(family, moment), under, put);
    }
    return { under, taken, put };
  };

  const checkDays = (days: number, name: string): void => {
    const { windowDays } = state.options;
    if (!Number.isInteger(days) || days < 1 || days > windowDays) throw new IssueError([windowIssue(days, windowDays, name)]);
  };

  return {
    tally(key, asOf, excluding) {
      const asked = ask(asOf, excluding);
      const under = table.find(key.dimension, keyText(key.values));
      return under && tallyOf(read(under, asked));
    },
    recent(key: HistoryKey, asOf: Instant, excluding: string, window: HistoryWindow) {
      const asked = ask(asOf, excluding);
      checkDays(window.days, "days");
      if (window.halfLifeDays !== undefined) checkDays(window.halfLifeDays, "halfLifeDays");
      const under = table.find(key.dimension, keyText(key.values));
      return under === undefined ? NOTHING : countsOf(read(under, asked), asked.moment, window);
    },
    members(key, asOf, excluding, days) {
      const asked = ask(asOf, excluding);
      if (days !== undefined) checkDays(days, "days");
      const from = days === undefined ? -Infinity : dayOf(asked.moment) - days + 1;
      const seen = new Map<string, number>();
      for (const under of table.members(key.dimension, keyText(key.values))) {
        const count = seenSince(read(under, asked), from);
        if (count > 0) seen.set(memberOf(under.text), count);
        if (seen.size === MAX_MEMBERS) break;
      }
      return seen;
    },
  };
}

/** Some sightings with what a family says of a key, if it says anything. */
function collect(standing: Standing | undefined, key: KeyTally, sightings: readonly Sighting[]): readonly Sighting[] {
  const mark = standing?.marks.get(key);
  return standing === undefined || mark === undefined ? sightings : [...sightings, sightingOf(standing.seenAt, mark)];
}
