import { describe, expect, it } from "vitest";
import { extractSnippets } from "./extract-snippets.js";

describe("extractSnippets", () => {
  it("gives language, flags, code and line of every fenced block", () => {
    const text = ["# Title", "", "```ts no-run", "const x = 1;", "", "x;", "```", "text", "```sh run", "true", "```", "```", "plain", "```"].join("\n");
    expect(extractSnippets(text)).toEqual([
      { language: "ts", flags: ["no-run"], code: "const x = 1;\n\nx;\n", line: 3 },
      { language: "sh", flags: ["run"], code: "true\n", line: 9 },
      { language: "", flags: [], code: "plain\n", line: 12 },
    ]);
  });

  it("does not end a block at a shorter or other fence, nor at a fence with words", () => {
    expect(extractSnippets("````md\n```ts\nx\n```\n~~~~\n````").map((snippet) => snippet.code)).toEqual(["```ts\nx\n```\n~~~~\n"]);
  });

  it("reads Windows line ends and removes the fence's own indent", () => {
    expect(extractSnippets("- item\r\n\r\n  ```ts\r\n  if (x) {\r\n    y();\r\n  }\r\n  ```\r\n")[0]?.code).toBe("if (x) {\n  y();\n}\n");
  });

  it("finds nothing in a text without fences, and inline code is none", () => {
    expect(extractSnippets("some `ts` and ``` in a line\n\n    indented\n")).toEqual([]);
  });

  it("refuses a block that is not closed", () => {
    expect(() => extractSnippets("a\n```ts\nx\n")).toThrow("line 2");
  });
});
