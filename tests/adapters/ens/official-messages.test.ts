import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readEnsConsignments } from "../../../src/adapters/ens/read-ens-consignments.js";
import type { RowResult } from "../../../src/adapters/row-result.js";
import type { Issue } from "../../../src/core/issue.js";
import type { Consignment } from "../../../src/model/consignment.js";
import { filesOf, messagesPath, skipped } from "../official-messages.js";
import { collect } from "../support.js";

const ARCHIVE = "hmrc_ens_ie315_ie313_shared.tar.gz";

/** A message without comments and instructions, white space as one space. */
function essence(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/<!--.*?-->|<\?.*?\?>/gs, "")
    .replace(/\s+/g, " ");
}

/** Why a message was refused, in the words of the page on XML messages. */
function reasonOf({ expected, received, path }: Issue): string {
  if (expected === "at least 0") return "a negative number";
  if (expected === "a number") return "another way to write a number";
  if (expected.startsWith("an HS code")) return "no HS code";
  if (path[0] === "transportDocument" || expected.startsWith("a goods item with")) return "no goods or no document";
  return `${expected}, not ${received}`;
}

describe("the published test messages of HMRC", () => {
  const archive = messagesPath(ARCHIVE);
  const title = "become consignments with all their goods, or come back with reasons; what HMRC expects to be accepted becomes consignments";
  if (archive === undefined) it.skip(skipped(title, ARCHIVE));
  else
    it(title, { timeout: 120_000 }, async () => {
      // what HMRC expects: errors, or none
      const expected = new Map<string, boolean>();
      const read = new Map<string, readonly RowResult<Consignment>[]>();
      const outcomes = new Map<string, boolean>();
      const reasons: Record<string, number> = {};
      let [files, consignments, refused] = [0, 0, 0];
      for (const [name, bytes] of filesOf(archive)) {
        const stem = name.replace(/\.\w+$/, "");
        if (name.endsWith(".ctl")) expected.set(stem, !/<err:Error>/.test(new TextDecoder().decode(bytes)));
        if (!name.endsWith(".xml")) continue;
        files += 1;
        // more than half of the files are copies but for comments: those are read once
        const text = essence(bytes);
        const digest = createHash("sha256").update(text).digest("hex");
        const results = read.get(digest) ?? (await collect(readEnsConsignments([bytes])));
        read.set(digest, results);
        const accepted = results.flatMap((result) => (result.ok ? [result.value] : []));
        outcomes.set(stem, accepted.length === results.length);
        consignments += accepted.length;
        if (accepted.length < results.length) {
          refused += 1;
          const [refusal] = results;
          const reason = refusal === undefined || refusal.ok ? "" : reasonOf(refusal.issues[0]);
          reasons[reason] = (reasons[reason] ?? 0) + 1;
          expect([results.length, accepted.length]).toEqual([1, 0]);
        } else expect(accepted.flatMap(({ items }) => items).length).toBe(text.match(/<GOOITEGDS>/g)?.length ?? 0);
      }
      expect([files, consignments, refused]).toEqual([4_454, 4_782, 228]);
      expect(reasons).toEqual({
        'a CC315A or CC313A, not "SuccessResponse"': 1,
        "a negative number": 76,
        "another way to write a number": 132,
        "no HS code": 6,
        "no goods or no document": 13,
      });
      // the rules of the system are not checked: of what HMRC refuses, this many messages are read
      expect([...outcomes].filter(([stem, isRead]) => isRead && expected.get(stem) === false)).toHaveLength(2_942);
      const valid = [...outcomes.keys()].filter((stem) => expected.get(stem) === true);
      const refusedThough = valid.filter((stem) => outcomes.get(stem) === false).map((stem) => stem.split("/").at(-1));
      expect(valid).toHaveLength(1_008);
      // four copies of a message for one optional element, without a description or code of its goods, and without transport document or reference
      expect(refusedThough).toEqual(Array(4).fill("MESRECMES6_optional"));
    });
});
