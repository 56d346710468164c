import { canonicalJson } from "../core/canonical.js";
import { expectation } from "../core/expectation.js";
import { deepFreeze } from "../core/freeze.js";
import { parseInstant } from "../core/instant.js";
import { createIssue, type Issue, prefixIssue } from "../core/issue.js";
import { failure, orThrow, type Result, settle, success } from "../core/result.js";
import { parseWith } from "../core/schema.js";
import { RECORD_LIMITS, takeSnapshot } from "../core/snapshot.js";
import { type Alert, alert } from "./alert.js";

/** The kind and version of a document of alerts. */
export const ALERTS_SCHEMA = "consignment-risk/alerts@1";

/** What a document of alerts holds: the alerts that can be used, and why the others cannot. */
export interface AlertDocument {
  readonly alerts: readonly Alert[];
  /** One or more issues for each alert that is left out; paths start with `alerts` and its place. */
  readonly refused: readonly Issue[];
}

/**
 * Reads a document of alerts, `{ "schema": "consignment-risk/alerts@1", "alerts": [...] }`. An alert that cannot be used is refused by itself, with
 * its issues, and the rest goes on; only a document that is none fails as a whole. Of two alerts with one id and other content the first counts;
 * a repetition is dropped.
 */
export function parseAlerts(input: unknown): Result<AlertDocument> {
  const list = listOf(input);
  if (!list.ok) return list;
  const alerts = new Map<string, { readonly alert: Alert; readonly text: string }>();
  const refused: Issue[] = [];
  for (let index = 0; index < list.value.length; index += 1) {
    const parsed = parseAlert(Object.getOwnPropertyDescriptor(list.value, index)?.value);
    if (!parsed.ok) {
      for (const issue of parsed.issues) refused.push(prefixIssue(issue, "alerts", index));
      continue;
    }
    const text = canonicalJson(parsed.value);
    const known = alerts.get(parsed.value.id);
    if (known === undefined) alerts.set(parsed.value.id, { alert: parsed.value, text });
    else if (known.text !== text) refused.push(otherContent(index, parsed.value.id));
  }
  return success({ alerts: Object.freeze([...alerts.values()].map((entry) => entry.alert)), refused: Object.freeze(refused) });
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

function listOf(input: unknown): Result<readonly unknown[]> {
  const member = (key: string): unknown => (typeof input === "object" && input !== null ? Object.getOwnPropertyDescriptor(input, key)?.value : undefined);
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return failure(createIssue("value.type", expectation([], "an object", input, `write { "schema": "${ALERTS_SCHEMA}", "alerts": [...] }`)));
  }
  const unknown = Object.keys(input).find((key) => key !== "schema" && key !== "alerts");
  if (unknown !== undefined) return failure(createIssue("value.unknownKey", { ...expectation([unknown], "a known key", unknown, "remove it"), key: unknown }));
  if (member("schema") !== ALERTS_SCHEMA) {
    return failure(createIssue("value.invalid", expectation(["schema"], `"${ALERTS_SCHEMA}"`, member("schema"), "name the kind and version of the document")));
  }
  const alerts = member("alerts");
  if (!Array.isArray(alerts)) return failure(createIssue("value.type", expectation(["alerts"], "an array", alerts, "list the alerts")));
  return success(alerts);
}

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
