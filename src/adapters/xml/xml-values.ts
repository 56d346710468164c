import { type Sourced, sourced } from "./sourced.js";
import { attributeOf, childOf, textOf, type XmlNode } from "./xml-node.js";

/** A plain decimal: digits, at most one point with digits on both sides. No sign but minus, no exponent, no grouping. */
const DECIMAL = /^-?\d{1,20}(?:\.\d{1,20})?$/;

/** The text at the end of a path of names. */
export function textAt(node: XmlNode | undefined, ...names: readonly string[]): Sourced | undefined {
  const found = childOf(node, ...names);
  return sourced(found, textOf(found));
}

/** A text as a number; what is no plain decimal stays text, so that the model says what it expected. */
export function toNumber(text: string | undefined): number | string | undefined {
  return text !== undefined && DECIMAL.test(text) ? Number(text) : text;
}

/** The number at the end of a path of names. */
export function numberAt(node: XmlNode | undefined, ...names: readonly string[]): Sourced | undefined {
  const found = childOf(node, ...names);
  return sourced(found, toNumber(textOf(found)));
}

/** A code with its scheme at the end of a path of names. */
export function codeAt(scheme: string, node: XmlNode | undefined, ...names: readonly string[]): Sourced | undefined {
  const found = childOf(node, ...names);
  const code = textOf(found);
  return code === undefined ? undefined : sourced(found, { scheme, code });
}

/** An amount with the currency in its attribute `currencyID` at the end of a path of names. */
export function moneyAt(node: XmlNode | undefined, ...names: readonly string[]): Sourced | undefined {
  const found = childOf(node, ...names);
  const amount = toNumber(textOf(found));
  return found === undefined || amount === undefined ? undefined : sourced(found, { amount, currency: attributeOf(found, "currencyID") });
}

/**
 * A moment written `CCYYMMDDhhmm`, with or without seconds and offset (`Z`, `+01`, `+0100`, `+01:00`), as RFC 3339; without an offset of its
 * own it is in the offset given. What is written otherwise stays as it is, so that the model says what it expected.
 */
function toInstant(text: string, utcOffset: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-]\d\d):?(\d\d)?)?$/.exec(text);
  if (match === null) return text;
  const [, year, month, day, hour, minute, second = "00", zulu, hours, minutes = "00"] = match;
  const offset = zulu ?? (hours === undefined ? utcOffset : `${hours}:${minutes}`);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}

/** The moment at the end of a path of names, see {@link toInstant}. */
export function instantAt(utcOffset: string, node: XmlNode | undefined, ...names: readonly string[]): Sourced | undefined {
  const found = childOf(node, ...names);
  const text = textOf(found);
  return text === undefined ? undefined : sourced(found, toInstant(text, utcOffset));
}

/** Texts of several elements as one, in their order, each once; the first element stands for all. */
export function joined(nodes: readonly (XmlNode | undefined)[], separator = ", "): Sourced | undefined {
  const texts = nodes.map(textOf).filter((text) => text !== undefined);
  return texts.length === 0
    ? undefined
    : sourced(
        nodes.find((node) => textOf(node) !== undefined),
        [...new Set(texts)].join(separator),
      );
}

/** The sum of numbers that are stated; the first that is no plain decimal, or negative, stays as it is, so that the model says what it expected. */
export function sumOf(nodes: readonly (XmlNode | undefined)[]): Sourced | undefined {
  const stated = nodes.filter((node) => textOf(node) !== undefined);
  const numbers = stated.map((node) => toNumber(textOf(node)));
  const bad = numbers.findIndex((number) => typeof number !== "number" || number < 0);
  if (bad !== -1) return sourced(stated[bad], numbers[bad]);
  return stated.length === 0
    ? undefined
    : sourced(
        stated[0],
        numbers.reduce<number>((total, number) => total + Number(number), 0),
      );
}

/** A reference as an id: what an id cannot hold, such as a space, is percent-encoded, and so is `%`, so that nothing collides. */
function toId(reference: string): string {
  return reference.replace(/[^!-~]|%/gu, encodeURIComponent);
}

/** The reference at the end of a path of names as an id, see {@link toId}. */
export function idAt(node: XmlNode | undefined, ...names: readonly string[]): Sourced | undefined {
  const found = textAt(node, ...names);
  return found === undefined ? undefined : { ...found, value: toId(String(found.value)) };
}

/** The countries between the first and the last of a route, where all are codes of two letters. */
export function between(route: readonly (XmlNode | undefined)[]): readonly Sourced[] | undefined {
  const countries = route.flatMap((node) => sourced(node, textOf(node)) ?? []);
  const inner = countries.slice(1, -1);
  return inner.length > 0 && countries.every(({ value }) => /^[A-Z]{2}$/.test(String(value))) ? inner : undefined;
}

/** A UN/LOCODE by its form: two capital letters, three capital letters or digits. */
export function isLocation(text: unknown): boolean {
  return typeof text === "string" && /^[A-Z]{2}[A-Z0-9]{3}$/.test(text);
}

/** The number of a container or other equipment; spaces in it are a way of writing. */
export function equipmentId(node: XmlNode | undefined): Sourced | undefined {
  return sourced(node, textOf(node)?.replace(/[\t\n\r ]/g, ""));
}
