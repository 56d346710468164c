import { GATEWAYS } from "../places.js";

/** A country that goods come from or go to: ports, and days under way by sea. */
interface Place {
  readonly sea: readonly [string, ...string[]];
  readonly air: readonly [string, ...string[]];
  readonly seaDays: number;
}

/** Places beyond those of the simple generator: UN/LOCODEs from memory, for looks. */
const FURTHER: Readonly<Record<string, { readonly sea: readonly [string, ...string[]]; readonly air: readonly [string, ...string[]] }>> = {
  AO: { sea: ["AOLAD"], air: ["AOLAD"] },
  BE: { sea: ["BEANR"], air: ["BEBRU"] },
  CA: { sea: ["CAVAN"], air: ["CAYVR"] },
  CG: { sea: ["CGPNR"], air: ["CGBZV"] },
  CI: { sea: ["CIABJ"], air: ["CIABJ"] },
  CO: { sea: ["COBUN"], air: ["COBOG"] },
  EC: { sea: ["ECGYE"], air: ["ECUIO"] },
  ES: { sea: ["ESVLC"], air: ["ESMAD"] },
  GB: { sea: ["GBFXT"], air: ["GBLHR"] },
  GH: { sea: ["GHTEM"], air: ["GHACC"] },
  MX: { sea: ["MXZLO"], air: ["MXMEX"] },
  NG: { sea: ["NGAPP"], air: ["NGLOS"] },
  PA: { sea: ["PABLB"], air: ["PAPTY"] },
  PE: { sea: ["PECLL"], air: ["PELIM"] },
  PH: { sea: ["PHMNL"], air: ["PHMNL"] },
  TZ: { sea: ["TZDAR"], air: ["TZDAR"] },
};

/** Days by sea to Vietnam, invented in round numbers. */
const SEA_DAYS: Readonly<Record<string, number>> = {
  CN: 5,
  HK: 4,
  TW: 6,
  KR: 8,
  JP: 9,
  TH: 4,
  MY: 4,
  SG: 3,
  ID: 6,
  KH: 3,
  PH: 6,
  IN: 13,
  AE: 17,
  AU: 16,
  NZ: 20,
  ZA: 26,
  TZ: 24,
}; // the rest is far
const FAR_DAYS = 33;

/** What is known of a country as a place of loading; for a country without ports of its own `undefined`. */
export function placeOf(countryCode: string): Place | undefined {
  const gateways = GATEWAYS[countryCode] ?? FURTHER[countryCode];
  return gateways === undefined ? undefined : { ...gateways, seaDays: SEA_DAYS[countryCode] ?? FAR_DAYS };
}

/** Ports where containers change ships, and how the countries they are in are written. */
export const HUB_PORTS: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ["SG", "SGSIN"],
  ["MY", "MYPKG"],
  ["HK", "HKHKG"],
  ["KR", "KRPUS"],
  ["AE", "AEJEA"],
  ["PA", "PABLB"],
];
