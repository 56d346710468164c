/** A line of words with lines below it. */
export interface TextTree {
  readonly text: string;
  readonly of: readonly TextTree[];
}

/** A column of a table: `head` names the row, `number` stands right. */
export interface DocumentColumn {
  readonly name: string;
  readonly kind: "head" | "text" | "number";
}

/** A piece of a readable document. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Names with what is said of each, in lines that can have lines below them. */
  | { readonly kind: "facts"; readonly entries: readonly { readonly name: string; readonly value: readonly TextTree[] }[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly string[])[];
      /** The number of each row as a bar beside it, to the right from zero if positive; of the same unit. Only pictures show it: a column must say it too. */
      readonly bars?: { readonly name: string; readonly values: readonly number[] };
    }
  /** A line of numbers with marks on it. What it shows is said in the description; Markdown has that alone. */
  | {
      readonly kind: "scale";
      readonly title: string;
      readonly description: string;
      readonly marks: readonly { readonly at: number; readonly text: string; readonly kind: "start" | "threshold" }[];
    };

/** A part of a readable document under a heading. */
export interface DocumentSection {
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly DocumentSection[];
}

/** Something to read, as plain data: rendered as Markdown or as one HTML page, whatever it says is text. */
export interface ReadableDocument {
  /** The language that it is in (BCP 47). */
  readonly language: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly DocumentSection[];
}
