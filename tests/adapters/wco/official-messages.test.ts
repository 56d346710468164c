import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readWcoDeclarations } from "../../../src/adapters/wco/read-wco-declarations.js";
import type { Declaration } from "../../../src/model/declaration.js";
import type { GoodsItem } from "../../../src/model/goods-item.js";
import { filesOf, messagesPath, skipped } from "../official-messages.js";
import { collect } from "../support.js";

const ARCHIVE = "hmrc_wco_dms_xml_shared.tar.gz";
const FLAT = "hmrc_declarations_flat_shared.csv";

/** A goods item in the columns of the flat file that can be read back from the model; numbers as numbers. */
function flat({ parties, transport, destinationCountryCode, extensions }: Declaration, item: GoodsItem): Readonly<Record<string, string | number | undefined>> {
  const { wco } = item.extensions ?? {};
  return {
    type_code: String(extensions?.wco?.declarationType),
    declarant_id: parties.declarant?.identifier?.code,
    importer_id: parties.importer?.identifier?.code,
    importer_name: parties.importer?.name,
    exporter_name: parties.exporter?.name,
    consignee_name: parties.consignee?.name,
    export_country: transport.departureCountryCode,
    destination_country: destinationCountryCode ?? text(extensions?.wco?.destinationCountry),
    description: item.description,
    hs8: item.hsCode.slice(0, 8),
    taric: item.hsCode.slice(8),
    origin: item.originCountryCode,
    gross_kg: item.grossMassKg,
    net_kg: item.netMassKg,
    item_value: item.customsValue?.amount,
    procedure: text(wco?.procedure),
    mode: transport.mode?.code,
    containers: transport.equipment?.map(({ id }) => id).join(";"),
    packages: item.packageCount,
    package_type: item.packageKind,
    marks: item.marks,
  };
}

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

describe("the published test declarations of HMRC", () => {
  const [archive, flatFile] = [messagesPath(ARCHIVE), messagesPath(FLAT)];
  const title = "become 126 declarations that agree with their flat file item by item, or come back with reasons";
  if (archive === undefined || flatFile === undefined) it.skip(skipped(title, ARCHIVE));
  else
    it(title, async () => {
      const rows = Papa.parse<Record<string, string>>(readFileSync(flatFile, "utf8"), { header: true, skipEmptyLines: true }).data;
      const rowsOf = new Map<string, Record<string, string>[]>();
      for (const row of rows) rowsOf.set(row.file ?? "", [...(rowsOf.get(row.file ?? "") ?? []), row]);
      const reasons = new Map<string, number>();
      const differences = new Map<string, number>();
      let [files, declarations, items] = [0, 0, 0];
      for (const [name, bytes] of filesOf(archive)) {
        if (!name.endsWith(".xml")) continue;
        files += 1;
        const results = await collect(readWcoDeclarations([bytes], { receivedAt: "2026-01-01T00:00:00Z" }));
        expect(results).toHaveLength(1);
        for (const result of results) {
          if (!result.ok) {
            expect(result.raw).not.toBe("");
            const reason = result.issues.map(({ message, path: [, , field] }) => `${field ?? ""} ${message}`.trim()).join("; ");
            reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
            continue;
          }
          declarations += 1;
          const expected = rowsOf.get(name) ?? [];
          expect(result.value.items.map(({ lineNumber }) => String(lineNumber))).toEqual(expected.map((row) => row.item));
          for (const [index, item] of result.value.items.entries()) {
            items += 1;
            for (const [column, value] of Object.entries(flat(result.value, item))) {
              const stated = expected[index]?.[column] ?? "";
              const same = typeof value === "number" ? stated !== "" && Number(stated) === value : (value ?? "") === stated;
              const difference = `${column} ${stated === "" ? "only in the message" : `${stated}, not ${value}`}`;
              if (!same) differences.set(difference, (differences.get(difference) ?? 0) + 1);
            }
          }
        }
      }
      expect([files, declarations, items]).toEqual([225, 126, 141]);
      expect(Object.fromEntries(reasons)).toEqual({
        'expected a declaration, received "an answer of customs, Response"': 82,
        'expected a whole declaration, message function 9 or 5, received "13, an amendment that states changes only"': 8,
        // customs clearance requests: goods without a commodity code
        "hsCode expected a string, received nothing": 7,
        'expected "import" or "export" or "transit", received "COJ"; hsCode expected a string, received nothing': 1,
        // one file whose names have lost the colons of their prefixes
        'expected text, received "the element pDateTimeString"': 1,
      });
      // what the flat file leaves blank is stated at another place: containers, countries of dispatch and customs values of items
      expect(Object.fromEntries(differences)).toEqual({
        "containers only in the message": 19,
        "export_country only in the message": 27,
        "item_value only in the message": 4,
      });
    });
});
