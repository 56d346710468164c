import { conditionsFor } from "../../src/conditions/build.js";
import type { Condition } from "../../src/conditions/condition.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { defineCatalogue, extendCatalogue } from "../../src/indicators/define-catalogue.js";
import { defineIndicator } from "../../src/indicators/indicator.js";

const c = conditionsFor(standardCatalogue);

// what fits compiles
const sound: readonly Condition[] = [
  c.eq("customsOffice", "A"),
  c.eq("itemCount", 3),
  c.eq("hiddenCharacters", true),
  c.in("documentKinds", ["permit"]),
  c.in("customsOffice", { list: "offices" }),
  c.present("goodsDescription"),
  c.all(c.not(c.gt("itemCount", 1)), c.anyItem(c.prefix("hsCode", ["84"]))),
];
export default sound;

// an indicator that the catalogue does not have does not compile
// @ts-expect-error an unknown indicator
c.gt("noSuchIndicator", 1);
// @ts-expect-error an unknown indicator
c.present("constructor");
// @ts-expect-error another spelling
c.eq("ItemCount", 1);

// nor does a value of another type
// @ts-expect-error a number takes a number
c.eq("itemCount", "3");
// @ts-expect-error a code takes a text
c.eq("customsOffice", 3);
// @ts-expect-error a boolean takes a boolean
c.eq("hiddenCharacters", "true");
// @ts-expect-error codes are texts
c.in("customsOffice", [1]);
// @ts-expect-error a bound is a number
c.gt("itemCount", "1");

// nor does an operator for another type
// @ts-expect-error a code has no order
c.gt("customsOffice", 1);
// @ts-expect-error a set of codes equals nothing
c.eq("documentKinds", "permit");
// @ts-expect-error a set of codes has no prefix
c.prefix("documentKinds", ["p"]);
// @ts-expect-error phrases are looked for in texts
c.containsAny("hsCode", ["ivory"]);
// @ts-expect-error a text is no code
c.in("goodsDescription", ["ivory"]);
// @ts-expect-error a number lies between, a boolean does not
c.between("hiddenCharacters", 0, 1);

// nor do empty groups
// @ts-expect-error all of nothing
c.all();
// @ts-expect-error any of nothing
c.any();
// @ts-expect-error at least one of nothing
c.atLeast(1);

// a catalogue of one's own is checked the same way, and extends the standard one
const dual = defineIndicator({
  id: "dualUse",
  type: "boolean",
  level: "item",
  reads: ["items[].hsCode"],
  meaning: { en: "whether it is dual-use" },
  source: "a test",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item }) => item.hsCode?.startsWith("84"),
});
const own = conditionsFor(defineCatalogue("own/1", [dual]));
own.eq("dualUse", true);
// @ts-expect-error not of this catalogue
own.eq("itemCount", 1);
const both = conditionsFor(extendCatalogue(standardCatalogue, "both/1", [dual]));
both.eq("dualUse", false);
both.gt("itemCount", 1);
// @ts-expect-error of neither
both.gt("neither", 1);
