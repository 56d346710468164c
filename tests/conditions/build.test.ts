import { describe, expect, it } from "vitest";
import { conditionsFor } from "../../src/conditions/build.js";
import { condition as conditionSchema } from "../../src/conditions/condition-schema.js";
import { parseWith } from "../../src/core/schema.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import { valueOf } from "../support/issues.js";

const c = conditionsFor(standardCatalogue);

describe("conditionsFor", () => {
  it.each([
    [c.eq("customsOffice", "A"), '{"op":"eq","indicator":"customsOffice","value":"A"}'],
    [c.eq("itemCount", 3), '{"op":"eq","indicator":"itemCount","value":3}'],
    [c.eq("hiddenCharacters", true), '{"op":"eq","indicator":"hiddenCharacters","value":true}'],
    [c.in("documentKinds", ["permit"]), '{"op":"in","indicator":"documentKinds","values":["permit"]}'],
    [c.prefix("hsCode", { list: "chapters" }), '{"op":"prefix","indicator":"hsCode","values":{"list":"chapters"}}'],
    [c.containsAny("goodsDescription", ["ivory"]), '{"op":"containsAny","indicator":"goodsDescription","values":["ivory"]}'],
    [c.between("netMass", 1, 2), '{"op":"between","indicator":"netMass","min":1,"max":2}'],
    [c.gt("netMass", 1), '{"op":"gt","indicator":"netMass","value":1}'],
    [c.gte("netMass", 1), '{"op":"gte","indicator":"netMass","value":1}'],
    [c.lt("netMass", 1), '{"op":"lt","indicator":"netMass","value":1}'],
    [c.lte("netMass", 1), '{"op":"lte","indicator":"netMass","value":1}'],
    [c.present("hsCode"), '{"op":"present","indicator":"hsCode"}'],
    [c.anyItem(c.present("hsCode")), '{"op":"anyItem","where":{"op":"present","indicator":"hsCode"}}'],
    [c.countItems(c.present("hsCode"), 2), '{"op":"countItems","where":{"op":"present","indicator":"hsCode"},"atLeast":2}'],
    [c.all(c.present("hsCode")), '{"op":"all","of":[{"op":"present","indicator":"hsCode"}]}'],
    [c.any(c.present("hsCode")), '{"op":"any","of":[{"op":"present","indicator":"hsCode"}]}'],
    [c.atLeast(1, c.present("hsCode")), '{"op":"atLeast","count":1,"of":[{"op":"present","indicator":"hsCode"}]}'],
    [c.not(c.present("hsCode")), '{"op":"not","of":{"op":"present","indicator":"hsCode"}}'],
  ])("gives the JSON that an analyst writes by hand (%#)", (built, json) => {
    expect(JSON.stringify(built)).toBe(json);
    expect(valueOf(parseWith(conditionSchema, JSON.parse(json)))).toEqual(built);
  });
});
