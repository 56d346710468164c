import * as z from "zod";
import { canonicalJson, type JsonValue } from "../core/canonical.js";
import { sha256Text } from "../core/digest.js";
import { identifier, instant, shortText } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type Marked, requestedAction } from "../intelligence/alert.js";
import { handling } from "../intelligence/handling.js";
import { record } from "../model/record.js";

/** Who did what is logged. */
export interface AuditActor {
  readonly organisation: string;
  readonly role: "officer" | "analyst" | "auditor" | "partner" | "declarant" | "system";
  readonly person?: string;
}

/** What was done, when, by whom, about what. */
export interface AuditBody {
  readonly at: Instant;
  readonly by: AuditActor;
  /** Such as `assessed`, `viewed`, `decided` or `answered`. */
  readonly action: string;
  /** The id of the declaration, alert, exchange or campaign. */
  readonly about: string;
  /** The markings of all that it tells of: who may not know of one of these may not read it. */
  readonly markings?: readonly Marked[];
  readonly details?: JsonValue;
}

/**
 * One entry of the log. `hash` is the SHA-256 of the canonical JSON of index, previous and digest; `digest` that of body and salt. So a copy
 * without the bodies that its reader may not know still verifies, and without the salt nobody can guess them from the digest.
 */
export interface AuditEntry {
  /** From 0 on. */
  readonly index: number;
  /** The hash of the entry before; of the first {@link NO_ENTRY}. */
  readonly previous: string;
  readonly digest: string;
  readonly hash: string;
  readonly salt?: string;
  readonly body?: AuditBody;
}

/** What stands as the hash before the first entry. */
export const NO_ENTRY: string = `sha256:${"0".repeat(64)}`;

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: "`sha256:` and 64 hexadecimal digits" });
const saltText = z.string().regex(/^[!-~]{16,128}$/, { error: "a salt of 16 to 128 printable ASCII characters" });

const marked: z.ZodType<Marked> = exactly<Marked>()(record({ originator: shortText, handling, requestedAction }));

export const auditBody: z.ZodType<AuditBody> = exactly<AuditBody>()(
  record({
    at: instant,
    by: record({
      organisation: shortText,
      role: z.enum(["officer", "analyst", "auditor", "partner", "declarant", "system"]),
      person: z.exactOptional(shortText),
    }),
    action: identifier,
    about: shortText,
    markings: z.exactOptional(z.array(marked).max(9_999)),
    details: z.exactOptional(z.json() as unknown as z.ZodType<JsonValue>),
  }),
);

export const auditSalt: z.ZodType<string> = saltText;

/** An entry whose own fields have the right form; the chain is another matter. */
export const auditEntry: z.ZodType<AuditEntry> = exactly<AuditEntry>()(
  z.strictObject({
    index: z.int().min(0),
    previous: hash,
    digest: hash,
    hash,
    salt: z.exactOptional(saltText),
    body: z.exactOptional(auditBody),
  }),
);

/** The digest of a body with its salt. */
export function digestOf(body: AuditBody, salt: string): string {
  return sha256Text(canonicalJson({ body, salt }));
}

/** The hash of an entry, by which the next one refers to it. */
export function hashOf({ index, previous, digest }: Pick<AuditEntry, "index" | "previous" | "digest">): string {
  return sha256Text(canonicalJson({ schema: "consignment-risk/audit@1", index, previous, digest }));
}
