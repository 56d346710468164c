import type { ReadFacts } from "../assessment/read-facts.js";
import type { Scope } from "../conditions/evaluate.js";
import { type Trace, trace } from "../conditions/trace.js";
import { canonicalJson } from "../core/canonical.js";
import { localize } from "../core/language.js";
import { ABSENT, type Fact } from "../indicators/fact.js";
import type { CompiledProfile, CompiledRule } from "../profile/compile-profile.js";
import { type Background, commonnessOf } from "./background.js";
import { copyFact } from "./change-facts.js";
import type { Evidence } from "./explanation.js";

/** What evidence is shown with. */
export interface EvidenceContext {
  readonly profile: CompiledProfile;
  readonly read: ReadFacts;
  readonly language: string;
  readonly background: Background | undefined;
}

/** The facts that a rule's truth rests on: every leaf that speaks for it, of its own item or of the items it counted. */
export function ruleEvidence(compiled: CompiledRule, line: number | undefined, context: EvidenceContext): readonly Evidence[] {
  const { read } = context;
  const leaves = collectLeaves(trace({ condition: compiled.rule.when, prepared: compiled.when }, scopeOf(read, line)), true, line, read.lines);
  const seen = new Set<string>();
  return leaves
    .map((leaf) => evidenceOf(leaf.indicator, leaf.fact, leaf.line, context))
    .filter((evidence) => {
      const key = canonicalJson([evidence.indicator, evidence.item ?? null]);
      const repeated = seen.has(key);
      seen.add(key);
      return !repeated;
    });
}

/** The scope of the header, or of the item on a line. */
export function scopeOf(facts: ReadFacts, line: number | undefined): Scope {
  const index = line === undefined ? -1 : facts.lines.indexOf(line);
  const item = index === -1 ? undefined : facts.items[index];
  return { header: facts.header, items: facts.items, ...(item === undefined ? {} : { item }) };
}

/** The facts that a model term reads. */
export function termEvidence(indicators: readonly string[], line: number | undefined, context: EvidenceContext): readonly Evidence[] {
  const { profile, read } = context;
  const item = line === undefined ? undefined : read.items[read.lines.indexOf(line)];
  return indicators.map((indicator) => {
    const isItem = profile.vocabulary.get(indicator)?.level === "item";
    const fact = (isItem ? item?.get(indicator) : read.header.get(indicator)) ?? ABSENT;
    return evidenceOf(indicator, fact, isItem ? line : undefined, context);
  });
}

function evidenceOf(indicator: string, fact: Fact, line: number | undefined, { profile, language, background }: EvidenceContext): Evidence {
  const term = profile.vocabulary.get(indicator);
  const unit = unitOf(indicator, profile);
  const commonness = background === undefined || term?.type === "text" ? undefined : commonnessOf(background, indicator, fact);
  return {
    indicator,
    ...(line === undefined || term?.level !== "item" ? {} : { item: line }),
    fact: copyFact(fact),
    ...(unit === undefined ? {} : { unit }),
    meaning: localize(term?.meaning ?? {}, language),
    ...(commonness === undefined ? {} : { commonness }),
  };
}

/** The unit of an indicator, amounts in the profile's currency; `undefined` where it has none. */
export function unitOf(indicator: string, { vocabulary, document }: CompiledProfile): string | undefined {
  return vocabulary.get(indicator)?.unit?.replace("currency", document.currency);
}

interface LeafFact {
  readonly indicator: string;
  readonly fact: Fact;
  readonly line: number | undefined;
}

/** The leaves whose truth is not against the wanted one; under `not` the wanted truth turns. */
function collectLeaves(node: Trace, wanted: boolean, line: number | undefined, lines: readonly number[]): readonly LeafFact[] {
  if (node.truth === !wanted) return [];
  if ("indicator" in node) return [{ indicator: node.indicator, fact: node.fact, line }];
  if ("where" in node) return node.where.flatMap((child, index) => collectLeaves(child, wanted, lines[index], lines));
  if (node.op === "not") return collectLeaves(node.of, !wanted, line, lines);
  return node.of.flatMap((child) => collectLeaves(child, wanted, line, lines));
}
