import { describe, expect, it } from "vitest";
import { readManifestConsignments } from "../../../src/adapters/manifest/read-manifest-consignments.js";
import type { RowResult } from "../../../src/adapters/row-result.js";
import type { Consignment } from "../../../src/model/consignment.js";
import { collect } from "../support.js";

const COLUMNS = "id,transportDocument.level,transportDocument.number,lodgedAt,items.description";
const ROW = "H-1,house,HBL-1,2026-11-21T08:30:00+07:00,ball bearings";

function read(...chunks: readonly (string | Uint8Array)[]): Promise<readonly RowResult<Consignment>[]> {
  return collect(readManifestConsignments(chunks));
}

/** A table of one house bill with further cells. */
function withCells(cells: Readonly<Record<string, string>>): string {
  return `${[COLUMNS, ...Object.keys(cells)].join(",")}\n${[ROW, ...Object.values(cells)].join(",")}\n`;
}

async function only(text: string): Promise<Consignment> {
  const [row, ...more] = await read(text);
  if (row?.ok !== true || more.length > 0) throw new Error(JSON.stringify([row, ...more]));
  return row.value;
}

async function issuesOf(text: string): Promise<readonly unknown[]> {
  const [row] = await read(text);
  return row?.ok === false ? row.issues.map(({ code, path }) => [code, path]) : [];
}

describe("readManifestConsignments", () => {
  it("reads a house bill of one line", async () => {
    expect(await only(`${COLUMNS}\n${ROW}\n`)).toEqual({
      id: "H-1",
      transportDocument: { level: "house", number: "HBL-1" },
      lodgedAt: "2026-11-21T08:30:00+07:00",
      parties: {},
      transport: {},
      items: [{ lineNumber: 1, description: "ball bearings" }],
    });
  });

  it("reads parties, codes, amounts, lists and containers with their seals", async () => {
    const consignment = await only(
      withCells({
        masterDocumentNumber: "MBL-9",
        "parties.consignee.name": "Lotus Trading",
        "parties.consignee.identifier": "vn-mst:0314409058",
        "transport.mode": "unece-rec19:1",
        "transport.transitCountryCodes": "SG; MY ;",
        "transport.equipment": "CSQU3054383:V123|V124; MSKU6011672",
        grossMassKg: "1200.5",
        value: "4500.25 USD",
        "freightPayment.terms": "collect",
        "items.equipmentIds": "CSQU3054383;MSKU6011672",
        "items.casNumbers": "103-79-7",
        "items.lineNumber": "7",
      }),
    );
    expect(consignment).toMatchObject({
      masterDocumentNumber: "MBL-9",
      parties: { consignee: { name: "Lotus Trading", identifier: { scheme: "vn-mst", code: "0314409058" } } },
      transport: {
        mode: { scheme: "unece-rec19", code: "1" },
        transitCountryCodes: ["SG", "MY"],
        equipment: [{ id: "CSQU3054383", seals: ["V123", "V124"] }, { id: "MSKU6011672" }],
      },
      grossMassKg: 1200.5,
      value: { amount: 4500.25, currency: "USD" },
      freightPayment: { terms: "collect" },
      items: [{ lineNumber: 7, equipmentIds: ["CSQU3054383", "MSKU6011672"], casNumbers: ["103-79-7"] }],
    });
  });

  it("joins the rows of a house bill, whose header stands in all of them or in the first alone", async () => {
    for (const second of ["H-1,house,HBL-1,2026-11-21T08:30:00+07:00,gaskets", "H-1,,,,gaskets"]) {
      const consignment = await only(`${COLUMNS}\n${ROW}\n${second}\n`);
      expect(consignment.items).toEqual([
        { lineNumber: 1, description: "ball bearings" },
        { lineNumber: 2, description: "gaskets" },
      ]);
    }
  });

  it("refuses a house bill whose rows disagree, and goes on", async () => {
    const rows = await read(`${COLUMNS}\n${ROW}\nH-1,house,HBL-2,,gaskets\nH-2,simple,B-2,2026-11-21T08:30:00+07:00,pumps\n`);
    expect(rows.map((row) => [row.line, row.ok ? row.value.id : row.issues.map(({ code, path }) => [code, path])])).toEqual([
      [2, [["row.invalid", ["transportDocument", "number"]]]],
      [4, "H-2"],
    ]);
    expect(rows[0]).toMatchObject({ raw: `${ROW}\nH-1,house,HBL-2,,gaskets` });
    const [later] = await read(withCells({ regime: "" }).concat(`${ROW},transit\n`));
    expect(later).toMatchObject({ ok: false, issues: [{ path: ["regime"], expected: "nothing, as in the first row of the record" }] });
  });

  it("reads the names of columns by their letters and digits alone, and any usual delimiter", async () => {
    const rows = await read(
      "ID;Transport Document Level;transport_document_number;Lodged at;ITEMS.DESCRIPTION\nH-1;house;HBL-1;2026-11-21T01:30:00Z;pumps, new\n",
    );
    expect(rows).toMatchObject([{ ok: true, value: { id: "H-1", items: [{ description: "pumps, new" }] } }]);
  });

  it("says what it expected of a cell that is written otherwise", async () => {
    expect(await issuesOf(withCells({ "parties.buyer.identifier": "0314409058" }))).toEqual([["value.type", ["parties", "buyer", "identifier"]]]);
    expect(await issuesOf(withCells({ value: "4500" }))).toEqual([["value.type", ["value"]]]);
    expect(await issuesOf(withCells({ value: '"1.200,50 USD"' }))).toEqual([["value.type", ["value", "amount"]]]);
    expect(await issuesOf(withCells({ "transport.equipment": ":V1" }))).toMatchObject([[expect.any(String), ["transport", "equipment", 0, "id"]]]);
    expect(await issuesOf(withCells({ grossMassKg: "12 kg" }))).toEqual([["value.type", ["grossMassKg"]]]);
  });

  it("refuses a column that it does not know, rather than lose it", async () => {
    expect(await issuesOf(withCells({ "parties.thief.name": "x" }))).toEqual([["value.unknownKey", ["columns", 5]]]);
    expect(await issuesOf("lodgedAt,items.description\n2026-11-21T01:30:00Z,x\n")).toEqual([["value.invalid", ["columns"]]]);
    expect(await issuesOf("")).toEqual([["row.invalid", []]]);
  });

  it("reads JSON Lines of consignments of every level by the model", async () => {
    const house = await only(`${COLUMNS}\n${ROW}\n`);
    const master = { ...house, id: "M-1", transportDocument: { level: "master", number: "MBL-9" }, parties: { masterConsignor: { name: "Forwarder" } } };
    const wrong = { ...master, parties: { consignor: { name: "Trader" } } };
    const rows = await read(`${JSON.stringify(house)}\n\n${JSON.stringify(master)}\n${JSON.stringify(wrong)}\n{"id":\n`);
    expect(rows.map((row) => [row.line, row.ok ? row.value.id : row.issues.map(({ code, path }) => [code, path])])).toEqual([
      [1, "H-1"],
      [3, "M-1"],
      [4, [["value.unknownKey", ["parties", "consignor"]]]],
      [5, [["json.syntax", []]]],
    ]);
  });
});
