import * as z from "zod";
import { codeText, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type SchemedCode, schemedCode } from "./codes.js";
import { location } from "./location.js";
import { record } from "./record.js";

/** One leg of a journey: one means of transport from one place to the next. */
export interface TransportLeg {
  readonly mode?: SchemedCode;
  /** Vessel, flight or vehicle, as declared. */
  readonly meansId?: string;
  /** What `meansId` is: `imo`, `icao-flight`, `plate`, ... */
  readonly meansScheme?: string;
  readonly voyage?: string;
  /** UN/LOCODE of the place of loading. */
  readonly loadingLocation?: string;
  /** UN/LOCODE of the place of unloading. */
  readonly unloadingLocation?: string;
  readonly departedAt?: Instant;
  /** Not before `departedAt`. */
  readonly arrivedAt?: Instant;
}

export const transportLeg: z.ZodType<TransportLeg> = exactly<TransportLeg>()(
  record({
    mode: z.exactOptional(schemedCode),
    meansId: z.exactOptional(shortText),
    meansScheme: z.exactOptional(codeText),
    voyage: z.exactOptional(shortText),
    loadingLocation: z.exactOptional(location),
    unloadingLocation: z.exactOptional(location),
    departedAt: z.exactOptional(instant),
    arrivedAt: z.exactOptional(instant),
  }),
);
