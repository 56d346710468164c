import type { RiskList } from "../../profile/profile.js";
import { type Aspect, lineAspect } from "./aspect.js";
import type { DescribingContext } from "./describing-context.js";

/** What a list says of itself, title and entries aside. */
export function listAspects({ date, source }: RiskList, { words }: DescribingContext): readonly Aspect[] {
  return [lineAspect("date", words.facts.date, date, date), lineAspect("source", words.facts.source, source, source)];
}
