import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditLine, createMemoryAuditStore, recordAuditOrThrow } from "../../src/operations/audit-log.js";
import { type AuditHead, auditEntriesOf, verifyAuditBytes } from "../../src/operations/verify-audit.js";
import { auditBody } from "./audit-support.js";

interface Log {
  readonly lines: readonly string[];
  readonly head: AuditHead;
}

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((value) => value.isWellFormed() && value.trim() === value);
/** JSON without the key that no document may have. */
const details = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes("__proto__"));
const log: fc.Arbitrary<Log> = fc
  .array(fc.record({ about: text, details, salt: fc.stringMatching(/^[a-z0-9]{16}$/) }), { minLength: 1, maxLength: 12 })
  .map((bodies) => {
    const store = createMemoryAuditStore();
    for (const { salt, ...fields } of bodies) recordAuditOrThrow(store, auditBody(fields), salt);
    const entries = [...store.entries()];
    const last = entries.at(-1);
    return { lines: entries.map(auditLine), head: { index: entries.length - 1, hash: last?.hash ?? "" } };
  });

function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
}

/** The number of the first entry that is named as broken. */
function brokenAt(bytes: Uint8Array, head?: AuditHead): number | undefined {
  const verified = verifyAuditBytes(bytes, head);
  if (verified.ok) return undefined;
  const [issue] = verified.issues;
  return issue.code === "audit.broken" ? issue.entry : -1;
}

describe("an audit log in bytes", () => {
  it("holds as it was written, and gives its entries back", () => {
    fc.assert(
      fc.property(log, ({ lines, head }) => {
        expect(verifyAuditBytes(bytesOf(lines), head)).toEqual({ ok: true, value: { entries: lines.length, head } });
        expect([...auditEntriesOf(bytesOf(lines))].map(auditLine)).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });

  it("names the entry in which any bit was flipped", () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.nat({ max: 7 }), ({ lines, head }, position, bit) => {
        const bytes = bytesOf(lines);
        const at = position % bytes.length;
        bytes[at] = (bytes[at] as number) ^ (1 << bit);
        const entry = bytesOf(lines)
          .subarray(0, at)
          .filter((byte) => byte === 0x0a).length;
        expect(brokenAt(bytes, head)).toBe(entry);
        // without a head kept elsewhere, the end of the last line is the one thing that looks like a write cut off
        const alone = verifyAuditBytes(bytes);
        if (at === bytes.length - 1) expect(alone).toMatchObject({ ok: true, value: { entries: entry, incomplete: { entry } } });
        else expect(brokenAt(bytes)).toBe(entry);
      }),
      { numRuns: 300 },
    );
  });

  it("names the first entry that was removed, repeated or swapped", () => {
    fc.assert(
      fc.property(log, fc.nat(), fc.nat(), fc.nat(), ({ lines, head }, one, other, place) => {
        const at = one % lines.length;
        expect(brokenAt(bytesOf(lines.toSpliced(at, 1)), head)).toBe(at);
        if (at < lines.length - 1) expect(brokenAt(bytesOf(lines.toSpliced(at, 1)))).toBe(at);
        // repeated anywhere: what was put in first differs from what stood there, but for a repetition right behind itself
        const into = place % (lines.length + 1);
        const repeated = lines.toSpliced(into, 0, lines[at] as string);
        expect(brokenAt(bytesOf(repeated))).toBe(into === at ? at + 1 : into);
        const to = other % lines.length;
        if (to === at) return;
        const swapped = lines.with(at, lines[to] as string).with(to, lines[at] as string);
        expect(brokenAt(bytesOf(swapped))).toBe(Math.min(at, to));
      }),
      { numRuns: 100 },
    );
  });

  it("tells a last line that was cut off anywhere from what holds before it", () => {
    fc.assert(
      fc.property(log, fc.nat(), ({ lines, head }, cut) => {
        const bytes = bytesOf(lines);
        const lastStart = bytesOf(lines.slice(0, -1)).length;
        const length = lastStart + 1 + (cut % (bytes.length - lastStart - 1));
        const verified = verifyAuditBytes(bytes.subarray(0, length));
        expect(verified).toMatchObject({ ok: true, value: { entries: lines.length - 1, incomplete: { entry: lines.length - 1, bytes: length - lastStart } } });
        expect(brokenAt(bytes.subarray(0, length), head)).toBe(lines.length - 1);
      }),
      { numRuns: 100 },
    );
  });
});
