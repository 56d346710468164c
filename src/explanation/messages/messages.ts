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
  readonly sum: string;
  readonly silent: (outcome: string, text: string) => string;
  readonly outcomes: { readonly fired: string; readonly undetermined: string; readonly superseded: string; readonly notApplicable: string };
  /** An empty set. */
  readonly none: string;
  readonly unknownHeading: string;
  readonly missing: { readonly absent: string; readonly failed: string; readonly notApplicable: string };
  readonly declarant: (id: string, channel: string) => string;
}
