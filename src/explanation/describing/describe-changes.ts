import { canonicalJson, compareText } from "../../core/canonical.js";
import { deepFreeze } from "../../core/freeze.js";
import { own } from "../../core/own.js";
import { orThrow, type Result, success } from "../../core/result.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import type { ModelDocument, ModelTerm } from "../../profile/model-document.js";
import type { Domain, RiskList, RiskProfile } from "../../profile/profile.js";
import type { Rule } from "../../profile/rule.js";
import type { ExplanationLanguage } from "../explanation.js";
import { checkLanguage } from "../messages/check-language.js";
import { type Aspect, inOneLine, lineAspect, percentOf, signed, textAspects } from "./aspect.js";
import { derivedAspects } from "./derived-aspects.js";
import type { DescribeOptions } from "./describe-profile.js";
import { type DescribingContext, describingContext } from "./describing-context.js";
import { listAspects } from "./list-aspects.js";
import { ruleAspects, ruleTextAspects } from "./rule-aspects.js";
import { levelAspects, modelAspects, termAspects } from "./term-aspects.js";

/** A part of a profile that changed. */
export interface ChangedPart {
  readonly kind: "profile" | "list" | "derived" | "domain" | "rule" | "model" | "term";
  /** Its id; the profile and a domain's model have none. */
  readonly id?: string;
  /** The domain of a rule, a model or a term. */
  readonly domain?: string;
  readonly change: "added" | "removed" | "changed";
  /** What changed, a sentence each; of a part that was added or removed, what it says. */
  readonly lines: readonly string[];
}

/** What differs between two profiles, in words. */
export interface ProfileChanges {
  readonly language: ExplanationLanguage;
  readonly before: ComparedProfile;
  readonly after: ComparedProfile;
  /** Empty if and only if both have the same fingerprint. */
  readonly parts: readonly ChangedPart[];
}

/** Which profile was compared. */
export interface ComparedProfile {
  readonly id: string;
  readonly version: string;
  readonly fingerprint: string;
}

/**
 * What differs between two profiles, in words: rules, terms, lists, derived indicators and domains that came or went, and every
 * condition, weight, threshold, text or entry that is another. Fails where there is no message catalogue for the language.
 */
export function describeChanges(before: CompiledProfile, after: CompiledProfile, { language }: DescribeOptions): Result<ProfileChanges> {
  const known = checkLanguage(language);
  if (!known.ok) return known;
  const sides: Sides = { before: describingContext(before, language), after: describingContext(after, language) };
  return success(deepFreeze({ language, before: named(before), after: named(after), parts: changedParts(sides) }));
}

/**
 * {@link describeChanges} that throws.
 * @throws {IssueError} if there is no message catalogue for the language
 */
export function describeChangesOrThrow(before: CompiledProfile, after: CompiledProfile, options: DescribeOptions): ProfileChanges {
  return orThrow(describeChanges(before, after, options));
}

interface Sides {
  readonly before: DescribingContext;
  readonly after: DescribingContext;
}

type Name = Pick<ChangedPart, "kind" | "id" | "domain">;

/** How a part of one kind is described and compared. */
interface Kind<T> {
  readonly aspects: (part: T, context: DescribingContext) => readonly Aspect[];
  /** What the aspects must say everything of. */
  readonly content: (part: T) => unknown;
  /** Sets of which additions and removals are told. */
  readonly entries?: (part: T) => readonly string[];
  /** The version that a part states, which should be another where the part is. */
  readonly version?: (part: T) => number;
}

function named({ document, fingerprint }: CompiledProfile): ComparedProfile {
  return { id: document.id, version: document.version, fingerprint };
}

