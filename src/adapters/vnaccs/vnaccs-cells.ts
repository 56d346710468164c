import { expectation } from "../../core/expectation.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { VNACCS_FIELDS, type VnaccsKey } from "./vnaccs-fields.js";

/** What a declaration or a goods item states, by field; values as they came. */
export type VnaccsValues = ReadonlyMap<VnaccsKey, unknown>;

/** Reads stated values as kinds. What cannot be read stays as it is, so that the model says what it expected. */
export interface VnaccsCells {
  readonly text: (key: VnaccsKey) => string | undefined;
  readonly number: (key: VnaccsKey) => number | string | undefined;
  readonly date: (key: VnaccsKey) => string | undefined;
  readonly instant: (key: VnaccsKey) => string | undefined;
  /** The members of a list; empty ones are left out. */
  readonly list: (key: VnaccsKey) => readonly string[] | undefined;
  /** The members of a list that stand in the places of another's; an empty one holds its place. */
  readonly places: (key: VnaccsKey) => readonly string[] | undefined;
}

/** A plain decimal; grouping is refused, since `1.234` is a thousand on one form and one and a bit on another. */
const DECIMAL = /^-?\d{1,20}(?:\.\d{1,20})?$/;

/** Vietnam is seven hours ahead of UTC all year. */
const VIETNAM_OFFSET = "+07:00";

/** The values of a declaration or item as cells; a value of another kind than text, number or list is noted as an issue. */
export function cellsOf(values: VnaccsValues, issues: Issue[]): VnaccsCells {
  const text = (key: VnaccsKey): string | undefined => {
    const value = values.get(key);
    if (typeof value === "string") return trim(value);
    // digits of a number are not those that were written: a leading zero is lost
    if (value !== undefined && value !== null) issues.push(wrongKind(key, "a text in quotes", value));
    return undefined;
  };
  const places = (key: VnaccsKey): readonly string[] | undefined => {
    const value = values.get(key);
    if (!Array.isArray(value))
      return text(key)
        ?.split(";")
        .map((member) => member.trim());
    const members: readonly unknown[] = value;
    if (members.every((member) => typeof member === "string")) return members.map((member) => member.trim());
    issues.push(wrongKind(key, "a list of texts", value));
    return undefined;
  };
  return {
    text,
    number: (key) => {
      const value = values.get(key);
      if (typeof value === "number") return value;
      const stated = text(key);
      return stated !== undefined && DECIMAL.test(stated) ? Number(stated) : stated;
    },
    date: (key) => toDate(text(key)),
    instant: (key) => toInstant(text(key)),
    list: (key) => {
      const stated = places(key)?.filter((member) => member !== "") ?? [];
      return stated.length === 0 ? undefined : stated;
    },
    places,
  };
}

/** What the values of a name are told by in an issue. */
export function wrongKind(key: VnaccsKey, expected: string, received: unknown): Issue {
  return createIssue("value.type", { ...expectation([], expected, received, "write it so"), source: VNACCS_FIELDS[key].name });
}

function trim(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === "" ? undefined : trimmed;
}

/** A day as the form writes it, `21/11/2026`, as RFC 3339. */
function toDate(text: string | undefined): string | undefined {
  return text?.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, "$3-$2-$1");
}

/** A moment as the form writes it, `21/11/2026 08:30:00`, as RFC 3339 at the offset of Vietnam. */
function toInstant(text: string | undefined): string | undefined {
  const match = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d)(?::(\d\d))?$/.exec(text ?? "");
  if (match === null) return text;
  const [, day, month, year, hour, minute, second = "00"] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${VIETNAM_OFFSET}`;
}
