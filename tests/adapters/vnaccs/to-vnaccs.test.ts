import { describe, expect, it } from "vitest";
import { readVnaccsDeclarations } from "../../../src/adapters/vnaccs/read-vnaccs-declarations.js";
import { toVnaccs } from "../../../src/adapters/vnaccs/to-vnaccs.js";
import type { VnaccsDeclaration } from "../../../src/adapters/vnaccs/vnaccs-record.js";
import type { Declaration } from "../../../src/model/declaration.js";
import { parseDeclarationOrThrow } from "../../../src/model/parse.js";
import { generateYear } from "../../../src/synthetic/index.js";

async function readBack(...lines: readonly object[]): Promise<readonly VnaccsDeclaration[]> {
  const read: VnaccsDeclaration[] = [];
  for await (const row of readVnaccsDeclarations([lines.map((line) => `${JSON.stringify(line)}\n`).join("")])) {
    if (!row.ok) throw new Error(row.issues.map(({ message }) => message).join("; "));
    read.push(row.value);
  }
  return read;
}

/** What the form has names for, of a declaration of the synthetic year. */
function onTheForm(declaration: Declaration): unknown {
  const { parties, transport, items, documents } = declaration;
  const code = (scheme: string, text: string | undefined) => (scheme === "vn-mst" ? text : undefined);
  const party = (one: Declaration["parties"]["importer"]) =>
    one && [code(one.identifier?.scheme ?? "", one.identifier?.code), one.name, one.address, one.countryCode, one.phone, one.officialRatings];
  return {
    family: [declaration.id, declaration.firstDeclarationId, declaration.split, declaration.registeredAt],
    movement: [declaration.direction, declaration.customsOffice, declaration.procedure, declaration.destinationCountryCode],
    parties: [
      party(parties.importer ?? parties.consignee),
      party(parties.exporter),
      code("vn-mst", parties.declarant?.identifier?.code),
      parties.declarant?.name,
    ],
    transport: [transport.mode, transport.meansId, transport.arrivalAt, transport.loadingLocation, transport.unloadingLocation, transport.transitCountryCodes],
    bills: transport.documents?.filter(({ level }) => level !== "master").map(({ number, masterNumber }) => [number, masterNumber]),
    equipment: transport.equipment?.map(({ id, seals }) => [id, seals]),
    money: [declaration.invoiceTotal, declaration.freight, declaration.insurance, declaration.incoterm],
    whole: [declaration.grossMassKg, declaration.packageCount],
    documents: documents.filter(({ kind }) => kind === "invoice" || kind === "contract").map(({ number }) => number),
    items: items.map((item) => [
      item.hsCode,
      item.description?.trim(),
      item.originCountryCode,
      item.netMassKg ?? (item.quantity?.unit === "KGM" ? item.quantity.amount : undefined),
      item.grossMassKg,
      item.quantity,
      item.packageCount,
      item.customsValue,
      item.dutyRatePercent,
      item.dutyType?.code,
      item.casNumbers,
    ]),
  };
}

describe("toVnaccs", () => {
  it("writes a year of declarations that are read back, with everything that the form has names for", async () => {
    const records = [...generateYear({ seed: 2, declarations: 400, days: 60, intensity: 10 })];
    const read = await readBack(...records.map(({ declaration, outcome }) => toVnaccs(declaration, outcome)));
    expect(read).toHaveLength(records.length);
    for (const [at, { declaration, outcome }] of records.entries()) {
      expect(onTheForm(read[at]?.declaration as Declaration)).toEqual(onTheForm(declaration));
      expect(read[at]?.outcome).toEqual(outcome);
    }
  });

  it("ties amendments to their originals and names the fields that they change", async () => {
    const records = [...generateYear({ seed: 2, declarations: 800, days: 60 })].filter(({ truth }) => truth.version > 0);
    const read = await readBack(...records.map(({ declaration }) => toVnaccs(declaration)));
    for (const [at, { declaration, truth }] of records.entries()) {
      expect(read[at]?.declaration.firstDeclarationId).toBe(truth.familyId);
      expect(read[at]?.declaration.amendments?.map(({ at: when, sequence }) => [when, sequence])).toEqual([[declaration.registeredAt, truth.version]]);
    }
    expect(new Set(read.flatMap(({ declaration }) => declaration.amendments?.[0]?.fields ?? [])).size).toBeGreaterThan(4);
  });

  it("states licences of the whole and of items once, the principal, the agent, sender and addressee, and times at the offset of Vietnam", async () => {
    const [read] = await readBack(
      toVnaccs(
        parseDeclarationOrThrow({
          id: "1",
          direction: "export",
          regime: "transhipment",
          procedure: { scheme: "vnaccs-procedure", code: "B11" },
          registeredAt: "2026-03-01T20:00:00Z",
          parties: {
            exporter: { identifier: { scheme: "lei", code: "5493001KJTIIGC8Y1R12" }, name: "X" },
            seller: { identifier: { scheme: "vn-mst", code: "0314409058" }, name: "S" },
            representative: { name: "A" },
            sender: { name: "Y" },
            addressee: { name: "Z" },
          },
          transport: { equipment: [{ id: "ZZZU0000001" }] },
          previousDocuments: [{ kind: "other", number: "303000000000" }],
          documents: [{ kind: "licence", number: "L1" }],
          amendments: [{ at: "2026-03-01T20:00:00Z", sequence: 1, fields: ["exitOffice"] }],
          items: [
            {
              lineNumber: 1,
              hsCode: "84829900",
              documents: [
                { kind: "permit", number: "L1" },
                { kind: "permit", number: "L2" },
              ],
            },
          ],
        }),
      ),
    );
    const declaration = read?.declaration;
    expect(declaration?.documents.map(({ number }) => number)).toEqual(["L1", "L2"]);
    expect([declaration?.registeredAt, declaration?.regime]).toEqual(["2026-03-02T03:00:00+07:00", "transhipment"]);
    expect(declaration?.parties).toEqual({
      exporter: { name: "X" },
      seller: { identifier: { scheme: "vn-mst", code: "0314409058" }, name: "S" },
      representative: { name: "A" },
      sender: { name: "Y" },
      addressee: { name: "Z" },
    });
    expect(declaration?.previousDocuments?.[0]?.number).toBe("303000000000");
    expect([declaration?.transport.equipment, declaration?.amendments?.[0]?.fields]).toEqual([[{ id: "ZZZU0000001" }], []]);
  });
});
