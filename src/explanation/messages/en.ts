import type { Messages } from "./messages.js";

/** The English message catalogue. */
export const ENGLISH: Messages = {
  channels: { green: "green", yellow: "yellow", red: "red" },
  base: "the average case in this domain",
  modelTerm: (indicators) => `the model's weight for ${indicators}`,
  undetermined: (text) => `could not be determined: ${text}`,
  heading: (id, asOf, channel) => `Declaration ${id}, as of ${asOf}: channel ${channel}`,
  byThreshold: (domain, points, channel, threshold) => `${domain}: ${points} points reach ${channel} (from ${threshold})`,
  byMandate: (domain, rule, channel) => `${domain}: the mandatory rule ${rule} demands ${channel}`,
  atRandom: (rate, channel) => `drawn at random for ${channel} (rate ${rate})`,
  byNothing: (channel) => `no threshold, mandatory rule or draw raises it above ${channel}`,
  domain: (title, points, channel) => `${title}: ${points} points, ${channel}`,
  item: (line) => `item ${line}`,
  evidence: "because",
  percent: (share) => `${(100 * share).toFixed(1)}%`,
  sameAs: (percent, of, member) => `${member ?? "this value"} in ${percent} of ${of} past facts`,
  rank: (atMost, atLeast, of) => `${atMost} of ${of} past facts are this or lower, ${atLeast} this or higher`,
  record: (fires, inspected, hits, precision) =>
    precision === undefined
      ? `fired ${fires} times before, no outcome known`
      : `fired ${fires} times before, ${hits} findings in ${inspected} known outcomes (${precision})`,
  interval: (rate, lower, upper) => `${rate}, 95% interval ${lower} to ${upper}`,
  otherItem: (line, points, channel) => `item ${line} would by itself reach ${channel} with ${points} points`,
  sum: "sum",
  silent: (outcome, text) => `${outcome}: ${text}`,
  outcomes: { fired: "fired", undetermined: "undetermined", superseded: "superseded by a stronger rule of its group", notApplicable: "not applicable" },
  none: "none",
  unknownHeading: "What was not known",
  missing: { absent: "not stated", failed: "could not be computed", notApplicable: "not applicable" },
  rulesHeading: "All rules",
  notFired: "not fired",
  notInForce: "not in force",
  replayHeading: "For a replay",
  declarant: (id, channel) => `Declaration ${id} was assigned to the channel ${channel}.`,
};
