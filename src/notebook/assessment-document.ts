import type { Assessment, Contribution, DomainAssessment } from "../assessment/assessment.js";
import { toPoints } from "../core/micropoints.js";
import { formatShare } from "../evaluation/report/format.js";
import type { ExplanationLanguage } from "../explanation/explanation.js";
import { messagesOf } from "../explanation/messages/catalogues.js";
import { channelName, pointsText } from "../explanation/wording.js";
import type { DocumentSection, ReadableDocument } from "../page/document.js";
import { type NotebookWords, WORDS } from "./words.js";

/** An assessment as tables: the domains with their channels, and what adds up to each score. Who wants sentences explains it. */
export function assessmentDocument(assessment: Assessment, language: ExplanationLanguage): ReadableDocument {
  const [messages, words] = [messagesOf(language), WORDS[language]];
  const { id, asOf, channel, domains, selection } = assessment;
  const rows = Object.entries(domains);
  const drawn = selection.mechanisms.filter(({ drawn }) => drawn).map(({ kind }) => words.mechanisms[kind]);
  return {
    language,
    title: messages.heading(id, asOf, channelName(channel, messages)),
    blocks: [
      { kind: "paragraph", text: drawn.length === 0 ? words.notSelected : words.selected(drawn.join(", ")) },
      {
        kind: "table",
        caption: words.domainsCaption,
        columns: [
          { name: words.domain, kind: "head" },
          { name: words.channel, kind: "text" },
          { name: words.points, kind: "number" },
          { name: words.chance, kind: "number" },
        ],
        rows: rows.map(([domain, { micropoints, channel: reached, probability, calibrated }]) => [
          domain,
          channelName(reached, messages),
          minus(pointsText(micropoints)),
          `${formatShare(probability)} (${calibrated ? words.calibrated : words.uncalibrated})`,
        ]),
      },
    ],
    sections: rows.filter(([, { contributions }]) => contributions.length > 1).map(([domain, assessed]) => contributionTable(domain, assessed, words)),
  };
}

function contributionTable(domain: string, { contributions }: DomainAssessment, words: NotebookWords): DocumentSection {
  const heaviest = [...contributions].sort(
    (a, b) => Number(b.kind === "base") - Number(a.kind === "base") || Math.abs(b.micropoints) - Math.abs(a.micropoints),
  );
  const place = ({ item }: Contribution): string => (item === undefined ? words.header : words.item(item));
  return {
    heading: domain,
    blocks: [
      {
        kind: "table",
        caption: words.contributionsCaption(domain),
        columns: [
          { name: words.contribution, kind: "head" },
          { name: words.place, kind: "text" },
          { name: words.points, kind: "number" },
        ],
        rows: heaviest.map((contribution) => [
          contribution.kind === "base" ? words.base : contribution.id,
          place(contribution),
          minus(pointsText(contribution.micropoints)),
        ]),
        bars: { name: words.drawn, values: heaviest.map(({ micropoints }) => toPoints(micropoints)) },
      },
    ],
    sections: [],
  };
}

/** A true minus sign, as wide as the plus. */
export function minus(text: string): string {
  return text.replace("-", "\u2212");
}
