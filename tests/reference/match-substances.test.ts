import { describe, expect, it } from "vitest";
import { type MatchableGoods, matchSubstances, type SubstanceMatch } from "../../src/reference/match-substances.js";
import { precursors } from "../../src/reference/precursors.js";
import { defineReferenceList } from "../../src/reference/reference-list.js";

function found(goods: MatchableGoods): readonly string[] {
  return matchSubstances(goods).map(({ substance }) => substance.id);
}

function only(goods: MatchableGoods): SubstanceMatch {
  const matches = matchSubstances(goods);
  expect(matches).toHaveLength(1);
  return matches[0] as SubstanceMatch;
}

/** Twenty ways to write a precursor so that a plain search misses it. */
const EVASIONS: readonly (readonly [way: string, text: string, isDisguised: boolean])[] = [
  ["capitals", "PIPERONAL 25KG DRUM", false],
  ["an accent", "pipérônal", false],
  ["marks over the letters", "p\u0336i\u0336p\u0336eronal", false],
  ["a d with a stroke", "metyl etyl keton, axit clohyđric", false],
  ["full width", "ｐｉｐｅｒｏｎａｌ", false],
  ["mathematical bold", "𝐩𝐢𝐩𝐞𝐫𝐨𝐧𝐚𝐥", false],
  ["letters in circles", "ⓟⓘⓟⓔⓡⓞⓝⓐⓛ", false],
  ["a zero-width space", "piper\u200bonal", false],
  ["a soft hyphen", "piper\u00adonal", false],
  ["Cyrillic letters", "рiреrоnаl", true],
  ["Cyrillic capitals", "РІРЕRОNАL", true],
  ["Greek capitals", "ΡΙΡΕRΟΝΑL", true],
  ["small capitals", "ᴘɪᴘᴇʀᴏɴᴀʟ", true],
  ["digits for letters", "p1per0n4l", true],
  ["a sign for a letter", "piperon@l", true],
  ["spaces between the letters", "p i p e r o n a l", true],
  ["dots between the letters", "p.i.p.e.r.o.n.a.l", true],
  ["a hyphen", "piper-onal", false],
  ["a no-break space", "piper\u00a0onal", false],
  ["doubled letters", "pipperonnal", false],
  ["figures stuck to it", "25kg99piperonal50", false],
  ["the right-to-left override", "\u202epiperonal", false],
];

describe("matchSubstances", () => {
  it("knows 47 substances with sound CAS numbers, each found by HS, CAS and every name", () => {
    expect(precursors.entries).toHaveLength(47);
    for (const substance of precursors.entries) {
      const { id, name, names = [], namesFromMemory = [], abbreviations = [], cas, hs6 } = substance;
      expect(found({ hsCode: hs6 })).toContain(id);
      expect(found({ casNumbers: [cas] })).toEqual([id]);
      expect(found({ description: `reagent, CAS ${cas}, 99 %` })).toEqual([id]);
      for (const known of [name, ...names, ...namesFromMemory]) expect([known, found({ description: `25 kg ${known}, technical` })]).toEqual([known, [id]]);
      for (const known of abbreviations) {
        expect([known, found({ description: known, hsCode: "29000000" })]).toEqual([known, [id]]);
        expect([known, found({ description: known })]).toEqual([known, []]);
        expect([known, found({ description: known, hsCode: "85061000" })]).toEqual([known, []]);
      }
      expect(substance.source).toContain("secondary");
    }
  });

  it("says what matched, of a subheading that names the substance and one that others share", () => {
    expect(only({ hsCode: "29152400", description: "Acetic anhydride, CAS 108-24-7" }).evidence).toEqual([
      { kind: "hs", hs6: "291524", isNamedByHs: true },
      { kind: "cas", cas: "108-24-7" },
      { kind: "name", name: "Acetic anhydride", words: "acetic anhydride", isDisguised: false },
    ]);
    const shared = matchSubstances({ hsCode: "29333990", casNumbers: ["1609-66-1"] });
    expect(shared.map(({ substance, evidence }) => [substance.id, evidence.map(({ kind }) => kind)])).toEqual([
      ["n-phenyl-4-piperidinamine", ["hs"]],
      ["1-boc-4-ap", ["hs"]],
      ["norfentanyl", ["hs", "cas"]],
      ["4-piperidone", ["hs"]],
      ["1-boc-4-piperidone", ["hs"]],
    ]);
  });

  it.each(EVASIONS)("finds a name behind %s", (_, text, isDisguised) => {
    const evidence = matchSubstances({ description: `Goods: ${text}` }).map((match) => match.evidence[0]);
    expect(evidence.length).toBeGreaterThan(0);
    for (const one of evidence) expect(one).toMatchObject({ kind: "name", isDisguised });
  });

  it("lists at least twenty evasions", () => {
    expect(EVASIONS.length).toBeGreaterThanOrEqual(20);
  });

  it("reads two words in either order, and British or American spelling", () => {
    expect(found({ description: "ANHYDRIDE, ACETIC" })).toEqual(["acetic-anhydride"]);
    expect(found({ description: "sulfuric acid" })).toEqual(["sulphuric-acid"]);
    expect(only({ description: "sulfuric acid" }).evidence[0]).toMatchObject({ isDisguised: false });
  });

  it("takes the longest name, whole words alone, and no other goods that begin with one", () => {
    expect(found({ description: "pseudo-ephedrine" })).toEqual(["pseudoephedrine"]);
    expect(found({ description: "isosafrole and safrole" })).toEqual(["isosafrole", "safrole"]);
    expect(found({ description: "acetonedicarboxylic ester" })).toEqual([]);
    expect(found({ description: "toluene diisocyanate; acetone-free remover; sulfuric acid batteries" })).toEqual([]);
    expect(found({ description: "toluene diisocyanate in toluene" })).toEqual(["toluene"]);
    expect(found({ description: "1-boc-4-piperidone" })).toEqual(["1-boc-4-piperidone"]);
    expect(found({ description: "AA batteries, 50 period in every pack" })).toEqual([]);
  });

  it("takes no CAS number with a wrong check digit, and any dash, full-width digits, or bare digits after the word", () => {
    expect(found({ description: "CAS 108-24-8", casNumbers: ["108-24-8", "x"] })).toEqual([]);
    expect(found({ description: "１０８–２４–７" })).toEqual(["acetic-anhydride"]);
    expect(found({ description: "108 - 24 - 7" })).toEqual(["acetic-anhydride"]);
    expect(found({ description: "CAS No. 108247" })).toEqual(["acetic-anhydride"]);
    expect(found({ description: "no 108247" })).toEqual([]);
    expect(found({ description: "2108-24-7-1" })).toEqual([]);
  });

  it("finds nothing in goods without text or code", () => {
    expect(found({})).toEqual([]);
    expect(found({ hsCode: "29", description: "" })).toEqual([]);
  });

  it("reads another list in its place", () => {
    const [first] = precursors.entries;
    if (first === undefined) throw new Error("no entry");
    const own = defineReferenceList({ ...precursors, id: "own", entries: [{ ...first, id: "mine", names: ["special sauce"] }] });
    expect(matchSubstances({ description: "special sauce" }, own).map(({ substance }) => substance.id)).toEqual(["mine"]);
    expect(matchSubstances({ description: "piperonal" }, own)).toEqual([]);
  });
});
