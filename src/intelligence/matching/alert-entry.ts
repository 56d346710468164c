import { foldPhrase, foldWords } from "../../core/text.js";
import type { Alert } from "../alert.js";
import type { RouteSubject } from "../alert-subject.js";
import { type AlertPeriod, periodOf } from "../alert-use.js";
import { type Weight, weighGrading } from "../grading.js";
import { type PreparedName, prepareName } from "../names/prepared-name.js";
import { addressBlocks } from "./address-blocks.js";
import { exactKeys } from "./exact-keys.js";
import { nameBlocks } from "./name-blocks.js";
import { normaliseAddress } from "./normalise-address.js";
import { routeKey } from "./route-keys.js";

/** An alert that is indexed. */
export interface AlertEntry {
  readonly alert: Alert;
  readonly weight: Weight;
  readonly period: AlertPeriod;
  readonly isSilent: boolean;
  /** The subjects that can match; a concealment method cannot. */
  readonly subjects: ReadonlySet<number>;
}

/** One way to find an alert: what stands under a key of the index. */
export type Posting = { readonly entry: AlertEntry; readonly subject: number } & (
  | { readonly kind: "exact" }
  | { readonly kind: "party" | "means"; readonly name: PreparedName }
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "route"; readonly route: RouteSubject }
  | { readonly kind: "phrase"; readonly phrase: string }
);

/** A key of the index and what stands under it. */
export type Keyed = readonly [key: string, posting: Posting];

export function createEntry(alert: Alert, isSilent: boolean): AlertEntry {
  const subjects = alert.subjects.flatMap((subject, index) => (subject.type === "concealmentMethod" ? [] : [index]));
  return { alert, weight: weighGrading(alert.grading), period: periodOf(alert), isSilent, subjects: new Set(subjects) };
}

/** All keys of an alert, each with what stands under it. */
export function postingsOf(entry: AlertEntry): readonly Keyed[] {
  return entry.alert.subjects.flatMap((subject, at): readonly Keyed[] => {
    const base = { entry, subject: at };
    const exact = exactKeys(subject).map((key): Keyed => [key, { ...base, kind: "exact" }]);
    switch (subject.type) {
      case "person":
      case "company":
        return [...exact, ...(subject.names ?? []).flatMap((name) => nameKeys("party", name, base))];
      case "vessel":
      case "flight":
      case "vehicle":
        return [...exact, ...(subject.names ?? []).flatMap((name) => nameKeys("means", name, base))];
      case "address":
        return subject.values.flatMap((value) => {
          const address = normaliseAddress(value);
          return addressBlocks(address).map((key): Keyed => [key, { ...base, kind: "address", address }]);
        });
      case "route":
        return [[routeKey(subject), { ...base, kind: "route", route: subject }]];
      case "substance":
        return [...exact, ...(subject.names ?? []).flatMap((name) => phraseKeys(name, base))];
      default:
        return exact;
    }
  });
}

function nameKeys(kind: "party" | "means", text: string, base: { readonly entry: AlertEntry; readonly subject: number }): readonly Keyed[] {
  const name = prepareName(text);
  if (name.tokens.length === 0) return [];
  const { pairs, singles, weighty, whole } = nameBlocks(name);
  const posting: Posting = { ...base, kind, name };
  const keys = new Set([...pairs, ...(weighty <= 1 ? singles : []), whole]);
  return [...keys].map((key): Keyed => [`${kind} ${key}`, posting]);
}

function phraseKeys(text: string, base: { readonly entry: AlertEntry; readonly subject: number }): readonly Keyed[] {
  const [first] = foldWords(text);
  return first === undefined ? [] : [[`phrase ${first}`, { ...base, kind: "phrase", phrase: foldPhrase(text) }]];
}
