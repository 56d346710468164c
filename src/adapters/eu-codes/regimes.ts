import type { Regime } from "../../model/regime.js";

/** What the procedures of the European Union and the United Kingdom mean, by the first two digits, the procedure requested. Source: memory of data element 1/10. */
const REGIMES: ReadonlyMap<string, Regime> = new Map<string, Regime>([
  ["01", "homeUse"],
  ["07", "homeUse"],
  ["10", "other"],
  ["11", "processing"],
  ["21", "processing"],
  ["22", "processing"],
  ["23", "other"],
  ["31", "reExport"],
  ["40", "homeUse"],
  ["42", "homeUse"],
  ["44", "homeUse"],
  ["45", "homeUse"],
  ["46", "processing"],
  ["48", "processing"],
  ["51", "processing"],
  ["53", "temporaryImport"],
  ["61", "homeUse"],
  ["63", "homeUse"],
  ["68", "homeUse"],
  ["71", "warehousing"],
  ["76", "warehousing"],
  ["77", "warehousing"],
  ["78", "warehousing"],
  ["80", "transit"],
]);

/** What a procedure means for the goods; nothing for one that is not listed. */
export function regimeOf(procedure: string): Regime | undefined {
  return REGIMES.get(procedure.slice(0, 2));
}
