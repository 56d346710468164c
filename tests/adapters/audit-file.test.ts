import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { openAuditFile, openAuditFileOrThrow, verifyAuditFile } from "../../src/adapters/audit-file.js";
import { IssueError } from "../../src/core/result.js";
import { recordAuditOrThrow } from "../../src/operations/audit-log.js";
import { createWorkspace } from "../cli/workspace.js";
import { expectRefusal } from "../hostile/support.js";
import { auditBody, SALT } from "../operations/audit-support.js";

/** Lets a disk run full after some bytes. */
const disk = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  const writeSync = (file: number, bytes: Uint8Array, offset: number, length: number, position: number): number => {
    if (disk.left === 0) throw new Error("ENOSPC");
    const written = real.writeSync(file, bytes, offset, Math.min(length, disk.left), position);
    disk.left -= written;
    return written;
  };
  return { ...real, writeSync };
});

const space = createWorkspace();
afterAll(space.remove);

/** A closed log of some entries. */
function written(name: string, count: number): string {
  const path = space.path(name);
  const file = openAuditFileOrThrow(path);
  for (let at = 0; at < count; at += 1) recordAuditOrThrow(file, auditBody({ about: `D-${at}` }), SALT);
  file.close();
  return path;
}

describe("openAuditFile", () => {
  it("makes a log, and goes on with it where it ended", () => {
    const path = written("new.jsonl", 2);
    const again = openAuditFileOrThrow(path);
    expect(again).not.toHaveProperty("recovered");
    expect(recordAuditOrThrow(again, auditBody(), SALT).index).toBe(2);
    expect([...again.entries()].map(({ body }) => body?.about)).toEqual(["D-0", "D-1", "D-1"]);
    expect(again.last()?.index).toBe(2);
    again.close();
    expect(verifyAuditFile(path)).toMatchObject({ ok: true, value: { entries: 3, head: { index: 2 } } });
    expect(readFileSync(path, "utf8").split("\n")).toHaveLength(4);
  });

  it("survives a crash anywhere in the middle of a write: what was kept stays, what was cut off is taken away and said", () => {
    const path = written("crash.jsonl", 2);
    const before = readFileSync(path);
    const head = readFileSync(`${path}.head`);
    const third = openAuditFileOrThrow(path);
    recordAuditOrThrow(third, auditBody(), SALT);
    third.close();
    const line = readFileSync(path).subarray(before.length);
    for (let length = 1; length < line.length; length += 7) {
      writeFileSync(path, Buffer.concat([before, line.subarray(0, length)]));
      writeFileSync(`${path}.head`, head);
      const file = openAuditFileOrThrow(path);
      expect(file.recovered).toEqual({ entry: 2, bytes: length });
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(recordAuditOrThrow(file, auditBody(), SALT).index).toBe(2);
      file.close();
      expect(verifyAuditFile(path)).toMatchObject({ ok: true, value: { entries: 3 } });
    }
    // and one between the line and the head: the entry is whole, and stays
    writeFileSync(path, Buffer.concat([before, line]));
    writeFileSync(`${path}.head`, head);
    const file = openAuditFileOrThrow(path);
    expect([file.last()?.index, file.recovered]).toEqual([2, undefined]);
    file.close();
  });

  it("refuses a log that does not hold, or lacks its end, and leaves it as it is", () => {
    const path = written("broken.jsonl", 3);
    const lines = readFileSync(path, "utf8").split("\n");
    const refuse = (content: string, entry: string) => {
      writeFileSync(path, content);
      expectRefusal(openAuditFile(path), "audit.broken", entry);
      expectRefusal(verifyAuditFile(path), "audit.broken", entry);
      expect(readFileSync(path, "utf8")).toBe(content);
    };
    refuse(lines.with(1, (lines[1] ?? "").replace("D-1", "D-7")).join("\n"), "[1]");
    refuse(`${lines.slice(0, 2).join("\n")}\n`, "[2]");
    refuse(lines.slice(0, 3).join("\n"), "[2]");
    refuse("", "[0]");
    expect(() => openAuditFileOrThrow(path)).toThrow(IssueError);
    writeFileSync(path, lines.join("\n"));
    writeFileSync(`${path}.head`, "nonsense");
    expectRefusal(openAuditFile(path), "value.invalid", "head");
    expectRefusal(verifyAuditFile(path), "value.invalid", "head");
    rmSync(`${path}.head`);
    expect(verifyAuditFile(path).ok).toBe(true);
  });

  it("refuses to write where somebody else has written", () => {
    const path = written("shared.jsonl", 1);
    const file = openAuditFileOrThrow(path);
    appendFileSync(path, "x");
    expect(() => recordAuditOrThrow(file, auditBody(), SALT)).toThrow("changed by somebody else");
    file.close();
  });

  it("takes back what it could not write whole, and goes on once it can", () => {
    const path = written("full.jsonl", 1);
    const before = readFileSync(path);
    const file = openAuditFileOrThrow(path);
    disk.left = 100;
    expect(() => recordAuditOrThrow(file, auditBody(), SALT)).toThrow("ENOSPC");
    disk.left = Number.POSITIVE_INFINITY;
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(recordAuditOrThrow(file, auditBody(), SALT).index).toBe(1);
    expect(existsSync(`${path}.head.partial`)).toBe(false);
    file.close();
    expect(verifyAuditFile(path)).toMatchObject({ ok: true, value: { entries: 2 } });
  });
});
