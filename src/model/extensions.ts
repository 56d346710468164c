import * as z from "zod";
import { expectation } from "../core/expectation.js";
import { calendarDate, codeText, freeText, instant } from "../core/fields.js";
import { createIssue, type Issue, type PathStep, prefixIssue } from "../core/issue.js";
import { parseWith } from "../core/schema.js";

/** The type of one extension field. */
export type ExtensionFieldType = "text" | "code" | "number" | "boolean" | "date" | "instant";

/** National fields under a namespace of their own, each declared with its type. */
export interface ExtensionDefinition {
  /** The key under `extensions`, such as `korea`. */
  readonly namespace: string;
  /** Fields of the declaration's header. */
  readonly header: Readonly<Record<string, ExtensionFieldType>>;
  /** Fields of a goods item. */
  readonly item: Readonly<Record<string, ExtensionFieldType>>;
}

/** Values of one namespace. */
export type ExtensionValues = Readonly<Record<string, string | number | boolean>>;

/** Values by namespace. */
export type Extensions = Readonly<Record<string, ExtensionValues>>;

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { error: "a name: a letter, then letters, digits, `_` or `-`" });

/** The shape of extensions; whether namespace and fields are declared is checked by {@link checkExtensions}. */
export const extensions: z.ZodType<Extensions> = z.record(key, z.record(key, z.union([z.string().max(20_000), z.number(), z.boolean()])));

const SCHEMAS: { readonly [Type in ExtensionFieldType]: z.ZodType } = {
  text: freeText,
  code: codeText,
  number: z.number(),
  boolean: z.boolean(),
  date: calendarDate,
  instant,
};

/** Issues for every namespace or field that no definition declares, and every value of another type. */
export function checkExtensions(
  values: Extensions | undefined,
  level: "header" | "item",
  definitions: readonly ExtensionDefinition[],
  path: readonly PathStep[],
): readonly Issue[] {
  if (values === undefined) return [];
  return Object.entries(values).flatMap(([namespace, fields]) => {
    const definition = definitions.find((candidate) => candidate.namespace === namespace);
    if (definition === undefined) return [unknownKey([...path, "extensions", namespace], namespace)];
    return Object.entries(fields).flatMap(([name, value]) => {
      const at = [...path, "extensions", namespace, name];
      const type = Object.hasOwn(definition[level], name) ? definition[level][name] : undefined;
      if (type === undefined) return [unknownKey(at, name)];
      const result = parseWith(SCHEMAS[type], value);
      return result.ok ? [] : result.issues.map((issue) => prefixIssue(issue, ...at));
    });
  });
}

function unknownKey(path: readonly PathStep[], key: string): Issue {
  return createIssue("value.unknownKey", { ...expectation(path, "a declared extension", key, "pass its definition to the parser, or remove it"), key });
}
