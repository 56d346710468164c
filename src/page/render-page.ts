import { type Child, element, scriptElement, toText } from "./markup.js";
import { STYLE } from "./style.js";

/** What stands in the head of a page. */
export interface PageHead {
  /** The language of the page's own words (BCP 47). */
  readonly language: string;
  readonly title: string;
  /** More rules for the look of the page; without quotes and angle brackets, which would be escaped. */
  readonly style?: string;
  /** The one script that runs, after the body, with its SHA-256 in base64. */
  readonly script?: { readonly code: string; readonly sha256: string };
}

// Nothing is loaded from anywhere, and nothing runs but the page's own script, whatever a profile, a declaration or a file says.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** One HTML file that needs nothing else, follows the light or dark setting of the screen, and can be printed. */
export function renderPage({ language, title, style = "", script }: PageHead, ...body: readonly Child[]): string {
  const policy = script === undefined ? POLICY : `${POLICY}; script-src 'sha256-${script.sha256}'`;
  const page = element(
    "html",
    { lang: language },
    element(
      "head",
      {},
      element("meta", { charset: "utf-8" }),
      element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
      element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      element("title", {}, title),
      element("style", {}, `${STYLE}${style}`),
    ),
    element("body", {}, ...body, script === undefined ? undefined : scriptElement({}, script.code)),
  );
  return `<!DOCTYPE html>\n${toText(page)}\n`;
}
