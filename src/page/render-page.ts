import { type Child, element, toText } from "./markup.js";
import { STYLE } from "./style.js";

/** What stands in the head of a page. */
export interface PageHead {
  /** The language of the page's own words (BCP 47). */
  readonly language: string;
  readonly title: string;
}

// Nothing is loaded from anywhere and nothing runs, whatever a profile, a declaration or a file says.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** One HTML file that needs nothing else, follows the light or dark setting of the screen, and can be printed. */
export function renderPage({ language, title }: PageHead, ...body: readonly Child[]): string {
  const page = element(
    "html",
    { lang: language },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("title", {}, title),
      element("style", {}, STYLE),
    ),
    element("body", {}, ...body),
  );
  return `<!DOCTYPE html>\n${toText(page)}\n`;
}
