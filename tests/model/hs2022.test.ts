import { describe, expect, it } from "vitest";
import { isInHs2022 } from "../../src/model/hs2022.js";
import { HS2022_CODES } from "../../src/model/hs2022-codes.js";

describe("isInHs2022", () => {
  it("knows chapters, headings and subheadings", () => {
    expect(["29", "2933", "293336", "293337", "854231"].map(isInHs2022)).toEqual([true, true, true, true, true]);
  });

  it("looks at the first six digits, whatever national digits follow", () => {
    expect(["29333600", "2933369012", "29333800"].map(isInHs2022)).toEqual([true, true, false]);
  });

  it("knows no code that the edition left out or that never was", () => {
    // 77 is reserved, 8469 (typewriters) ended with HS 2017, 293300 never was
    expect(["77", "8469", "293300", "00", "99", "9901"].map(isInHs2022)).toEqual([false, false, false, false, true, false]);
  });

  it("holds the 5,613 subheadings of the list in 97 chapters", () => {
    const lines = HS2022_CODES.trim().split("\n");
    const subheadings = lines.flatMap((line) => line.split(" ").slice(1)).reduce((sum, word) => sum + (word.length - 2) / 2, 0);
    expect({ chapters: lines.length, subheadings }).toEqual({ chapters: 97, subheadings: 5_613 });
  });
});
