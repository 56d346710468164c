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

function escape(value: string): string {
  return NEEDS_ESCAPE.test(value) ? value.replace(/[\\\u001f]/g, (char) => (char === SEPARATOR ? "\\s" : "\\\\")) : value;
}
