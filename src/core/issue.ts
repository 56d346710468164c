/** One step of a path into a document: a property name or an array index. */
export type PathStep = string | number;

/** Every kind of issue, with what it says beyond the common fields. */
export interface IssueDetails {
  /** A value has the wrong JSON type or is missing where it is required. */
  "value.type": object;
  /** A value has the right type but is not one of those allowed. */
  "value.invalid": object;
  /** A key that the document's schema does not know. */
  "value.unknownKey": { readonly key: string };
  /** A number is not finite, or outside the bounds stated. */
  "value.range": object;
  /** A text that does not have the form of the identifier it is read as. */
  "identifier.form": { readonly identifier: string };
  /** An identifier of the right form whose check digit is not the one that its other characters give. */
  "identifier.checkDigit": { readonly identifier: string };
  /** A code of the right form that the code list does not hold. */
  "identifier.notListed": { readonly identifier: string };
  /** A string holds a lone surrogate, so that two different texts would share one digest. */
  "value.illFormedText": object;
  /** A text, list, object or nesting exceeds a stated bound. */
  "value.tooLarge": { readonly limit: number };
  /** A value that is not plain JSON data: a function, an accessor, a class instance, a cycle. */
  "value.notPlain": object;
  /** Two members of a list share what must be unique. */
  "value.duplicate": { readonly key: string };
  /** A text is not JSON. */
  "json.syntax": object;
  /** A JSON object states one key twice. */
  "json.duplicateKey": { readonly key: string };
  /** A calendar date or instant that does not exist or is ambiguous. */
  "time.invalid": object;
  /** A period that ends at or before its start, or a moment that stands after a later one. */
  "time.inverted": object;
  /** An indicator that the catalogue does not know. */
  "indicator.unknown": { readonly indicator: string };
  /** An indicator used where its type or level does not fit. */
  "indicator.misused": { readonly indicator: string };
  /** An indicator's own code failed; the fact counts as `failed`. */
  "indicator.failed": { readonly indicator: string; readonly item?: number };
  /** A supplied fact was not yet known at `asOf`. */
  "fact.notYetKnown": { readonly indicator: string };
  /** A fact's value does not have the type its indicator declares; it counts as `failed`. */
  "fact.type": { readonly indicator: string; readonly item?: number };
  /** A list that the profile does not define. */
  "list.unknown": { readonly list: string };
  /** A derived indicator that depends on itself. */
  "derived.cycle": { readonly indicator: string };
  /** Conditions of one conjunction that can never hold together. */
  "condition.contradiction": object;
  /** A threshold that no declaration can reach. */
  "threshold.unreachable": object;
  /** A threshold that every declaration reaches. */
  "threshold.alwaysReached": object;
  /** Thresholds that do not rise with the channels. */
  "threshold.order": object;
  /** A rule whose contribution can fall when an item is added. */
  "rule.loweredByItem": { readonly rule: string };
  /** Rules of one group that do not share level and sign. */
  "rule.group": { readonly group: string };
  /** Contributions that could leave the range of exact integers. */
  "profile.overflow": object;
  /** A random rate without a selection identity that every record has. */
  "selection.identity": object;
  /** A random rate, but no selection key was passed. */
  "selection.key": object;
  /** A document whose fingerprint is not the one expected. */
  "fingerprint.mismatch": object;
  /** The profile is not in force at `asOf`. */
  "profile.notInForce": object;
  /** Facts or texts in another currency than the profile's, without a rate. */
  "money.currency": object;
  /** A document that an importer cannot represent. */
  "import.unsupported": object;
  /** What a query's dialect cannot express. */
  "sql.unsupported": { readonly dialect: string };
  /** A part of a split declaration that never came; `declaration` is the first of the family. */
  "family.incomplete": { readonly declaration: string };
  /** A declaration that came before what it follows, such as an amendment before its original. */
  "family.order": { readonly declaration: string };
  /** Declarations of one family that contradict each other. */
  "family.conflict": { readonly declaration: string };
  /** A text that is not well-formed XML, or holds what is refused in it; line and column from 1. */
  "xml.invalid": { readonly line: number; readonly column: number };
  /** A row of a table that cannot be read. */
  "row.invalid": { readonly line: number };
  /** A decision-table cell or column that cannot be read or written. */
  "table.cell": { readonly row?: number; readonly column: string };
  /** A file that cannot be read or written. */
  "file.unreadable": object;
  /** Training data that has no unique, finite best model. */
  "fit.noMaximum": { readonly columns: readonly string[] };
  /** Training data that cannot be used as it is. */
  "fit.data": { readonly columns: readonly string[] };
  /** A fit that stopped before it had settled. */
  "fit.notConverged": object;
  /** An event or outcome that takes effect before the lateness window; it is not counted. */
  "history.late": object;
  /** A declaration whose family was closed and folded into the tallies for good. */
  "history.closed": { readonly declaration: string };
  /** A declaration that was observed in another family. */
  "history.conflict": { readonly declaration: string };
  /** An outcome whose declaration was not observed within the retention; it is dropped. */
  "history.orphan": { readonly declaration: string };
  /** A moment before the watermark, of which a history can no longer tell what was known. */
  "history.beforeWatermark": object;
  /** A snapshot that does not hold what its first line announces. */
  "history.incomplete": object;
  /** A step that the state of an exchange with a partner does not allow. */
  "exchange.state": { readonly exchange: string; readonly step: string; readonly state: string };
  /** A step of an exchange by somebody who may not take it. */
  "exchange.actor": { readonly exchange: string; readonly step: string };
  /** An entry of an audit log that does not hold: changed, missing, repeated or out of place; numbered from 0. */
  "audit.broken": { readonly entry: number };
}

