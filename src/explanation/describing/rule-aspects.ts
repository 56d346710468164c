import type { Rule, RuleEffect } from "../../profile/rule.js";
import { type Aspect, lineAspect, signed, textAspects } from "./aspect.js";
import type { DescribingContext } from "./describing-context.js";

/** What a rule does and rests on, its texts aside. */
export function ruleAspects(rule: Rule, context: DescribingContext): readonly Aspect[] {
  const { words, condition, period } = context;
  const { facts } = words;
  const { level, appliesTo, when, group, validity, basis, version } = rule;
  return [
    lineAspect("level", facts.level, words.levelNames[level], level),
    ...(appliesTo === undefined ? [] : [{ key: "appliesTo", name: facts.appliesTo, value: [condition(appliesTo)], raw: appliesTo }]),
    { key: "when", name: facts.asks, value: [condition(when)], raw: when },
    lineAspect("effect", facts.effect, effectText(rule.effect, context), rule.effect),
    ...(group === undefined ? [] : [lineAspect("group", facts.group, words.strongestOf(group), group)]),
    ...(validity === undefined ? [] : [lineAspect("validity", facts.inForce, period(validity), validity)]),
    lineAspect("basis", facts.basis, `${words.bases[basis.kind]}: ${basis.reference}`, basis),
    lineAspect("version", facts.version, String(version), version),
  ];
}

/** The texts of a rule in every language that they are in. */
export function ruleTextAspects({ texts }: Rule, { words }: DescribingContext): readonly Aspect[] {
  return [
    ...textAspects("title", words.facts.title, texts.title, words),
    ...textAspects("reason", words.facts.reason, texts.reason, words),
    ...textAspects("declarant", words.facts.declarant, texts.declarant, words),
  ];
}

function effectText(effect: RuleEffect, { words, channel }: DescribingContext): string {
  if (effect.kind === "points") return words.givesPoints(signed(effect.points), signed(effect.undetermined));
  return words.demands(channel(effect.channel), effect.undetermined === undefined ? undefined : channel(effect.undetermined));
}