const PROFILE: Kind<RiskProfile> = {
  aspects: ({ id, version, title, validity, utcOffset, currency, catalogue, channels, selection }, { words, period, channel }) => {
    const { facts } = words;
    const { channel: from, randomRate, identity } = selection;
    return [
      lineAspect("id", facts.profile, id, id),
      lineAspect("version", facts.version, version, version),
      ...textAspects("title", facts.title, title, words),
      lineAspect("validity", facts.inForce, period(validity), validity ?? null),
      lineAspect("utcOffset", facts.utcOffset, utcOffset, utcOffset),
      lineAspect("currency", facts.currency, currency, currency),
      lineAspect("catalogue", facts.catalogue, catalogue, catalogue),
      lineAspect("channels", facts.channels, channels.map(channel).join(", "), channels),
      lineAspect("selection", facts.selectionChannel, channel(from), from),
      ...(randomRate === undefined ? [] : [lineAspect("randomRate", facts.randomRate, percentOf(randomRate), randomRate)]),
      ...(identity === undefined ? [] : [lineAspect("identity", facts.identity, identity.map((kind) => words.identities[kind]).join(words.orElse), identity)]),
    ];
  },
  content: ({ lists: _, derived: __, domains: ___, ...rest }) => rest,
};

const LIST: Kind<RiskList> = {
  aspects: (list, context) => [...textAspects("title", context.words.facts.title, list.title, context.words), ...listAspects(list, context)],
  content: ({ entries: _, ...rest }) => rest,
  entries: ({ entries }) => entries,
};

const DERIVED: Kind<RiskProfile["derived"][string]> = {
  aspects: (derived, context) => [...textAspects("meaning", context.words.facts.meaning, derived.meaning, context.words), ...derivedAspects(derived, context)],
  content: (derived) => derived,
};

const DOMAIN: Kind<Domain> = {
  aspects: ({ title, base, thresholds }, { words, channel }) => [
    ...textAspects("title", words.facts.title, title, words),
    ...(base === undefined ? [] : [lineAspect("base", words.facts.base, words.points(signed(base)), base)]),
    ...Object.keys(thresholds).map((id) =>
      lineAspect(`threshold ${id}`, words.threshold(channel(id)), words.points(signed(thresholds[id] ?? 0)), thresholds[id]),
    ),
  ],
  content: ({ rules: _, model: __, ...rest }) => rest,
};

const RULE: Kind<Rule> = {
  aspects: (rule, context) => [...ruleTextAspects(rule, context), ...ruleAspects(rule, context)],
  content: (rule) => rule,
  version: ({ version }) => version,
};

const MODEL: Kind<ModelDocument> = {
  aspects: modelAspects,
  content: ({ terms: _, ...rest }) => rest,
};

const TERM: Kind<ModelTerm> = {
  aspects: (term, context) => [...termAspects(term, context), ...levelAspects(term, context)],
  content: (term) => term,
};

function changedParts(sides: Sides): readonly ChangedPart[] {
  const [before, after] = [sides.before.profile.document, sides.after.profile.document];
  return [
    ...compare({ kind: "profile" }, before, after, PROFILE, sides),
    ...keysOf(before.domains, after.domains).flatMap((id) => domainChanges(id, own(before.domains, id), own(after.domains, id), sides)),
    ...keysOf(before.derived, after.derived).flatMap((id) => compare({ kind: "derived", id }, own(before.derived, id), own(after.derived, id), DERIVED, sides)),
    ...keysOf(before.lists, after.lists).flatMap((id) => compare({ kind: "list", id }, own(before.lists, id), own(after.lists, id), LIST, sides)),
  ];
}

function domainChanges(domain: string, before: Domain | undefined, after: Domain | undefined, sides: Sides): readonly ChangedPart[] {
  const rules = byId(before?.rules ?? [], after?.rules ?? []);
  const terms = byId(before?.model?.terms ?? [], after?.model?.terms ?? []);
  return [
    ...compare({ kind: "domain", id: domain }, before, after, DOMAIN, sides),
    ...rules.flatMap(([id, old, edited]) => compare({ kind: "rule", id, domain }, old, edited, RULE, sides)),
    ...compare({ kind: "model", domain }, before?.model, after?.model, MODEL, sides),
    ...terms.flatMap(([id, old, edited]) => compare({ kind: "term", id, domain }, old, edited, TERM, sides)),
  ];
}

