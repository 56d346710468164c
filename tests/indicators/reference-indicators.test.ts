import { describe, expect, it } from "vitest";
import type { Fact } from "../../src/indicators/fact.js";
import type { Declaration } from "../../src/model/declaration.js";
import type { GoodsItem } from "../../src/model/goods-item.js";
import { standardReference } from "../../src/reference/reference.js";
import { defineReferenceList } from "../../src/reference/reference-list.js";
import { itemOf } from "../support/documents.js";
import { ABSENT, factOf, itemFactOf, NOT_APPLICABLE } from "./read-fact.js";

const paper = (kind: "permit" | "citesPermit" | "invoice" | "preExportNotification") => [{ kind, number: "1" }];

describe("indicators that read reference lists and identifiers", () => {
  it.each<[indicator: string, says: string, item: Partial<GoodsItem>, value: Fact | object]>([
    ["vagueDescription", "vague words alone", { description: "Gift, spare parts and accessories" }, true],
    ["vagueDescription", "two other words", { description: "parts 12 pcs 12 pcs bicycle" }, true],
    ["vagueDescription", "a vague word in Vietnamese", { description: "Phụ tùng các loại" }, true],
    ["vagueDescription", "three other words", { description: "Parts of hydraulic pump" }, false],
    ["vagueDescription", "no description", {}, ABSENT],
    ["tokenValue", "a value of 1", { customsValue: { amount: 1, currency: "USD" } }, true],
    ["tokenValue", "a little more", { customsValue: { amount: 1.01, currency: "USD" } }, false],
    ["tokenValue", "no value", {}, ABSENT],
    ["hsCodeExists", "a code of HS 2022", { hsCode: "29152400" }, true],
    ["hsCodeExists", "no such subheading", { hsCode: "29159999" }, false],
    ["hsCodeExists", "a chapter", { hsCode: "29" }, true],
    ["precursorTables", "a subheading that names it", { hsCode: "29152400" }, ["I"]],
    ["precursorTables", "a shared subheading", { hsCode: "29333990" }, []],
    ["precursorTables", "names of two tables", { description: "toluene with piperonal" }, ["I", "II"]],
    ["precursorTables", "nothing", {}, []],
    ["precursorEvidence", "all there is", { hsCode: "29152400", description: "acetic anhydride", casNumbers: ["108-24-7"] }, ["cas", "hs", "name"]],
    ["precursorEvidence", "a hidden name", { description: "асеtic аnhydridе" }, ["disguisedName"]],
    ["precursorEvidence", "a shared subheading", { hsCode: "29333990" }, ["sharedHs"]],
    ["precursorEvidence", "a wrong check digit", { casNumbers: ["108-24-8"] }, []],
    ["precursorWithoutPermit", "a name", { description: "piperonal" }, true],
    ["precursorWithoutPermit", "with a permit", { description: "piperonal", documents: paper("permit") }, false],
    ["precursorWithoutPermit", "with another paper", { description: "piperonal", documents: paper("invoice") }, true],
    ["precursorWithoutPermit", "a shared subheading alone", { hsCode: "29333990" }, false],
    ["precursorUnderOtherCode", "a name elsewhere", { hsCode: "33049900", description: "piperonal" }, true],
    ["precursorUnderOtherCode", "a CAS number elsewhere", { hsCode: "33049900", casNumbers: ["120-57-0"] }, true],
    ["precursorUnderOtherCode", "a name where it belongs", { hsCode: "29329300", description: "piperonal" }, false],
    ["precursorUnderOtherCode", "a short code", { hsCode: "3304", description: "piperonal" }, NOT_APPLICABLE],
    ["productionEquipment", "both", { hsCode: "84798990", description: "TDP-5 pill press" }, ["hs", "words"]],
    ["productionEquipment", "another machine of the code", { hsCode: "84798990", description: "glue dispenser" }, ["hs"]],
    ["productionEquipment", "another press", { hsCode: "84621000", description: "hydraulic press" }, []],
    ["citesGaps", "neither", { hsCode: "44072900" }, ["permit", "speciesName"]],
    ["citesGaps", "a species", { hsCode: "44072900", scientificName: "Dalbergia cochinchinensis" }, ["permit"]],
    ["citesGaps", "both", { hsCode: "44072900", scientificName: "Tectona grandis", documents: paper("citesPermit") }, []],
    ["citesGaps", "another code", { hsCode: "44071100" }, NOT_APPLICABLE],
  ])("%s: %s", (indicator, _, item, value) => {
    expect(itemFactOf(item, indicator)).toEqual(value);
  });

  it("look at the documents of the whole declaration too", () => {
    const item: Partial<GoodsItem> = { hsCode: "29329300" };
    expect(itemFactOf(item, "precursorWithoutPermit", { documents: paper("preExportNotification") })).toBe(false);
    expect(itemFactOf({ hsCode: "05071000", scientificName: "Loxodonta" }, "citesGaps", { documents: paper("citesPermit") })).toEqual([]);
  });

  it("say nothing of codes of another edition of the Harmonized System", () => {
    expect(itemFactOf({ hsCode: "29159999" }, "hsCodeExists", { hsEdition: "HS2017" })).toEqual({ missing: "notApplicable", reason: "the code is of HS2017" });
    expect(itemFactOf({ hsCode: "29159999" }, "hsCodeExists", { hsEdition: "HS2022" })).toBe(false);
  });

  it("read lists of the user's own where they are given", () => {
    const none = { ...standardReference, substances: defineReferenceList({ ...standardReference.substances, entries: [] }) };
    const items: Declaration["items"] = [itemOf(1, { description: "piperonal" })];
    expect(factOf({ items }, "precursorTables")).toEqual(["I"]);
    expect(factOf({ items }, "precursorTables", { reference: none })).toEqual([]);
  });

  it("count numbers of containers that are none", () => {
    const equipment = (...ids: readonly string[]) => ({ transport: { equipment: ids.map((id) => ({ id })) } });
    expect(factOf(equipment("CSQU3054383", "AKE12345XX"), "containerNumberFaults")).toBe(0);
    expect(factOf(equipment("CSQU3054384", "CSQX3054383", "csqu305438"), "containerNumberFaults")).toBe(3);
    expect(factOf({}, "containerNumberFaults")).toEqual(NOT_APPLICABLE);
  });

  it("count failed check digits wherever numbers with one stand, and no other fault", () => {
    expect(factOf({}, "checkDigitFaults")).toBe(0);
    const wrong: Partial<Declaration> = {
      parties: {
        importer: { identifier: { scheme: "vn-mst", code: "0100233480" } },
        consignee: { identifier: { scheme: "vn-mst", code: "0100233480" } },
        seller: { name: "x", otherIdentifiers: [{ scheme: "lei", code: "213800KUD8LXJWSQ9D15" }] },
      },
      transport: {
        equipment: [{ id: "CSQU3054384" }],
        documents: [
          { level: "master", kind: "airWaybill", number: "176-12345677" },
          { level: "house", kind: "airWaybill", number: "176-12345677" },
          { level: "simple", kind: "postalItem", number: "EB900717618HK" },
          { level: "simple", kind: "billOfLading", number: "EB900717618HK" },
        ],
        itinerary: [{ meansScheme: "imo", meansId: "8814274" }, { meansScheme: "imo", meansId: "8814274" }, { meansScheme: "plate", meansId: "8814274" }, {}],
      },
      items: [itemOf(1, { casNumbers: ["1609-66-5"], description: "CAS 108-24-8" }), itemOf(2)],
    };
    expect(factOf(wrong, "checkDigitFaults")).toBe(8);
    const sound: Partial<Declaration> = {
      parties: {
        importer: { identifier: { scheme: "vn-mst", code: "0100233488" } },
        seller: { identifier: { scheme: "tax", code: "0100233480" }, otherIdentifiers: [{ scheme: "lei", code: "213800KUD8LAJWSQ9D15" }] },
      },
      transport: { equipment: [{ id: "CSQU3054383" }], documents: [{ level: "simple", kind: "postalItem", number: "free text" }] },
      items: [itemOf(1, { casNumbers: ["108-24-7"] })],
    };
    expect(factOf(sound, "checkDigitFaults")).toBe(0);
  });
});
