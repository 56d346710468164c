/** An attribute of an element; declarations of namespaces are none. */
export interface XmlAttribute {
  /** The local name. */
  readonly name: string;
  /** The namespace; empty for none. */
  readonly namespace: string;
  readonly value: string;
}

/** An element of a message, frozen all the way down. */
export interface XmlElement {
  /** The local name. */
  readonly name: string;
  /** The namespace; empty for none. */
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Its own character data, CDATA sections included; white space between child elements is left out. */
  readonly text: string;
  /** The line, from 1, that its start tag begins on. */
  readonly line: number;
}

/** One message of an XML text: its tree, and the text as it came. */
export interface XmlMessage {
  readonly element: XmlElement;
  readonly raw: string;
}
