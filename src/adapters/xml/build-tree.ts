import type sax from "sax";
import { expectation } from "../../core/expectation.js";
import { createIssue } from "../../core/issue.js";
import type { RowResult } from "../row-result.js";
import type { XmlAttribute, XmlElement, XmlMessage } from "./xml-element.js";
import type { XmlFormat } from "./xml-format.js";
import { XML_LIMITS } from "./xml-limits.js";
import type { XmlProblem } from "./xml-problem.js";

/** Makes trees of messages from the events of a parser. */
export interface TreeBuilder {
  /** A start tag begins. */
  readonly start: () => void;
  readonly attribute: (attribute: sax.QualifiedAttribute) => void;
  readonly open: (tag: sax.QualifiedTag) => void;
  readonly text: (text: string) => void;
  readonly close: () => void;
  /** Remembers text that the parser is about to see. */
  readonly keep: (piece: string) => void;
  /** Holds what is under way against the limits. */
  readonly check: () => void;
  /** The text of the message under way, else the last that was seen. */
  readonly raw: () => string;
  readonly hasRoot: () => boolean;
}

/** The place that a parser has come to. */
interface Place {
  readonly position: number;
  readonly startTagPosition: number;
  readonly line: number;
  readonly column: number;
}

/** An element of a message, under way. */
interface Draft {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: XmlElement[];
  readonly line: number;
  readonly bindings: number;
  text: string;
}

/** An element around messages. */
interface Frame {
  readonly name: string;
  readonly line: number;
  readonly raw: string;
  readonly isIdle: boolean;
  readonly bindings: number;
  messages: number;
  /** Elements inside that hold no message. */
  readonly empty: Frame[];
}

/** The most elements without a message that are remembered of one element. */
const MAX_EMPTY = 1_000;

const WHITE = /^[\t\n\r ]*$/;

