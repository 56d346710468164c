import * as z from "zod";
import type { Condition } from "../conditions/condition.js";
import { condition } from "../conditions/condition-schema.js";
import { identifier, localizedText } from "../core/fields.js";
import type { Period } from "../core/instant.js";
import type { LocalizedText } from "../core/language.js";
import { exactly } from "../core/schema.js";
import type { Level } from "../indicators/indicator.js";
import { period, points } from "./fields.js";

/** What a fired rule does: it adds points, or it demands a channel. */
export type RuleEffect =
  | {
      readonly kind: "points";
      /** Points when fired; negative for a mitigating rule. */
      readonly points: number;
      /** Points when it cannot be determined: between 0 and `points`. */
      readonly undetermined: number;
    }
  | {
      readonly kind: "channel";
      /** The least channel when fired. */
      readonly channel: string;
      /** The least channel when it cannot be determined; absent for none. */
      readonly undetermined?: string;
    };

/** What a rule rests on. */
export interface RuleBasis {
  readonly kind: "legal" | "operational";
  readonly reference: string;
}

/** What a rule says of itself, per language. */
export interface RuleTexts {
  /** A short name. */
  readonly title: LocalizedText;
  /** One sentence for the officer: why this raises or lowers the risk. */
  readonly reason: LocalizedText;
  /** What a declarant may be told; without it a declarant is told nothing of this rule. */
  readonly declarant?: LocalizedText;
}

/** A rule of one risk domain. */
export interface Rule {
  /** Stable identifier, unique in the profile, whatever the version. */
  readonly id: string;
  readonly version: number;
  readonly texts: RuleTexts;
  /** `item` rules are asked of every goods item by itself. */
  readonly level: Level;
  /** Where it is false the rule is not applicable; absent for everywhere. */
  readonly appliesTo?: Condition;
  readonly when: Condition;
  readonly effect: RuleEffect;
  /** Of the rules of one group only the strongest counts; the others are superseded. */
  readonly group?: string;
  /** In force iff `from <= asOf < to`; absent for always. */
  readonly validity?: Period;
  readonly basis: RuleBasis;
}

const effect: z.ZodType<RuleEffect> = exactly<RuleEffect>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("points"), points, undetermined: points }),
    z.strictObject({ kind: z.literal("channel"), channel: identifier, undetermined: z.exactOptional(identifier) }),
  ]),
);

export const rule: z.ZodType<Rule> = exactly<Rule>()(
  z.strictObject({
    id: identifier,
    version: z.int().min(1),
    texts: z.strictObject({ title: localizedText, reason: localizedText, declarant: z.exactOptional(localizedText) }),
    level: z.enum(["header", "item"]),
    appliesTo: z.exactOptional(condition),
    when: condition,
    effect,
    group: z.exactOptional(identifier),
    validity: z.exactOptional(period),
    basis: z.strictObject({ kind: z.enum(["legal", "operational"]), reference: z.string().min(1).max(1_000) }),
  }),
);
