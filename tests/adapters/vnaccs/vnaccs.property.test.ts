import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VNACCS_FIELDS, type VnaccsKey } from "../../../src/adapters/vnaccs/vnaccs-fields.js";
import { csv, json, read, type Stated, sheet } from "./support.js";

const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));
const words = fc.constantFrom("Công ty A", 'a "b", c', "x;y", "đường", "N/M", "1,5");
const mass = fc.integer({ min: 0, max: 9_999_999 }).map((grams) => String(grams / 1_000));

const header: fc.Arbitrary<Stated> = fc.record(
  {
    id: digits(11).map((number) => `${number}0`),
    type: fc.constantFrom("A11", "B11", "G11", "E31"),
    importerName: words,
    exporterName: words,
    office: fc.constant("02CI"),
    grossMass: mass,
    mode: fc.constantFrom("1", "2", "4"),
    invoice: fc.constant("INV-1"),
    notes: words,
  },
  { requiredKeys: ["id", "type"] },
);
const item: fc.Arbitrary<Stated> = fc.record(
  { hsCode: digits(8), description: words, netMass: mass, customsValue: digits(6), origin: fc.constant("CN") },
  { requiredKeys: ["hsCode"] },
);
const sheets = fc.uniqueArray(
  fc.tuple(header, fc.array(item, { minLength: 1, maxLength: 4 })).map(([stated, items]) => sheet(stated, ...items)),
  { selector: ({ header: { id } }) => String(id).slice(0, 11), minLength: 1, maxLength: 5 },
);

describe("declarations of VNACCS", () => {
  it("are the same from JSON and from CSV, wherever the text is cut", async () => {
    await fc.assert(
      fc.asyncProperty(sheets, fc.boolean(), fc.nat(200), async (all, repeat, cut) => {
        const text = csv(all, { repeat });
        const values = async (...chunks: readonly string[]) => (await read(...chunks)).map((row) => row.ok && row.value);
        const fromJson = await values(json(...all));
        expect(fromJson).not.toContain(false);
        expect(await values(text.slice(0, cut), text.slice(cut))).toEqual(fromJson);
      }),
      { numRuns: 60 },
    );
  });

  it("or what is left of them after any damage come back, each line in a value or in a reject, and nothing throws", async () => {
    const names = fc.constantFrom(...(Object.keys(VNACCS_FIELDS) as VnaccsKey[]));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, fc.anything(), { maxKeys: 12 }), fc.uint8Array({ maxLength: 60 }), async (stated, noise) => {
        const results = await read(json(sheet(stated as Stated)), noise, "\n", json(sheet({ id: "999999999990" })));
        expect(results.length).toBeGreaterThanOrEqual(1);
        const table = await read(csv([sheet(), sheet({ id: "2" })]), noise);
        expect(table[0]).toMatchObject({ ok: true, line: 2 });
        for (const row of [...results, ...table]) if (!row.ok) expect(row.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
