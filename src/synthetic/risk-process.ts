import type { Trait } from "./trait.js";

/** What an inspection can find. */
export type FindingKind = "revenue" | "narcotics" | "precursors" | "wildlife";

/** How likely one kind of finding is: points of a base case, points per trait, and noise that nothing in the declaration explains. */
export interface FindingProcess {
  /** Points (10 times the decimal logarithm of the odds) of a declaration without any of the traits, before noise. */
  readonly base: number;
  /** Points that each trait adds. */
  readonly drivers: { readonly [T in Trait]?: number };
  /** The standard deviation of the noise in points. */
  readonly noise: number;
}

/** The invented risk process, in the points that scores are in. It is evidence of nothing in the world. */
export const RISK_PROCESS: { readonly [Kind in FindingKind]: FindingProcess } = {
  revenue: {
    base: -18.7,
    drivers: {
      firstTimeImporter: 3,
      establishedImporter: -3,
      lowUnitValue: 8,
      highDuty: 3,
      preferenceWithoutCertificate: 6,
      vagueDescription: 4,
      uneconomicFreight: 4,
      transitHub: 2.5,
    },
    noise: 2,
  },
  narcotics: {
    base: -28,
    drivers: {
      firstTimeImporter: 4,
      establishedImporter: -2,
      vagueDescription: 3,
      uneconomicFreight: 7,
      transitHub: 5,
      nightRegistration: 4,
      unsealedContainer: 5,
      coverLoad: 4,
    },
    noise: 2,
  },
  precursors: {
    base: -42,
    drivers: {
      firstTimeImporter: 3,
      transitHub: 2,
      nightRegistration: 2,
      controlledChemicalWithoutPermit: 32,
      scheduledNameWithoutPermit: 40,
    },
    noise: 2,
  },
  wildlife: {
    base: -42,
    drivers: {
      firstTimeImporter: 3,
      transitHub: 2,
      vagueDescription: 2,
      citesGoodsWithoutPermit: 32,
      speciesUnderOtherHeading: 38,
    },
    noise: 2,
  },
};
