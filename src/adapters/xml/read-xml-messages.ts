import { type Chunks, toBytes } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import { createXmlDecoder, type DecodedXml } from "./decode-xml.js";
import { createXmlParser } from "./parse-xml.js";
import type { XmlMessage } from "./xml-element.js";
import type { XmlFormat } from "./xml-format.js";

/**
 * The messages of an XML text, pulled one by one. What is not well-formed XML, in another encoding than it says, hostile or beyond the
 * limits ends the text with one issue that names line and column; no more of the input is pulled after it.
 */
export async function* readXmlMessages(chunks: Chunks, format: XmlFormat): AsyncGenerator<RowResult<XmlMessage>> {
  let found: RowResult<XmlMessage>[] = [];
  let wasText = false;
  const decoder = createXmlDecoder(() => wasText);
  const parser = createXmlParser(format, (result) => found.push(result));
  const take = ({ text, problem }: DecodedXml): boolean => {
    const goesOn = parser.write(text);
    if (problem !== undefined) parser.refuse(problem);
    return goesOn && problem === undefined;
  };
  const watched = watch(chunks, (chunk) => {
    wasText ||= typeof chunk === "string";
  });
  for await (const bytes of toBytes(watched)) {
    const goesOn = take(decoder.write(bytes));
    yield* found;
    found = [];
    if (!goesOn) return;
  }
  if (take(decoder.end())) parser.end();
  yield* found;
}

async function* watch(chunks: Chunks, see: (chunk: Uint8Array | string) => void): AsyncGenerator<Uint8Array | string> {
  for await (const chunk of chunks) {
    see(chunk);
    yield chunk;
  }
}
