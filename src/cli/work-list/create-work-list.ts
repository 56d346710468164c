import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { Explanation, FullExplanation } from "../../explanation/explanation.js";
import { explanationArticle } from "../../explanation/html/explanation-article.js";
import { messagesOf } from "../../explanation/messages/catalogues.js";
import { channelName, pointsText } from "../../explanation/wording.js";
import { element, scriptElement, scriptJson, toText } from "../../page/markup.js";
import { renderPage } from "../../page/render-page.js";
import { listEntry } from "./list-entry.js";
import { SCRIPT } from "./script.js";
import { workListBody } from "./work-list-body.js";
import { WORK_LIST_STYLE } from "./work-list-style.js";

/** A list of explained assessments that grows, and can be written as a page. */
export interface WorkList {
  /** Adds an explanation; one for a declarant has no place in a list of work. */
  readonly add: (explanation: Explanation) => void;
  /** The page: one HTML file that needs nothing else. */
  readonly page: () => string;
}

/** So many explanations are compressed together, and unpacked when one of them is opened. */
const CHUNK = 50;

type Row = readonly [id: string, asOf: string, rank: number, domain: number, points: string, micropoints: number, margin: number, why: readonly number[]];

/** Starts a work list; `subtitle` says what is in it. */
export function createWorkList(subtitle: () => string): WorkList {
  const rows: Row[] = [];
  const [texts, domains] = [createInterner(), createInterner()];
  const chunks: string[] = [];
  let open: string[] = [];
  let first: FullExplanation | undefined;
  const pack = (): void => {
    chunks.push(deflateRawSync(JSON.stringify(open)).toString("base64"));
    open = [];
  };
  return {
    add: (explanation) => {
      if (explanation.audience === "declarant") throw new TypeError("a work list is for staff");
      const entry = listEntry(explanation);
      if (entry === undefined) return;
      first ??= explanation;
      const { id, asOf, rank, domain, margin, why } = entry;
      const points = pointsText(domain.micropoints).replace("-", "\u2212");
      rows.push([id, asOf, rank, domains.of(domain.title), points, domain.micropoints, margin, why.map(texts.of)]);
      open.push(toText(explanationArticle(explanation, "h2")));
      if (open.length === CHUNK) pack();
    },
    page: () => {
      if (open.length > 0) pack();
      const language = first?.language ?? "en";
      const channels = (first?.channels ?? []).map((channel) => channelName(channel, messagesOf(language)));
      const data = { channels, domains: domains.all, texts: texts.all, rows, chunk: CHUNK, chunks };
      return renderPage(
        { language, title: subtitle(), style: WORK_LIST_STYLE, script: { code: SCRIPT, sha256: createHash("sha256").update(SCRIPT).digest("base64") } },
        ...workListBody({ language, subtitle: subtitle(), channels, domains: domains.all }),
        element("div", { hidden: "" }, scriptElement({ id: "data", type: "application/json" }, scriptJson(data))),
      );
    },
  };
}

/** Texts that are written once and meant by their numbers. */
interface Interner {
  readonly all: readonly string[];
  readonly of: (text: string) => number;
}

function createInterner(): Interner {
  const numbers = new Map<string, number>();
  const all: string[] = [];
  return {
    all,
    of: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, all.length);
      return all.push(text) - 1;
    },
  };
}
