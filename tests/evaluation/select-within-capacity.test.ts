import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSelectionKeyOrThrow, type SelectionKey } from "../../src/assessment/selection-key.js";
import { formatPath } from "../../src/core/issue.js";
import { type Candidate, type CapacitySelection, selectWithinCapacity, selectWithinCapacityOrThrow } from "../../src/evaluation/select-within-capacity.js";

const key = createSelectionKeyOrThrow(new Uint8Array(32).fill(7));

/** A key that draws exactly the candidates named, at any rate strictly between 0 and 1. */
function keyThatDraws(ids: ReadonlySet<string>): SelectionKey {
  return { id: "test", draw: (message) => (ids.has(JSON.parse(message).at(-1)) ? 0 : 2 ** 53 - 1) };
}

const candidate = fc.record({ micropoints: fc.integer({ min: 0, max: 6 }), mandatory: fc.boolean() }, { requiredKeys: ["micropoints"] });
const batch = fc
  .array(candidate, { minLength: 1, maxLength: 7 })
  .map((list): readonly Candidate[] => list.map((given, index) => ({ id: `d${index}`, ...given })));

describe("selectWithinCapacity", () => {
  it("states for every declaration the probability over all that chance could draw", () => {
    fc.assert(
      fc.property(batch, fc.integer({ min: 0, max: 8 }), fc.constantFrom(0.1, 0.5, 0.9), (candidates, capacity, randomRate) => {
        const options = { capacity, threshold: 5, randomRate };
        const expected = new Map(candidates.map(({ id }) => [id, { selected: 0, topUp: 0 }]));
        for (let draw = 0; draw < 2 ** candidates.length; draw += 1) {
          const ids = new Set(candidates.filter((_, index) => (draw >> index) % 2 === 1).map(({ id }) => id));
          const chance = randomRate ** ids.size * (1 - randomRate) ** (candidates.length - ids.size);
          for (const choice of selectWithinCapacityOrThrow(candidates, { ...options, key: keyThatDraws(ids) })) {
            const sums = expected.get(choice.id);
            if (sums === undefined) continue;
            if (choice.selected) sums.selected += chance;
            if (choice.mechanisms.some(({ kind, drawn }) => kind === "topUp" && drawn)) sums.topUp += chance;
          }
        }
        for (const choice of selectWithinCapacityOrThrow(candidates, { ...options, key })) {
          expect(choice.probability).toBeCloseTo(expected.get(choice.id)?.selected ?? Number.NaN, 10);
          expect(choice.mechanisms.find(({ kind }) => kind === "topUp")?.probability).toBeCloseTo(expected.get(choice.id)?.topUp ?? Number.NaN, 10);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("fills the capacity, and goes beyond it only for what must be or was drawn", () => {
    fc.assert(
      fc.property(batch, fc.integer({ min: 0, max: 8 }), (candidates, capacity) => {
        const choices = selectWithinCapacityOrThrow(candidates, { capacity, threshold: 5, randomRate: 0.3, key });
        const selected = choices.filter((choice) => choice.selected);
        const certainOrDrawn = choices.filter(({ mechanisms }) => mechanisms.some(({ kind, drawn }) => kind !== "topUp" && drawn)).length;
        expect(selected.length).toBe(Math.min(candidates.length, Math.max(capacity, certainOrDrawn)));
        expect(choices.map((choice) => choice.id)).toEqual(candidates.map(({ id }) => id));
      }),
    );
  });

  it("tops up with the highest scores, ties by id", () => {
    const candidates = [
      { id: "c", micropoints: 3 },
      { id: "b", micropoints: 3 },
      { id: "a", micropoints: 1 },
    ];
    const choices = selectWithinCapacityOrThrow(candidates, { capacity: 1, threshold: 9, randomRate: 0, key });
    expect(choices.map(({ id, selected, probability }) => [id, selected, probability])).toEqual([
      ["c", false, 0],
      ["b", true, 1],
      ["a", false, 0],
    ]);
    expect(choices[1]?.mechanisms).toEqual([
      { kind: "mandatory", drawn: false, probability: 0 },
      { kind: "threshold", drawn: false, probability: 0 },
      { kind: "random", drawn: false, probability: 0 },
      { kind: "topUp", drawn: true, probability: 1 },
    ]);
  });

  it("always draws at random, also what is selected already", () => {
    const [choice] = selectWithinCapacityOrThrow([{ id: "a", micropoints: 9, mandatory: true }], { capacity: 0, threshold: 5, randomRate: 1, key });
    expect(choice?.mechanisms.map(({ kind, drawn, probability }) => [kind, drawn, probability])).toEqual([
      ["mandatory", true, 1],
      ["threshold", true, 1],
      ["random", true, 1],
      ["topUp", false, 0],
    ]);
    expect(choice?.probability).toBe(1);
  });

  it("does not depend on the order of the candidates", () => {
    fc.assert(
      fc.property(batch, (candidates) => {
        const options = { capacity: 3, threshold: 5, randomRate: 0.3, key };
        expect([...selectWithinCapacityOrThrow([...candidates].reverse(), options)].reverse()).toEqual(selectWithinCapacityOrThrow(candidates, options));
      }),
    );
  });

  it("keeps its probabilities in a batch of 20,000, whose sum is the capacity", () => {
    const candidates = Array.from({ length: 20_000 }, (_, index) => ({ id: `d${index}`, micropoints: index }));
    const choices = selectWithinCapacityOrThrow(candidates, { capacity: 4_000, threshold: 10 ** 6, randomRate: 0.1, key });
    expect(choices.reduce((sum, choice) => sum + choice.probability, 0)).toBeCloseTo(4_000, 3);
    expect(choices.filter((choice) => choice.selected)).toHaveLength(4_000);
  });

  it.each([
    [{ capacity: -1 }, "capacity"],
    [{ capacity: 1.5 }, "capacity"],
    [{ threshold: Number.NaN }, "threshold"],
    [{ randomRate: 1.1 }, "randomRate"],
    [{ key: undefined as unknown as SelectionKey }, "key"],
  ])("refuses %j", (given, path) => {
    const options: CapacitySelection = { capacity: 1, threshold: 5, randomRate: 0.1, key, ...given };
    const result = selectWithinCapacity([{ id: "a", micropoints: 1 }], options);
    expect(result.ok ? [] : result.issues.map((issue) => formatPath(issue.path))).toEqual([path]);
    expect(() => selectWithinCapacityOrThrow([{ id: "a", micropoints: 1 }], options)).toThrow();
  });

  it("refuses a declaration that is stated twice, and a score that is no integer", () => {
    const options = { capacity: 1, threshold: 5, randomRate: 0.1, key };
    const twice = selectWithinCapacity(
      [
        { id: "a", micropoints: 1 },
        { id: "a", micropoints: 0.5 },
      ],
      options,
    );
    expect(twice.ok ? [] : twice.issues.map((issue) => formatPath(issue.path))).toEqual(["candidates[1].id", "candidates[1].micropoints"]);
  });
});
