import { element } from "../../page/markup.js";
import { renderPage } from "../../page/render-page.js";
import type { Explanation } from "../explanation.js";
import { messagesOf } from "../messages/catalogues.js";
import { channelName } from "../wording.js";
import { explanationArticle } from "./explanation-article.js";

/**
 * An explanation as one HTML file that needs nothing else: how the points add up as a picture, every reason with its evidence
 * and its condition part by part, for screen, print and screen readers. Nothing runs, and every text is escaped.
 */
export function renderHtml(explanation: Explanation): string {
  const messages = messagesOf(explanation.language);
  const title = messages.heading(explanation.id, explanation.asOf, channelName(explanation.channel, messages));
  return renderPage({ language: explanation.language, title }, element("main", {}, explanationArticle(explanation, "h1")));
}
