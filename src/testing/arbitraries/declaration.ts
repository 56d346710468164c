import fc from "fast-check";
import type { Declaration } from "../../model/declaration.js";
import { DOCUMENT_KINDS, type SupportingDocument } from "../../model/document.js";
import type { GoodsItem } from "../../model/goods-item.js";
import type { Parties } from "../../model/parties.js";
import type { Party } from "../../model/party.js";
import { REGIMES } from "../../model/regime.js";
import type { Transport } from "../../model/transport.js";
import { text } from "./values.js";

const country = fc.constantFrom("VN", "CN", "KR", "JP");
const schemed = fc.record({ scheme: fc.constantFrom("vnaccs", "tax"), code: fc.constantFrom("1", "2", "9", "A11") });
const amount = fc.integer({ min: 0, max: 100_000_000 }).map((n) => n / 100);
const money = fc.record({ amount, currency: fc.constantFrom("VND", "VND", "USD") });

const document: fc.Arbitrary<SupportingDocument> = fc.record(
  { kind: fc.constantFrom(...DOCUMENT_KINDS), number: fc.constantFrom("1", "INV-7"), issuedOn: fc.constant("2026-02-28"), issuer: fc.constant("an issuer") },
  { requiredKeys: ["kind", "number"] },
);

const party: fc.Arbitrary<Party> = fc.oneof(
  fc.record({ identifier: schemed, name: text, countryCode: country }, { requiredKeys: ["identifier"] }),
  fc.record({ name: text, address: text }, { requiredKeys: ["name"] }),
);

const parties: fc.Arbitrary<Parties> = fc.record({ importer: party, exporter: party, consignee: party, declarant: party, seller: party }, { requiredKeys: [] });

const transport: fc.Arbitrary<Transport> = fc.record(
  {
    mode: schemed,
    departureCountryCode: country,
    loadingLocation: fc.constant("CNSHA"),
    arrivalAt: fc.constant("2026-11-19T00:00:00Z"),
    documents: fc.array(fc.record({ level: fc.constantFrom("master" as const, "house" as const, "simple" as const), number: fc.constantFrom("BL1", "BL2") }), {
      maxLength: 3,
    }),
    equipment: fc.array(
      fc.record(
        {
          id: fc.constantFrom("MSKU1234565", "X"),
          seals: fc.array(fc.constantFrom("S1", "S2"), { maxLength: 2 }),
          fullness: fc.constantFrom("full" as const, "empty" as const),
          grossMassKg: amount,
          sealEvents: fc.constant([{ at: "2026-11-18T00:00:00Z", kind: "affixed" as const, seal: "S1", source: "carrier" as const }]),
        },
        { requiredKeys: ["id"] },
      ),
      { maxLength: 3 },
    ),
    itinerary: fc.constant([
      { loadingLocation: "CNSHA", unloadingLocation: "SGSIN", departedAt: "2026-11-10T00:00:00Z", arrivedAt: "2026-11-14T00:00:00Z" },
      { loadingLocation: "SGSIN", unloadingLocation: "VNHPH", departedAt: "2026-11-15T00:00:00Z" },
    ]),
    transitCountryCodes: fc.array(country, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const item: fc.Arbitrary<GoodsItem> = fc.record(
  {
    lineNumber: fc.integer({ min: 1, max: 40 }),
    hsCode: fc.constantFrom("01", "0101", "010121", "84714110", "8504400000"),
    description: text,
    originCountryCode: country,
    netMassKg: amount,
    grossMassKg: amount,
    quantity: fc.record({ amount, unit: fc.constant("KGM") }),
    packageCount: fc.integer({ min: 0, max: 50 }),
    packageKind: fc.constantFrom("CT", "BG"),
    equipmentIds: fc.array(fc.constantFrom("MSKU1234565", "X"), { maxLength: 2 }),
    casNumbers: fc.array(fc.constantFrom("67-64-1", "1-1-1"), { maxLength: 2 }),
    customsValue: money,
    dutyRatePercent: fc.constantFrom(0, 7.5, 20),
    dutyType: schemed,
    documents: fc.array(document, { maxLength: 2 }),
  },
  { requiredKeys: ["lineNumber", "hsCode"] },
);

/** Sound declarations, as `parseDeclaration` gives them; any optional field may be missing, and currencies may be mixed. */
export function declaration(): fc.Arbitrary<Declaration> {
  return fc
    .record(
      {
        id: fc.constantFrom("D-1", "103000000001"),
        firstDeclarationId: fc.constant("D-0"),
        direction: fc.constantFrom("import" as const, "export" as const, "transit" as const),
        registeredAt: fc.constantFrom("2026-11-20T23:15:00+07:00", "2026-01-01T00:00:00Z"),
        customsOffice: fc.constantFrom("02CI", "15BB"),
        procedure: schemed,
        paymentMethod: schemed,
        parties,
        transport,
        documents: fc.array(document, { maxLength: 3 }),
        freight: money,
        regime: fc.constantFrom(...REGIMES),
        incoterm: fc.constantFrom("CIF", "FOB"),
        split: fc.constant({ number: 1, of: 2 }),
        grossMassKg: amount,
        amendments: fc.constant([{ at: "2026-11-20T00:00:00Z", fields: ["parties.consignee"] }]),
        items: fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: (line) => line.lineNumber }),
      },
      { requiredKeys: ["id", "direction", "registeredAt", "parties", "transport", "documents", "items"] },
    )
    .map(({ items: [first, ...rest], ...header }) => ({ ...header, items: [first as GoodsItem, ...rest] }));
}
