import { compareText } from "../core/canonical.js";
import { wilsonInterval } from "../core/wilson.js";
import type { Backtest } from "../evaluation/backtest.js";
import { formatCount, formatInterval, formatShare } from "../evaluation/report/format.js";
import type { ExplanationLanguage } from "../explanation/explanation.js";
import { messagesOf } from "../explanation/messages/catalogues.js";
import { channelName } from "../explanation/wording.js";
import type { ReadableDocument } from "../page/document.js";
import { WORDS } from "./words.js";

/** A replay as a table of its channels, by name. What the scores are worth stands in a report, which takes a profile. */
export function backtestDocument({ cases, refused }: Backtest, language: ExplanationLanguage): ReadableDocument {
  const [messages, words] = [messagesOf(language), WORDS[language]];
  const channels = [...new Set(cases.map(({ assessment }) => assessment.channel))].sort(compareText);
  return {
    language,
    title: words.backtest(cases.length),
    blocks: [
      {
        kind: "table",
        caption: words.backtestCaption,
        columns: [
          { name: words.channel, kind: "head" },
          { name: words.cases, kind: "number" },
          { name: words.outcomes, kind: "number" },
          { name: words.findings, kind: "number" },
          { name: words.rate, kind: "number" },
        ],
        rows: channels.map((channel) => {
          const reached = cases.filter(({ assessment }) => assessment.channel === channel);
          const outcomes = reached.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome]));
          const found = outcomes.filter(({ finding }) => finding).length;
          const rate = outcomes.length === 0 ? "–" : `${formatShare(found / outcomes.length)} (${formatInterval(wilsonInterval(found, outcomes.length))})`;
          return [channelName(channel, messages), formatCount(reached.length), formatCount(outcomes.length), formatCount(found), rate];
        }),
      },
      ...(refused.length === 0 ? [] : [{ kind: "paragraph" as const, text: words.refused(refused.length) }]),
    ],
    sections: [],
  };
}
