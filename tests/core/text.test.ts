import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldPhrase, foldText, foldWords, hasHiddenCharacters } from "../../src/core/text.js";

describe("foldText", () => {
  it.each([
    ["Nguyễn", "nguyen"],
    ["Nguyễn".normalize("NFD"), "nguyen"],
    ["ＳＭＩＴＨ", "smith"],
    ["gu\u200bn", "gun"],
    ["gun\u{e0067}\u{e0075}", "gun"],
    ["Đường ĐỎ", "duong do"],
    ["ŁÓDŹ Øre Æsop œuvre ẞ ß Þór ðæ ıİ ħŧ", "lodz ore aesop oeuvre ss ss thor dae ii ht"],
    ["ﬁne ① ㎏", "fine 1 kg"],
    ["한국", "한국"],
    ["한국".normalize("NFD"), "한국"],
    ["", ""],
  ])("folds %j to %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("changes nothing the second time, for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
      { numRuns: 1_000 },
    );
  });

  it("changes nothing the second time, for any single character", () => {
    for (let code = 0; code < 0x30000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const folded = foldText(String.fromCodePoint(code));
      if (foldText(folded) !== folded) expect.fail(`U+${code.toString(16)} folds to ${JSON.stringify(folded)}, then to ${JSON.stringify(foldText(folded))}`);
    }
  });
});

describe("foldWords and foldPhrase", () => {
  it("keep runs of letters and digits", () => {
    expect(foldWords("  Phốt-pho đỏ (99.5%), dạng BỘT\u00a0")).toEqual(["phot", "pho", "do", "99", "5", "dang", "bot"]);
    expect(foldWords("-- !")).toEqual([]);
  });

  it("make a whole-word phrase a substring", () => {
    expect(foldPhrase("Red\tPhosphorus!")).toBe(" red phosphorus ");
    expect(foldPhrase("5 kg of red phosphorus, pure").includes(foldPhrase("Red  phosphorus"))).toBe(true);
    expect(foldPhrase("redphosphorus").includes(foldPhrase("phosphorus"))).toBe(false);
  });
});

describe("hasHiddenCharacters", () => {
  it("finds characters that a reader does not see, every time it is asked", () => {
    for (const text of ["gu\u200bn", "\u{e0067}", "a\u00adb", "\ufeffa", "x\u2060"]) {
      expect([hasHiddenCharacters(text), hasHiddenCharacters(text)]).toEqual([true, true]);
    }
    for (const text of ["", "plain text", "Nguyễn", "a\tb", "한국"]) expect(hasHiddenCharacters(text)).toBe(false);
  });
});
