import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/core/canonical.js";
import { parseInstant } from "../../../src/core/instant.js";
import { eventOf } from "../../../src/history/event-of.js";
import { familyOf, partOf } from "../../../src/model/family.js";
import { linkByTransportDocument } from "../../../src/model/link-by-transport-document.js";
import { parseConsignmentOrThrow, parseDeclarationOrThrow } from "../../../src/model/parse.js";
import { generateYear, MAX_YEAR_DECLARATIONS, type YearRecord } from "../../../src/synthetic/index.js";
import { ALL, yearOf } from "./sample.js";

const year = yearOf();
const DAY_MS = 86_400_000;
const msOf = (text: string): number => parseInstant(text) ?? Number.NaN;

const families = new Map<string, YearRecord[]>();
for (const record of year) {
  const id = familyOf(record.declaration);
  families.set(id, [...(families.get(id) ?? []), record]);
}

describe("generateYear", () => {
  it("gives the same records for the same options, and others for another seed", () => {
    const [one, same, other] = [3, 3, 4].map((seed) => JSON.stringify(yearOf({ seed, declarations: 250 })));
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it("pins the first record, so that a change of the generator is seen", () => {
    const [first] = yearOf({ seed: 1, declarations: 100 });
    expect([
      first?.declaration.id,
      first?.declaration.registeredAt,
      first?.declaration.items.map((item) => item.hsCode),
      first?.truth.label,
    ]).toMatchInlineSnapshot(`
      [
        "103182840560",
        "2026-01-03T10:17:20+07:00",
        [
          "85235199",
        ],
        "honest",
      ]
    `);
  });

  it.each([
    [1, 1],
    [37, 1],
    [500, 2],
    [1_200, 400],
  ])("gives %i declarations in %i days, amendments and parts among them", (declarations, days) => {
    const records = yearOf({ declarations, days, from: "2026-02-10" });
    expect(records).toHaveLength(declarations);
    const [from, to] = [msOf("2026-02-10T00:00:00+07:00"), msOf("2026-02-10T00:00:00+07:00") + days * DAY_MS];
    expect(records.every(({ declaration }) => msOf(declaration.registeredAt) >= from && msOf(declaration.registeredAt) < to)).toBe(true);
  });

  it("gives records in order of registration, each under a number of its own", () => {
    const times = year.map(({ declaration }) => msOf(declaration.registeredAt));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(year.map(({ declaration }) => declaration.id)).size).toBe(year.length);
  });

  it("gives declarations and consignments that are valid as they are", () => {
    for (const { declaration, consignments } of year.filter(({ truth }, at) => truth.scheme !== undefined || at % 3 === 0)) {
      expect(canonicalJson(parseDeclarationOrThrow(JSON.parse(JSON.stringify(declaration))))).toBe(canonicalJson(declaration));
      for (const consignment of consignments)
        expect(canonicalJson(parseConsignmentOrThrow(JSON.parse(JSON.stringify(consignment))))).toBe(canonicalJson(consignment));
    }
  });

  it("gives frozen records", () => {
    const [{ declaration, truth }] = year as readonly [YearRecord];
    expect([declaration, declaration.parties.importer ?? declaration.parties, declaration.items[0], truth].every(Object.isFrozen)).toBe(true);
  });

  it("is lazy: the greatest year costs no more than its first day", () => {
    const first = generateYear({ seed: 1, declarations: MAX_YEAR_DECLARATIONS, days: 3_660 }).next();
    expect(first.done).toBe(false);
  });

  it("splits declarations of more than 50 lines, the parts under one family with numbers in order", () => {
    const split = [...families.values()].filter((family) => family.some(({ declaration }) => declaration.split !== undefined));
    expect(split.length).toBeGreaterThan(2);
    for (const family of split) {
      const parts = family.filter(({ truth }) => truth.version === 0).map(({ declaration }) => declaration);
      expect(parts.map(({ split }) => split)).toEqual(parts.map((_, at) => ({ number: at + 1, of: parts.length })));
      expect(parts.slice(0, -1).every(({ items }) => items.length === 50)).toBe(true);
      expect(new Set(parts.map(({ registeredAt }) => registeredAt)).size).toBe(1);
    }
    expect(year.every(({ declaration }) => declaration.items.length <= 50)).toBe(true);
  });

  it("amends declarations under a number whose last digit counts on, with everything that was amended before", () => {
    const amended = year.filter(({ truth }) => truth.version > 0);
    expect(amended.length).toBeGreaterThan(50);
    expect(amended.some(({ truth }) => truth.version === 2)).toBe(true);
    for (const { declaration, truth, consignments, outcome } of amended) {
      const before = families.get(truth.familyId)?.find((record) => record.truth.version === truth.version - 1);
      expect(declaration.id).toBe(`${truth.familyId.slice(0, 11)}${truth.version}`);
      expect(declaration.amendments?.map(({ sequence }) => sequence)).toEqual(Array.from({ length: truth.version }, (_, at) => at + 1));
      expect(declaration.amendments?.slice(0, -1)).toEqual(before?.declaration.amendments ?? []);
      expect(declaration.amendments?.at(-1)?.at).toBe(declaration.registeredAt);
      expect(msOf(declaration.registeredAt)).toBeGreaterThan(msOf(before?.declaration.registeredAt ?? ""));
      expect([consignments, outcome]).toEqual([[], undefined]);
      expect(truth.findings).toEqual(before?.truth.findings);
    }
  });

  it("changes what an amendment says that it changes", () => {
    for (const { declaration, truth } of year.filter((record) => record.truth.version === 1)) {
      const before = families.get(truth.familyId)?.[0]?.declaration as unknown as Record<string, unknown>;
      const after = declaration as unknown as Record<string, unknown>;
      const named = new Set((declaration.amendments?.[0]?.fields ?? []).map((field) => /^\w+/.exec(field)?.[0] ?? ""));
      const family = new Set(["id", "firstDeclarationId", "registeredAt", "amendments"]);
      const changed = Object.keys({ ...before, ...after }).filter((key) => !family.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]));
      // what is known of seals grows by itself with the time
      expect(changed.filter((key) => !named.has(key) && key !== "transport")).toEqual([]);
    }
  });

  it("lets history take amendments and parts as versions of one family", () => {
    const ordinary = year.find(({ truth, declaration }) => truth.version === 1 && declaration.split === undefined)?.declaration;
    const first = families.get(ordinary?.firstDeclarationId ?? "")?.[0]?.declaration;
    expect(ordinary && partOf(ordinary)).toBe(first?.id);
    expect(ordinary && eventOf(ordinary).occurredAt).toBe(ordinary?.registeredAt);
  });

  it("inspects one in ten at random and more for a reason, each known 1 to 60 days after; the rest has no outcome", () => {
    const firsts = year.filter(({ truth }) => truth.version === 0);
    const inspected = firsts.filter(({ outcome }) => outcome !== undefined);
    const random = inspected.filter(({ outcome }) => outcome?.selection?.reason === "random");
    expect(random.length / firsts.length).toBeGreaterThan(0.07);
    expect(random.length / firsts.length).toBeLessThan(0.13);
    expect(random.every(({ outcome }) => outcome?.selection?.probability === 0.1)).toBe(true);
    expect(new Set(inspected.map(({ outcome }) => outcome?.selection?.reason))).toEqual(new Set(["random", "threshold", "mandatory"]));
    for (const { declaration, outcome, truth } of inspected) {
      const days = (msOf(outcome?.knownAt ?? "") - msOf(declaration.registeredAt)) / DAY_MS;
      expect(days).toBeGreaterThanOrEqual(1);
      expect(days).toBeLessThanOrEqual(60);
      expect(outcome?.declarationId).toBe(declaration.id);
      expect(truth.inspection).toEqual({ found: outcome?.finding, knownAt: outcome?.knownAt, selection: outcome?.selection });
      if (truth.findings.length === 0) expect(outcome?.finding).toBe(false);
    }
    for (const { outcome, truth } of firsts) expect(outcome === undefined).toBe(truth.inspection === undefined);
    expect(inspected.some(({ outcome }) => outcome?.finding === true)).toBe(true);
  });

  it("inspects all where the random rate is 1", () => {
    expect(yearOf({ declarations: 60, randomRate: 1 }).filter(({ truth, outcome }) => truth.version === 0 && outcome === undefined)).toEqual([]);
  });

  it("misses at an inspection some of what schemes carry, and finds nothing where there is nothing", () => {
    const inspected = yearOf({ declarations: 800, randomRate: 1 }).filter(({ truth }) => truth.inspection !== undefined);
    const carrying = inspected.filter(({ truth }) => truth.label === "scheme" && truth.findings.length > 0);
    const found = carrying.filter(({ truth }) => truth.inspection?.found).length / carrying.length;
    expect(found).toBeGreaterThan(0.7);
    expect(found).toBeLessThan(0.95);
    expect(inspected.filter(({ truth }) => truth.findings.length === 0 && truth.inspection?.found)).toEqual([]);
  });

  it("ends temporary imports by re-exports that name them, of the same goods", () => {
    const leaving = year.filter(({ declaration }) => declaration.regime === "reExport");
    expect(leaving.length).toBeGreaterThan(10);
    const byId = new Map(year.map(({ declaration }) => [declaration.id, declaration]));
    for (const { declaration } of leaving) {
      const entered = byId.get(declaration.items[0]?.previousDocuments?.[0]?.number ?? "");
      expect([entered?.regime, entered?.items.map(({ hsCode }) => hsCode)]).toEqual(["temporaryImport", declaration.items.map(({ hsCode }) => hsCode)]);
      const days = (msOf(declaration.registeredAt) - msOf(entered?.registeredAt ?? "")) / DAY_MS;
      expect(days).toBeGreaterThan(2);
      expect(days).toBeLessThan(75);
    }
  });

  it("reports each first declaration as consignments: a house or simple bill for each bill, a master for house bills of cargo", () => {
    for (const { declaration, consignments, truth } of year) {
      if (truth.version > 0 || (declaration.split?.number ?? 1) > 1) {
        expect(consignments).toEqual([]);
        continue;
      }
      const linked = linkByTransportDocument([declaration], consignments);
      expect(linked.map(({ consignment }) => consignment.id).sort()).toEqual(consignments.map(({ id }) => id).sort());
    }
    const masters = year.flatMap(({ consignments }) => consignments.filter(({ transportDocument }) => transportDocument.level === "master"));
    expect(masters.length).toBeGreaterThan(100);
    // trade parties stand at house level only
    expect(masters.every(({ parties }) => !("consignor" in parties) && !("consignee" in parties))).toBe(true);
    expect(year.some(({ consignments }) => consignments.filter(({ transportDocument }) => transportDocument.level === "house").length === 2)).toBe(true);
    expect(new Set(year.flatMap(({ consignments }) => consignments.map(({ kind }) => kind)))).toEqual(new Set(["cargo", "express", "postal"]));
  });

  it("says nothing in declaration or manifest that happened after: seals and manifests are known when they are told", () => {
    for (const { declaration, consignments } of year) {
      const at = msOf(declaration.registeredAt);
      for (const event of (declaration.transport.equipment ?? []).flatMap((one) => one.sealEvents ?? [])) expect(msOf(event.at)).toBeLessThanOrEqual(at);
      for (const { lodgedAt, transport, amendments } of consignments) {
        const told = msOf(lodgedAt ?? "");
        for (const event of (transport.equipment ?? []).flatMap((one) => one.sealEvents ?? [])) expect(msOf(event.at)).toBeLessThanOrEqual(told);
        for (const amendment of amendments ?? []) expect(msOf(amendment.at)).toBeLessThanOrEqual(told);
      }
    }
  });

  it("seals containers before they leave", () => {
    for (const { declaration } of year) {
      const departure = msOf(declaration.transport.itinerary?.[0]?.departedAt ?? "");
      for (const { sealEvents } of declaration.transport.equipment ?? []) {
        const [first] = sealEvents ?? [];
        if (first?.kind === "affixed" && first.source === "shipper") expect(msOf(first.at)).toBeLessThanOrEqual(departure);
      }
    }
  });

  it("keeps the truth apart: no word of it is in a declaration or consignment", () => {
    const words = new RegExp([...ALL, "nearMiss", "offence", "testRun", "carries"].join("|"));
    for (const { declaration, consignments } of year) {
      expect(words.exec(JSON.stringify([declaration, consignments]))).toBe(null);
    }
  });

  it("gives every company a tax code that is none, and every container a number of no owner", () => {
    for (const { declaration } of year) {
      for (const party of [declaration.parties.importer, declaration.parties.declarant]) {
        if (party?.identifier?.scheme === "vn-mst") expect(party.identifier.code).toMatch(/^99/);
      }
      for (const { id } of declaration.transport.equipment ?? []) expect(id).toMatch(/^ZZZU/);
    }
  });

  it.each([
    [{ seed: -1 }, "seed: expected an integer from 0"],
    [{ declarations: 0 }, "declarations: expected an integer from 1 to 10000000"],
    [{ declarations: 100_001, days: 1 }, "declarations: expected an integer from 1 to 100000"],
    [{ days: 0 }, "days: expected an integer from 1 to 3660"],
    [{ days: 1.5 }, "days: expected an integer"],
    [{ from: "2026-02-30" }, "from: expected a real date"],
    [{ from: "1929-12-31" }, "from: expected a real date"],
    [{ from: "2189-01-02" }, "from: expected a real date"],
    [{ schemes: ["nonsense" as "rip-off"] }, "schemes: expected some of precursor-residual"],
    [{ intensity: -0.1 }, "intensity: expected a number from 0 to 20"],
    [{ intensity: Number.NaN }, "intensity: expected a number"],
    [{ randomRate: 0 }, "randomRate: expected a number above 0"],
    [{ randomRate: 1.01 }, "randomRate: expected a number above 0"],
  ])("refuses %j at once", (wrong, message) => {
    expect(() => generateYear({ seed: 1, declarations: 10, ...wrong })).toThrow(message);
    expect(() => generateYear({ seed: 1, declarations: 10, ...wrong })).toThrow(RangeError);
  });
});
