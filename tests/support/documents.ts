import type { Condition } from "../../src/conditions/condition.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { Catalogue } from "../../src/indicators/define-catalogue.js";
import type { FactSet, Facts } from "../../src/indicators/facts.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { GoodsItem } from "../../src/model/goods-item.js";
import { type CompiledProfile, compileProfile } from "../../src/profile/compile-profile.js";
import type { Domain, RiskProfile } from "../../src/profile/profile.js";
import type { Rule, RuleEffect } from "../../src/profile/rule.js";
import { valueOf } from "./issues.js";

/** The moment that tests assess at unless they say otherwise. */
export const AS_OF = "2026-11-21T08:30:00.000+07:00";

const TITLE = { en: "title" };

/** Always true of facts that name `itemCount`. */
export const MANY_ITEMS: Condition = { op: "gte", indicator: "itemCount", value: 1 };

/** An effect in points; undetermined costs nothing unless told. */
export function points(value: number, undetermined = 0): RuleEffect {
  return { kind: "points", points: value, undetermined };
}

/** A sound header rule worth one point, with what a test changes. */
export function ruleOf(id: string, change: Partial<Rule> = {}): Rule {
  return {
    id,
    version: 1,
    texts: { title: { en: `title of ${id}` }, reason: { en: `reason of ${id}`, vi: `lý do của ${id}` } },
    level: "header",
    when: MANY_ITEMS,
    effect: points(1),
    basis: { kind: "operational", reference: "a test" },
    ...change,
  };
}

/** A sound domain without thresholds and with base 0, with what a test changes. */
export function domainOf(change: Partial<Domain> = {}): Domain {
  return { title: { en: "Revenue", vi: "Thuế" }, ...(change.model === undefined ? { base: 0 } : {}), rules: [], thresholds: {}, ...change };
}

/** A sound profile with one domain, `revenue`. */
export function profileOf(change: Partial<RiskProfile> = {}): RiskProfile {
  return {
    schema: "consignment-risk/profile@1",
    id: "test",
    version: "1.0.0",
    title: TITLE,
    utcOffset: "+07:00",
    currency: "VND",
    catalogue: standardCatalogue.version,
    channels: ["green", "yellow", "red"],
    lists: {},
    derived: {},
    domains: { revenue: domainOf() },
    selection: { channel: "red" },
    ...change,
  };
}

/** A profile of one domain with these rules and whatever else of the domain. */
export function profileWith(rules: readonly Rule[], domain: Partial<Domain> = {}, change: Partial<RiskProfile> = {}): RiskProfile {
  return profileOf({ domains: { revenue: domainOf({ rules, ...domain }) }, ...change });
}

/** Compiles a profile that must be sound. */
export function compiled(profile: unknown, catalogue: Catalogue = standardCatalogue): CompiledProfile {
  return valueOf(compileProfile(profile, { catalogue }));
}

/** Facts with these header and item values; items are numbered from 1. */
export function factsOf(header: FactSet = {}, items: readonly FactSet[] = [], change: Partial<Facts> = {}): Facts {
  return { id: "D-1", asOf: AS_OF, header, items: items.map((values, index) => ({ item: index + 1, values })), ...change };
}

/** A goods item with little more than it must have. */
export function itemOf(lineNumber: number, change: Partial<GoodsItem> = {}): GoodsItem {
  return { lineNumber, hsCode: "850440", ...change };
}

/** A declaration with one item and nothing optional. */
export function declarationOf(change: Partial<Declaration> = {}): Declaration {
  return {
    id: "D-1",
    direction: "import",
    registeredAt: "2026-11-20T23:15:00+07:00",
    parties: {},
    transport: {},
    documents: [],
    items: [itemOf(1)],
    ...change,
  };
}
