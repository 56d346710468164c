import { type CompareCondition, type Condition, childrenOf, type GroupCondition } from "../conditions/condition.js";
import { type CompiledProfile, compileProfile } from "../profile/compile-profile.js";
import type { RiskProfile } from "../profile/profile.js";
import type { Rule } from "../profile/rule.js";
import { type CaseTools, caseFacts } from "./case-facts.js";
import type { ProfileCase } from "./cases.js";
import { runCases } from "./run-cases.js";

/** A profile with one thing changed. */
export interface Mutation {
  /** What was changed: `rule cheapChairs: when.of.1 lt becomes lte`. */
  readonly change: string;
  readonly profile: RiskProfile;
}

/** What cases make of all mutations of a profile. */
export interface MutationReport {
  /** The changes under which every case passes still. */
  readonly uncaught: readonly string[];
  readonly caught: number;
  /** Mutations that are no profile, such as one whose threshold cannot be reached any more. */
  readonly refused: number;
}

/**
 * Every profile that is one step away: an operator swapped with its neighbour, a negation dropped, a number moved by one, a
 * rule's points taken away or turned round, a threshold of a domain moved by one point.
 */
export function mutateProfile(profile: RiskProfile): readonly Mutation[] {
  return Object.entries(profile.domains).flatMap(([id, domain]) => {
    const withDomain = (changed: typeof domain): RiskProfile => ({ ...profile, domains: { ...profile.domains, [id]: changed } });
    const ofRules = domain.rules.flatMap((rule, index) =>
      mutateRule(rule).map(({ what, rule: changed }) => ({
        change: `rule ${rule.id}: ${what}`,
        profile: withDomain({ ...domain, rules: domain.rules.with(index, changed) }),
      })),
    );
    const ofThresholds = Object.entries(domain.thresholds).flatMap(([channel, points]) =>
      [-1, 1].map((step) => ({
        change: `domain ${id}: the threshold of ${channel} becomes ${points + step}`,
        profile: withDomain({ ...domain, thresholds: { ...domain.thresholds, [channel]: points + step } }),
      })),
    );
    return [...ofRules, ...ofThresholds];
  });
}

/** Runs the cases under every mutation of a profile: what none of them notices is not tested. Cases that fail without a mutation catch nothing. */
export function uncaughtMutations(profile: CompiledProfile, cases: readonly ProfileCase[], tools: CaseTools = {}): MutationReport {
  // the facts are the same under every mutation
  const pinned = cases.flatMap((each): ProfileCase[] => {
    const facts = caseFacts(profile, each, tools);
    return facts.ok ? [{ ...each, record: { kind: "facts", facts: facts.value } }] : [];
  });
  const passing = runCases(profile, pinned).flatMap(({ failures }, index) => (failures.length === 0 ? [pinned[index] as ProfileCase] : []));
  const uncaught: string[] = [];
  let [caught, refused] = [0, 0];
  for (const { change, profile: document } of mutateProfile(profile.document)) {
    const compiled = compileProfile(document, { catalogue: profile.catalogue });
    if (!compiled.ok) refused += 1;
    else if (runCases(compiled.value, passing).some(({ failures }) => failures.length > 0)) caught += 1;
    else uncaught.push(change);
  }
  return { uncaught, caught, refused };
}

function mutateRule(rule: Rule): readonly { readonly what: string; readonly rule: Rule }[] {
  const { appliesTo, effect } = rule;
  const ofWhen = mutateCondition(rule.when, "when").map(({ what, condition }) => ({ what, rule: { ...rule, when: condition } }));
  const ofScope =
    appliesTo === undefined ? [] : mutateCondition(appliesTo, "appliesTo").map(({ what, condition }) => ({ what, rule: { ...rule, appliesTo: condition } }));
  if (effect.kind !== "points" || effect.points === 0) return [...ofWhen, ...ofScope];
  const withPoints = (points: number): Rule => ({ ...rule, effect: { ...effect, points, undetermined: 0 } });
  return [
    ...ofWhen,
    ...ofScope,
    { what: "its points become 0", rule: withPoints(0) },
    { what: `its points become ${-effect.points}`, rule: withPoints(-effect.points) },
  ];
}

interface ChangedCondition {
  readonly what: string;
  readonly condition: Condition;
}

function mutateCondition(condition: Condition, path: string): readonly ChangedCondition[] {
  const inside = childrenOf(condition).flatMap(({ condition: child, path: steps }) =>
    mutateCondition(child, [path, ...steps].join(".")).map(({ what, condition: changed }) => ({ what, condition: replaceAt(condition, steps, changed) })),
  );
  return [...mutateHere(condition).map(({ what, condition: changed }) => ({ what: `${path} ${what}`, condition: changed })), ...inside];
}

const NEIGHBOUR = { lt: "lte", lte: "lt", gt: "gte", gte: "gt", all: "any", any: "all" } as const;

/** The mutations of one operator and its numbers. */
function mutateHere(condition: Condition): readonly ChangedCondition[] {
  switch (condition.op) {
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return [
        swapped(condition),
        ...[-1, 1].map((step) => ({
          what: `${condition.op} ${condition.value} becomes ${condition.value + step}`,
          condition: { ...condition, value: condition.value + step },
        })),
      ];
    case "between":
      return (["min", "max"] as const).flatMap((bound) =>
        [-1, 1].map((step) => ({
          what: `${bound} ${condition[bound]} becomes ${condition[bound] + step}`,
          condition: { ...condition, [bound]: condition[bound] + step },
        })),
      );
    case "all":
    case "any":
      return condition.of.length === 1 ? [] : [swapped(condition)];
    case "atLeast":
      return [-1, 1].map((step) => ({
        what: `count ${condition.count} becomes ${condition.count + step}`,
        condition: { ...condition, count: condition.count + step },
      }));
    case "countItems":
      return [-1, 1].map((step) => ({
        what: `atLeast ${condition.atLeast} becomes ${condition.atLeast + step}`,
        condition: { ...condition, atLeast: condition.atLeast + step },
      }));
    case "not":
      return [{ what: "not is dropped", condition: condition.of }];
    default:
      return [{ what: `${condition.op} is negated`, condition: { op: "not", of: condition } }];
  }
}

/** The condition with the operator that has the same keys. */
function swapped(condition: CompareCondition | GroupCondition): ChangedCondition {
  const op = NEIGHBOUR[condition.op];
  return { what: `${condition.op} becomes ${op}`, condition: { ...condition, op } as Condition };
}

/** A condition with another child at the path that `childrenOf` gives. */
function replaceAt(condition: Condition, steps: readonly (string | number)[], child: Condition): Condition {
  if (condition.op === "not") return { ...condition, of: child };
  if (condition.op === "anyItem" || condition.op === "countItems") return { ...condition, where: child };
  if (condition.op === "all" || condition.op === "any" || condition.op === "atLeast") {
    return { ...condition, of: condition.of.with(Number(steps[1]), child) as unknown as typeof condition.of };
  }
  return child;
}
