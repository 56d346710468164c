import type { XmlProblem } from "./xml-problem.js";

/** Text that was decoded, and what is wrong with the bytes after it. */
export interface DecodedXml {
  readonly text: string;
  readonly problem?: XmlProblem;
}

/** Bytes to text. After a problem it is of no further use. */
export interface XmlDecoder {
  readonly write: (bytes: Uint8Array) => DecodedXml;
  readonly end: () => DecodedXml;
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "iso-8859-1";

/** How many bytes are looked at before the encoding is settled; an XML declaration is shorter. */
const HEAD_BYTES = 1_024;

const REMEDY = "write UTF-8, UTF-16 with a byte order mark, or ISO-8859-1 with an XML declaration that says so";

/**
 * A decoder of XML: UTF-8 with or without a byte order mark, UTF-16 with one, ISO-8859-1 (read as Windows-1252, as the
 * WHATWG Encoding Standard has it) where the XML declaration says so. Where bytes and declaration disagree, the text is refused. What came as text is UTF-8
 * by now, whatever it declares.
 */
export function createXmlDecoder(wasText: () => boolean = () => false): XmlDecoder {
  let head: Uint8Array | undefined = new Uint8Array(0);
  let decode: ((bytes?: Uint8Array) => DecodedXml) | undefined;
  const settle = (bytes: Uint8Array): DecodedXml => {
    const found = wasText() ? "utf-8" : detect(bytes);
    if (typeof found !== "string") return { text: "", problem: found };
    decode = strictDecoder(found);
    head = undefined;
    return decode(bytes);
  };
  return {
    write: (bytes) => {
      if (decode !== undefined) return decode(bytes);
      head = join(head ?? bytes, bytes);
      return head.length < HEAD_BYTES ? { text: "" } : settle(head);
    },
    end: () => {
      if (decode !== undefined) return decode();
      const start = settle(head ?? new Uint8Array(0));
      if (start.problem !== undefined || decode === undefined) return start;
      const rest = (decode as (bytes?: Uint8Array) => DecodedXml)();
      return { ...rest, text: start.text + rest.text };
    },
  };
}

/** The encoding that the first bytes show and declare. */
function detect(bytes: Uint8Array): Encoding | XmlProblem {
  const starts = (...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return refuse("UTF-32");
  if (starts(0xef, 0xbb, 0xbf)) return agree(bytes, "utf-8", ["utf-8"]);
  if (starts(0xff, 0xfe)) return agree(bytes, "utf-16le", ["utf-16", "utf-16le"]);
  if (starts(0xfe, 0xff)) return agree(bytes, "utf-16be", ["utf-16", "utf-16be"]);
  if (bytes.subarray(0, 4).includes(0)) return refuse("UTF-16 or UTF-32 without a byte order mark");
  return declaredEncoding(bytes, "iso-8859-1") === "iso-8859-1" ? "iso-8859-1" : agree(bytes, "utf-8", ["utf-8"]);
}

function agree(bytes: Uint8Array, encoding: Encoding, names: readonly string[]): Encoding | XmlProblem {
  const declared = declaredEncoding(bytes, encoding);
  return declared === undefined || names.includes(declared) ? encoding : refuse(declared, `a declared encoding that the bytes show too, ${names.join(" or ")}`);
}

function refuse(received: string, expected = "an encoding that is read"): XmlProblem {
  return { expected, received, remedy: REMEDY, isAhead: true };
}

/** The encoding that the XML declaration states, in small letters. */
function declaredEncoding(bytes: Uint8Array, encoding: Encoding): string | undefined {
  const start = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD_BYTES));
  return /^<\?xml[\t\n\r ][^>]*?[\t\n\r ]encoding[\t\n\r ]*=[\t\n\r ]*["']([^"'>]*)["']/.exec(start)?.[1]?.toLowerCase();
}

/** Decodes piece by piece; the text before the first bytes that do not fit is given all the same. Without bytes, the end. */
function strictDecoder(encoding: Encoding): (bytes?: Uint8Array) => DecodedXml {
  const strict = new TextDecoder(encoding, { fatal: true });
  const lenient = new TextDecoder(encoding);
  return (bytes) => {
    const options = { stream: bytes !== undefined };
    const text = lenient.decode(bytes, options);
    try {
      return { text: strict.decode(bytes, options) };
    } catch {
      const problem = { expected: `bytes of ${encoding.toUpperCase()}`, received: "other bytes", remedy: REMEDY, isAhead: true };
      return { text: text.slice(0, Math.max(0, text.indexOf("\ufffd"))), problem };
    }
  };
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
