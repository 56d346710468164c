/** The name of an element: its local name and its namespace. */
export interface XmlName {
  readonly name: string;
  readonly namespace: string;
}

/** Which elements of an XML text are messages. Other elements may stand around messages, but none may stand without. */
export interface XmlFormat {
  readonly isMessage: (name: XmlName) => boolean;
  /** Elements around messages that carry none, and may, such as the header of a SOAP envelope. */
  readonly isIdle?: (name: XmlName) => boolean;
  /** What a message is, in words: `a CC315A or CC313A`. */
  readonly expected: string;
}
