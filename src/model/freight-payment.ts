import * as z from "zod";
import { exactly } from "../core/schema.js";
import { type SchemedCode, schemedCode } from "./codes.js";
import { type Party, party } from "./party.js";
import { record } from "./record.js";

/** Who pays the freight, when and how. */
export interface FreightPayment {
  /** Paid before departure by the sender's side, or on arrival by the receiver's. */
  readonly terms: "prepaid" | "collect";
  /** How it is paid, such as cash, with its scheme. */
  readonly method?: SchemedCode;
  /** Who pays, where it is not told by the terms. */
  readonly payer?: Party;
}

export const freightPayment: z.ZodType<FreightPayment> = exactly<FreightPayment>()(
  record({ terms: z.enum(["prepaid", "collect"]), method: z.exactOptional(schemedCode), payer: z.exactOptional(party) }),
);

/** The three letters of an Incoterm, such as `CIF`; not checked against the list, which changes by edition. */
export type Incoterm = string;

export const incoterm: z.ZodType<Incoterm> = z.string().regex(/^[A-Z]{3}$/, { error: "an Incoterm of three capital letters" });
