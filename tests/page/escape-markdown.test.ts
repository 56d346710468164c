import { describe, expect, it } from "vitest";
import { escapeMarkdown } from "../../src/page/escape-markdown.js";

describe("escapeMarkdown", () => {
  it("escapes what Markdown, GitHub's tables and formulas read as markup", () => {
    expect(escapeMarkdown("`a` *b* _c_ [d](e) <f> #1 | ~~g~~ &amp; $h$ {i} \\")).toBe(
      "\\`a\\` \\*b\\* \\_c\\_ \\[d\\](e) \\<f\\> \\#1 \\| \\~\\~g\\~\\~ \\&amp; \\$h\\$ \\{i\\} \\\\",
    );
  });

  it("keeps a text on its line, whatever it holds", () => {
    expect(escapeMarkdown("a\n# b\r\n| c |")).toBe("a\\\\u000a\\# b\\\\u000d\\\\u000a\\| c \\|");
    expect(escapeMarkdown("gpj.\u202Eexe\u0000")).toBe("gpj.\\\\u202eexe\\\\u0000");
  });

  it("lets no text begin a list, a line or a heading", () => {
    expect(["- a", "+ a", " - a", "= a", "1. a", "12) a", "12 a", "a - b"].map(escapeMarkdown)).toEqual([
      "\\- a",
      "\\+ a",
      " \\- a",
      "\\= a",
      "1\\. a",
      "12\\) a",
      "12 a",
      "a - b",
    ]);
  });

  it("makes no links of addresses", () => {
    expect(escapeMarkdown("see https://evil.example and WWW.evil.example")).toBe("see https\\://evil.example and WWW\\.evil.example");
  });

  it("leaves plain sentences as they are", () => {
    expect(escapeMarkdown("Công ty TNHH (Hà Nội), 12.5 kg: cheap!")).toBe("Công ty TNHH (Hà Nội), 12.5 kg: cheap!");
  });
});
