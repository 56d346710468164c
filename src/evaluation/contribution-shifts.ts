import type { Assessment, Contribution } from "../assessment/assessment.js";
import { compareText } from "../core/canonical.js";
import { deepFreeze } from "../core/freeze.js";

/** How the contribution of one base, rule or model term differs between two lists of assessments. */
export interface ContributionShift {
  readonly domain: string;
  readonly kind: Contribution["kind"];
  readonly id: string;
  /** Declarations whose contribution differs, in either direction, or on which the rule fires in one of the two alone. */
  readonly changed: number;
  /** The sum over declarations of what was added, in micropoints. */
  readonly net: number;
  /** The sum over declarations of how far the contribution moved, whatever the direction, in micropoints. */
  readonly total: number;
  /** Declarations on which the rule fired; 0 for base and terms. */
  readonly firedBefore: number;
  readonly firedAfter: number;
}

/**
 * What made the scores of the same declarations differ, the one that moved most first: contributions of the header and of the
 * riskiest item, which may be another item. Declarations in one of the lists alone are passed over.
 */
export function contributionShifts(before: readonly Assessment[], after: readonly Assessment[]): readonly ContributionShift[] {
  const later = new Map(after.map((assessment) => [assessment.id, assessment]));
  const shifts = new Map<string, Counted>();
  for (const old of before) {
    const now = later.get(old.id);
    if (now === undefined) continue;
    const [partsBefore, partsAfter] = [partsOf(old), partsOf(now)];
    for (const key of new Set([...partsBefore.keys(), ...partsAfter.keys()])) {
      const part = partsAfter.get(key) ?? (partsBefore.get(key) as Part);
      const shift = shifts.get(key) ?? { ...part.of, changed: 0, net: 0, total: 0, firedBefore: 0, firedAfter: 0 };
      shifts.set(key, shift);
      count(shift, partsBefore.get(key), partsAfter.get(key));
    }
  }
  const changed = [...shifts].filter(([, shift]) => shift.changed > 0);
  return deepFreeze(changed.sort(([a, x], [b, y]) => y.total - x.total || y.changed - x.changed || compareText(a, b)).map(([, shift]) => shift));
}

type Counted = { -readonly [Key in keyof ContributionShift]: ContributionShift[Key] };

interface Part {
  readonly of: Pick<ContributionShift, "domain" | "kind" | "id">;
  micropoints: number;
  fired: boolean;
}

function count(shift: Counted, before: Part | undefined, after: Part | undefined): void {
  const by = (after?.micropoints ?? 0) - (before?.micropoints ?? 0);
  const [firedBefore, firedAfter] = [before?.fired === true, after?.fired === true];
  if (by !== 0 || firedBefore !== firedAfter) shift.changed += 1;
  shift.net += by;
  shift.total += Math.abs(by);
  if (firedBefore) shift.firedBefore += 1;
  if (firedAfter) shift.firedAfter += 1;
}

/** The contributions of an assessment, header and item of one rule together, and the rules that fired. */
function partsOf({ domains }: Assessment): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const partAt = (domain: string, kind: Contribution["kind"], id: string): Part => {
    const key = JSON.stringify([domain, kind, id]);
    const part = parts.get(key) ?? { of: { domain, kind, id }, micropoints: 0, fired: false };
    parts.set(key, part);
    return part;
  };
  for (const [domain, { contributions, rules }] of Object.entries(domains)) {
    for (const { kind, id, micropoints } of contributions) partAt(domain, kind, id).micropoints += micropoints;
    for (const [id, outcome] of Object.entries(rules)) if (outcome === "fired") partAt(domain, "rule", id).fired = true;
  }
  return parts;
}
