/** The sentences of one language; one catalogue per language. */
export interface Messages {
  /** The names of the usual channels; another channel goes by its id. */
  readonly channels: Readonly<Record<string, string>>;
  /** The base of a domain's score. */
  readonly base: string;
  readonly modelTerm: (indicators: string) => string;
  readonly undetermined: (text: string) => string;
  readonly heading: (id: string, asOf: string, channel: string) => string;
  readonly byThreshold: (domain: string, points: string, channel: string, threshold: string) => string;
  readonly byMandate: (domain: string, rule: string, channel: string) => string;
  readonly atRandom: (rate: string, channel: string) => string;
  readonly byNothing: (channel: string) => string;
  readonly domain: (title: string, points: string, channel: string) => string;
  readonly item: (line: number) => string;
  readonly evidence: string;
  /** A share of 0 to 1 as a percentage. */
  readonly percent: (share: number) => string;
  /** How common a value is; `member` is the rarest of a set. */
  readonly sameAs: (percent: string, of: string, member: string | undefined) => string;
  readonly rank: (atMost: string, atLeast: string, of: string) => string;
  /** What a rule did before; `precision` is the rate with its interval, absent without a known outcome. */
  readonly record: (fires: string, inspected: string, hits: string, precision: string | undefined) => string;
  readonly interval: (rate: string, lower: string, upper: string) => string;
  readonly otherItem: (line: number, points: string, channel: string) => string;
  readonly sum: string;
  readonly silent: (outcome: string, text: string) => string;
  readonly outcomes: { readonly fired: string; readonly undetermined: string; readonly superseded: string; readonly notApplicable: string };
  /** An empty set. */
  readonly none: string;
  readonly unknownHeading: string;
  readonly missing: { readonly absent: string; readonly failed: string; readonly notApplicable: string };
  readonly rulesHeading: string;
  readonly notFired: string;
  readonly notInForce: string;
  readonly replayHeading: string;
  readonly decisionHeading: string;
  readonly otherItemsHeading: string;
  readonly silentHeading: string;
  /** Domains of which there is nothing to say but their score. */
  readonly quietHeading: string;
  /** The columns of a table of reasons. */
  readonly points: string;
  readonly reason: string;
  readonly facts: string;
  /** A threshold in a picture: `red from 10`. */
  readonly threshold: (channel: string, points: string) => string;
  /** The picture of how points add up, and what it shows in a sentence. */
  readonly pictureTitle: (domain: string) => string;
  readonly picture: (domain: string, points: string, channel: string, thresholds: string) => string;
  /** Reasons of little weight that a picture takes together. */
  readonly otherReasons: (count: number) => string;
  readonly conditionHeading: string;
  readonly truths: { readonly true: string; readonly false: string; readonly unknown: string };
  /** Items that are left out. */
  readonly furtherItems: (count: number) => string;
  readonly version: (version: number) => string;
  readonly bases: { readonly legal: string; readonly operational: string };
  readonly declarant: (id: string, channel: string) => string;
}