function keysOf(before: object, after: object): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(compareText);
}

function byId<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [id: string, before: T | undefined, after: T | undefined])[] {
  const [old, edited] = [new Map(before.map((part) => [part.id, part])), new Map(after.map((part) => [part.id, part]))];
  return [...new Set([...old.keys(), ...edited.keys()])].sort(compareText).map((id) => [id, old.get(id), edited.get(id)]);
}

/** One part in both profiles: nothing where it is the same. */
function compare<T>(name: Name, before: T | undefined, after: T | undefined, kind: Kind<T>, sides: Sides): readonly ChangedPart[] {
  if (before === undefined) return after === undefined ? [] : [{ ...name, change: "added", lines: whole(after, kind, sides.after) }];
  if (after === undefined) return [{ ...name, change: "removed", lines: whole(before, kind, sides.before) }];
  const lines = [...contentLines(before, after, kind, sides), ...entryLines(kind.entries?.(before) ?? [], kind.entries?.(after) ?? [], sides)];
  return lines.length === 0 ? [] : [{ ...name, change: "changed", lines }];
}

function whole<T>(part: T, kind: Kind<T>, context: DescribingContext): readonly string[] {
  const entries = kind.entries?.(part) ?? [];
  return [
    ...kind.aspects(part, context).map(({ name, value }) => `${name}: ${inOneLine(value)}`),
    ...(entries.length === 0 ? [] : [`${context.words.facts.entries}: ${entries.join(", ")}`]),
  ];
}

function contentLines<T>(before: T, after: T, kind: Kind<T>, { before: old, after: edited }: Sides): readonly string[] {
  const { words } = edited;
  const [rawBefore, rawAfter] = [kind.content(before), kind.content(after)].map(canonicalJson) as [string, string];
  if (rawBefore === rawAfter) return [];
  const [from, to] = [byKey(kind.aspects(before, old)), byKey(kind.aspects(after, edited))];
  const lines = [...new Set([...from.keys(), ...to.keys()])].flatMap((key) => aspectLine(from.get(key), to.get(key), edited));
  const version = kind.version?.(after);
  return [
    // what no words tell apart is told as it is written
    ...(lines.length === 0 ? [words.changed("JSON", rawBefore, rawAfter)] : lines),
    ...(version !== undefined && version === kind.version?.(before) ? [words.sameVersion(version)] : []),
  ];
}

function byKey(aspects: readonly Aspect[]): ReadonlyMap<string, Aspect> {
  return new Map(aspects.map((aspect) => [aspect.key, aspect]));
}

function aspectLine(before: Aspect | undefined, after: Aspect | undefined, { words }: DescribingContext): readonly string[] {
  if (before === undefined) return after === undefined ? [] : [words.nowSays(after.name, inOneLine(after.value))];
  if (after === undefined) return [words.noLongerSays(before.name, inOneLine(before.value))];
  const [rawBefore, rawAfter] = [canonicalJson(before.raw), canonicalJson(after.raw)];
  if (rawBefore === rawAfter) return [];
  const [from, to] = [inOneLine(before.value), inOneLine(after.value)];
  return [from === to ? words.changed(after.name, rawBefore, rawAfter) : words.changed(after.name, from, to)];
}

function entryLines(before: readonly string[], after: readonly string[], { after: { words } }: Sides): readonly string[] {
  const [old, edited] = [new Set(before), new Set(after)];
  const added = after.filter((entry) => !old.has(entry));
  const removed = before.filter((entry) => !edited.has(entry));
  return [...(added.length === 0 ? [] : [words.entriesAdded(added.join(", "))]), ...(removed.length === 0 ? [] : [words.entriesRemoved(removed.join(", "))])];
}
