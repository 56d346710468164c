import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSha256, sha256Text } from "../../src/core/digest.js";

const text = fc.string({ unit: "grapheme" });

describe("digests", () => {
  it("are those of the platform's own SHA-256", () => {
    expect(sha256Text("abc")).toBe("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    fc.assert(
      fc.property(text, (value) => {
        expect(sha256Text(value)).toBe(`sha256:${createHash("sha256").update(value, "utf8").digest("hex")}`);
      }),
    );
  });

  it("under a key are those of the platform's own HMAC, however often the key is used", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), text, text, (key, a, b) => {
        const mac = hmacSha256(key);
        for (const value of [a, b, a]) {
          expect(Buffer.from(mac(value)).toString("hex")).toBe(createHmac("sha256", key).update(value, "utf8").digest("hex"));
        }
      }),
    );
  });
});
