import * as z from "zod";
import { exactly } from "../core/schema.js";
import type { Assessment, Contribution, DomainAssessment, ItemSum, SelectionMechanism, SelectionResult } from "./assessment.js";

const micropoints = z.int();
const probability = z.number().min(0).max(1);

const itemSum: z.ZodType<ItemSum> = exactly<ItemSum>()(z.strictObject({ item: z.int().min(1), micropoints }));

const contribution: z.ZodType<Contribution> = exactly<Contribution>()(
  z.strictObject({ kind: z.enum(["base", "rule", "model"]), id: z.string(), item: z.exactOptional(z.int().min(1)), micropoints }),
);

const domain: z.ZodType<DomainAssessment> = exactly<DomainAssessment>()(
  z.strictObject({
    micropoints,
    probability,
    calibrated: z.boolean(),
    channel: z.string(),
    mandatory: z.exactOptional(z.string()),
    items: z.array(itemSum),
    contributions: z.array(contribution),
    rules: z.record(z.string(), z.enum(["fired", "undetermined", "notApplicable", "superseded"])),
  }),
);

const mechanism: z.ZodType<SelectionMechanism> = exactly<SelectionMechanism>()(
  z.strictObject({ kind: z.enum(["mandatory", "threshold", "random"]), drawn: z.boolean(), probability }),
);

const selection: z.ZodType<SelectionResult> = exactly<SelectionResult>()(
  z.strictObject({
    probability,
    mechanisms: z.array(mechanism),
    identity: z.exactOptional(z.strictObject({ kind: z.enum(["transportDocument", "firstDeclaration"]), strength: z.enum(["strong", "weak"]) })),
    keyId: z.exactOptional(z.string()),
  }),
);

/** An issue as any implementation states it: code and path; words and details are its own. */
const issue = z.looseObject({ code: z.string(), path: z.array(z.union([z.string(), z.number()])) });

const assessment = z.strictObject({
  id: z.string(),
  asOf: z.string(),
  channel: z.string(),
  selection,
  profile: z.strictObject({ id: z.string(), version: z.string(), fingerprint: z.string() }),
  domains: z.record(z.string(), domain),
  engine: z.strictObject({ version: z.string() }),
  catalogue: z.strictObject({ version: z.string() }),
  issues: z.array(issue),
});

/** The schema of an assessment as any implementation writes it. */
export const assessmentShape: z.ZodType<Omit<Assessment, "issues">> = assessment;

/** The JSON Schema (draft 2020-12) of an assessment's shape, for other implementations. */
export function assessmentJsonSchema(): object {
  return z.toJSONSchema(assessment, { target: "draft-2020-12" });
}
