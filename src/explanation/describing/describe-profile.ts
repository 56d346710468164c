import { compareText } from "../../core/canonical.js";
import { deepFreeze } from "../../core/freeze.js";
import { localize } from "../../core/language.js";
import { decimalsNeeded, formatPoints, toMicropoints, toProbability } from "../../core/micropoints.js";
import { orThrow, type Result, success } from "../../core/result.js";
import type { Block, DocumentSection, ReadableDocument, TextTree } from "../../page/document.js";
import type { CompiledProfile } from "../../profile/compile-profile.js";
import type { ModelTerm } from "../../profile/model-document.js";
import type { Domain, Selection } from "../../profile/profile.js";
import { domainRange } from "../../profile/range.js";
import type { Rule } from "../../profile/rule.js";
import { unitOf } from "../evidence.js";
import type { ExplanationLanguage } from "../explanation.js";
import { checkLanguage } from "../messages/check-language.js";
import { shownUnit } from "../wording.js";
import { type Aspect, leaf, percentOf, signed } from "./aspect.js";
import { derivedAspects } from "./derived-aspects.js";
import { type DescribingContext, describingContext } from "./describing-context.js";
import { listAspects } from "./list-aspects.js";
import { ruleAspects } from "./rule-aspects.js";
import { modelAspects, termAspects } from "./term-aspects.js";
import { termLevels } from "./term-levels.js";

/** How profiles are described. */
export interface DescribeOptions {
  readonly language: ExplanationLanguage;
}

/**
 * A profile as a document for people: how it decides, every rule in words with its points and basis, every model term with its
 * points, lists with all entries, and what each indicator means. Fails where there is no message catalogue for the language.
 */
export function describeProfile(profile: CompiledProfile, { language }: DescribeOptions): Result<ReadableDocument> {
  const known = checkLanguage(language);
  if (!known.ok) return known;
  const context = describingContext(profile, language);
  const { words } = context;
  const { document } = profile;
  return success(
    deepFreeze({
      language,
      title: localize(document.title, language),
      blocks: [headFacts(context)],
      sections: [
        { heading: words.howHeading, blocks: howItDecides(context), sections: [] },
        ...Object.keys(document.domains)
          .sort(compareText)
          .map((id) => domainSection(id, document.domains[id] as Domain, context)),
        ...part(words.derivedHeading, derivedSections(context)),
        ...part(words.listsHeading, listSections(context)),
        { heading: words.indicatorsHeading, blocks: [indicatorTable(context)], sections: [] },
      ],
    }),
  );
}

/**
 * {@link describeProfile} that throws.
 * @throws {IssueError} if there is no message catalogue for the language
 */
export function describeProfileOrThrow(profile: CompiledProfile, options: DescribeOptions): ReadableDocument {
  return orThrow(describeProfile(profile, options));
}

function part(heading: string, sections: readonly DocumentSection[]): readonly DocumentSection[] {
  return sections.length === 0 ? [] : [{ heading, blocks: [], sections }];
}

function facts(...entries: readonly (readonly [name: string, text: string])[]): Block {
  return { kind: "facts", entries: entries.map(([name, text]) => ({ name, value: [leaf(text)] })) };
}

function factsOf(aspects: readonly Aspect[]): Block {
  return { kind: "facts", entries: aspects.map(({ name, value }) => ({ name, value })) };
}

function headFacts({ profile, words, period, channel }: DescribingContext): Block {
  const { document, fingerprint } = profile;
  return facts(
    [words.facts.profile, `${document.id}, ${document.version}`],
    [words.facts.inForce, period(document.validity)],
    [words.facts.channels, document.channels.map(channel).join(", ")],
    [words.facts.currency, document.currency],
    [words.facts.utcOffset, document.utcOffset],
    [words.facts.catalogue, document.catalogue],
    [words.facts.fingerprint, fingerprint],
  );
}

