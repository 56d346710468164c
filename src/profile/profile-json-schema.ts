import * as z from "zod";
import { riskProfile } from "./profile.js";

/** The JSON Schema (draft 2020-12) of a risk profile's shape, for editors; its sense is checked when it is compiled. */
export function profileJsonSchema(): object {
  return z.toJSONSchema(riskProfile, { target: "draft-2020-12", io: "input" });
}
