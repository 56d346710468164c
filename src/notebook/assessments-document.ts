import type { Assessment } from "../assessment/assessment.js";
import type { ExplanationLanguage } from "../explanation/explanation.js";
import { messagesOf } from "../explanation/messages/catalogues.js";
import { channelName, pointsText } from "../explanation/wording.js";
import type { ReadableDocument } from "../page/document.js";
import { minus } from "./assessment-document.js";
import { WORDS } from "./words.js";

const MOST_ROWS = 100;

/** Several assessments as one table, in their order; the first hundred. */
export function assessmentsDocument(assessments: readonly Assessment[], language: ExplanationLanguage): ReadableDocument {
  const [messages, words] = [messagesOf(language), WORDS[language]];
  const domains = [...new Set(assessments.flatMap((assessment) => Object.keys(assessment.domains)))];
  const shown = assessments.slice(0, MOST_ROWS);
  return {
    language,
    title: words.assessments(assessments.length),
    blocks: [
      {
        kind: "table",
        caption: words.assessmentsCaption,
        columns: [
          { name: words.declaration, kind: "head" },
          { name: words.channel, kind: "text" },
          ...domains.map((domain) => ({ name: domain, kind: "number" as const })),
        ],
        rows: shown.map((assessment) => [
          assessment.id,
          channelName(assessment.channel, messages),
          ...domains.map((domain) => {
            const assessed = assessment.domains[domain];
            return assessed === undefined ? "–" : minus(pointsText(assessed.micropoints));
          }),
        ]),
      },
      ...(assessments.length > shown.length ? [{ kind: "paragraph" as const, text: words.further(assessments.length - shown.length) }] : []),
    ],
    sections: [],
  };
}
