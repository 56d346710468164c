const SEPARATOR = "\u001f";
const NEEDS_ESCAPE = /[\\\u001f]/;

/** The values of a key as one compact text; different lists give different texts. */
export function keyText(values: readonly string[]): string {
  if (values.length === 1) return escape(values[0] ?? "");
  return values.map(escape).join(SEPARATOR);
}

/** The values that {@link keyText} made a text of; the list was not empty. */
export function keyValues(text: string): readonly string[] {
  return text.split(SEPARATOR).map((part) => part.replace(/\\(.)/g, (_, char: string) => (char === "s" ? SEPARATOR : "\\")));
}

/** Whether a dimension breaks its keys down, such as `address>party`: the last value is a member of what the others make. */
export function isBrokenDown(dimension: string): boolean {
  return dimension.includes(">");
}

/** The text of all values but the last. */
export function groupOf(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(SEPARATOR)));
}

/** The last value. */
export function memberOf(text: string): string {
  return keyValues(text.slice(text.lastIndexOf(SEPARATOR) + 1))[0] ?? "";
}

function escape(value: string): string {
  return NEEDS_ESCAPE.test(value) ? value.replace(/[\\\u001f]/g, (char) => (char === SEPARATOR ? "\\s" : "\\\\")) : value;
}
