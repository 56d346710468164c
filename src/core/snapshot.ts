import { expectation } from "./expectation.js";
import { createIssue, type Issue, type PathStep, quote } from "./issue.js";
import { type Result, settle } from "./result.js";

/** Bounds on a document, checked before any schema sees it. */
export interface Limits {
  /** The deepest nesting of arrays and objects. */
  readonly depth: number;
  /** The most keys of one object. */
  readonly keys: number;
  /** The most elements of one array. */
  readonly elements: number;
  /** The most UTF-16 code units of one string or key. */
  readonly textLength: number;
  /** The most values in the whole document. */
  readonly values: number;
}

/** Bounds on one declaration, consignment or record of facts. */
export const RECORD_LIMITS: Limits = { depth: 24, keys: 256, elements: 10_000, textLength: 20_000, values: 400_000 };

/** Bounds on a document that an analyst or a trainer writes: a profile, cases, a mapping. */
export const DOCUMENT_LIMITS: Limits = { depth: 64, keys: 10_000, elements: 1_000_000, textLength: 100_000, values: 20_000_000 };

/**
 * Copies unknown input once into plain data of its own, so that nothing can change underneath: accessors, functions,
 * class instances, cycles, non-finite numbers, ill-formed Unicode and anything beyond the limits become issues.
 */
export function takeSnapshot(value: unknown, limits: Limits): Result<unknown> {
  const issues: Issue[] = [];
  const path: PathStep[] = [];
  let values = 0;

  const report = (code: "value.notPlain" | "value.range" | "value.illFormedText", expected: string, received: unknown, remedy: string): undefined => {
    issues.push(
      createIssue(code, { path: [...path], message: `expected ${expected}, received ${quote(received)}`, expected, received: quote(received), remedy }),
    );
    return undefined;
  };
  const tooLarge = (what: string, limit: number): undefined => {
    issues.push(
      createIssue("value.tooLarge", {
        path: [...path],
        message: `expected at most ${limit} ${what}`,
        expected: `at most ${limit} ${what}`,
        received: `more than ${limit} ${what}`,
        remedy: "split the document or shorten the value",
        limit,
      }),
    );
    return undefined;
  };
  const text = (value: string): string | undefined => {
    if (value.length > limits.textLength) return tooLarge("characters", limits.textLength);
    if (!value.isWellFormed()) return report("value.illFormedText", "well-formed Unicode", value, "remove the lone surrogate");
    return value;
  };

  const copy = (value: unknown, depth: number): unknown => {
    values += 1;
    if (values > limits.values) return values === limits.values + 1 ? tooLarge("values in all", limits.values) : undefined;
    switch (typeof value) {
      case "string":
        return text(value);
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value + 0 : report("value.range", "a finite number", value, "leave the field out if the value is not known");
      case "undefined":
        return undefined;
      case "object":
        break;
      default:
        return report("value.notPlain", "plain JSON data", value, "pass what JSON can carry");
    }
    if (value === null) return null;
    if (depth >= limits.depth) return tooLarge("levels of nesting", limits.depth);
    return Array.isArray(value) ? copyArray(value, depth) : copyObject(value, depth);
  };

  const copyArray = (array: readonly unknown[], depth: number): unknown => {
    if (array.length > limits.elements) return tooLarge("elements", limits.elements);
    const result: unknown[] = [];
    for (let index = 0; index < array.length; index += 1) {
      path.push(index);
      const descriptor = Object.getOwnPropertyDescriptor(array, index);
      if (descriptor !== undefined && !("value" in descriptor)) report("value.notPlain", "a data property", "an accessor", "pass plain data without getters");
      else result.push(copy(descriptor?.value, depth + 1));
      path.pop();
    }
    return result;
  };

  const copyObject = (object: object, depth: number): unknown => {
    const prototype: unknown = Object.getPrototypeOf(object);
    if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
      return report("value.notPlain", "a plain object", object, "pass an object literal or parsed JSON");
    }
    const keys = Object.keys(object);
    if (keys.length > limits.keys) return tooLarge("keys", limits.keys);
    const result: Record<string, unknown> = {};
    for (const key of keys) {
      path.push(key);
      const descriptor = Object.getOwnPropertyDescriptor(object, key);
      if (text(key) === undefined) {
        // already reported
      } else if (key === "__proto__") {
        // no document has such a key, and schemas of records drop it in silence
        issues.push(createIssue("value.unknownKey", { ...expectation(path.slice(), "a known key", key, "remove it"), key }));
      } else if (descriptor === undefined || !("value" in descriptor)) {
        report("value.notPlain", "a data property", "an accessor", "pass plain data without getters");
      } else {
        const member = copy(descriptor.value, depth + 1);
        if (member !== undefined) result[key] = member;
      }
      path.pop();
    }
    return result;
  };

  let result: unknown;
  try {
    result = copy(value, 0);
  } catch {
    // only a proxy can throw while it is read; its message is its own and not repeated
    report("value.notPlain", "plain JSON data", "an object that throws", "pass an object literal or parsed JSON");
  }
  return settle(issues, () => result);
}
