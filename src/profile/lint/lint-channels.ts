import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue, type PathStep } from "../../core/issue.js";
import { formatPoints, MAX_MICROPOINTS, toMicropoints } from "../../core/micropoints.js";
import { own } from "../../core/own.js";
import type { Domain, Selection } from "../profile.js";
import { domainRange } from "../range.js";

/** Channel names must differ. */
export function lintChannels(channels: readonly string[]): readonly Issue[] {
  return channels.flatMap((channel, index) =>
    channels.indexOf(channel) === index
      ? []
      : [createIssue("value.duplicate", { ...expectation(["channels", index], "each channel once", channel, "remove one of the two"), key: channel })],
  );
}

/** Thresholds must name channels above the lowest, rise with them, and lie where a score can be. */
export function lintThresholds(domain: Domain, channels: readonly string[], path: readonly PathStep[]): readonly Issue[] {
  const issues: Issue[] = [];
  const range = domainRange(domain);
  // not `>`: a sum that is no number is no integer either
  if (!(range.magnitude <= MAX_MICROPOINTS)) {
    return [
      createIssue(
        "profile.overflow",
        expectation(path, "contributions whose sum stays an exact integer", range.magnitude, "use smaller points or clamp the linear terms"),
      ),
    ];
  }
  for (const channel of Object.keys(domain.thresholds)) {
    if (channels.indexOf(channel) < 1) {
      issues.push(
        createIssue(
          "value.invalid",
          expectation([...path, channel], `a channel above the lowest, one of ${channels.slice(1).join(", ")}`, channel, "name a channel of the profile"),
        ),
      );
    }
  }
  let below: number | undefined;
  for (const channel of channels.slice(1)) {
    const points = own(domain.thresholds, channel);
    if (points === undefined) continue;
    const threshold = toMicropoints(points);
    if (below !== undefined && threshold <= below) {
      issues.push(
        createIssue(
          "threshold.order",
          expectation([...path, channel], `more than ${formatPoints(below)} points, the next lower threshold`, points, "let thresholds rise with the channels"),
        ),
      );
    }
    below = threshold;
    if (threshold > range.max) {
      issues.push(
        createIssue(
          "threshold.unreachable",
          expectation([...path, channel], `at most ${formatPoints(range.max)} points, the highest possible score`, points, "lower the threshold, or remove it"),
        ),
      );
    } else if (threshold <= range.min) {
      issues.push(
        createIssue("threshold.alwaysReached", {
          ...expectation(
            [...path, channel],
            `more than ${formatPoints(range.min)} points, the lowest possible score`,
            points,
            "raise the threshold: every declaration reaches it",
          ),
          severity: "warning",
        }),
      );
    }
  }
  return issues;
}

/** The selected channel must exist above the lowest; a random rate needs an identity that every record has. */
export function lintSelection(selection: Selection, channels: readonly string[]): readonly Issue[] {
  const issues: Issue[] = [];
  if (channels.indexOf(selection.channel) < 1) {
    issues.push(
      createIssue(
        "value.invalid",
        expectation(
          ["selection", "channel"],
          `a channel above the lowest, one of ${channels.slice(1).join(", ")}`,
          selection.channel,
          "name the channel that means inspection",
        ),
      ),
    );
  }
  const identity = selection.identity ?? [];
  for (const [index, kind] of identity.entries()) {
    if (identity.indexOf(kind) !== index)
      issues.push(createIssue("value.duplicate", { ...expectation(["selection", "identity", index], "each identity once", kind, "remove it"), key: kind }));
  }
  if (selection.randomRate !== undefined && identity.at(-1) !== "firstDeclaration") {
    issues.push(
      createIssue(
        "selection.identity",
        expectation(
          ["selection", "identity"],
          "identities that end with `firstDeclaration`, which every record has",
          identity.join(", "),
          'declare what a draw is tied to, such as ["transportDocument", "firstDeclaration"]',
        ),
      ),
    );
  }
  return issues;
}
