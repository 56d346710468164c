import type { SupportingDocument } from "../../model/document.js";
import type { SealEvent } from "../../model/equipment.js";
import type { GoodsItem } from "../../model/goods-item.js";
import type { Party } from "../../model/party.js";
import type { Carriage } from "../places.js";

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A line of goods while it is drawn. */
export type Line = Mutable<GoodsItem>;

/** How goods travel, parcels included. */
export type Means = Carriage | "express" | "post";

/** A container as it travels. */
export interface Box {
  readonly id: string;
  /** The seal that the bill of lading states; without one the container goes unsealed. */
  seal?: string;
  readonly tareKg: number;
  /** Gross mass of the goods in it. */
  goodsKg: number;
  /** What was weighed before loading, goods and container. */
  verifiedKg?: number;
  sealEvents: SealEvent[];
}

/** One change of a declaration after its registration. */
export interface PlannedAmendment {
  readonly afterHours: number;
  readonly fields: readonly string[];
  readonly reason?: string;
  readonly apply: (shipment: Shipment) => void;
}

/** What the carrier's report says differently from the declaration. */
export interface ManifestDifferences {
  consignee?: Party;
  description?: string;
  hsCode?: string;
  grossMassFactor?: number;
  packageCount?: number;
  seals?: readonly string[];
  unloading?: string;
  /** An amendment of the bill: hours after departure (below 0: before), the fields, why. */
  amendment?: { readonly afterHours: number; readonly fields: readonly string[]; readonly reason?: string };
}

/** One movement of goods, before it is written as a declaration and as a manifest. */
export interface Shipment {
  direction: "import" | "export" | "transit";
  regime: "homeUse" | "transit" | "temporaryImport" | "reExport" | "warehousing" | "processing";
  procedure: string;
  goodsClassification?: string;
  means: Means;
  /** The party in Vietnam, and the one abroad. */
  inland: Party;
  abroad: Party;
  declarant: Party;
  carrier: Party;
  forwarder: Party;
  /** The forwarder's agent in Vietnam. */
  agent: Party;
  notify?: Party;
  office: string;
  exitOffice?: string;
  destination?: string;
  items: [Line, ...Line[]];
  /** The country of dispatch of an import or transit, of destination of an export. */
  country: string;
  loading?: string;
  unloading: string;
  /** Ports of transhipment with the days waited there, in order. */
  via: { readonly country: string; readonly port: string; readonly days: number }[];
  vessel: string;
  voyage: string;
  departedAt: number;
  arrivedAt: number;
  registeredAt: number;
  /** Bills of the goods; several where one declaration covers several. */
  bills: { readonly house?: string; readonly master: string }[];
  toOrder: boolean;
  boxes: Box[];
  freight?: number;
  freightTerms: "prepaid" | "collect";
  freightPayer?: Party;
  insurance?: number;
  incoterm: string;
  documents: SupportingDocument[];
  manifest: ManifestDifferences;
  amendments: PlannedAmendment[];
  /** How many declarations the party in Vietnam had before, about. */
  prior: number;
  /** Days after registration on which the goods leave again. */
  reExportAfterDays?: number;
}

/** The customs value of all items in VND. */
export function valueOf({ items }: { readonly items: readonly GoodsItem[] }): number {
  return items.reduce((sum, item) => sum + (item.customsValue?.amount ?? 0), 0);
}

/** The gross mass of all items in kilograms. */
export function massOf(shipment: Pick<Shipment, "items">): number {
  return shipment.items.reduce((sum, item) => sum + (item.grossMassKg ?? item.netMassKg ?? 0), 0);
}

/** Lines made of as many of something. */
export function mapLines<T>(of: readonly [T, ...T[]], make: (one: T, at: number) => Line): [Line, ...Line[]] {
  return of.map(make) as [Line, ...Line[]];
}
