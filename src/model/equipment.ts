import * as z from "zod";
import { codeText, freeText, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { nonNegative } from "./codes.js";
import { location } from "./location.js";
import { record } from "./record.js";

/** Something that happened to a seal, and who says so. */
export interface SealEvent {
  readonly at: Instant;
  readonly kind: "affixed" | "removed" | "checked" | "missing";
  /** The number of the seal. */
  readonly seal: string;
  readonly source: "carrier" | "shipper" | "customs" | "terminal" | "other";
  /** Why, such as an inspection on the way. */
  readonly reason?: string;
}

/** Something that happened to a container between its release to the shipper and its return. */
export interface EquipmentEvent {
  readonly at: Instant;
  readonly kind: "emptyReleased" | "gateIn" | "loaded" | "discharged" | "gateOut" | "emptyReturned";
  /** UN/LOCODE of the place. */
  readonly location?: string;
}

/** A container or other unit of transport equipment. */
export interface TransportEquipment {
  /** Its number as declared, for a container that of ISO 6346; whether the check digit holds is a fact, not a condition. */
  readonly id: string;
  /** Seal numbers as declared. */
  readonly seals?: readonly string[];
  /** The size and type code of ISO 6346, such as `45R1`. */
  readonly sizeType?: string;
  readonly fullness?: "full" | "empty";
  /** Whose it is; `shipper` is a shipper-owned container (SOC). */
  readonly ownership?: "carrier" | "shipper";
  readonly grossMassKg?: number;
  /** The verified gross mass (VGM) of SOLAS VI/2. */
  readonly verifiedGrossMassKg?: number;
  readonly tareMassKg?: number;
  /** In order of time. */
  readonly sealEvents?: readonly SealEvent[];
  /** In order of time. */
  readonly events?: readonly EquipmentEvent[];
}

const sealEvent: z.ZodType<SealEvent> = exactly<SealEvent>()(
  record({
    at: instant,
    kind: z.enum(["affixed", "removed", "checked", "missing"]),
    seal: shortText,
    source: z.enum(["carrier", "shipper", "customs", "terminal", "other"]),
    reason: z.exactOptional(freeText),
  }),
);

const equipmentEvent: z.ZodType<EquipmentEvent> = exactly<EquipmentEvent>()(
  record({
    at: instant,
    kind: z.enum(["emptyReleased", "gateIn", "loaded", "discharged", "gateOut", "emptyReturned"]),
    location: z.exactOptional(location),
  }),
);

export const transportEquipment: z.ZodType<TransportEquipment> = exactly<TransportEquipment>()(
  record({
    id: codeText,
    seals: z.exactOptional(z.array(shortText).max(99)),
    sizeType: z.exactOptional(codeText),
    fullness: z.exactOptional(z.enum(["full", "empty"])),
    ownership: z.exactOptional(z.enum(["carrier", "shipper"])),
    grossMassKg: z.exactOptional(nonNegative),
    verifiedGrossMassKg: z.exactOptional(nonNegative),
    tareMassKg: z.exactOptional(nonNegative),
    sealEvents: z.exactOptional(z.array(sealEvent).max(1_000)),
    events: z.exactOptional(z.array(equipmentEvent).max(1_000)),
  }),
);
