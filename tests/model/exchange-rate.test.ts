import { describe, expect, it } from "vitest";
import { parseWith } from "../../src/core/schema.js";
import { convertMoney, type ExchangeRate, exchangeRate } from "../../src/model/exchange-rate.js";
import { partyKey } from "../../src/model/party.js";
import { expectOnly, issuesOf, valueOf } from "../support/issues.js";

const NOVEMBER: ExchangeRate = { from: "USD", to: "VND", rate: 25_000, validFrom: "2026-11-01T00:00:00+07:00", validTo: "2026-12-01T00:00:00+07:00" };
const LATER: ExchangeRate = { from: "USD", to: "VND", rate: 26_000, validFrom: "2026-12-01T00:00:00+07:00" };
const TEN = { amount: 10, currency: "USD" };

describe("convertMoney", () => {
  it("leaves an amount in its own currency alone, without any rate", () => {
    expect(convertMoney({ amount: 0.1, currency: "VND" }, "VND", [], "2026-11-21T00:00:00Z")).toBe(0.1);
  });

  it("takes the rate in force, from its first millisecond up to its last", () => {
    const at = (asOf: string): number | undefined => convertMoney(TEN, "VND", [NOVEMBER, LATER], asOf);
    expect(at("2026-10-31T23:59:59.999+07:00")).toBeUndefined();
    expect(at("2026-11-01T00:00:00+07:00")).toBe(250_000);
    expect(at("2026-11-30T23:59:59.999+07:00")).toBe(250_000);
    expect(at("2026-12-01T00:00:00+07:00")).toBe(260_000);
    expect(at("2199-01-01T00:00:00Z")).toBe(260_000);
  });

  it("takes the first rate that fits, of both currencies and no other", () => {
    const other = { ...LATER, rate: 1 };
    expect(convertMoney(TEN, "VND", [LATER, other], "2027-01-01T00:00:00Z")).toBe(260_000);
    expect(convertMoney({ amount: 1, currency: "EUR" }, "VND", [LATER], "2027-01-01T00:00:00Z")).toBeUndefined();
    expect(convertMoney(TEN, "EUR", [LATER], "2027-01-01T00:00:00Z")).toBeUndefined();
  });

  it("has no rate at a moment that is none, or of a rate with ends that are none", () => {
    expect(convertMoney(TEN, "VND", [LATER], "today")).toBeUndefined();
    expect(convertMoney(TEN, "VND", [{ ...LATER, validFrom: "x" }], "2027-01-01T00:00:00Z")).toBeUndefined();
    expect(convertMoney(TEN, "VND", [{ ...LATER, validTo: "x" }], "2027-01-01T00:00:00Z")).toBeUndefined();
  });
});

describe("the schema of exchange rates", () => {
  it("wants a rate above 0", () => {
    expect(valueOf(parseWith(exchangeRate, NOVEMBER))).toEqual(NOVEMBER);
    expectOnly(issuesOf(parseWith(exchangeRate, { ...LATER, rate: 0 })), { code: "value.range", path: ["rate"], message: "more than 0" });
  });
});

describe("partyKey", () => {
  it("is scheme and code, where the party has an identifier", () => {
    expect(partyKey({ identifier: { scheme: "tax", code: "01" }, name: "x" })).toBe("tax:01");
    expect(partyKey({ name: "x" })).toBeUndefined();
    expect(partyKey(undefined)).toBeUndefined();
  });
});
