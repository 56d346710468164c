import { expect, it } from "vitest";
import { chapterOf, headingOf, subheadingOf } from "../../src/model/hs-part.js";

it.each([
  ["29333610", "29", "2933", "293336"],
  ["2933", "29", "2933", undefined],
  ["29", "29", undefined, undefined],
  [undefined, undefined, undefined, undefined],
])("the parts of %s are chapter %s, heading %s and subheading %s", (hsCode, ...parts) => {
  const item = hsCode === undefined ? {} : { hsCode };
  expect([chapterOf(item), headingOf(item), subheadingOf(item)]).toEqual(parts);
});
