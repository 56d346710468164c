/** Bounds on XML, so that hostile text costs no more than friendly text of the same length. */
export interface XmlLimits {
  /** The deepest nesting of elements. */
  readonly depth: number;
  /** The most elements of one message, or between two messages. */
  readonly elements: number;
  /** The most attributes of one element, declarations of namespaces included. */
  readonly attributes: number;
  /** The most declarations of namespaces in scope at once. */
  readonly namespaces: number;
  /** The most UTF-16 code units of a start tag. */
  readonly tagLength: number;
  /** The most UTF-16 code units of one element's text. */
  readonly textLength: number;
  /** The most UTF-16 code units of one message. */
  readonly messageLength: number;
}

/** The bounds that hold for every XML text that is read. */
export const XML_LIMITS: XmlLimits = {
  depth: 64,
  elements: 400_000,
  attributes: 64,
  namespaces: 64,
  tagLength: 16_384,
  textLength: 20_000,
  messageLength: 33_554_432,
};