/** A builder of trees; what is beyond the limits goes to `stop`, which does not return. */
export function createTreeBuilder(
  format: XmlFormat,
  place: Place,
  stop: (problem: XmlProblem) => never,
  emit: (result: RowResult<XmlMessage>) => void,
): TreeBuilder {
  const frames: Frame[] = [];
  const drafts: Draft[] = [];
  let kept = "";
  let keptFrom = 0;
  let messageFrom: number | undefined;
  let elements = 0;
  let bindings = 0;
  let hasRoot = false;
  let tag: { readonly from: number; readonly line: number; readonly attributes: XmlAttribute[]; readonly names: Set<string>; bindings: number } | undefined;

  const tooMuch = (limit: number, what: string): never =>
    stop({ expected: `at most ${limit} ${what}`, received: "more", remedy: "split the message; a real one is far smaller" });
  const textFrom = (from: number): string => kept.slice(Math.max(0, from - keptFrom), place.position - keptFrom);

  return {
    start: () => {
      // the character after the name is read already; where it ends a line, the tag began on the line before
      const line = place.line + (place.column === 0 ? 0 : 1);
      tag = { from: place.startTagPosition - 1, line, attributes: [], names: new Set(), bindings: 0 };
    },
    attribute: ({ name, prefix, local, uri, value }) => {
      if (tag === undefined) return;
      checkName(name, uri, stop);
      const isBinding = prefix === "xmlns";
      const namespace = isBinding ? "xmlns" : uri;
      const key = `${namespace} ${local}`;
      if (tag.names.has(key)) stop({ expected: "each attribute once", received: name, remedy: "remove one of the two" });
      tag.names.add(key);
      if (tag.names.size > XML_LIMITS.attributes) tooMuch(XML_LIMITS.attributes, "attributes of one element");
      if (isBinding) tag.bindings += 1;
      else tag.attributes.push(Object.freeze({ name: local, namespace, value }));
    },
    open: ({ name, local, uri }) => {
      const { from, line, attributes, bindings: added } = tag ?? { from: 0, line: 0, attributes: [], bindings: 0 };
      tag = undefined;
      checkName(name, uri, stop);
      if (hasRoot && frames.length + drafts.length === 0) stop({ expected: "one document", received: "a second root element", remedy: "one document a file" });
      hasRoot = true;
      bindings += added;
      elements += 1;
      if (frames.length + drafts.length >= XML_LIMITS.depth) tooMuch(XML_LIMITS.depth, "levels of nesting");
      if (elements > XML_LIMITS.elements) tooMuch(XML_LIMITS.elements, "elements of one message");
      if (bindings > XML_LIMITS.namespaces) tooMuch(XML_LIMITS.namespaces, "declarations of namespaces in scope");
      const parent = drafts.at(-1);
      const isMessage = parent === undefined && format.isMessage({ name: local, namespace: uri });
      if (isMessage) {
        messageFrom = from;
        elements = 1;
      }
      if (parent !== undefined && WHITE.test(parent.text)) parent.text = "";
      if (parent !== undefined || isMessage) {
        drafts.push({ name: local, namespace: uri, attributes: Object.freeze(attributes), children: [], line, bindings: added, text: "" });
      } else {
        const isIdle = format.isIdle?.({ name: local, namespace: uri }) ?? false;
        frames.push({ name: local, line, raw: textFrom(from), isIdle, bindings: added, messages: 0, empty: [] });
      }
    },
    text: (text) => {
      const draft = drafts.at(-1);
      if (draft === undefined || (draft.children.length > 0 && WHITE.test(text))) return;
      draft.text += text;
      if (draft.text.length > XML_LIMITS.textLength) tooMuch(XML_LIMITS.textLength, "characters of one element");
    },
    close: () => {
      const draft = drafts.pop();
      if (draft !== undefined) {
        bindings -= draft.bindings;
        const { name, namespace, attributes, children, text, line } = draft;
        const element: XmlElement = Object.freeze({ name, namespace, attributes, children: Object.freeze(children), text, line });
        const parent = drafts.at(-1);
        if (parent !== undefined) parent.children.push(element);
        else {
          for (const frame of frames) frame.messages += 1;
          emit({ ok: true, line, value: { element, raw: textFrom(messageFrom ?? 0) } });
          messageFrom = undefined;
          elements = 0;
        }
        return;
      }
      const frame = frames.pop();
      if (frame === undefined) return;
      bindings -= frame.bindings;
      const parent = frames.at(-1);
      if (frame.messages > 0) for (const empty of frame.empty) emit(withoutMessage(empty, format));
      else if (parent === undefined) emit(withoutMessage(frame, format));
      else if (!frame.isIdle) {
        parent.empty.push(frame);
        if (parent.empty.length > MAX_EMPTY) tooMuch(MAX_EMPTY, "elements without a message beside messages");
      }
    },
    keep: (piece) => {
      // outside messages the last piece is enough: a start tag is short
      if (messageFrom === undefined && tag === undefined) {
        const from = Math.max(keptFrom, place.position - XML_LIMITS.tagLength);
        kept = kept.slice(from - keptFrom);
        keptFrom = from;
      }
      kept += piece;
    },
    check: () => {
      if (tag !== undefined && place.position - tag.from > XML_LIMITS.tagLength) tooMuch(XML_LIMITS.tagLength, "characters of one start tag");
      if (messageFrom !== undefined && place.position - messageFrom > XML_LIMITS.messageLength) tooMuch(XML_LIMITS.messageLength, "characters of one message");
    },
    raw: () => textFrom(messageFrom ?? 0),
    hasRoot: () => hasRoot,
  };
}

/** A name of at most one prefix, which is bound to a namespace: the parser would also take what every object inherits. */
function checkName(name: string, uri: unknown, stop: (problem: XmlProblem) => never): void {
  if (typeof uri !== "string" || name.split(":").length > 2)
    stop({ expected: "a name with a declared namespace", received: name, remedy: "declare the prefix" });
}

/** An element that should hold a message and does not. */
function withoutMessage({ name, line, raw }: Frame, { expected }: XmlFormat): RowResult<XmlMessage> {
  const issue = createIssue("value.invalid", { ...expectation([], expected, name, "check what the file holds"), source: `/${name} (line ${line})` });
  return { ok: false, line, raw, issues: [issue] };
}
