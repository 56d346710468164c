import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { failure, type Result, settle } from "../../core/result.js";
import type { VnaccsValues } from "./vnaccs-cells.js";
import type { VnaccsInput } from "./vnaccs-declaration.js";
import { foldName, ITEMS_NAME, keyOfName, VNACCS_FIELDS, type VnaccsKey } from "./vnaccs-fields.js";
import { type VnaccsDeclaration, vnaccsRecord } from "./vnaccs-record.js";

/** Reads an object with the fields of the header by their names, and the goods items under `Dòng hàng`. */
export function vnaccsObject(value: unknown): Result<VnaccsDeclaration> {
  const input = readObject(value);
  return input.ok ? vnaccsRecord(input.value) : input;
}

function readObject(value: unknown): Result<VnaccsInput> {
  if (!isObject(value)) return failure(createIssue("value.type", expectation([], "an object", value, "write one declaration a line")));
  const issues: Issue[] = [];
  const { [ITEMS_KEY]: items, ...rest } = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [foldName(name) === ITEMS_KEY ? ITEMS_KEY : name, member]),
  );
  const header = valuesOf(rest, "header", issues);
  const list: readonly unknown[] = Array.isArray(items) ? items : [];
  const read = list.map((item) => (isObject(item) ? valuesOf(item, "item", issues) : new Map<VnaccsKey, unknown>()));
  if (items !== undefined && (!Array.isArray(items) || !list.every(isObject))) {
    issues.push(createIssue("value.type", { ...expectation(["items"], "a list of objects", items, "write one object a goods item"), source: ITEMS_NAME }));
  }
  return settle(issues, () => ({ header, items: read }));
}

const ITEMS_KEY = foldName(ITEMS_NAME);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function valuesOf(object: Readonly<Record<string, unknown>>, level: "header" | "item", issues: Issue[]): VnaccsValues {
  const values = new Map<VnaccsKey, unknown>();
  for (const [name, value] of Object.entries(object)) {
    const key = keyOfName(name);
    if (key === undefined || VNACCS_FIELDS[key].level !== level) {
      const expected = expectation(
        [],
        `the name of a field of a ${level === "header" ? "declaration" : "goods item"}`,
        name,
        "mend its spelling, or leave it out",
      );
      issues.push(createIssue("value.unknownKey", { ...expected, key: name }));
    } else if (values.has(key)) {
      issues.push(createIssue("value.duplicate", { ...expectation([], "each field once", name, "keep one of the two"), key: name }));
    } else values.set(key, value);
  }
  return values;
}
