import * as z from "zod";
import { identifier } from "../core/fields.js";
import type { Condition } from "./condition.js";

const comparable = z.string().min(1).max(1_000);

const values = z.union([z.array(comparable).min(1, { error: "at least one value" }).max(100_000), z.strictObject({ list: identifier })]);

const finite = z.number();
const self: z.ZodType<Condition> = z.lazy(() => condition);
const some = z.tuple([self], self);

/** The schema of a condition. Empty groups are refused: `all` of nothing would be true of everything. */
export const condition: z.ZodType<Condition> = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("eq"), indicator: identifier, value: z.union([comparable, finite, z.boolean()]) }),
  z.strictObject({ op: z.literal("in"), indicator: identifier, values }),
  z.strictObject({ op: z.literal("prefix"), indicator: identifier, values }),
  z.strictObject({ op: z.literal("containsAny"), indicator: identifier, values }),
  z.strictObject({ op: z.literal("between"), indicator: identifier, min: finite, max: finite }),
  z.strictObject({ op: z.enum(["gt", "gte", "lt", "lte"]), indicator: identifier, value: finite }),
  z.strictObject({ op: z.literal("present"), indicator: identifier }),
  z.strictObject({ op: z.literal("anyItem"), where: self }),
  z.strictObject({ op: z.literal("countItems"), where: self, atLeast: z.int().min(1).max(9_999) }),
  z.strictObject({ op: z.enum(["all", "any"]), of: some }),
  z.strictObject({ op: z.literal("atLeast"), count: z.int().min(1), of: some }),
  z.strictObject({ op: z.literal("not"), of: self }),
]);
