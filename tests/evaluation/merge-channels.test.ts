import { describe, expect, it } from "vitest";
import { mergeChannels } from "../../src/evaluation/merge-channels.js";

describe("mergeChannels", () => {
  it.each([
    [
      ["green", "red"],
      ["green", "red"],
      ["green", "red"],
    ],
    [
      ["green", "red"],
      ["green", "yellow", "red"],
      ["green", "yellow", "red"],
    ],
    [
      ["green", "yellow", "red"],
      ["green", "red"],
      ["green", "yellow", "red"],
    ],
    [["b"], ["a", "b", "c"], ["a", "b", "c"]],
    [
      ["green", "yellow"],
      ["blue", "black"],
      ["blue", "black", "green", "yellow"],
    ],
  ])("of %j and %j are %j", (first, second, merged) => {
    expect(mergeChannels(first, second)).toEqual(merged);
  });

  it("are none where the two are in different orders", () => {
    expect(mergeChannels(["green", "red"], ["red", "green"])).toBeUndefined();
    expect(mergeChannels(["a", "b", "c"], ["b", "x", "a"])).toBeUndefined();
  });
});
