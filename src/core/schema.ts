import type * as z from "zod";
import { createIssue, type Issue, type PathStep, quote } from "./issue.js";
import { type Issues, type Result, success } from "./result.js";

/** `true` where two types are the same in both directions, optional and readonly keys included. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** A type with `readonly` on every level, as the public interfaces have it. */
export type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/**
 * Gives a schema the hand-written type `T`; does not compile unless the schema's output is exactly `T`, so that
 * interface and schema cannot drift apart.
 */
export function exactly<T>(): <S extends z.ZodType>(
  schema: S & (Equal<DeepReadonly<z.output<S>>, DeepReadonly<T>> extends true ? unknown : never),
) => z.ZodType<T> {
  return (schema) => schema as unknown as z.ZodType<T>;
}

/** Parses with a schema, without code generation, into our issues. */
export function parseWith<T>(schema: z.ZodType<T>, input: unknown): Result<T> {
  const result = schema.safeParse(input, { jitless: true, reportInput: true });
  if (result.success) return success(result.data);
  const [first, ...rest] = result.error.issues.flatMap((issue) => fromZod(issue, input, []));
  return { ok: false, issues: [first ?? fallbackIssue(input), ...rest] };
}

function fallbackIssue(input: unknown): Issue {
  return createIssue("value.invalid", {
    path: [],
    message: `${quote(input)} does not fit the schema`,
    expected: "a value that fits the schema",
    received: quote(input),
    remedy: "see the document's JSON Schema",
  });
}

const MISSING_REMEDY = "add the field";

function fromZod(issue: z.core.$ZodIssue, root: unknown, prefix: readonly PathStep[]): Issue[] {
  const path: PathStep[] = [...prefix, ...issue.path.map((step) => (typeof step === "symbol" ? String(step) : step))];
  // the issue of an unknown tag names the tag's path, but carries the whole object
  const input = issue.code === "invalid_union" || issue.input === undefined ? valueAt(root, path) : issue.input;
  const received = quote(input);
  const say = (expected: string, remedy: string): { path: PathStep[]; message: string; expected: string; received: string; remedy: string } => ({
    path,
    message: `expected ${expected}, received ${received}`,
    expected,
    received,
    remedy: input === undefined ? MISSING_REMEDY : remedy,
  });
  switch (issue.code) {
    case "invalid_type":
      return [createIssue("value.type", say(typeName(issue.expected), `write ${typeName(issue.expected)}; nothing is converted`))];
    case "unrecognized_keys":
      return issue.keys.map((key) =>
        createIssue("value.unknownKey", {
          path: [...path, key],
          message: `the key ${quote(key)} is not known here`,
          expected: "a known key",
          received: quote(key),
          remedy: "remove it, or mend its spelling",
          key,
        }),
      );
    case "too_big":
      return [
        createIssue(
          "value.range",
          say(`${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}${sizeUnit(issue.origin)}`, "keep within the bound"),
        ),
      ];
    case "too_small":
      return [
        createIssue(
          "value.range",
          say(`${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}${sizeUnit(issue.origin)}`, "keep within the bound"),
        ),
      ];
    case "invalid_value":
      return [createIssue("value.invalid", say(issue.values.map((value) => quote(value)).join(" or "), "use one of the values listed"))];
    case "invalid_format":
      return [createIssue("value.invalid", say(issue.message, "write it in the form named"))];
    case "invalid_key":
      return [createIssue("value.invalid", say(issue.issues[0]?.message ?? issue.message, "rename the key"))];
    case "invalid_union": {
      const nested = issue.errors.filter((branch) => branch.length > 0);
      const closest = nested.sort((a, b) => depthOf(b) - depthOf(a))[0];
      if (closest === undefined) {
        return [createIssue("value.invalid", say(unionExpectation(issue), "use one of the forms that the schema knows"))];
      }
      return closest.flatMap((inner) => fromZod(inner, root, path));
    }
    case "custom": {
      const time = issue.params?.issue === "time.invalid";
      return [createIssue(time ? "time.invalid" : "value.invalid", say(issue.message, "write it in the form named"))];
    }
    default:
      return [createIssue("value.invalid", say(issue.message, "see the document's JSON Schema"))];
  }
}

function unionExpectation(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = "options" in issue && Array.isArray(issue.options) ? issue.options : [];
  return options.length === 0 ? "one of the known forms" : `one of ${options.map((option) => quote(option)).join(", ")}`;
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.slice(0, 50).map((issue) => issue.path.length));
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: "a string",
    number: "a number",
    int: "an integer",
    boolean: "true or false",
    array: "an array",
    object: "an object",
    record: "an object",
  };
  return Object.hasOwn(names, expected) ? (names[expected] ?? expected) : expected;
}

function sizeUnit(origin: string): string {
  if (origin === "string") return " characters";
  if (origin === "array" || origin === "set") return " elements";
  return "";
}

function valueAt(root: unknown, path: readonly PathStep[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<PathStep, unknown>>)[step];
  }
  return value;
}

/** Joins the issues of several results. */
export function collectIssues(results: readonly Result<unknown>[]): readonly Issue[] {
  return results.flatMap((result): Issues | readonly Issue[] => (result.ok ? [] : result.issues));
}
