import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessOrThrow } from "../../src/assessment/assess.js";
import type { SelectionResult } from "../../src/assessment/assessment.js";
import { isDrawn, select } from "../../src/assessment/select.js";
import { createSelectionKey, createSelectionKeyOrThrow, MIN_KEY_BYTES } from "../../src/assessment/selection-key.js";
import type { Selection } from "../../src/profile/profile.js";
import { facts } from "../../src/testing/arbitraries/facts.js";
import { profile } from "../../src/testing/arbitraries/profile.js";
import { compiled, factsOf } from "../support/documents.js";
import { expectOnly, issuesOf } from "../support/issues.js";

const secret = new Uint8Array(32).fill(1);
const key = createSelectionKeyOrThrow(secret);
const SELECTION: Selection = { channel: "red", randomRate: 0.5, identity: ["transportDocument", "firstDeclaration"] };
const NONE = { threshold: 0, mandatory: 0 };
const identity = fc.record({
  kind: fc.constantFrom("transportDocument" as const, "firstDeclaration" as const),
  values: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
});
const rate = fc.double({ min: 0, max: 1, noNaN: true });

describe("isDrawn", () => {
  it("never draws at rate 0, always at rate 1, and draws more at a higher rate", () => {
    fc.assert(
      fc.property(identity, rate, rate, (who, a, b) => {
        expect([isDrawn(key, who, 0), isDrawn(key, who, 1)]).toEqual([false, true]);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(isDrawn(key, who, low) && !isDrawn(key, who, high)).toBe(false);
      }),
    );
  });

  it("compares the first 53 bits of the HMAC of kind and values with the rate, below and not at it", () => {
    const bits = (text: string): number => Number(createHmac("sha256", secret).update(text).digest().readBigUInt64BE() >> 11n);
    const draw = bits('["consignment-risk/draw@1","transportDocument","house","HBL 1"]');
    const who = { kind: "transportDocument" as const, values: ["house", "HBL 1"] };
    expect(key.draw('["consignment-risk/draw@1","transportDocument","house","HBL 1"]')).toBe(draw);
    expect(isDrawn(key, who, draw / 2 ** 53)).toBe(false);
    expect(isDrawn(key, who, (draw + 1) / 2 ** 53)).toBe(true);
  });

  it("tells values apart that would be one text joined", () => {
    const texts = [["a", "b"], ["ab"], ["a,b"], ["a", "", "b"]].map((values) =>
      Array.from({ length: 64 }, (_, n) => isDrawn(key, { kind: "firstDeclaration", values: [...values, String(n)] }, 0.5)).join(),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("draws its share", () => {
    const drawn = Array.from({ length: 4_000 }, (_, n) => isDrawn(key, { kind: "firstDeclaration", values: [String(n)] }, 0.1)).filter(Boolean).length;
    expect(drawn).toBeGreaterThan(400 - 4 * 19);
    expect(drawn).toBeLessThan(400 + 4 * 19);
  });
});

describe("the draw", () => {
  const selectionKey = createSelectionKeyOrThrow(new Uint8Array(16).fill(9));

  it("depends on key and identity alone: neither on profile, nor facts, nor id", () => {
    fc.assert(
      fc.property(profile({ random: true }), profile({ random: true }), facts(), facts(), (one, other, a, b) => {
        const chosen: Selection = { ...one.selection, randomRate: 0.5, identity: ["transportDocument", "firstDeclaration"] };
        const identities = { transportDocument: ["house", "HBL 1", "tax:1"] };
        const drawOf = (document: typeof one, input: typeof a, id: string): boolean | undefined =>
          assessOrThrow(compiled({ ...document, selection: chosen }), { ...input, id, identities }, { selectionKey }).selection.mechanisms.find(
            (mechanism) => mechanism.kind === "random",
          )?.drawn;
        expect(drawOf(one, a, "D-1")).toBe(drawOf(other, b, "D-2"));
      }),
      { numRuns: 60 },
    );
  });

  it("is another under another key, somewhere", () => {
    const draws = (bytes: number): boolean[] => {
      const other = createSelectionKeyOrThrow(new Uint8Array(16).fill(bytes));
      return Array.from({ length: 40 }, (_, n) => isDrawn(other, { kind: "firstDeclaration", values: [String(n)] }, 0.5));
    };
    expect(draws(1)).not.toEqual(draws(2));
    expect(draws(1)).toEqual(draws(1));
  });
});

describe("select", () => {
  const resultOf = (selection: Selection, reached = NONE, change: object = {}, withKey = true): SelectionResult =>
    select(selection, 2, reached, factsOf({}, [], change), withKey ? key : undefined).result;

  it("reports which certain mechanism reached the selected channel", () => {
    const { randomRate: _, ...fixed } = SELECTION;
    const of = (threshold: number, mandatory: number): unknown[] => {
      const { probability, mechanisms } = resultOf(fixed, { threshold, mandatory });
      return [probability, ...mechanisms.map((mechanism) => [mechanism.kind, mechanism.drawn, mechanism.probability])];
    };
    expect(of(0, 0)).toEqual([0, ["mandatory", false, 0], ["threshold", false, 0]]);
    expect(of(1, 1)).toEqual([0, ["mandatory", false, 0], ["threshold", false, 0]]);
    expect(of(2, 0)).toEqual([1, ["mandatory", false, 0], ["threshold", true, 1]]);
    expect(of(0, 2)).toEqual([1, ["mandatory", true, 1], ["threshold", false, 0]]);
    expect(of(3, 3)).toEqual([1, ["mandatory", true, 1], ["threshold", true, 1]]);
    expect(resultOf(fixed)).not.toHaveProperty("identity");
    expect(resultOf(fixed)).not.toHaveProperty("keyId");
  });

  it("draws at random even where another mechanism selects already", () => {
    const always = resultOf({ ...SELECTION, randomRate: 1 }, { threshold: 2, mandatory: 0 });
    expect(always.probability).toBe(1);
    expect(always.mechanisms[2]).toEqual({ kind: "random", drawn: true, probability: 1 });
    const never = resultOf({ ...SELECTION, randomRate: 0 });
    expect([never.probability, never.mechanisms[2]]).toEqual([0, { kind: "random", drawn: false, probability: 0 }]);
    expect(resultOf(SELECTION).probability).toBe(0.5);
    expect(select({ ...SELECTION, randomRate: 1 }, 2, NONE, factsOf(), key).drawnAtRandom).toBe(true);
    expect(select({ ...SELECTION, randomRate: 0 }, 2, NONE, factsOf(), key).drawnAtRandom).toBe(false);
    expect(select({ ...SELECTION, randomRate: 1 }, 2, NONE, factsOf(), undefined).drawnAtRandom).toBe(false);
  });

  it("ties the draw to the first declared identity that the record has, and says how strong it is", () => {
    const both = { transportDocument: ["house", "1", "tax:1"], firstDeclaration: ["D-0"] };
    const strong = { kind: "transportDocument", strength: "strong" };
    const weak = { kind: "firstDeclaration", strength: "weak" };
    expect(resultOf(SELECTION, NONE, { identities: both }).identity).toEqual(strong);
    expect(resultOf({ ...SELECTION, identity: ["firstDeclaration"] }, NONE, { identities: both }).identity).toEqual(weak);
    expect(resultOf(SELECTION, NONE, { identities: { firstDeclaration: ["D-0"] } }).identity).toEqual(weak);
    expect(resultOf(SELECTION, NONE, {}).identity).toEqual(weak);
    expect(resultOf(SELECTION).keyId).toBe(key.id);
  });

  it("takes the record's own id for a first declaration that is not named", () => {
    const draws = (change: (id: string) => object): boolean[] =>
      Array.from({ length: 40 }, (_, n) => select(SELECTION, 2, NONE, factsOf({}, [], change(`D-${n}`)), key).drawnAtRandom);
    expect(draws((id) => ({ id }))).toEqual(draws((id) => ({ id: "other", identities: { firstDeclaration: [id] } })));
    expect(draws((id) => ({ id }))).not.toEqual(draws((id) => ({ id, identities: { firstDeclaration: ["D-0"] } })));
  });
});

describe("a random draw", () => {
  const document = {
    schema: "consignment-risk/profile@1",
    id: "p",
    version: "1",
    title: { en: "x" },
    utcOffset: "Z",
    currency: "VND",
    catalogue: "consignment-risk/1",
    channels: ["green", "yellow", "red"],
    lists: {},
    derived: {},
    domains: { d: { title: { en: "d" }, base: 0, rules: [], thresholds: {} } },
  };

  it.each([
    ["yellow", 1, "yellow"],
    ["red", 1, "red"],
    ["red", 0, "green"],
  ])("raises to %s at rate %d: %s", (channel, randomRate, expected) => {
    const ready = compiled({ ...document, selection: { channel, randomRate, identity: ["firstDeclaration"] } });
    expect(assessOrThrow(ready, factsOf(), { selectionKey: key }).channel).toBe(expected);
  });
});

describe("createSelectionKey", () => {
  it("wants at least 16 bytes", () => {
    expect(createSelectionKey(new Uint8Array(MIN_KEY_BYTES)).ok).toBe(true);
    expectOnly(issuesOf(createSelectionKey(new Uint8Array(15))), {
      code: "selection.key",
      path: ["selectionKey"],
      message: "a secret of at least 16 bytes, received 15",
    });
    expectOnly(issuesOf(createSelectionKey("a very long secret text" as never)), { code: "selection.key", path: ["selectionKey"], message: "received 0" });
    expect(() => createSelectionKeyOrThrow(new Uint8Array(0))).toThrow("at least 16 bytes");
  });

  it("names the key without telling it, and keeps it from being printed", () => {
    const expected = createHmac("sha256", secret).update("consignment-risk/key-id@1").digest("hex").slice(0, 16);
    expect(key.id).toBe(expected);
    expect(Object.keys(key)).toEqual(["id", "draw"]);
    expect(Object.isFrozen(key)).toBe(true);
  });

  it("keeps a copy of the secret", () => {
    const bytes = new Uint8Array(32).fill(3);
    const before = createSelectionKeyOrThrow(bytes);
    const draw = before.draw("x");
    bytes.fill(0);
    expect(before.draw("x")).toBe(draw);
  });
});
