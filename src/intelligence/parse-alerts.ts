import * as z from "zod";
import { canonicalJson } from "../core/canonical.js";
import { expectation } from "../core/expectation.js";
import { shortText } from "../core/fields.js";
import { deepFreeze } from "../core/freeze.js";
import { parseInstant } from "../core/instant.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { own } from "../core/own.js";
import { orThrow, type Result, settle, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { type Alert, alert } from "./alert.js";
import type { AlertUse } from "./alert-use.js";

/** The kind and version of a document of alerts. */
export const ALERTS_SCHEMA = "consignment-risk/alerts@1";

/** What a document of alerts holds: whose alerts they are and what for, those that can be used, and why the others cannot. */
export interface AlertDocument extends AlertUse {
  readonly alerts: readonly Alert[];
  /** One or more issues for each alert that is left out; paths start with `alerts` and its place. */
  readonly refused: readonly Issue[];
}

/**
 * Reads a document of alerts, `{ "schema": "consignment-risk/alerts@1", "administration", "purpose", "alerts": [...] }`. An alert that cannot be used is
 * refused by itself, with its issues, and the rest goes on; only a document that is none fails as a whole. Of two alerts with one id and other content
 * the first counts and the second is refused; a repetition is dropped.
 */
export function parseAlerts(input: unknown): Result<AlertDocument> {
  const document = openDocument(input);
  if (!document.ok) return document;
  const { entries, ...use } = document.value;
  const alerts = new Map<string, { readonly alert: Alert; readonly text: string }>();
  const refused: Issue[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = parseAlert(entry);
    if (!parsed.ok) {
      for (const issue of parsed.issues) refused.push(prefixIssue(issue, "alerts", index));
      continue;
    }
    const text = canonicalJson(parsed.value);
    const known = alerts.get(parsed.value.id);
    if (known === undefined) alerts.set(parsed.value.id, { alert: parsed.value, text });
    else if (known.text !== text) refused.push(otherContent(index, parsed.value.id));
  }
  return success({ ...use, alerts: Object.freeze([...alerts.values()].map((entry) => entry.alert)), refused: Object.freeze(refused) });
}

/**
 * {@link parseAlerts} that throws.
 * @throws {IssueError} if the input is no document of alerts
 */
export function parseAlertsOrThrow(input: unknown): AlertDocument {
  return orThrow(parseAlerts(input));
}

/** Reads one alert into a frozen {@link Alert}, or says with full paths why it cannot. */
export function parseAlert(input: unknown): Result<Alert> {
  const snapshot = takeSnapshot(input, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(alert, snapshot.value);
  if (!parsed.ok) return parsed;
  return settle(checkAlert(parsed.value), () => deepFreeze(parsed.value));
}

/** Checks what stands between the fields of an alert. */
function checkAlert({ validFrom, validUntil, reviewBy, channel, interpolColour }: Alert): readonly Issue[] {
  const issues: Issue[] = [];
  const isBefore = (one: string, other: string): boolean => (parseInstant(one) as number) < (parseInstant(other) as number);
  if (!isBefore(validFrom, validUntil)) {
    issues.push(createIssue("time.inverted", expectation(["validUntil"], `an instant after ${validFrom}`, validUntil, "exchange the two ends, or mend one")));
  }
  if (reviewBy !== undefined && isBefore(validUntil, reviewBy)) {
    issues.push(createIssue("time.inverted", expectation(["reviewBy"], `an instant not after ${validUntil}`, reviewBy, "review an alert before it ends")));
  }
  const needsColour = channel === "interpolNotice";
  if (needsColour !== (interpolColour !== undefined)) {
    const expected = needsColour ? "the colour of the notice" : "no colour, which only a notice of INTERPOL has";
    issues.push(createIssue("value.invalid", expectation(["interpolColour"], expected, interpolColour, needsColour ? "add the colour" : "remove the colour")));
  }
  return issues;
}

interface OpenedDocument extends AlertUse {
  readonly entries: readonly unknown[];
}

/** What every document states, and its alerts unread: each is copied and checked by itself. */
function openDocument(input: unknown): Result<OpenedDocument> {
  let entries: readonly unknown[] = [];
  let rest: unknown = input;
  try {
    // accessors stay what they are, for the snapshot to refuse
    const descriptors: Readonly<Record<string, PropertyDescriptor>> =
      typeof input === "object" && input !== null ? Object.getOwnPropertyDescriptors(input) : {};
    const alerts: unknown = own(descriptors, "alerts")?.value;
    if (Array.isArray(alerts)) {
      entries = Array.from({ length: alerts.length }, (_, index) => Object.getOwnPropertyDescriptor(alerts, index)?.value);
      rest = Object.create(Object.getPrototypeOf(input), { ...descriptors, alerts: { value: [], enumerable: true } });
    }
  } catch {
    // only a proxy can throw; the snapshot says so
    rest = input;
  }
  const snapshot = takeSnapshot(rest, RECORD_LIMITS);
  if (!snapshot.ok) return snapshot;
  const parsed = parseWith(documentShape, snapshot.value);
  if (!parsed.ok) return parsed;
  const { administration, purpose } = parsed.value;
  return success({ administration, purpose, entries });
}

const documentShape = z.strictObject({
  schema: z.literal(ALERTS_SCHEMA),
  administration: shortText,
  purpose: shortText,
  alerts: z.array(z.unknown()),
});

function otherContent(index: number, id: string): Issue {
  return createIssue("value.duplicate", {
    ...expectation(
      ["alerts", index, "id"],
      "an id of its own, or the same content as the alert before",
      id,
      "give the alert its own id, or send its amendment by itself",
    ),
    key: id,
  });
}
