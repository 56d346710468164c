import sax from "sax";
import type { RowResult } from "../row-result.js";
import { createTreeBuilder } from "./build-tree.js";
import type { XmlMessage } from "./xml-element.js";
import type { XmlFormat } from "./xml-format.js";
import { type XmlProblem, xmlIssue } from "./xml-problem.js";

/** A parser of one XML text; its messages go to the callback it was made with. */
export interface XmlParser {
  /** Takes more of the text; `false` once the text is refused. */
  readonly write: (text: string) => boolean;
  readonly end: () => void;
  /** Refuses what follows. */
  readonly refuse: (problem: XmlProblem) => void;
}

/** The pieces that the text is parsed in, however it arrives, so that what is refused does not depend on how it was cut. */
const PIECE = 4_096;

/** What XML 1.0 allows as a character. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** What an XML declaration of XML 1.0 says; the encoding is the decoder's to judge. */
const XML_DECLARATION =
  /^version[\t\n ]*=[\t\n ]*(["'])1\.0\1(?:[\t\n ]+encoding[\t\n ]*=[\t\n ]*(["'])[A-Za-z][\w.-]*\2)?(?:[\t\n ]+standalone[\t\n ]*=[\t\n ]*(["'])(?:yes|no)\3)?[\t\n ]*$/;

const STOP = new Error("the XML text is refused");

/** The parts of the parser that its types leave out. */
interface Internals {
  /** The name of the entity that is being resolved. */
  readonly entity: string;
}

/**
 * Parses XML with namespaces, strictly: no document type, no entities but the five of XML, nothing beyond the limits. What is
 * not well-formed ends the text with one issue that names line and column; the messages before it stand. What the parser below
 * lets pass are `]]>` in text, `<` in the value of an attribute, and white space after the `<` or `</` of a tag.
 */
export function createXmlParser(format: XmlFormat, emit: (result: RowResult<XmlMessage>) => void): XmlParser {
  const parser = sax.parser(true, { xmlns: true, position: true });
  parser.ENTITIES = entitiesOf(parser as unknown as Internals);
  let pending = "";
  let endsInReturn = false;
  let problem: XmlProblem | undefined;
  let done = false;
  const stop = (found: XmlProblem): never => {
    problem = found;
    throw STOP;
  };
  const tree = createTreeBuilder(format, parser, stop, emit);
  listen(parser, tree, stop);

  const refuse = (found: XmlProblem): void => {
    if (done) return;
    done = true;
    const line = parser.line + 1;
    const column = Math.max(1, parser.column + (found.isAhead === true ? 1 : 0));
    emit({ ok: false, line, raw: tree.raw(), issues: [xmlIssue(found, line, column)] });
  };
  const guarded = (work: () => void): boolean => {
    if (done) return false;
    try {
      work();
    } catch (error) {
      if (error !== STOP || problem === undefined) throw error;
      refuse(problem);
    }
    return !done;
  };
  const feed = (piece: string): void => {
    const illegal = ILLEGAL.exec(piece);
    const sound = illegal === null ? piece : piece.slice(0, illegal.index);
    tree.keep(sound);
    parser.write(sound);
    if (illegal !== null) stop({ expected: "characters that XML allows", received: illegal[0], remedy: "remove the character", isAhead: true });
    tree.check();
  };
  const flush = (): void => {
    const rest = pending;
    pending = "";
    if (rest !== "") feed(rest);
  };
  return {
    write: (text) =>
      guarded(() => {
        // a line ends in LF, as XML has it, also where its CR LF is cut in two
        const lines = (endsInReturn && text.startsWith("\n") ? text.slice(1) : text).replace(/\r\n?/g, "\n");
        if (text !== "") endsInReturn = text.endsWith("\r");
        pending += lines;
        let at = 0;
        for (let next = cutAt(pending, at); next !== undefined; next = cutAt(pending, at)) {
          feed(pending.slice(at, next));
          at = next;
        }
        pending = pending.slice(at);
      }),
    end: () => {
      guarded(() => {
        flush();
        if (!tree.hasRoot()) stop({ expected: format.expected, received: "a text without elements", remedy: "check the file" });
        parser.close();
      });
      done = true;
    },
    refuse: (found) => {
      guarded(flush);
      refuse(found);
    },
  };
}

/** Where the next piece ends; never between the halves of a character. */
function cutAt(text: string, from: number): number | undefined {
  const end = from + PIECE;
  if (text.length <= end) return undefined;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff ? end + 1 : end;
}

/**
 * The five entities of XML, by their exact names only: the parser also asks for a name in small letters, so that `&AMP;` would
 * pass, and an ordinary object would know `&constructor;`.
 */
function entitiesOf(parser: Internals): { [name: string]: string } {
  const entities: { [name: string]: string } = Object.create(null);
  for (const [name, text] of Object.entries({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" })) {
    Object.defineProperty(entities, name, { get: () => (parser.entity === name ? text : undefined) });
  }
  return entities;
}

/** Connects the parser to the tree; what XML has and messages have no use for is refused. */
function listen(parser: sax.SAXParser, tree: ReturnType<typeof createTreeBuilder>, stop: (problem: XmlProblem) => never): void {
  parser.onerror = (error) => {
    const [message = ""] = error.message.split("\n");
    stop({ expected: "well-formed XML", received: message, remedy: "mend the XML at the place named" });
  };
  parser.ondoctype = () => stop({ expected: "no document type", received: "a DOCTYPE", remedy: "remove it; entities are not read" });
  parser.onsgmldeclaration = (text) => stop({ expected: "no declaration", received: `<!${text}`, remedy: "remove it" });
  parser.onprocessinginstruction = ({ name, body }) => {
    if (name.toLowerCase() !== "xml") return;
    const isFirst = parser.startTagPosition === 1;
    if (!isFirst)
      stop({
        expected: "an XML declaration at the very start only",
        received: "one that comes later",
        remedy: "one document a file; remove what stands before it",
      });
    if (name !== "xml" || !XML_DECLARATION.test(body)) {
      stop({ expected: "XML 1.0", received: `<?${name} ${body}?>`, remedy: 'write <?xml version="1.0" encoding="UTF-8"?>' });
    }
  };
  parser.onopentagstart = () => tree.start();
  parser.onattribute = (attribute) => tree.attribute(attribute as sax.QualifiedAttribute);
  parser.onopentag = (tag) => tree.open(tag as sax.QualifiedTag);
  parser.ontext = (text) => tree.text(text);
  parser.oncdata = (text) => tree.text(text);
  parser.onclosetag = () => tree.close();
}