function howItDecides(context: DescribingContext): readonly Block[] {
  const { profile, words, channel, language } = context;
  const { channels, domains, selection } = profile.document;
  const { facts: names } = words;
  return [
    { kind: "paragraph", text: words.how(channels.map(channel).join(", ")) },
    { kind: "paragraph", text: words.scaleOfPoints },
    { kind: "paragraph", text: selectionText(selection, context) },
    {
      kind: "table",
      caption: words.domainsCaption,
      columns: [
        { name: names.domain, kind: "head" },
        { name: names.rules, kind: "number" },
        { name: names.terms, kind: "number" },
        { name: names.base, kind: "number" },
        ...channels.slice(1).map((id) => ({ name: channel(id), kind: "number" as const })),
      ],
      rows: Object.keys(domains)
        .sort(compareText)
        .map((id) => {
          const { title, rules, model, thresholds } = domains[id] as Domain;
          return [
            words.domainHeading(localize(title, language), id),
            String(rules.length),
            String(model?.terms.length ?? 0),
            signed(baseOf(domains[id] as Domain)),
            ...channels.slice(1).map((of) => (thresholds[of] === undefined ? "–" : signed(thresholds[of]))),
          ];
        }),
    },
  ];
}

function selectionText({ channel: from, randomRate, identity }: Selection, { words, channel }: DescribingContext): string {
  const identities = (identity ?? []).map((kind) => words.identities[kind]).join(words.orElse);
  const random = randomRate === undefined || randomRate === 0 ? words.noRandom : words.random(percentOf(randomRate), channel(from), identities);
  return `${words.selected(channel(from))} ${random}`;
}

/** A sound domain states a base, or its model does. */
function baseOf({ model, base = 0 }: Domain): number {
  return model?.base ?? base;
}

function domainSection(id: string, domain: Domain, context: DescribingContext): DocumentSection {
  const { words, language, channel, profile } = context;
  const title = localize(domain.title, language);
  const base = baseOf(domain);
  const range = domainRange(domain);
  const thresholds = profile.document.channels.flatMap((of) => {
    const points = domain.thresholds[of];
    return points === undefined ? [] : [{ at: points, text: words.thresholdMark(channel(of), signed(points)), kind: "threshold" as const }];
  });
  const marks = [{ at: base, text: words.startMark(signed(base)), kind: "start" as const }, ...thresholds];
  const [least, greatest] = [range.min, range.max].map(wholePoints) as [string, string];
  return {
    heading: words.domainHeading(title, id),
    blocks: [
      facts(
        [words.facts.base, words.baseText(signed(base), percentOf(toProbability(toMicropoints(base))))],
        [words.facts.possible, words.rangeText(least, greatest)],
      ),
      ...(thresholds.length === 0
        ? [{ kind: "paragraph" as const, text: words.noThreshold }]
        : [{ kind: "scale" as const, title: words.scaleTitle(title), description: `${marks.map(({ text }) => text).join("; ")}.`, marks }]),
    ],
    sections: [
      ...(domain.rules.length === 0 ? [] : [ruleSection(title, domain.rules, context)]),
      ...(domain.model === undefined
        ? []
        : [
            {
              heading: words.modelHeading,
              blocks: [{ kind: "paragraph" as const, text: words.modelText(domain.model.terms.length) }, factsOf(modelAspects(domain.model, context))],
              sections: domain.model.terms.map((term) => termSection(term, context)),
            },
          ]),
    ],
  };
}

function wholePoints(micropoints: number): string {
  return formatPoints(micropoints, decimalsNeeded([micropoints])).replace("-", "\u2212");
}

