import fc from "fast-check";
import { expect, test } from "vitest";
import { keyText, keyValues } from "../../src/history/key-text.js";

const value = fc.oneof(fc.string({ unit: fc.constantFrom("\\", "s", "\u001f", "a") }), fc.string({ unit: "binary" }));

test("the text of a key gives its values back, so that no two lists share a text", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (values) => {
      expect(keyValues(keyText(values))).toEqual(values);
    }),
  );
});
