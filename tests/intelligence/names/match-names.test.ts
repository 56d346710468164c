import { describe, expect, it } from "vitest";
import { explainNames } from "../../../src/intelligence/names/explain-names.js";
import { matchNames } from "../../../src/intelligence/names/match-names.js";

/** About what lets 2 % of the hard negatives of the sanctions lists pass (docs/name-matching.md). */
const THRESHOLD = 0.895;

describe("matchNames", () => {
  it.each([
    ["Nguyễn Văn Đức", "NGUYEN VAN DUC"],
    ["Straße 5 GmbH", "STRASSE 5 GMBH"],
    ["CHOE, Chun-sik", "CH'OE, Ch'un-sik"],
    ["A\u200bcme Trading", "acme trading"],
    ["Ａｃｍｅ", "ACME"],
    ["Rоsnеft", "Rosneft"],
    ["S.A.L. Offshore", "SAL OFFSHORE"],
    ["Marks & Spencer", "marks and spencer"],
    ["", ""],
    ["?!", "?!"],
  ])("is 1 for %s and %s, which are equal once folded", (a, b) => {
    expect(matchNames(a, b)).toBe(1);
  });

  it.each([
    ["case of another script", "Dmitry Vladislavovich KLYUEV", "Дмитрий Владиславович КЛЮЕВ"],
    ["Arabic letters", "IBRAHIM HASSAN TALI AL-ASIRI", "إبراهيم حسن طالع العسيري"],
    ["Chinese characters", "Li Ming", "李明"],
    ["Korean romanisations", "Jong-Un Kim", "Kim Jong Un"],
    ["word order", "AHMAD, Najmuddin Faraj", "NAJMUDDIN, Faraj Ahmad"],
    ["one romanisation or another", "Yankuba BADGIE", "Yankouba BADJIE"],
    ["compound names", "Abd al-Rahman Yasin", "Abdurrahman YASEEN"],
    ["the second half of a compound", "Hayat Ullah Khan Zadran", "HAYATULLAH KHAN ZADRAN"],
    ["an article inside a compound", "Saif al Din Mansoor", "Saifuldin Mansour"],
    ["joined words", "ZHU HAI ZHEN RONG CO", "ZHUHAI ZHENRONG CO"],
    ["legal forms in other languages", "SIGNAL-INVEST OOO", "LIMITED LIABILITY COMPANY SIGNAL-INVEST"],
    ["a father's name left out", "KAGANSKIY, Vladimir Yakovlevich", "KAGANSKIY, Vladimir"],
    ["exchanged neighbours", "Sergei PETORVSKY", "Sergei PETROVSKY"],
  ])("looks through %s", (_, a, b) => {
    expect(matchNames(a, b)).toBeGreaterThan(THRESHOLD);
  });

  it.each([
    ["another family name", "Maxim Gennadyevich RESHETNIKOV", "Maxim Gennadyevich KNYSH"],
    ["another given name of the same father", "KIM, Ki Nam", "KIM, Il-Nam"],
    ["another number", "WON SAN 2", "WON SAN 6"],
    ["a number that one lacks", "KUM SONG 3", "KUM SONG"],
    ["Roman numbers", "BICENTENARIO VI", "BICENTENARIO VII"],
    ["another core beside the same trade", "DALIAN TIANYI INTERNATIONAL TRADING CO., LTD.", "DALIAN YONGKANG INTERNATIONAL TRADING CO., LTD."],
    ["the same form alone", "LIMITED LIABILITY COMPANY TRANSOIL", "LIMITED LIABILITY COMPANY STROYGAZMONTAZH"],
    ["another script and name", "Sergei Aleksandrovich GUSACHENKO", "Дмитрий Владиславович КЛЮЕВ"],
    ["nothing in common", "Ali REZVANMANESH", "Timofey Nikolayevich SERGEYTSEV"],
    ["no word at all", "Ali", "?!"],
    ["legal forms alone", "LLC", "JSC"],
  ])("tells %s apart", (_, a, b) => {
    expect(matchNames(a, b)).toBeLessThan(THRESHOLD);
  });

  it("reads 400 characters and 24 words of a name, so that a name of 10 MB costs no more than a long one", () => {
    const long = "Acme Trading ".repeat(800_000);
    const start = performance.now();
    expect(matchNames(long, `${long}X`)).toBe(1);
    expect(matchNames(long, "Acme Trading")).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe("explainNames", () => {
  it("lists the parts that take points away, heaviest first, and they add up to the score exactly", () => {
    const { base, evidence, micropoints, score, isEqual, matched, onlyInA, onlyInB } = explainNames(
      "Maxim Gennadyevich RESHETNIKOV",
      "Максим Геннадьевич КНЫШ",
    );
    expect(isEqual).toBe(false);
    expect(base + evidence.reduce((sum, part) => sum + part.micropoints, 0)).toBe(micropoints);
    expect(score).toBe(matchNames("Maxim Gennadyevich RESHETNIKOV", "Максим Геннадьевич КНЫШ"));
    expect(evidence.every((part) => part.micropoints < 0)).toBe(true);
    expect(evidence.map((part) => part.micropoints)).toEqual(evidence.map((part) => part.micropoints).sort((a, b) => a - b));
    expect(matched.map(({ a }) => a).sort()).toEqual(["gennadyevich", "maxim"]);
    expect(onlyInA).toEqual(["reshetnikov"]);
    expect(onlyInB).toEqual(["knysh"]);
    expect(evidence.find(({ part }) => part === "contradiction")?.words).toEqual(["reshetnikov", "knysh"]);
  });

  it("names the words of the other parts: the pair least alike, numbers, legal forms", () => {
    const { evidence, legalFormsOfA, legalFormsOfB } = explainNames("Bolshoi Zavod 12 OOO", "BOLSHOY ZAVOD 13 OAO");
    const words = Object.fromEntries(evidence.map((part) => [part.part, part.words]));
    expect(words).toMatchObject({ leastAlike: ["bolshoi", "bolshoy"], otherNumbers: ["12", "13"], otherLegalForm: ["limited", "shares"], otherLetters: [] });
    expect([legalFormsOfA, legalFormsOfB]).toEqual([["limited"], ["shares"]]);
  });

  it("takes nothing away from names that are equal once folded", () => {
    expect(explainNames("Công ty TNHH Sao Mai", "CONG TY TNHH SAO MAI")).toMatchObject({ score: 1, isEqual: true, evidence: [] });
  });

  it("keeps the caller's sides when the names are compared in the other order", () => {
    const one = explainNames("Zorro Alvarez", "Alvarez");
    const other = explainNames("Alvarez", "Zorro Alvarez");
    expect(one.onlyInA).toEqual(["zorro"]);
    expect(other.onlyInB).toEqual(["zorro"]);
    expect(other.score).toBe(one.score);
  });
});