/** From the most points; mandatory rules first. */
function ruleSection(domain: string, rules: readonly Rule[], context: DescribingContext): DocumentSection {
  const { words, language, channel } = context;
  const { facts: names } = words;
  const weight = ({ effect }: Rule): number => (effect.kind === "channel" ? Number.POSITIVE_INFINITY : effect.points);
  const ordered = [...rules].sort((a, b) => (weight(a) === weight(b) ? compareText(a.id, b.id) : weight(b) - weight(a)));
  return {
    heading: words.rulesHeading,
    blocks: [
      {
        kind: "table",
        caption: words.rulesCaption(domain),
        columns: [
          { name: names.rule, kind: "head" },
          { name: names.points, kind: "number" },
          { name: names.says, kind: "text" },
          { name: names.level, kind: "text" },
        ],
        rows: ordered.map(({ id, texts, level, effect }) => [
          id,
          effect.kind === "channel" ? words.demandsShort(channel(effect.channel)) : signed(effect.points),
          localize(texts.title, language),
          words.levelNames[level],
        ]),
        bars: { name: words.drawn, values: ordered.map(({ effect }) => (effect.kind === "channel" ? 0 : effect.points)) },
      },
    ],
    sections: ordered.map((rule) => {
      const { texts } = rule;
      const said = texts.declarant === undefined ? words.nothingForDeclarant : localize(texts.declarant, language);
      const own: readonly { readonly name: string; readonly value: readonly TextTree[] }[] = [
        { name: names.reason, value: [leaf(localize(texts.reason, language))] },
        ...ruleAspects(rule, context),
        { name: names.declarant, value: [leaf(said)] },
      ];
      return { heading: `${rule.id}: ${localize(texts.title, language)}`, blocks: [{ kind: "facts", entries: own }], sections: [] };
    }),
  };
}

function termSection(term: ModelTerm, context: DescribingContext): DocumentSection {
  const { words } = context;
  const { facts: names } = words;
  const { levels, others } = termLevels(term, words.levels);
  const all = [...levels, ...others];
  const isTrained = all.some(({ training }) => training !== undefined);
  return {
    heading: term.id,
    blocks: [
      factsOf(termAspects(term, context)),
      {
        kind: "table",
        caption: words.termCaption(term.id),
        columns: [
          { name: names.levelOf, kind: "head" },
          { name: names.points, kind: "number" },
          ...(isTrained
            ? [
                { name: names.trainingRows, kind: "number" as const },
                { name: names.findingRate, kind: "number" as const },
              ]
            : []),
        ],
        rows: all.map(({ label, points, training }) => [
          label,
          signed(Number(points.toFixed(6))),
          ...(isTrained ? [training === undefined ? "–" : String(training.count), training === undefined ? "–" : percentOf(training.findingRate)] : []),
        ]),
        bars: { name: words.drawn, values: all.map(({ points }) => points) },
      },
    ],
    sections: [],
  };
}

function derivedSections(context: DescribingContext): readonly DocumentSection[] {
  const { derived } = context.profile.document;
  return Object.keys(derived)
    .sort(compareText)
    .flatMap((id) => {
      const one = derived[id];
      if (one === undefined) return [];
      const meaning = { name: context.words.facts.meaning, value: [leaf(localize(one.meaning, context.language))] };
      return [{ heading: id, blocks: [{ kind: "facts" as const, entries: [meaning, ...derivedAspects(one, context)] }], sections: [] }];
    });
}

function listSections(context: DescribingContext): readonly DocumentSection[] {
  const { words, language, profile } = context;
  const { lists } = profile.document;
  return Object.keys(lists)
    .sort(compareText)
    .flatMap((id) => {
      const list = lists[id];
      if (list === undefined) return [];
      const entries = { name: `${words.facts.entries} (${list.entries.length})`, value: [leaf(list.entries.join(", "))] };
      const blocks = [{ kind: "facts" as const, entries: [...listAspects(list, context), entries] }];
      return [{ heading: words.domainHeading(localize(list.title, language), id), blocks, sections: [] }];
    });
}

function indicatorTable({ profile, words, language }: DescribingContext): Block {
  const { facts: names } = words;
  const ids = [...new Set([...profile.reads, ...Object.keys(profile.document.derived)])].sort(compareText);
  return {
    kind: "table",
    caption: words.indicatorsCaption,
    columns: [
      { name: names.indicatorName, kind: "head" },
      { name: names.meaning, kind: "text" },
      { name: names.level, kind: "text" },
      { name: names.unit, kind: "text" },
    ],
    rows: ids.flatMap((id) => {
      const term = profile.vocabulary.get(id);
      return term === undefined ? [] : [[id, localize(term.meaning, language), words.levelNames[term.level], shownUnit(unitOf(id, profile)) ?? "–"]];
    }),
  };
}
