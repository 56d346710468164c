import { describe, expect, it } from "vitest";
import { airWaybillNumber } from "../../../src/model/identifiers/air-waybill-number.js";
import { casNumber } from "../../../src/model/identifiers/cas-number.js";
import { containerNumber } from "../../../src/model/identifiers/container-number.js";
import { countryCodeStatus, listedCountryCode } from "../../../src/model/identifiers/country-code.js";
import { listedCurrencyCode } from "../../../src/model/identifiers/currency-code.js";
import { harmonizedSystemCode } from "../../../src/model/identifiers/hs-code.js";
import { formatIdentifier, type IdentifierKind, identifierFault, parseIdentifier, parseIdentifierOrThrow } from "../../../src/model/identifiers/identifier.js";
import { imoNumber } from "../../../src/model/identifiers/imo-number.js";
import { legalEntityIdentifier } from "../../../src/model/identifiers/legal-entity-identifier.js";
import { postalItemNumber } from "../../../src/model/identifiers/postal-item-number.js";
import { unLocode } from "../../../src/model/identifiers/un-locode.js";
import { taxCodeCheckDigit, vietnameseTaxCode } from "../../../src/model/identifiers/vietnamese-tax-code.js";
import vectors from "./vectors.json" with { type: "json" };

const KINDS: Readonly<Record<string, unknown>> = {
  airWaybillNumber,
  casNumber,
  containerNumber,
  imoNumber,
  legalEntityIdentifier,
  postalItemNumber,
  unLocode,
  vietnameseTaxCode,
};

const samples = Object.entries(vectors).map(([name, { valid, invalid }]) => ({ kind: kindOf(name), name, valid, invalid }));

function kindOf(name: string): IdentifierKind<unknown> {
  return KINDS[name] as IdentifierKind<unknown>;
}

function faults<T>(kind: IdentifierKind<T>, texts: readonly string[]): readonly (string | undefined)[] {
  return texts.map((text) => identifierFault(kind, text));
}

describe("the published vectors", () => {
  it.each(samples)("$name: the valid ones are read and written back as they are", ({ kind, valid }) => {
    expect(valid.length).toBeGreaterThan(0);
    expect(valid.map((text) => formatIdentifier(kind, parseIdentifierOrThrow(kind, text)))).toEqual(valid);
  });

  it.each(samples)("$name: the invalid ones fail by their check digit", ({ kind, invalid }) => {
    expect(invalid.map((text) => identifierFault(kind, text))).toEqual(invalid.map(() => "checkDigit"));
  });
});

describe("parseIdentifier", () => {
  it("tells the parts of a number", () => {
    expect(parseIdentifierOrThrow(containerNumber, "csqu 305438-3")).toEqual({ ownerCode: "CSQ", category: "U", serialNumber: "305438", checkDigit: "3" });
    expect(parseIdentifierOrThrow(imoNumber, "IMO 9319466")).toEqual({ serialNumber: "931946", checkDigit: "6" });
    expect(parseIdentifierOrThrow(airWaybillNumber, "17612345675")).toEqual({ airlinePrefix: "176", serialNumber: "1234567", checkDigit: "5" });
    expect(parseIdentifierOrThrow(postalItemNumber, "EE 471 108 151 FR")).toEqual({
      serviceIndicator: "EE",
      serialNumber: "47110815",
      checkDigit: "1",
      issuingCountryCode: "FR",
    });
    expect(parseIdentifierOrThrow(casNumber, "CAS No.: 108‑24‑7")).toEqual({ first: "108", second: "24", checkDigit: "7" });
    expect(parseIdentifierOrThrow(legalEntityIdentifier, "213800KUD8LAJWSQ9D15")).toEqual({
      issuerPrefix: "2138",
      entity: "00KUD8LAJWSQ9D",
      checkDigits: "15",
    });
    expect(parseIdentifierOrThrow(unLocode, "VN SGN")).toEqual({ countryCode: "VN", placeCode: "SGN" });
  });

  it("gives frozen parts", () => {
    expect(Object.isFrozen(parseIdentifierOrThrow(imoNumber, "9319466"))).toBe(true);
  });

  it.each([
    ["identifier.form", imoNumber, "931946"],
    ["identifier.checkDigit", imoNumber, "9319467"],
    ["identifier.notListed", unLocode, "QQABC"],
  ] as const)("reports %s with what was expected and what came", (code, kind, text) => {
    const result = parseIdentifier<unknown>(kind as IdentifierKind<unknown>, text);
    expect(result).toMatchObject({ ok: false, issues: [{ code, severity: "error", path: [], identifier: kind.identifier, received: `"${text}"` }] });
    expect(result.ok ? "" : result.issues[0].expected).toContain(kind.expected);
    expect(() => parseIdentifierOrThrow<unknown>(kind as IdentifierKind<unknown>, text)).toThrow(kind.expected);
  });

  it("takes nothing but short texts, whatever a caller in plain JavaScript gives", () => {
    expect(identifierFault(imoNumber, 9_319_466 as unknown as string)).toBe("form");
    expect(identifierFault(imoNumber, `${" ".repeat(100_000)}9319466`)).toBe("form");
  });
});

