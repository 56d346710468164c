import type { VnaccsCells } from "./vnaccs-cells.js";

/** A goods item; without a number of its own it has that of its place. */
export function vnaccsItem(cells: VnaccsCells, index: number, currency: string | undefined): object {
  const amount = cells.number("quantity");
  const unit = cells.text("unit");
  const tariff = cells.text("tariff");
  return {
    lineNumber: cells.number("lineNumber") ?? index + 1,
    hsCode: cells.text("hsCode"),
    description: cells.text("description"),
    originCountryCode: cells.text("origin"),
    // a quantity in kilograms is the net mass, where none is stated
    netMassKg: cells.number("netMass") ?? (unit === "KGM" ? amount : undefined),
    grossMassKg: cells.number("itemGrossMass"),
    quantity: amount === undefined && unit === undefined ? undefined : { amount, unit },
    packageCount: cells.number("itemPackages"),
    equipmentIds: cells.list("itemContainers")?.map((id) => id.replace(/\s/g, "")),
    customsValue: money(cells.number("customsValue"), "VND"),
    dutyRatePercent: cells.number("dutyRate"),
    dutyType: tariff === undefined ? undefined : { scheme: "vnaccs-tariff", code: tariff },
    invoicePrice: money(cells.number("price"), currency),
    casNumbers: cells.list("casNumbers"),
    scientificName: cells.text("scientificName"),
    extensions: {
      vnaccs: { unitPrice: cells.number("unitPrice"), exemption: cells.text("exemption"), relatedLine: cells.text("relatedLine") },
    },
  };
}

/** An amount with its currency; nothing where no amount is stated. */
export function money(amount: number | string | undefined, currency: string | undefined): object | undefined {
  return amount === undefined ? undefined : { amount, currency };
}
