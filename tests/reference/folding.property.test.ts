import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldLookalikes, latinLookalike } from "../../src/core/lookalikes.js";
import { foldText } from "../../src/core/text.js";
import { matchSubstances } from "../../src/reference/match-substances.js";
import { precursors } from "../../src/reference/precursors.js";
import { spellingKey } from "../../src/reference/spelling-key.js";

const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."ΗΝΥΜηнвсАВЕКМНОРСТУХ\u0301\u200b\u00adđĐﬁ①Ａᴀ0358pthif ") }));

describe("the folding of text", () => {
  it("is idempotent, with look-alikes and without", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const folded = foldLookalikes(raw);
        expect(foldLookalikes(folded)).toBe(folded);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives a key of spelling that is its own key", () => {
    fc.assert(
      fc.property(text, fc.boolean(), (raw, isPlain) => {
        const key = spellingKey(foldLookalikes(raw), isPlain);
        expect(spellingKey(key, isPlain)).toBe(key);
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves letters alone that pass for no other", () => {
    expect(["ж", "a", "и"].map(latinLookalike)).toEqual(["ж", "a", "и"]);
  });
});

const INVISIBLE = ["", "\u200b", "\u00ad", "\u2060", "\u0301"];
const SEPARATORS = ["", "", "", " ", "-", ".", "\u00a0"];

describe("a precursor's name", () => {
  it("is found with invisible characters, marks, separators and any case within", () => {
    const names = precursors.entries.map(({ id, name }) => ({ id, name }));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(fc.record({ hidden: fc.constantFrom(...INVISIBLE), between: fc.constantFrom(...SEPARATORS), isUpper: fc.boolean() }), {
          minLength: 80,
          maxLength: 80,
        }),
        ({ id, name }, changes) => {
          const written = Array.from(name, (letter, index) => {
            const { hidden, between, isUpper } = changes[index] ?? { hidden: "", between: "", isUpper: false };
            return `${isUpper ? letter.toUpperCase() : letter}${hidden}${between}`;
          }).join("");
          expect(matchSubstances({ description: written }).map(({ substance }) => substance.id)).toContain(id);
        },
      ),
    );
  });
});
