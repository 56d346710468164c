import * as z from "zod";
import { instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type CountryCode, countryCode, type SchemedCode, schemedCode } from "./codes.js";
import { type TransportEquipment, transportEquipment } from "./equipment.js";
import { location } from "./location.js";
import { record } from "./record.js";
import { type TransportDocument, transportDocument } from "./transport-document.js";
import { type TransportLeg, transportLeg } from "./transport-leg.js";

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
  /** The legs of the journey, in their order. */
  readonly itinerary?: readonly TransportLeg[];
  /** The countries between departure and destination, in the order of the route. */
  readonly transitCountryCodes?: readonly CountryCode[];
}

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
    itinerary: z.exactOptional(z.array(transportLeg).max(99)),
    transitCountryCodes: z.exactOptional(z.array(countryCode).max(99)),
  }),
);
