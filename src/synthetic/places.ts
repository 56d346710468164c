import { type Weighted, weighted } from "./weighted.js";

/** How goods travel, before it is written as a VNACCS code. */
export type Carriage = "air" | "container" | "bulk" | "road";

/** The VNACCS transport mode codes (public import form; they differ from UN/ECE Recommendation 19). */
export const MODE_CODES: Readonly<Record<Carriage, string>> = { air: "1", container: "2", bulk: "3", road: "4" };

/** A place of loading or unloading: UN/LOCODEs from memory, for looks, not checked against the list. */
interface Gateways {
  readonly sea: readonly [string, ...string[]];
  readonly air: readonly [string, ...string[]];
}

/** Countries that goods come from; which goods come from where is invented and says nothing of any country. */
export const GATEWAYS: Readonly<Record<string, Gateways>> = {
  AE: { sea: ["AEJEA"], air: ["AEDXB"] },
  AU: { sea: ["AUMEL", "AUSYD"], air: ["AUSYD"] },
  BR: { sea: ["BRSSZ"], air: ["BRGRU"] },
  CN: { sea: ["CNSHA", "CNNGB", "CNYTN"], air: ["CNPVG", "CNCAN"] },
  DE: { sea: ["DEHAM"], air: ["DEFRA"] },
  FR: { sea: ["FRLEH"], air: ["FRCDG"] },
  HK: { sea: ["HKHKG"], air: ["HKHKG"] },
  ID: { sea: ["IDJKT"], air: ["IDJKT"] },
  IN: { sea: ["INNSA"], air: ["INBOM"] },
  IT: { sea: ["ITGOA"], air: ["ITMXP"] },
  JP: { sea: ["JPTYO", "JPOSA"], air: ["JPNRT"] },
  KH: { sea: ["KHKOS"], air: ["KHPNH"] },
  KR: { sea: ["KRPUS"], air: ["KRICN"] },
  LA: { sea: ["LAVTE"], air: ["LAVTE"] },
  MY: { sea: ["MYPKG"], air: ["MYKUL"] },
  NL: { sea: ["NLRTM"], air: ["NLAMS"] },
  NZ: { sea: ["NZAKL"], air: ["NZAKL"] },
  SG: { sea: ["SGSIN"], air: ["SGSIN"] },
  TH: { sea: ["THLCH"], air: ["THBKK"] },
  TW: { sea: ["TWKHH"], air: ["TWTPE"] },
  US: { sea: ["USLAX", "USLGB"], air: ["USLAX"] },
  ZA: { sea: ["ZADUR"], air: ["ZAJNB"] },
};

/** Places of unloading in Vietnam. */
export const ARRIVALS: Readonly<Record<Carriage, readonly [string, ...string[]]>> = {
  air: ["VNSGN", "VNHAN"],
  container: ["VNSGN", "VNHPH", "VNDAD"],
  bulk: ["VNSGN", "VNHPH"],
  road: ["VNHAN", "VNSGN"],
};

/** The countries that goods can come from by road. */
export const ROAD_COUNTRIES: ReadonlySet<string> = new Set(["CN", "KH", "LA", "TH"]);

/** Places of transhipment of the invented process, chosen for being ordinary large hubs; no statement about them. */
export const TRANSIT_HUBS: readonly [string, ...string[]] = ["AE", "HK", "SG"];

/** Invented office codes: the form is that of VNACCS, the numbers 90 to 99 with Z are made up. */
export const CUSTOMS_OFFICES: Weighted<string> = weighted([
  ["90ZA", 30],
  ["91ZB", 25],
  ["92ZC", 15],
  ["93ZD", 10],
  ["94ZE", 8],
  ["95ZF", 6],
  ["96ZG", 4],
  ["99ZZ", 2],
]);

/** VNACCS import procedure codes (public list) with invented shares. */
export const PROCEDURES: Weighted<string> = weighted([
  ["A11", 38],
  ["A12", 22],
  ["E31", 14],
  ["E11", 12],
  ["E21", 6],
  ["A41", 4],
  ["H11", 3],
  ["G11", 1],
]);
