import * as z from "zod";
import { facts } from "./facts.js";

/** The JSON Schema (draft 2020-12) of facts' shape, for other implementations. */
export function factsJsonSchema(): object {
  return z.toJSONSchema(facts, { target: "draft-2020-12", io: "input" });
}
