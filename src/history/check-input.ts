import { expectation } from "../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../core/issue.js";
import type { HistoryEvent, HistoryOutcome } from "./event.js";
import { isBrokenDown } from "./key-text.js";
import type { HistoryKey } from "./reader.js";

const MAX_ID_LENGTH = 256;
const MAX_VALUE_LENGTH = 20_000;
const MAX_ITEM = 9_999;

/** What makes an event unusable, its instants aside, if anything: what passes here can be written to a snapshot and read back. */
export function checkEvent(event: HistoryEvent): Issue | undefined {
  const { declarationId, familyId = declarationId, part = declarationId, items = [] } = event;
  const issue = checkId(declarationId, "declarationId") ?? checkId(familyId, "familyId") ?? checkId(part, "part") ?? checkKeys(event.keys, ["keys"]);
  if (issue !== undefined) return issue;
  const seen = new Set<number>();
  for (const [index, { item, keys }] of items.entries()) {
    const wrong = checkItem(item, ["items", index, "item"]) ?? checkKeys(keys, ["items", index, "keys"]);
    if (wrong !== undefined) return wrong;
    if (seen.has(item)) {
      const say = expectation(["items", index, "item"], "each item once", item, "give the keys of an item together");
      return createIssue("value.duplicate", { ...say, key: String(item) });
    }
    seen.add(item);
  }
  return undefined;
}

/** What makes an outcome unusable, its instant aside, if anything. */
export function checkOutcome(outcome: HistoryOutcome): Issue | undefined {
  const { declarationId, item, selection } = outcome;
  const issue = checkId(declarationId, "declarationId") ?? (item === undefined ? undefined : checkItem(item, ["item"]));
  if (issue !== undefined) return issue;
  if (selection === undefined) return undefined;
  if (!isText(selection.reason, MAX_ID_LENGTH) || selection.reason === "") {
    return createIssue("value.invalid", expectation(["selection", "reason"], "a text of 1 to 256 characters", selection.reason, "name the mechanism"));
  }
  if (!(selection.probability > 0 && selection.probability <= 1)) {
    const say = expectation(["selection", "probability"], "a number above 0 and at most 1", selection.probability, "state the total probability of selection");
    return createIssue("value.range", say);
  }
  return undefined;
}

function checkId(id: string, name: string): Issue | undefined {
  if (id !== "" && isText(id, MAX_ID_LENGTH)) return undefined;
  return createIssue("value.invalid", expectation([name], "a text of 1 to 256 characters", id, "give its number"));
}

function checkItem(item: number, path: readonly PathStep[]): Issue | undefined {
  if (Number.isInteger(item) && item >= 1 && item <= MAX_ITEM) return undefined;
  return createIssue("value.range", expectation(path, `a line number from 1 to ${MAX_ITEM}`, item, "give the line number of the item"));
}

function checkKeys(keys: readonly HistoryKey[], path: readonly PathStep[]): Issue | undefined {
  for (const [index, { dimension, values }] of keys.entries()) {
    if (dimension === "" || !isText(dimension, MAX_ID_LENGTH)) {
      return createIssue("value.invalid", expectation([...path, index, "dimension"], "a text of 1 to 256 characters", dimension, "name the dimension"));
    }
    if (values.length === 0) {
      return createIssue(
        "value.invalid",
        expectation([...path, index, "values"], "at least one value", values, "leave the key out where a value is not stated"),
      );
    }
    if (values.length === 1 && isBrokenDown(dimension)) {
      const say = expectation([...path, index, "values"], "a member after the values", values, "a key of a dimension that is broken down has a member");
      return createIssue("value.invalid", say);
    }
    for (const [at, value] of values.entries()) {
      if (!isText(value, MAX_VALUE_LENGTH)) {
        const say = expectation(
          [...path, index, "values", at],
          `well-formed text of at most ${MAX_VALUE_LENGTH} characters`,
          value,
          "shorten or mend the value",
        );
        return createIssue("value.invalid", say);
      }
    }
  }
  return undefined;
}

function isText(text: string, maxLength: number): boolean {
  return typeof text === "string" && text.length <= maxLength && text.isWellFormed();
}

/** A moment that is none, or that a snapshot could not write. */
export function invalidInstant(received: unknown, name: string): Issue {
  return createIssue(
    "time.invalid",
    expectation([name], "an instant such as 2026-11-21T08:30:00+07:00 (RFC 3339 with offset, years 1900 to 2199 in UTC)", received, "write the moment in full"),
  );
}
