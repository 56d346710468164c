// The labelled pairs of names, and what is read from them.
import { existsSync, readFileSync } from "node:fs";
import { explainNames } from "consignment-risk/intelligence";
import Papa from "papaparse";

const FILE = new URL("../../../shared/data/names/name_pairs_shared.csv", import.meta.url);
const OTHER = new URL("../../shared/data/names/name_pairs_shared.csv", import.meta.url);

/** Kinds that strings alone can solve; the others are pseudonyms, acronyms and names without a common word. */
export const SOLVABLE = [
  "cross_script",
  "case_or_punctuation",
  "legal_form_only",
  "spacing",
  "spelling_or_romanisation",
  "subset_of_words",
  "word_order",
  "partial_overlap",
];
export const UNSOLVABLE = ["distant_spelling", "acronym", "unrelated_alias"];

export const PARTS = ["otherLetters", "shareMissing", "leastAlike", "bothHaveMore", "oneHasMore", "contradiction", "otherNumbers", "otherLegalForm"];

/** The pairs of the file, else `undefined` where it is absent. */
export function readPairs() {
  const file = [OTHER, FILE].find((url) => existsSync(url));
  if (file === undefined) return undefined;
  return Papa.parse(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true }).data.map((row) => ({
    a: row.name_a,
    b: row.name_b,
    isSame: row.same === "1",
    kind: row.pair_kind,
    entities: [row.entity_a, row.entity_b],
  }));
}

/**
 * The file's negatives are all of one script. For every pair of different entities of which one is also listed in another script, the pair
 * with that writing is a negative too, of kind `cross_script_negative`: without these, a fit would take another script for evidence.
 */
export function crossScriptNegatives(pairs) {
  const isForeign = (name) => /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\p{Script=Hangul}]/u.test(name);
  const written = new Map();
  for (const { a, b, entities } of pairs) {
    for (const [name, entity] of [
      [a, entities[0]],
      [b, entities[1]],
    ]) {
      if (!isForeign(name)) continue;
      if (!written.has(entity)) written.set(entity, new Set());
      written.get(entity).add(name);
    }
  }
  const found = new Map();
  for (const pair of pairs.filter(({ isSame }) => !isSame)) {
    for (const [name, other] of [
      [pair.a, pair.entities[1]],
      [pair.b, pair.entities[0]],
    ]) {
      if (isForeign(name)) continue;
      for (const foreign of written.get(other) ?? []) found.set(`${name}|${foreign}`, { ...pair, a: name, b: foreign, kind: "cross_script_negative" });
    }
  }
  return [...found.values()];
}

export const isHardNegative = ({ isSame, kind }) => !isSame && kind !== "random" && kind !== "cross_script_negative";
export const isForFitting = ({ isSame, kind }) => !isSame || SOLVABLE.includes(kind);

/** What sets two names apart, one number for each part of the scorecard; `isEqual` names are outside the fit. */
export function featuresOf({ a, b }) {
  const { evidence, isEqual } = explainNames(a, b);
  return { isEqual, values: PARTS.map((part) => evidence.find((found) => found.part === part)?.value ?? 0) };
}

/** A number from a text, the same everywhere (FNV-1a). */
export function hashOf(text) {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619) >>> 0;
  return hash;
}
