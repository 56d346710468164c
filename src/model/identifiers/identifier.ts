import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { failure, orThrow, type Result, success } from "../../core/result.js";

/** The kinds of identifiers that the package reads. */
export type IdentifierName =
  | "airWaybillNumber"
  | "casNumber"
  | "containerNumber"
  | "countryCode"
  | "currencyCode"
  | "hsCode"
  | "imoNumber"
  | "legalEntityIdentifier"
  | "postalItemNumber"
  | "unLocode"
  | "vietnameseTaxCode";

/** What is wrong with a text that is read as an identifier: its form, its check digit, or that the code list does not hold it. */
export type IdentifierFault = "form" | "checkDigit" | "notListed";

/** How one kind of identifier is read and written: data and pure functions. */
export interface IdentifierKind<T> {
  readonly identifier: IdentifierName;
  /** What a well-formed one is, in words that follow "expected". */
  readonly expected: string;
  /** Where form and check digit come from. */
  readonly source: string;
  /** A text as compared: upper case, without the separators and prefixes that people write. */
  readonly normalise: (text: string) => string;
  /** What is wrong with a normalised text, if anything. */
  readonly faultOf: (normalised: string) => IdentifierFault | undefined;
  /** The parts of a normalised text without fault. */
  readonly read: (normalised: string) => T;
  /** The canonical text. */
  readonly format: (value: T) => string;
}

/** A kind of identifier, frozen. */
export function defineIdentifier<T>(kind: IdentifierKind<T>): IdentifierKind<T> {
  return Object.freeze(kind);
}

/** The most characters that an identifier is looked for in. */
const MAX_LENGTH = 64;

/**
 * What is wrong with a text as an identifier of a kind; `undefined` where nothing is. A failed check digit is a fact about the
 * quality of the data: nothing in the package refuses a record for it.
 */
export function identifierFault<T>(kind: IdentifierKind<T>, text: string): IdentifierFault | undefined {
  // code in plain JavaScript can give anything
  if (typeof text !== "string" || text.length > MAX_LENGTH) return "form";
  return kind.faultOf(kind.normalise(text));
}

/** Reads an identifier into its parts; the issue tells a wrong form, a wrong check digit and an unlisted code apart. */
export function parseIdentifier<T>(kind: IdentifierKind<T>, text: string): Result<T> {
  const fault = identifierFault(kind, text);
  return fault === undefined ? success(Object.freeze(kind.read(kind.normalise(text)))) : failure(issueOf(kind, fault, text));
}

/**
 * {@link parseIdentifier} that throws.
 * @throws {IssueError} if the text is no identifier of the kind
 */
export function parseIdentifierOrThrow<T>(kind: IdentifierKind<T>, text: string): T {
  return orThrow(parseIdentifier(kind, text));
}

function issueOf<T>({ identifier, expected }: IdentifierKind<T>, fault: IdentifierFault, text: string): Issue {
  switch (fault) {
    case "form":
      return createIssue("identifier.form", { ...expectation([], expected, text, "write it in the form named"), identifier });
    case "checkDigit":
      return createIssue("identifier.checkDigit", {
        ...expectation([], `${expected}, with the check digit that its other characters give`, text, "compare it with the document, character by character"),
        identifier,
      });
    case "notListed":
      return createIssue("identifier.notListed", { ...expectation([], `${expected} that its code list holds`, text, "look it up in the list"), identifier });
  }
}

/** A text in upper case without white space, hyphens, dots and slashes. */
export function compact(text: string): string {
  return text.toUpperCase().replace(/[\s./‐-―−-]/gu, "");
}

/** The value of an ASCII digit in a text. */
export function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - 0x30;
}

/** The sum of digits times weights, digit by digit from the left. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);
}

/** The canonical text of an identifier's parts: what {@link parseIdentifier} of it gives again. */
export function formatIdentifier<T>(kind: IdentifierKind<T>, value: T): string {
  return kind.format(value);
}
