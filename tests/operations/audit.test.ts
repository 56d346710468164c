import { describe, expect, it } from "vitest";
import { IssueError } from "../../src/core/result.js";
import { LEAST_CLEARED } from "../../src/intelligence/viewer.js";
import { auditFor, createMemoryAuditStore, recordAudit, recordAuditOrThrow } from "../../src/operations/audit-log.js";
import { verifyAudit } from "../../src/operations/verify-audit.js";
import { expectRefusal } from "../hostile/support.js";
import { makeViewer } from "../intelligence/support.js";
import { auditBody, SALT } from "./audit-support.js";

const RED = { originator: "DEA", handling: { tlp: "TLP:RED", releasableTo: ["VN-CUSTOMS"] }, requestedAction: "monitor" };
const SILENT = { ...RED, requestedAction: "controlledDelivery" };

function log() {
  const store = createMemoryAuditStore();
  for (const fields of [{}, { markings: [RED], about: "CANARY-RED" }, { markings: [RED, SILENT], about: "CANARY-SILENT" }])
    recordAuditOrThrow(store, auditBody(fields), SALT);
  return [...store.entries()];
}

describe("an audit log", () => {
  it("chains every entry to the one before", () => {
    const store = createMemoryAuditStore();
    expect(store.last()).toBeUndefined();
    expect(verifyAudit(store.entries())).toEqual({ ok: true, value: { entries: 0 } });
    const first = recordAuditOrThrow(store, auditBody(), SALT);
    const second = recordAuditOrThrow(store, auditBody(), SALT);
    expect([first.index, first.previous]).toEqual([0, `sha256:${"0".repeat(64)}`]);
    expect([second.index, second.previous]).toEqual([1, first.hash]);
    expect(store.last()).toBe(second);
    expect(verifyAudit(store.entries())).toEqual({ ok: true, value: { entries: 2, head: { index: 1, hash: second.hash } } });
  });

  it("keeps its form: the hashes of a known entry do not change", () => {
    expect(recordAuditOrThrow(createMemoryAuditStore(), auditBody(), SALT)).toMatchInlineSnapshot(`
      {
        "body": {
          "about": "D-1",
          "action": "viewed",
          "at": "2026-03-01T00:00:00Z",
          "by": {
            "organisation": "VN-CUSTOMS",
            "person": "n.v.a",
            "role": "officer",
          },
          "details": {
            "channel": "red",
          },
        },
        "digest": "sha256:0738349ffc0f8f0e3d7fb3f3639f4e57b0063d9825fdfee72aec885ce9c28702",
        "hash": "sha256:ed520fe9c16fb911cc1a27d27322afe1b64842442def7812db0fe34c62511c53",
        "index": 0,
        "previous": "sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "salt": "0123456789abcdef",
      }
    `);
  });

  it("gives entries of the same body other digests by their salts", () => {
    const [one, other] = ["a".repeat(16), "b".repeat(16)].map((salt) => recordAuditOrThrow(createMemoryAuditStore(), auditBody(), salt).digest);
    expect(one).not.toBe(other);
  });

  it("refuses what cannot be logged, and logs nothing then", () => {
    const store = createMemoryAuditStore();
    expectRefusal(recordAudit(store, auditBody({ at: "now" }), SALT), "time.invalid", "at");
    expectRefusal(recordAudit(store, auditBody({ details: { f: () => 1 } }), SALT), "value.notPlain", "details.f");
    expectRefusal(recordAudit(store, auditBody(), "short"), "value.invalid", "salt");
    expect(() => recordAuditOrThrow(store, {}, SALT)).toThrow(IssueError);
    expect([...store.entries()]).toEqual([]);
  });
});

describe("auditFor", () => {
  it("leaves of an entry that a viewer may not know its link alone, and the copy verifies", () => {
    const entries = log();
    const bodies = (viewer: Parameters<typeof auditFor>[1]) => [...auditFor(entries, viewer, "VN-CUSTOMS")].map(({ body }) => body?.about);
    expect(bodies(makeViewer({ isClearedForSilent: true }))).toEqual(["D-1", "CANARY-RED", "CANARY-SILENT"]);
    expect(bodies(makeViewer())).toEqual(["D-1", "CANARY-RED", undefined]);
    expect(bodies(makeViewer({ clearances: [] }))).toEqual(["D-1", undefined, undefined]);
    for (const outsider of [LEAST_CLEARED, makeViewer({ role: "declarant" }), makeViewer({ organisation: "DEA" })]) {
      expect(bodies(outsider)).toEqual([undefined, undefined, undefined]);
    }
    const copy = [...auditFor(entries, LEAST_CLEARED, "VN-CUSTOMS")];
    expect(JSON.stringify(copy)).not.toMatch(/CANARY|salt|DEA/);
    expect(verifyAudit(copy)).toEqual(verifyAudit(entries));
  });
});

describe("verifyAudit", () => {
  const broken = (change: (entry: Record<string, unknown>) => void) => {
    const entries = log().map((entry): Record<string, unknown> => ({ ...entry }));
    change(entries[1] as Record<string, unknown>);
    const verified = verifyAudit(entries);
    return verified.ok ? "holds" : verified.issues[0].message;
  };

  it("says what of an entry does not hold", () => {
    expect(broken(() => undefined)).toBe("holds");
    expect(broken((entry) => Object.assign(entry, { index: 7 }))).toBe("entry 1 does not hold: expected the entry 1, not 7");
    expect(broken((entry) => Object.assign(entry, { previous: entry.hash }))).toContain("the hash of the entry before it");
    expect(broken((entry) => Object.assign(entry, { hash: entry.previous }))).toContain("the hash of its own link");
    expect(broken((entry) => Object.assign(entry, { body: { ...(entry.body as object), about: "other" } }))).toContain("the digest of its own body");
    expect(broken((entry) => delete entry.salt)).toContain("body and salt, or neither");
    expect(broken((entry) => Object.assign(entry, { more: 1 }))).toContain("an entry as it is written");
    expect(broken((entry) => Object.assign(entry, { body: () => 1 }))).toContain("an entry as it is written");
  });

  it("holds the log against a head that is kept elsewhere, so that a new chain or a missing end is found", () => {
    const entries = log();
    const [, second, third] = entries;
    const head = { index: 2, hash: third?.hash ?? "" };
    expect(verifyAudit(entries, head).ok).toBe(true);
    expectRefusal(verifyAudit(entries.slice(0, 2), head), "audit.broken", "[2]");
    expect(verifyAudit(entries, { index: 1, hash: second?.hash ?? "" }).ok).toBe(true);
    expectRefusal(verifyAudit(entries, { index: 1, hash: head.hash }), "audit.broken", "[1]");
  });
});
