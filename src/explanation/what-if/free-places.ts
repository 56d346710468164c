import type { ReadFacts } from "../../assessment/read-facts.js";
import { compareText } from "../../core/canonical.js";
import { ABSENT, type Fact } from "../../indicators/fact.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import type { FactPlace } from "../change-facts.js";
import type { Freedom } from "./score-bounds.js";

/** A catalogued fact that a profile reads, where it stands and what it is. */
export interface PlacedFact extends FactPlace {
  readonly fact: Fact;
}

/** Every catalogued fact that a profile reads: the header's by id, then item by item. */
export function placedFacts(profile: CompiledProfile, read: ReadFacts): readonly PlacedFact[] {
  const at = (level: "header" | "item"): readonly string[] => [...profile.reads].filter((id) => profile.vocabulary.get(id)?.level === level).sort(compareText);
  const header = at("header").map((indicator) => ({ indicator, fact: read.header.get(indicator) ?? ABSENT }));
  const inItems = at("item");
  const items = read.items.flatMap((values, index) =>
    inItems.map((indicator) => ({ indicator, item: read.lines[index] ?? 0, fact: values.get(indicator) ?? ABSENT })),
  );
  return [...header, ...items];
}

/** A freedom in which just these facts are free. */
export function freeAt(places: readonly FactPlace[], lines: readonly number[], free: Freedom["free"]): Freedom {
  const header = new Set<string>();
  const items = lines.map(() => new Set<string>());
  for (const { indicator, item } of places) (item === undefined ? header : items[lines.indexOf(item)])?.add(indicator);
  return { isFree: (indicator, item) => (item === undefined ? header : items[item])?.has(indicator) === true, free };
}
