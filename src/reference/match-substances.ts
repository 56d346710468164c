import { foldPhrase, foldWords } from "../core/text.js";
import { casNumber } from "../model/identifiers/cas-number.js";
import { formatIdentifier, parseIdentifier } from "../model/identifiers/identifier.js";
import { casNumbersIn } from "./cas-numbers-in.js";
import { indexPhrases, type PhraseIndex } from "./phrase-index.js";
import { precursors } from "./precursors.js";
import type { ReferenceList } from "./reference-list.js";
import type { Substance } from "./substance.js";

/** What is known of goods that may be a listed substance. */
export interface MatchableGoods {
  readonly hsCode?: string;
  readonly description?: string;
  readonly casNumbers?: readonly string[];
}

/** Why goods may be a substance. */
export type SubstanceEvidence =
  /** The subheading; where it does not name the substance, many other goods share it. */
  | { readonly kind: "hs"; readonly hs6: string; readonly isNamedByHs: boolean }
  /** The CAS number, stated by itself or in the description, with its check digit verified. */
  | { readonly kind: "cas"; readonly cas: string }
  /** A name of the list, the words of the description that it was found in, and whether they hide it. */
  | { readonly kind: "name"; readonly name: string; readonly words: string; readonly isDisguised: boolean };

/** A substance that goods may be, and all that says so. */
export interface SubstanceMatch {
  readonly substance: Substance;
  readonly evidence: readonly SubstanceEvidence[];
}

interface SubstanceIndex {
  readonly byHs6: ReadonlyMap<string, readonly Substance[]>;
  readonly byCas: ReadonlyMap<string, Substance>;
  readonly names: PhraseIndex<Substance>;
  readonly abbreviations: readonly (readonly [phrases: readonly string[], name: string, substance: Substance])[];
}

const CHEMICAL_CHAPTERS: ReadonlySet<string> = new Set(["28", "29"]);

/** Lists are frozen, so that what was prepared of one stays true. */
const prepared = new WeakMap<ReferenceList<Substance>, SubstanceIndex>();

function prepare(list: ReferenceList<Substance>): SubstanceIndex {
  const byHs6 = new Map<string, Substance[]>();
  for (const substance of list.entries) byHs6.set(substance.hs6, [...(byHs6.get(substance.hs6) ?? []), substance]);
  const names = list.entries.flatMap((substance) =>
    [substance.name, ...(substance.names ?? []), ...(substance.namesFromMemory ?? [])].map((name) => [name, substance] as const),
  );
  const abbreviations = list.entries.flatMap((substance) =>
    (substance.abbreviations ?? []).map((name) => [[foldPhrase(name), ` ${foldWords(name).join("")} `], name, substance] as const),
  );
  const otherGoods = list.entries.flatMap((substance) => substance.otherGoods ?? []);
  return {
    byHs6,
    byCas: new Map(list.entries.map((substance) => [substance.cas, substance])),
    names: indexPhrases(names, otherGoods),
    abbreviations,
  };
}

/**
 * The listed substances that goods may be, with everything that says so: the HS subheading, CAS numbers stated or in the description
 * (check digit verified), and names in the description whatever their disguise (see `indexPhrases`). In the order of the list.
 */
export function matchSubstances(goods: MatchableGoods, list: ReferenceList<Substance> = precursors): readonly SubstanceMatch[] {
  let index = prepared.get(list);
  if (index === undefined) {
    index = prepare(list);
    prepared.set(list, index);
  }
  const evidence = new Map<Substance, SubstanceEvidence[]>();
  const add = (substance: Substance, found: SubstanceEvidence): void => {
    const known = evidence.get(substance);
    if (known === undefined) evidence.set(substance, [found]);
    else known.push(found);
  };
  const { hsCode = "", description = "" } = goods;
  for (const substance of index.byHs6.get(hsCode.slice(0, 6)) ?? []) {
    add(substance, { kind: "hs", hs6: substance.hs6, isNamedByHs: substance.isNamedByHs });
  }
  for (const cas of statedCasNumbers(goods)) {
    const substance = index.byCas.get(cas);
    if (substance !== undefined) add(substance, { kind: "cas", cas });
  }
  for (const { value, phrase, words, isDisguised } of index.names.find(description)) add(value, { kind: "name", name: phrase, words, isDisguised });
  if (CHEMICAL_CHAPTERS.has(hsCode.slice(0, 2))) {
    const text = foldPhrase(description);
    for (const [phrases, name, substance] of index.abbreviations) {
      const phrase = phrases.find((candidate) => text.includes(candidate));
      if (phrase !== undefined) add(substance, { kind: "name", name, words: phrase.trim(), isDisguised: false });
    }
  }
  if (evidence.size === 0) return [];
  return list.entries.flatMap((substance) => {
    const found = evidence.get(substance);
    return found === undefined ? [] : [{ substance, evidence: found }];
  });
}

function statedCasNumbers({ casNumbers = [], description = "" }: MatchableGoods): ReadonlySet<string> {
  const stated = casNumbers.flatMap((text) => {
    const parsed = parseIdentifier(casNumber, text);
    return parsed.ok ? [formatIdentifier(casNumber, parsed.value)] : [];
  });
  return new Set([...stated, ...casNumbersIn(description).valid]);
}
