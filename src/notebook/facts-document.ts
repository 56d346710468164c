import type { ExplanationLanguage } from "../explanation/explanation.js";
import { messagesOf } from "../explanation/messages/catalogues.js";
import type { Messages } from "../explanation/messages/messages.js";
import { type Fact, isMissing } from "../indicators/fact.js";
import type { Facts } from "../indicators/facts.js";
import type { Block, ReadableDocument } from "../page/document.js";
import { type NotebookWords, WORDS } from "./words.js";

const MOST_ITEMS = 10;

/** Facts as two tables: those of the whole declaration, and those of its items side by side, the first ten. */
export function factsDocument({ id, asOf, header, items }: Facts, language: ExplanationLanguage): ReadableDocument {
  const [messages, words] = [messagesOf(language), WORDS[language]];
  const shown = items.slice(0, MOST_ITEMS);
  const names = [...new Set(shown.flatMap(({ values }) => Object.keys(values)))];
  const tables = [
    tableOf([words.header], Object.keys(header), [header], words, messages),
    ...(shown.length === 0
      ? []
      : [
          tableOf(
            shown.map(({ item }) => words.item(item)),
            names,
            shown.map(({ values }) => values),
            words,
            messages,
          ),
        ]),
  ];
  return { language, title: words.facts(id, asOf), blocks: tables, sections: [] };
}

function tableOf(
  columns: readonly string[],
  names: readonly string[],
  sets: readonly Readonly<Record<string, Fact>>[],
  words: NotebookWords,
  messages: Messages,
): Block {
  return {
    kind: "table",
    caption: words.factsCaption,
    columns: [{ name: words.indicator, kind: "head" }, ...columns.map((name) => ({ name, kind: "text" as const }))],
    rows: names.map((name) => [name, ...sets.map((values) => text(values[name], messages))]),
  };
}

function text(fact: Fact | undefined, { missing, none }: Messages): string {
  if (fact === undefined) return `(${missing.absent})`;
  if (isMissing(fact)) return `(${missing[fact.missing]})`;
  if (typeof fact === "object") return fact.length === 0 ? none : fact.join(", ");
  return String(fact);
}