/** The discriminant of {@link Issue}. */
export type IssueCode = keyof IssueDetails;

/** What every issue says: where, what was expected, what came, and how to mend it. */
export interface IssueBase<Code extends IssueCode> {
  readonly code: Code;
  /** `error` refuses the document; `warning` is reported beside an accepted one. */
  readonly severity: "error" | "warning";
  /** Property names and array indices from the root of the document. */
  readonly path: readonly PathStep[];
  /** One sentence: lower case, no full stop, offending values in backticks. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** How to mend it. */
  readonly remedy: string;
  /** Where the value stands in the outside format that it was read from, such as `/CC315A/GOOITEGDS[2]/GroMasGDS46 (line 31)`. */
  readonly source?: string;
}

/** Something wrong with a document, discriminated by `code`. */
export type Issue = { readonly [Code in IssueCode]: IssueBase<Code> & Readonly<IssueDetails[Code]> }[IssueCode];

/** The issue of one code. */
export type IssueOf<Code extends IssueCode> = Extract<Issue, { readonly code: Code }>;

/** The fields of an issue that {@link createIssue} does not fill in by itself. */
export type IssueInput<Code extends IssueCode> = Omit<IssueOf<Code>, "code" | "severity"> & {
  readonly severity?: "error" | "warning";
};

/** Makes a frozen issue; `severity` is `error` unless told. */
export function createIssue<Code extends IssueCode>(code: Code, input: IssueInput<Code>): IssueOf<Code> {
  return Object.freeze({ severity: "error", ...input, code }) as unknown as IssueOf<Code>;
}

/** The same issue, its path starting with `prefix`. */
export function prefixIssue(issue: Issue, ...prefix: readonly PathStep[]): Issue {
  return Object.freeze({ ...issue, path: [...prefix, ...issue.path] });
}

/** A path as people write it: `items[2].originCountry`; the root is `(root)`. */
export function formatPath(path: readonly PathStep[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${quote(step)}]`;
  }
  return text === "" ? "(root)" : text;
}

const QUOTE_LIMIT = 60;

/**
 * A value as it may be shown to a person: JSON, cut at 60 characters, with every control, bidirectional and
 * line-breaking character escaped, since the text may be an adversary's.
 */
export function quote(value: unknown): string {
  if (value === undefined) return "nothing";
  let text: string;
  if (typeof value === "string") text = JSON.stringify(value.length > QUOTE_LIMIT ? `${value.slice(0, QUOTE_LIMIT)}…` : value);
  else if (typeof value === "number" || typeof value === "boolean" || value === null) text = String(value);
  else if (typeof value === "bigint" || typeof value === "symbol") text = `a ${typeof value}`;
  else if (Array.isArray(value)) text = `an array of ${value.length}`;
  else text = typeof value === "function" ? "a function" : "an object";
  return escapeControls(text);
}

// controls, lone surrogates, default-ignorable characters (directions and tags among them), line and annotation separators
const UNSAFE = /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;

/** Replaces control, invisible and direction-changing characters and lone surrogates by their escapes. */
export function escapeControls(text: string): string {
  return text.replace(UNSAFE, (char) => Array.from({ length: char.length }, (_, unit) => `\\u${char.charCodeAt(unit).toString(16).padStart(4, "0")}`).join(""));
}

/** An issue as one line: `items[2].netMassKg: expected a number, received "0x10" (write it as a JSON number)`. */
export function formatIssue(issue: Issue): string {
  const line = "line" in issue ? `line ${issue.line}: ` : "";
  const source = issue.source === undefined ? "" : ` at ${escapeControls(issue.source)}`;
  return `${line}${formatPath(issue.path)}${source}: ${issue.message} (${issue.remedy})`;
}