describe("the Vietnamese tax code", () => {
  it("is of a taxpayer, of a dependent unit, or a person's identity number without a check digit", () => {
    expect(["0100233488", "0314409058002", "001099012345"].map((text) => parseIdentifierOrThrow(vietnameseTaxCode, text))).toEqual([
      { kind: "taxpayer", number: "0100233488" },
      { kind: "dependentUnit", number: "0314409058", unit: "002" },
      { kind: "personal", number: "001099012345" },
    ]);
    expect(formatIdentifier(vietnameseTaxCode, { kind: "dependentUnit", number: "0314409058", unit: "002" })).toBe("0314409058-002");
  });

  it("is never issued where its digits give 10, with a body of zeros, or for the unit 000", () => {
    const body = Array.from({ length: 1_000 }, (_, serial) => `01${String(serial).padStart(7, "0")}`).find((text) => taxCodeCheckDigit(text) === undefined);
    expect(faults(vietnameseTaxCode, [`${body}0`, "0100000000", "0314409058-000", "031440905", "03144090580"])).toEqual([
      "checkDigit",
      "form",
      "form",
      "form",
      "form",
    ]);
  });
});

describe("country codes", () => {
  it("stand in the standard, or are those that customs use beside it", () => {
    const codes = ["VN", "XK", "EU", "UK", "ZZ", "XX", "SU", "QQ"];
    expect(codes.map(countryCodeStatus)).toEqual([
      "assigned",
      "userAssigned",
      "exceptionallyReserved",
      "exceptionallyReserved",
      "unknownCountry",
      "unknownCountry",
      "withdrawn",
      undefined,
    ]);
    expect(parseIdentifierOrThrow(listedCountryCode, " vn ")).toEqual({ code: "VN", status: "assigned" });

    expect(faults(listedCountryCode, ["QQ", "VNM", "XK"])).toEqual(["notListed", "form", undefined]);
  });

  it("are 249 where assigned, each in one standing", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const statuses = letters.flatMap((first) => letters.map((second) => countryCodeStatus(first + second)));
    expect(statuses.filter((status) => status === "assigned")).toHaveLength(249);
    expect(statuses.filter((status) => status !== undefined && status !== "assigned")).toHaveLength(32);
  });
});

describe("currency codes", () => {
  it("tell their decimals and their standing", () => {
    expect(["VND", "USD", "KWD", "CLF", "XAU", "DEM"].map((code) => parseIdentifierOrThrow(listedCurrencyCode, code))).toEqual([
      { code: "VND", status: "current", minorUnits: 0 },
      { code: "USD", status: "current", minorUnits: 2 },
      { code: "KWD", status: "current", minorUnits: 3 },
      { code: "CLF", status: "current", minorUnits: 4 },
      { code: "XAU", status: "special" },
      { code: "DEM", status: "withdrawn" },
    ]);
    expect(faults(listedCurrencyCode, ["QQQ", "US", "eur"])).toEqual(["notListed", "form", undefined]);
    expect(formatIdentifier(listedCurrencyCode, { code: "VND", status: "current" })).toBe("VND");
  });
});

describe("HS codes", () => {
  it("have levels, of which the first six digits are international", () => {
    expect(["29", "2915", "2915.24", "2915.24.00"].map((text) => parseIdentifierOrThrow(harmonizedSystemCode, text))).toEqual([
      { chapter: "29" },
      { chapter: "29", heading: "2915" },
      { chapter: "29", heading: "2915", subheading: "291524" },
      { chapter: "29", heading: "2915", subheading: "291524", national: "29152400" },
    ]);
    expect(faults(harmonizedSystemCode, ["291", "29A5", ""])).toEqual(["form", "form", "form"]);
  });
});

describe("UN/LOCODEs", () => {
  it("name a listed country and use no 0 and 1", () => {
    expect(faults(unLocode, ["VNSG1", "QQSGN", "XKPRN", "VNSG2"])).toEqual(["form", "notListed", undefined, undefined]);
  });
});

describe("wrong forms", () => {
  it.each([
    [containerNumber, ["CSQA3054383", "CSQU305438", "CS1U3054383"]],
    [airWaybillNumber, ["176-1234567", "17A-12345675"]],
    [postalItemNumber, ["E1471108151FR", "EE47110815FR"]],
    [casNumber, ["108247", "008-24-7", "12345678-24-7"]],
    [legalEntityIdentifier, ["213800KUD8LAJWSQ9D1", "213800KUD8LAJWSQ9D1A"]],
  ] as const)("of $identifier are no numbers at all", (kind, texts) => {
    expect(faults(kind as IdentifierKind<unknown>, texts)).toEqual(texts.map(() => "form"));
  });
});
