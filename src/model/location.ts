import * as z from "zod";

/** A UN/LOCODE: two letters of the country, three letters or digits of the place; not checked against the list. */
export const location: z.ZodType<string> = z.string().regex(/^[A-Z]{2}[A-Z0-9]{3}$/, { error: "a UN/LOCODE of five characters" });
