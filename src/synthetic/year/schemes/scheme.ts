import type { Party } from "../../../model/party.js";
import type { Random } from "../../random.js";
import type { FindingKind } from "../../risk-process.js";
import type { Shipment } from "../shipment.js";
import type { Scene } from "../world.js";

/** The planted schemes, described in docs/schemes.md; those held out in a page of their own. */
export type SchemeId =
  | "precursor-residual"
  | "rip-off"
  | "shell-importer"
  | "parcel-spray"
  | "swapped-documents"
  | "undervaluation-ring"
  | "transit-diversion"
  | "wildlife-cover"
  | "machinery-concealment"
  | "pill-press-parts";

/** What an inspection in the synthetic year can find. */
export type YearFinding = FindingKind | "security";

/** The moment and the draws of one consignment of an operation. */
export interface PlotScene extends Scene {
  /** Draws that all consignments of the operation share: each call starts them anew. */
  readonly group: () => Random;
  /** The operation's number, and that of the consignment in it, from 0. */
  readonly operation: number;
  readonly index: number;
  readonly size: number;
  /** The day on which the operation began. */
  readonly since: number;
  /** A serial for the n-th company of the operation, that no other company of the year has; n is 0 to 4. */
  readonly companySerial: (n: number) => number;
  /** Draws that make that company what it is: each call starts them anew. */
  readonly member: (n: number) => Random;
}

/** A consignment as it was staged. */
export interface Staged {
  readonly shipment: Shipment;
  /** What it is in its operation, such as `testRun`. */
  readonly role: string;
  /** What there is to be found; nothing in honest ones and test runs. */
  readonly carries: readonly YearFinding[];
  /** The parties who know; none where those who appear are used by others. */
  readonly parties: readonly Party[];
}

/** How operations of one kind go: how many declarations they make up, how long they take, and what they do. */
export interface Plot {
  /** The share of all declarations. */
  readonly share: number;
  /** The mean number of consignments of an operation. */
  readonly meanSize: number;
  /** The days that the longest operation takes. */
  readonly spanDays: number;
  /** The days of the consignments, counted from the first, in order. */
  readonly plan: (random: Random) => readonly number[];
  readonly stage: (scene: PlotScene) => Staged;
}

/** A plot of honest trade that looks like a scheme. */
export interface NearMiss extends Plot {
  readonly variety: string;
}

/** A scheme, and the honest trade that looks like it. */
export interface Scheme {
  readonly id: SchemeId;
  readonly heldOut: boolean;
  /** The probability that an inspection finds what is there. */
  readonly detection: number;
  readonly plot: Plot;
  readonly nearMisses: readonly NearMiss[];
}

/** So many days in order, the first 0 and the last at most `span`. */
export function spread(count: number, span: number, random: Random): readonly number[] {
  return Array.from({ length: count }, (_, at) => (at === 0 ? 0 : random.integer(0, span))).sort((a, b) => a - b);
}

/** An honest consignment. */
export function honest(shipment: Shipment): Staged {
  return { shipment, role: "honest", carries: [], parties: [] };
}
