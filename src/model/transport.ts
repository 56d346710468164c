import * as z from "zod";
import { codeText, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type SchemedCode, schemedCode } from "./codes.js";
import { record } from "./record.js";

/** A container or other unit of transport equipment. */
export interface TransportEquipment {
  readonly id: string;
  /** Seal numbers as declared. */
  readonly seals?: readonly string[];
}

/** The transport document (bill of lading, air waybill, postal item) that a consignment travels under. */
export interface TransportDocument {
  /** `master` is between carrier and forwarder, `house` between the trade parties, `simple` where there is one document. */
  readonly level: "master" | "house" | "simple";
  readonly number: string;
}

/** How the goods travel. */
export interface Transport {
  /** Mode of transport at the border, with its scheme, since schemes number the modes differently. */
  readonly mode?: SchemedCode;
  /** The country the goods were dispatched from. */
  readonly departureCountryCode?: CountryCode;
  /** UN/LOCODE of the place of loading. */
  readonly loadingLocation?: string;
  /** UN/LOCODE of the place of unloading. */
  readonly unloadingLocation?: string;
  /** Vessel, flight or vehicle, as declared. */
  readonly meansId?: string;
  readonly arrivalAt?: Instant;
  readonly documents?: readonly TransportDocument[];
  readonly equipment?: readonly TransportEquipment[];
}

const location = z.string().regex(/^[A-Z]{2}[A-Z0-9]{3}$/, { error: "a UN/LOCODE of five characters" });

const transportEquipment: z.ZodType<TransportEquipment> = exactly<TransportEquipment>()(
  record({ id: codeText, seals: z.exactOptional(z.array(shortText).max(99)) }),
);

export const transportDocument: z.ZodType<TransportDocument> = exactly<TransportDocument>()(
  record({ level: z.enum(["master", "house", "simple"]), number: shortText }),
);

export const transport: z.ZodType<Transport> = exactly<Transport>()(
  record({
    mode: z.exactOptional(schemedCode),
    departureCountryCode: z.exactOptional(countryCode),
    loadingLocation: z.exactOptional(location),
    unloadingLocation: z.exactOptional(location),
    meansId: z.exactOptional(shortText),
    arrivalAt: z.exactOptional(instant),
    documents: z.exactOptional(z.array(transportDocument).max(1_000)),
    equipment: z.exactOptional(z.array(transportEquipment).max(1_000)),
  }),
);
