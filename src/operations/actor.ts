import * as z from "zod";
import { shortText } from "../core/fields.js";
import { exactly } from "../core/schema.js";
import { record } from "../model/record.js";

/** Who acts: for which organisation, in which role, and which person, as the organisation names its people. */
export interface Actor {
  readonly organisation: string;
  readonly role: "officer" | "analyst" | "partner";
  readonly person?: string;
}

export const actor: z.ZodType<Actor> = exactly<Actor>()(
  record({ organisation: shortText, role: z.enum(["officer", "analyst", "partner"]), person: z.exactOptional(shortText) }),
);
