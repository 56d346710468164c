import { describe, expect, it } from "vitest";
import { isInHs2022 } from "../../src/model/hs2022.js";
import { findListedHeading, findListedPhrases } from "../../src/reference/find-in-list.js";
import { precursors } from "../../src/reference/precursors.js";
import { standardReference } from "../../src/reference/reference.js";
import type { ListedHeading, ListedPhrase } from "../../src/reference/reference-list.js";
import type { Substance } from "../../src/reference/substance.js";

const { citesHeadings, productionHeadings, productionWords, vagueWords } = standardReference;

describe("the reference lists", () => {
  it.each(Object.values(standardReference).map((list) => [list.id, list] as const))("%s is dated, titled, sourced and without repetitions", (_, list) => {
    expect(list.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(list.title.en).toMatch(/\S/);
    expect(list.title.vi).toMatch(/\S/);
    expect(Object.isFrozen(list.entries)).toBe(true);
    for (const entry of list.entries) {
      expect(entry.source).toMatch(/\S/);
      expect(["sourced", "secondary", "memory"]).toContain(entry.confidence);
    }
    const keys = (list.entries as readonly (Substance | ListedHeading | ListedPhrase)[]).map((entry) =>
      "phrase" in entry ? entry.phrase : "cas" in entry ? entry.cas : entry.hs6,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("name subheadings that HS 2022 has", () => {
    for (const { hs6 } of [...precursors.entries, ...citesHeadings.entries, ...productionHeadings.entries]) expect([hs6, isInHs2022(hs6)]).toEqual([hs6, true]);
    expect(citesHeadings.entries).toHaveLength(25);
  });
});

describe("findListedHeading", () => {
  it("looks at the first six digits", () => {
    expect(findListedHeading("05071000", citesHeadings)?.why).toBe("raw ivory");
    expect(findListedHeading("0507", citesHeadings)).toBeUndefined();
    expect(findListedHeading("847981", productionHeadings)).toBeUndefined();
    expect(findListedHeading(undefined, productionHeadings)).toBeUndefined();
  });
});

describe("findListedPhrases", () => {
  it("finds whole words, also disguised, each phrase once", () => {
    expect(findListedPhrases("Gifts, a gift, and g1ft", vagueWords).map(({ value }) => value.phrase)).toEqual(["gifts", "gift"]);
    expect(findListedPhrases("Giftware", vagueWords)).toEqual([]);
    expect(findListedPhrases("Máy dập viên nén ZP-9", productionWords).map(({ phrase }) => phrase)).toEqual(["máy dập viên"]);
    expect(findListedPhrases("рill рrеss", productionWords)).toMatchObject([{ phrase: "pill press", isDisguised: true }]);
  });
});
