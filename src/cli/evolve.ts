import { type JsonRecord, scoredOf } from "../adapters/read-json-records.js";
import type { FoundRecord } from "../adapters/row-result.js";
import { expectation } from "../core/expectation.js";
import type { Instant } from "../core/instant.js";
import { createIssue, type Issue } from "../core/issue.js";
import { failure, type Issues, type Result, success } from "../core/result.js";
import { createHistory } from "../history/create-history.js";
import { DAY_MS } from "../history/days.js";
import { eventOf } from "../history/event-of.js";
import type { History } from "../history/history.js";
import { instantText, momentOf } from "../history/instant-text.js";
import { snapshotLines } from "../history/snapshot-lines.js";
import { orFail } from "./failure.js";
import { writeLines } from "./files.js";
import { loadHistory } from "./load-history.js";
import { issuesText } from "./records.js";
import { type Scored, type Scoring, scoreRead, scoreRecord } from "./scoring.js";

/** A history that learns from what is scored with it. */
export interface Evolution {
  readonly history: History;
  /** Scores a record with what was known at its own moment, then learns from it. */
  readonly take: (read: FoundRecord<JsonRecord>, scoring: Scoring) => Scored;
  /** How many records were scored and not learned from. */
  readonly notLearned: () => number;
  /** How many keys were forgotten meanwhile, to bound the memory. */
  readonly forgotten: () => number;
  /** Writes what was learned as a snapshot. */
  readonly save: (path: string) => Promise<void>;
}

/** How a history is kept that does not start from a snapshot: in bounded memory for a stream that never ends. */
const FRESH = { latenessDays: 7, retentionDays: 90, windowDays: 366 };

/** So many keys of a dimension, unless told. */
const MAX_KEYS = 1_000_000;

/** Starts from a snapshot, which states how many keys it keeps, or from nothing. */
export async function startEvolution(snapshotPath: string | undefined, maxKeys: number = MAX_KEYS): Promise<Evolution> {
  const history = snapshotPath === undefined ? createHistory({ ...FRESH, maxKeys }) : await loadHistory(snapshotPath);
  const forgottenBefore = history.statistics().dropped.keys;
  let watermark = momentOf(history.statistics().watermark ?? "") ?? Number.NEGATIVE_INFINITY;
  let notLearned = 0;

  /** Moves the watermark to the start of the day before: records of a day, and of the day before, may come in any order. */
  const advance = (moment: number): void => {
    const to = Math.floor(moment / DAY_MS) * DAY_MS - DAY_MS;
    if (to <= watermark) return;
    orFail(history.advance(instantText(to)), "--evolve");
    watermark = to;
  };

  const learn = (record: Exclude<JsonRecord, { readonly kind: "facts" }>): Result<unknown> => {
    // only declarations are counted: a consignment is counted with the declaration that clears it
    if (record.kind === "consignment") return success(undefined);
    const observed = history.observe(eventOf(record.declaration));
    return observed.ok && record.outcome !== undefined ? history.recordOutcome(record.outcome) : observed;
  };

  return {
    notLearned: () => notLearned,
    forgotten: () => history.statistics().dropped.keys - forgottenBefore,
    save: (path) => writeLines(path, snapshotLines(history)),
    history,
    take: (read, scoring) => {
      const record = read();
      if (!record.ok) return scoreRead(record, record, scoring);
      if (record.value.kind === "facts") return scoreRead(record, failure(nothingToLearn()), scoring);
      const { moment } = scoredOf(record.value);
      const at = momentOf(moment) ?? watermark;
      if (at < watermark) return scoreRead(record, failure(outOfOrder(moment, instantText(watermark))), scoring);
      const scored = scoreRead(record, scoreRecord(record.value, scoring), scoring);
      if ("reject" in scored) return scored;
      advance(at);
      const learned = learn(record.value);
      if (learned.ok) return scored;
      notLearned += 1;
      return { ...scored, told: `${scored.told ?? ""}${issuesText(scoring.options.input, record.line, asWarnings(learned.issues))}` };
    },
  };
}

function asWarnings([first, ...rest]: Issues): Issues {
  return [{ ...first, severity: "warning" }, ...rest.map((issue): Issue => ({ ...issue, severity: "warning" }))];
}

function nothingToLearn(): Issue {
  const expected = "a declaration or a consignment";
  return createIssue("value.invalid", expectation(["facts"], expected, "facts", "pass what was declared: a history learns from declarations, not from facts"));
}

function outOfOrder(moment: Instant, watermark: Instant): Issue {
  const remedy = "sort the records by their moments: those of a day and of the day before may come in any order";
  return createIssue("history.beforeWatermark", expectation([], `a record as of ${watermark} or later`, moment, remedy));
}
