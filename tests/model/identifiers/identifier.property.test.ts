import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmonizedSystemCode } from "../../../src/model/identifiers/hs-code.js";
import { formatIdentifier, identifierFault, parseIdentifierOrThrow } from "../../../src/model/identifiers/identifier.js";
import { CHECKED_KINDS, type Characters, singleDigitErrors, swappedDigits, validNumbers } from "./valid-numbers.js";

/** Random characters from fast-check, so that what fails shrinks. */
function numbersOf(draw: (characters: Characters) => string): fc.Arbitrary<string> {
  return fc
    .gen()
    .map((value) => draw((length, alphabet = "0123456789") => Array.from({ length }, () => alphabet.charAt(value(fc.nat, alphabet.length - 1))).join("")));
}

describe.each(CHECKED_KINDS)("$name", ({ kind, draw, name }) => {
  it("is written as it was read", () => {
    fc.assert(
      fc.property(numbersOf(draw), (text) => {
        expect(formatIdentifier(kind, parseIdentifierOrThrow(kind, text))).toBe(text);
      }),
    );
  });

  it("is the same in small letters and between spaces", () => {
    fc.assert(
      fc.property(numbersOf(draw), (text) => {
        expect(parseIdentifierOrThrow(kind, ` ${text.toLowerCase()} `)).toEqual(parseIdentifierOrThrow(kind, text));
      }),
    );
  });

  it("never crashes on any text, and reads only what has no fault", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          numbersOf(draw).chain((text) => fc.constantFrom(...singleDigitErrors(text), ...swappedDigits(text))),
        ),
        (text) => {
          if (identifierFault(kind, text) === undefined) {
            const canonical = formatIdentifier(kind, parseIdentifierOrThrow(kind, text));
            expect(parseIdentifierOrThrow(kind, canonical)).toEqual(parseIdentifierOrThrow(kind, text));
          }
        },
      ),
    );
  });

  it.runIf(/^(Vietnamese|Legal)/.test(name))("catches every single-digit error", () => {
    const missed = validNumbers({ kind, draw, name }, 2_000).flatMap((text) =>
      singleDigitErrors(text).filter((error) => identifierFault(kind, error) === undefined),
    );
    expect(missed).toEqual([]);
  });
});

describe("an HS code", () => {
  it("is written as it was read", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 6 }), (pairs) => {
        const text = pairs.map((pair) => String(pair).padStart(2, "0")).join("");
        expect(formatIdentifier(harmonizedSystemCode, parseIdentifierOrThrow(harmonizedSystemCode, text))).toBe(text);
      }),
    );
  });
});
