import { toMicropoints } from "../core/micropoints.js";
import type { Domain } from "./profile.js";
import type { Rule } from "./rule.js";
import { termRange } from "./score-term.js";

/** The least and greatest micropoints of a part of a score, and the largest sum of magnitudes on the way there. */
export interface ScoreRange {
  readonly min: number;
  readonly max: number;
  readonly magnitude: number;
}

/** The bounds of a domain's score: its base, every rule (of a group only the strongest), every term. */
export function domainRange(domain: Domain): ScoreRange {
  const base = toMicropoints(domain.model?.base ?? domain.base ?? 0);
  const parts = [...groupRanges(domain.rules), ...(domain.model?.terms ?? []).map(termRange)];
  return parts.reduce<ScoreRange>(
    (sum, part) => ({
      min: sum.min + Math.min(part.min, 0),
      max: sum.max + Math.max(part.max, 0),
      magnitude: sum.magnitude + Math.max(Math.abs(part.min), Math.abs(part.max)),
    }),
    { min: base, max: base, magnitude: Math.abs(base) },
  );
}

function groupRanges(rules: readonly Rule[]): readonly { readonly min: number; readonly max: number }[] {
  const groups = new Map<string, { min: number; max: number }>();
  for (const rule of rules) {
    if (rule.effect.kind !== "points") continue;
    const points = toMicropoints(rule.effect.points);
    const key = rule.group === undefined ? `rule ${rule.id}` : `group ${rule.level} ${rule.group}`;
    const before = groups.get(key) ?? { min: 0, max: 0 };
    groups.set(key, { min: Math.min(before.min, points), max: Math.max(before.max, points) });
  }
  return [...groups.values()];
}
