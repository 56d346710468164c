const NAME = "[A-Za-z_][\\w.:-]*";
const TAG = new RegExp(`<(/?)(${NAME})((?:\\s+${NAME}="[^"<]*")*)\\s*(/?)>`, "y");
const ENTITY = /&(?!(?:amp|lt|gt|quot|#39|#\d+|#x[\dA-Fa-f]+);)/;
// characters that XML 1.0 does not allow
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** What keeps a text from being one well-formed XML element; `undefined` where nothing does. No comments, CDATA or processing instructions. */
export function whyNotWellFormed(text: string): string | undefined {
  const illegal = ILLEGAL.exec(text);
  if (illegal !== null) return `an illegal character at ${illegal.index}`;
  const open: string[] = [];
  let at = 0;
  let roots = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const between = text.slice(at, next < 0 ? undefined : next);
    if (ENTITY.test(between)) return `a bare & after ${at}`;
    if (open.length === 0 && between.trim() !== "") return `text outside of the root at ${at}`;
    if (next < 0) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(text);
    if (tag === null) return `no tag at ${next}: ${text.slice(next, next + 40)}`;
    const [whole, end, name = "", attributes = "", empty] = tag;
    if (ENTITY.test(attributes)) return `a bare & in ${whole}`;
    const names = [...attributes.matchAll(/([\w.:-]+)="/g)].map(([, key]) => key);
    if (new Set(names).size < names.length) return `a repeated attribute in ${whole}`;
    if (end === "/") {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last}>`;
    } else {
      if (open.length === 0) roots += 1;
      if (empty === "") open.push(name);
    }
    at = next + whole.length;
  }
  if (open.length > 0) return `<${open.join("><")}> not closed`;
  return roots === 1 ? undefined : `${roots} roots`;
}

/** The elements of a name, as written. They must not stand inside each other. */
export function elementsOf(html: string, name: string): readonly string[] {
  return html.match(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, "g")) ?? [];
}

/** The text of a piece of HTML as a reader sees it. */
export function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
