import { describe, expect, it } from "vitest";
import { massPerPackageBin, totalValueBin, unitValueBin } from "../../src/history/value-bins.js";
import type { Declaration } from "../../src/model/declaration.js";
import { itemOf } from "../support/documents.js";

const usd = (amount: number) => ({ amount, currency: "USD" });
const items = (...values: readonly ({ readonly amount: number; readonly currency: string } | undefined)[]): Pick<Declaration, "items"> => ({
  items: values.map((customsValue, at) => itemOf(at + 1, customsValue === undefined ? {} : { customsValue })) as unknown as Declaration["items"],
});

describe("bins", () => {
  it("are of the unit value of an item, where it has one", () => {
    expect(unitValueBin({ customsValue: usd(Math.E * 5), netMassKg: 5 })).toBe(8);
    expect([unitValueBin({ customsValue: usd(1) }), unitValueBin({ netMassKg: 1 })]).toEqual([undefined, undefined]);
    expect([unitValueBin({ customsValue: usd(1), netMassKg: 0 }), unitValueBin({ customsValue: usd(0), netMassKg: 0 })]).toEqual([undefined, undefined]);
  });

  it("are of the mass per package of an item, where it has one", () => {
    expect(massPerPackageBin({ grossMassKg: 30, packageCount: 3 })).toBe(18);
    expect([massPerPackageBin({ grossMassKg: 1 }), massPerPackageBin({ packageCount: 1 })]).toEqual([undefined, undefined]);
    expect(massPerPackageBin({ grossMassKg: 0, packageCount: 1 })).toBeUndefined();
  });

  it("are of the total value where all items state one in one currency", () => {
    expect(totalValueBin(items(usd(1), usd(9)))).toEqual({ currency: "USD", bin: 18 });
    expect(totalValueBin(items(usd(0)))).toEqual({ currency: "USD", bin: -56 });
    expect([totalValueBin(items(usd(1), undefined)), totalValueBin(items(undefined, usd(1)))]).toEqual([undefined, undefined]);
    expect(totalValueBin(items(usd(1), { amount: 1, currency: "VND" }))).toBeUndefined();
    expect(totalValueBin(items(usd(Infinity)))).toBeUndefined();
  });
});
