/** Plain JSON data. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * Canonical JSON (RFC 8785, JCS): keys sorted by UTF-16 code units, no white space, ECMAScript number form.
 * Keys whose value is `undefined` are left out. The value is plain, finite and of bounded depth.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    let text = "";
    for (const entry of value) text += text === "" ? canonicalJson(entry) : `,${canonicalJson(entry)}`;
    return `[${text}]`;
  }
  if (typeof value === "object" && value !== null) {
    const object = value as Readonly<Record<string, unknown>>;
    let text = "";
    // without a comparison of its own, `sort` goes by UTF-16 code units
    for (const key of Object.keys(object).sort()) {
      const member = object[key];
      if (member !== undefined) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(member)}`;
    }
    return `{${text}}`;
  }
  return JSON.stringify(value);
}

/** Orders texts by UTF-16 code units, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
