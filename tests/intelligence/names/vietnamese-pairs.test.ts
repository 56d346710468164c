import { describe, expect, it } from "vitest";
import { matchAddresses } from "../../../src/intelligence/matching/match-addresses.js";
import { matchNames } from "../../../src/intelligence/names/match-names.js";
import { plain, type VietnamesePair, vietnamesePairs } from "./vietnamese-pairs.js";

/** Thresholds: for names what lets 2 % of the hard negatives of the sanctions lists pass, for addresses lower, since their numbers must agree. */
const THRESHOLD = { person: 0.895, company: 0.895, address: 0.8 } as const;

const pairs = vietnamesePairs();
const score = ({ of, a, b }: VietnamesePair): number => (of === "address" ? matchAddresses(a, b) : matchNames(a, b));

function right(of: VietnamesePair["of"], isSame: boolean): { readonly share: number; readonly count: number } {
  const chosen = pairs.filter((pair) => pair.of === of && pair.isSame === isSame);
  return { share: chosen.filter((pair) => score(pair) > THRESHOLD[of] === isSame).length / chosen.length, count: chosen.length };
}

describe("Vietnamese names, companies and addresses", () => {
  it("are a labelled set of over 500 pairs, the same for the same seed", () => {
    expect(pairs.length).toBe(567);
    expect(vietnamesePairs()).toEqual(pairs);
    expect(vietnamesePairs(1)).not.toEqual(pairs);
  });

  it("match without diacritics exactly as with them", () => {
    for (const { a } of pairs) {
      expect(matchNames(a, plain(a))).toBe(1);
      expect(matchNames(a, a.normalize("NFD").toUpperCase())).toBe(1);
    }
  });

  it.each([
    ["person", true, 1],
    ["person", false, 0.92],
    ["company", true, 0.87],
    ["company", false, 1],
    ["address", true, 1],
    ["address", false, 1],
  ] as const)("of kind %s and label %s are told right in a share of at least %d", (of, isSame, least) => {
    const { share, count } = right(of, isSame);
    expect(count).toBeGreaterThan(40);
    expect(share).toBeGreaterThanOrEqual(least);
  });

  it("differ by one vowel: Lan is not Loan, while romanisations of other languages may differ so", () => {
    expect(matchNames("Nguyễn Thị Lan", "NGUYEN THI LOAN")).toBeLessThan(THRESHOLD.person);
    expect(matchNames("Lý Quí Trung", "LY QUY TRUNG")).toBeGreaterThan(THRESHOLD.person);
    expect(matchNames("Mohammad Hassan KANJOU", "Mohammed Hasan KANJO")).toBeGreaterThan(THRESHOLD.person);
  });
});
