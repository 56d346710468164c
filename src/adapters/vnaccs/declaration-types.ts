import type { Direction } from "../../model/declaration.js";
import type { Regime } from "../../model/regime.js";

/** What a type of declaration (mã loại hình) is: which way the goods move, and what becomes of them. */
export interface VnaccsDeclarationType {
  readonly direction: Direction;
  readonly regime: Regime;
}

function of(direction: Direction, byRegime: Readonly<Partial<Record<Regime, readonly string[]>>>): readonly (readonly [string, VnaccsDeclarationType])[] {
  return Object.entries(byRegime).flatMap(([regime, codes]) => codes.map((code) => [code, { direction, regime: regime as Regime }] as const));
}

/**
 * The 24 import and 16 export types. Source of the codes and directions: Decision 1357/QĐ-TCHQ, as public forms and thuvienphapluat.vn give it
 * (secondary). What a type means for the goods is read from its Vietnamese title by this library; export titles are from memory.
 */
export const VNACCS_TYPES: ReadonlyMap<string, VnaccsDeclarationType> = new Map([
  ...of("import", {
    homeUse: ["A11", "A12", "A21", "A31", "A41", "A42", "A43"],
    temporaryImport: ["A44", "G11", "G12", "G13", "G14"],
    processing: ["E11", "E13", "E15", "E21", "E23", "E31", "E41"],
    warehousing: ["C11", "E33"],
    other: ["C21", "G51", "H11"],
  }),
  ...of("export", {
    reExport: ["B13", "C12", "G21", "G22", "G23", "G24"],
    processing: ["E42", "E52", "E54", "E62", "E82"],
    other: ["B11", "B12", "C22", "G61", "H21"],
  }),
]);
