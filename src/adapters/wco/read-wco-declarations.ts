import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { failure, type Result } from "../../core/result.js";
import type { Declaration } from "../../model/declaration.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import type { MessageOptions } from "../xml/message-options.js";
import { readXmlRecords } from "../xml/read-xml-records.js";
import { childOf, placeOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { wcoDeclaration } from "./wco-declaration.js";
import { wcoFormat } from "./wco-format.js";

/**
 * Declarations of the WCO Data Model in XML, pulled one by one, with extensions as {@link wcoExtension} declares them. What is no whole
 * declaration, an answer of customs, an amendment that states changes only, comes back as it was, with the reasons.
 */
export function readWcoDeclarations(chunks: Chunks, options: MessageOptions = {}): AsyncGenerator<RowResult<Declaration>> {
  return readXmlRecords(chunks, wcoFormat, (message) => [readMessage(message, options)]);
}

function readMessage(message: XmlNode, options: MessageOptions): Result<Declaration> {
  const refusal = refusalOf(message);
  return refusal === undefined ? wcoDeclaration(message, options) : failure(refusal);
}

/** Message functions of whole declarations (UN/EDIFACT data element 1225): 5 replaces an earlier one, 9 is the original. */
const WHOLE: ReadonlySet<string> = new Set(["5", "9"]);

function refusalOf(message: XmlNode): Issue | undefined {
  const source = placeOf(message);
  if (message.element.name === "Response") {
    return createIssue("value.invalid", {
      ...expectation([], "a declaration", "an answer of customs, Response", "read it elsewhere: it declares nothing"),
      source,
    });
  }
  const code = textOf(childOf(message, "FunctionCode"));
  if (code === undefined || WHOLE.has(code)) return undefined;
  const what = code === "13" ? "13, an amendment that states changes only" : code;
  return createIssue("value.invalid", {
    ...expectation([], "a whole declaration, message function 9 or 5", what, "lodge the declaration as it is after the change"),
    source,
  });
}
