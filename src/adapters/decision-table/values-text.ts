import type { Values } from "../../conditions/condition.js";

/**
 * Several values in one cell: `CN|VN`, or a list of the profile: `@listId`. White space around a value does not count.
 * A backslash takes the next character literally (`\|`, `\\`, `\@`, `\ `); `\n`, `\r` and `\t` are line feed, carriage
 * return and tab.
 */

const NAMED: ReadonlyMap<string, string> = new Map([
  ["\n", "n"],
  ["\r", "r"],
  ["\t", "t"],
]);
const BY_NAME: ReadonlyMap<string, string> = new Map([...NAMED].map(([char, name]) => [name, char]));

/** Values as the text of a cell. */
export function valuesToText(values: Values): string {
  return "list" in values ? `@${values.list}` : values.map(escapeValue).join("|");
}

function escapeValue(value: string): string {
  const last = value.length - 1;
  return value
    .split("")
    .map((char, index) => {
      const name = NAMED.get(char);
      if (name !== undefined) return `\\${name}`;
      const edge = (index === 0 || index === last) && /\s/.test(char);
      return char === "\\" || char === "|" || edge || (index === 0 && char === "@") ? `\\${char}` : char;
    })
    .join("");
}

/** What a text of values says, or what is wrong with it and how to mend it. */
export type ValuesReading = { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly expected: string; readonly remedy: string };

interface Part {
  readonly text: string;
  /** Starts with an `@` that no backslash precedes. */
  readonly marked: boolean;
}

/** The values in the text of a cell. */
export function textToValues(text: string): ValuesReading {
  const parts = splitParts(text);
  if (typeof parts === "string") return { ok: false, expected: `a character after the backslash, not ${parts}`, remedy: "write a literal backslash as `\\\\`" };
  if (parts.some((part) => part.text === "")) {
    return {
      ok: false,
      expected: "values that are not empty, separated by `|`",
      remedy: "remove the `|` that has no value on one of its sides, or write a literal one as `\\|`",
    };
  }
  const [first] = parts;
  if (first?.marked === true && parts.length === 1) return { ok: true, values: { list: first.text.slice(1) } };
  if (parts.some((part) => part.marked)) {
    return {
      ok: false,
      expected: "either one list or values",
      remedy: "give a list of the profile a cell of its own, or write a literal leading `@` as `\\@`",
    };
  }
  return { ok: true, values: parts.map((part) => part.text) };
}

/** The parts between the separators; where a backslash stands wrongly, what follows it. */
function splitParts(text: string): readonly Part[] | string {
  const parts: Part[] = [];
  let current = "";
  let kept = 0;
  let marked = false;
  const finish = (): void => {
    parts.push({ text: current.slice(0, kept), marked });
    current = "";
    kept = 0;
    marked = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === "|") {
      finish();
    } else if (char === "\\") {
      at += 1;
      const next = text.charAt(at);
      const named = BY_NAME.get(next);
      if (next === "") return "the end";
      if (named === undefined && /[\p{L}\p{N}]/u.test(next)) return `\`${next}\``;
      current += named ?? next;
      kept = current.length;
    } else if (!/\s/.test(char)) {
      if (current === "" && char === "@") marked = true;
      current += char;
      kept = current.length;
    } else if (current !== "") {
      current += char;
    }
  }
  finish();
  return parts;
}
