import { createReadStream, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCsvDeclarations } from "../../src/adapters/csv/read-csv-declarations.js";
import { koreaMapping } from "../../src/adapters/korea/korea-mapping.js";
import { collect, short } from "./support.js";

const COLUMNS =
  "Declaration ID,Date,Office ID,Process Type,Import Type,Import Use,Payment Type,Mode of Transport,Declarant ID,Importer ID,Seller ID,Courier ID,HS6 Code,Country of Departure,Country of Origin,Tax Rate,Tax Type,Country of Origin Indicator,Net Mass,Item Price,Fraud,Critical Fraud";
const names = COLUMNS.split(",");
const GOOD = "00000001,2021-01-01,07,B,11,11,11,40,D1,I1,S1,C1,010121,CN,KR,7.2,FCN1,E,901.2,415092.72,0,0";

function row(cells: Readonly<Record<string, string>>): string {
  return GOOD.split(",")
    .map((cell, index) => cells[names[index] ?? ""] ?? cell)
    .join(",");
}

async function read(...rows: readonly string[]) {
  return collect(readCsvDeclarations([[COLUMNS, ...rows].join("\n")], koreaMapping));
}

describe("the mapping of the Korean declarations", () => {
  it("fills the whole declaration, its outcome beside it", async () => {
    expect(await read(GOOD)).toEqual([
      {
        ok: true,
        line: 2,
        value: {
          outcome: { declarationId: "00000001", finding: false, knownAt: "2021-01-02T00:00:00+09:00" },
          declaration: {
            id: "00000001",
            direction: "import",
            registeredAt: "2021-01-01T00:00:00+09:00",
            customsOffice: "07",
            paymentMethod: { scheme: "korea", code: "11" },
            parties: {
              declarant: { identifier: { scheme: "korea", code: "D1" } },
              importer: { identifier: { scheme: "korea", code: "I1" } },
              seller: { identifier: { scheme: "korea", code: "S1" } },
              carrier: { identifier: { scheme: "korea", code: "C1" } },
            },
            transport: { mode: { scheme: "korea", code: "40" }, departureCountryCode: "CN" },
            documents: [],
            extensions: { korea: { processType: "B", importType: "11", importUse: "11" } },
            items: [
              {
                lineNumber: 1,
                hsCode: "010121",
                originCountryCode: "KR",
                dutyRatePercent: 7.2,
                dutyType: { scheme: "korea", code: "FCN1" },
                netMassKg: 901.2,
                customsValue: { amount: 415092.72, currency: "KRW" },
                extensions: { korea: { originIndicator: "E" } },
              },
            ],
          },
        },
      },
    ]);
  });

  it("takes an empty seller and courier for absent", async () => {
    const [result] = await read(row({ "Seller ID": "", "Courier ID": "" }));
    expect(result?.ok && Object.keys(result.value.declaration.parties).sort()).toEqual(["declarant", "importer"]);
  });

  it("takes the unknown country ZZ and HS codes that HS 2022 does not have", async () => {
    const [result] = await read(row({ "Country of Departure": "ZZ", "Country of Origin": "ZZ", "HS6 Code": "999999" }));
    expect(result?.ok && result.value.declaration).toMatchObject({
      transport: { departureCountryCode: "ZZ" },
      items: [{ originCountryCode: "ZZ", hsCode: "999999" }],
    });
  });

  it("keeps a mass and a price of zero", async () => {
    const [result] = await read(row({ "Net Mass": "0.0", "Item Price": "0.0", "Tax Rate": "0.0" }));
    expect(result?.ok && result.value.declaration.items[0]).toMatchObject({ netMassKg: 0, customsValue: { amount: 0 }, dutyRatePercent: 0 });
  });

  it("rounds the noise of a price off, and of nothing else", async () => {
    const [result] = await read(row({ "Item Price": "86125.20000000001", "Net Mass": "86125.20000000001" }));
    expect(result?.ok && result.value.declaration.items[0]).toMatchObject({ netMassKg: 86125.20000000001, customsValue: { amount: 86125.2 } });
  });

  it("refuses a bad row alone", async () => {
    const results = await read(
      row({ Date: "2021-02-30" }),
      GOOD.replaceAll(",", ";"),
      row({ "HS6 Code": "10121" }),
      row({ "Net Mass": "-1" }),
      row({ Fraud: "x" }),
      row({ "Declaration ID": "2", Fraud: "1" }),
    );
    expect(results.map((result) => (result.ok ? [result.line, result.value.outcome?.finding] : short(result)))).toEqual([
      [2, ["time.invalid Date"]],
      [3, ["row.invalid (root)"]],
      [4, ["value.invalid items[0].hsCode"]],
      [5, ["value.range items[0].netMassKg"]],
      [6, ["value.invalid finding"]],
      [7, true],
    ]);
  });

  const folder = process.env.CONSIGNMENT_RISK_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
  const path = `${folder}/korea-declarations/valid.csv`;
  const title = "reads every row of the published validation split";
  if (!existsSync(path)) it.skip(`${title} (skipped: CONSIGNMENT_RISK_DATA names no folder with korea-declarations/valid.csv)`);
  else
    it(title, async () => {
      let [declarations, findings, unknownCountries, withoutSeller, zeroMasses] = [0, 0, 0, 0, 0];
      for await (const result of readCsvDeclarations(createReadStream(path), koreaMapping)) {
        if (!result.ok) throw new Error(`line ${result.line} was refused`);
        const { declaration, outcome } = result.value;
        declarations += 1;
        findings += outcome?.finding === true ? 1 : 0;
        unknownCountries += declaration.items[0].originCountryCode === "ZZ" ? 1 : 0;
        withoutSeller += declaration.parties.seller === undefined ? 1 : 0;
        zeroMasses += declaration.items[0].netMassKg === 0 ? 1 : 0;
      }
      expect([declarations, findings]).toEqual([8_134, 1_704]);
      expect(Math.min(unknownCountries, withoutSeller, zeroMasses)).toBeGreaterThan(0);
    });
});
