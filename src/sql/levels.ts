import type { PreparedCondition } from "../conditions/prepare.js";
import type { PeriodMs } from "../core/instant.js";
import type { Level } from "../indicators/indicator.js";
import type { CompiledProfile } from "../profile/compile-profile.js";
import type { ModelTerm } from "../profile/model-document.js";

/** A rule with the number that stands for it in the query. */
export interface NumberedRule {
  readonly number: number;
  readonly id: string;
  /** What a reader finds beside it. */
  readonly title: string;
  /** The number of its domain, from 1. */
  readonly domain: number;
  readonly group?: string;
  readonly period: PeriodMs;
  readonly appliesTo?: PreparedCondition;
  readonly when: PreparedCondition;
  readonly isPoints: boolean;
  /** Micropoints, or ranks of channels. */
  readonly fired: number;
  readonly undetermined: number;
}

/** A model term with the number that stands for it in the query. */
export interface NumberedTerm {
  readonly number: number;
  readonly id: string;
  readonly domain: number;
  readonly term: ModelTerm;
}

/** What is asked of the header, or of every item: by domain, rules before terms, each by id. */
export interface LevelParts {
  readonly rules: readonly NumberedRule[];
  readonly terms: readonly NumberedTerm[];
}

/** Numbers the rules and terms of a profile over both levels, from 1. */
export function numberParts(profile: CompiledProfile): Readonly<Record<Level, LevelParts>> {
  let number = 0;
  const parts = (level: Level): LevelParts => {
    const rules: NumberedRule[] = [];
    const terms: NumberedTerm[] = [];
    for (const [index, domain] of profile.domains.entries()) {
      for (const { rule, ...compiled } of domain.rules[level]) {
        number += 1;
        rules.push({
          number,
          id: rule.id,
          title: `${domain.id} / ${rule.id}, version ${rule.version}: ${Object.values(rule.texts.title)[0] ?? ""}`,
          domain: index + 1,
          ...(rule.group === undefined ? {} : { group: rule.group }),
          isPoints: rule.effect.kind === "points",
          ...compiled,
        });
      }
      for (const { id, term } of domain.terms[level]) {
        number += 1;
        terms.push({ number, id, domain: index + 1, term });
      }
    }
    return { rules, terms };
  };
  return { header: parts("header"), item: parts("item") };
}

/** Whether a rule is in force at some moments only. */
export function hasPeriod({ period }: Pick<NumberedRule, "period">): boolean {
  return period.from !== -Infinity || period.to !== Infinity;
}
