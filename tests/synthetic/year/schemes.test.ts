import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../../../src/core/instant.js";
import type { Consignment } from "../../../src/model/consignment.js";
import { HELD_OUT_SCHEMES, OPEN_SCHEMES, type SchemeId, type YearRecord } from "../../../src/synthetic/index.js";
import { ALL_SCHEMES } from "../../../src/synthetic/year/schemes/all-schemes.js";
import { ALL, yearOf } from "./sample.js";

const year = yearOf().filter(({ truth }) => truth.version === 0 && truth.scheme !== undefined);
const DAY_MS = 86_400_000;
const msOf = (text: string | undefined): number => parseInstant(text ?? "") ?? Number.NaN;

function of(scheme: SchemeId, variety?: string): readonly YearRecord[] {
  const found = year.filter(({ truth }) => truth.scheme === scheme && truth.variety === variety);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

function operationsOf(scheme: SchemeId, variety?: string): readonly (readonly YearRecord[])[] {
  const operations = new Map<number, YearRecord[]>();
  for (const record of of(scheme, variety)) {
    const number = record.truth.operation ?? -1;
    operations.set(number, [...(operations.get(number) ?? []), record]);
  }
  return [...operations.values()];
}

const houseOf = ({ consignments }: YearRecord): Consignment | undefined => consignments.find(({ transportDocument }) => transportDocument.level !== "master");
const seals = ({ declaration }: YearRecord) => declaration.transport.equipment?.[0]?.sealEvents ?? [];
const share = (records: readonly YearRecord[], holds: (record: YearRecord) => boolean): number => records.filter(holds).length / records.length;
const unitValue = ({ declaration: { items } }: YearRecord): number =>
  items.reduce((sum, item) => sum + (item.customsValue?.amount ?? 0), 0) / items.reduce((sum, item) => sum + (item.netMassKg ?? 0), 0);

describe("the pages on planted schemes", () => {
  const pages = { open: readFileSync("docs/schemes.md", "utf8"), heldOut: readFileSync("docs/schemes-held-out.md", "utf8") };

  it("describe each scheme once, those held out apart", () => {
    const described = (page: string): readonly string[] => [...page.matchAll(/^## `([\w-]+)`/gm)].map(([, id]) => id ?? "");
    expect(described(pages.open)).toEqual(OPEN_SCHEMES);
    expect(described(pages.heldOut)).toEqual(HELD_OUT_SCHEMES);
    for (const id of HELD_OUT_SCHEMES) expect(pages.open).toContain(`src/synthetic/year/schemes/held-out-${id}.ts`);
  });

  it("are ten, of which four are held out", () => {
    expect([ALL.length, HELD_OUT_SCHEMES.length]).toEqual([10, 4]);
  });

  it.each(ALL_SCHEMES)("states the intensity, the near-misses and the detection of $id as they are", ({ id, heldOut, detection, plot, nearMisses }) => {
    const page = heldOut ? pages.heldOut : pages.open;
    const section = page.slice(page.indexOf(`## \`${id}\``)).split("\n## ")[0] ?? "";
    const [, intensity, misses] = /Intensity ([\d.]+) %[^;]*; near-misses ([\d.]+) %/.exec(section) ?? [];
    expect(Number(intensity) / 100).toBeCloseTo(plot.share, 9);
    expect(Number(misses) / 100).toBeCloseTo(
      nearMisses.reduce((sum, miss) => sum + miss.share, 0),
      9,
    );
    expect(section).toContain(`Detection ${detection}`);
    expect(section).toMatch(/\*\*Sources\.\*\*.*\(primary|\*\*Sources\.\*\*.*\(secondary/s);
  });
});

describe("planted schemes", () => {
  it("come with near-misses that carry nothing and are known to nobody", () => {
    for (const { id, nearMisses } of ALL_SCHEMES) {
      for (const { variety } of nearMisses) {
        for (const { truth } of of(id, variety)) expect([truth.label, truth.findings, truth.parties]).toEqual(["nearMiss", [], []]);
      }
    }
  });

  it("make up the share of the year that they should", () => {
    for (const { id, plot } of ALL_SCHEMES) {
      const expected = plot.share * 12 * 1_600;
      const count = of(id).filter(({ declaration }) => declaration.regime !== "reExport").length;
      expect(count).toBeGreaterThan(0.4 * expected - 6);
      expect(count).toBeLessThan(1.8 * expected + 6);
    }
  });

  it("are all there or none: without them the year is honest but for the offences of the base process", () => {
    const labels = new Set(yearOf({ declarations: 300, schemes: [] }).map(({ truth }) => truth.label));
    expect(labels).toEqual(new Set(["honest", "offence"]));
    const one = yearOf({ declarations: 300, schemes: ["rip-off"], intensity: 20 });
    expect(new Set(one.flatMap(({ truth }) => truth.scheme ?? []))).toEqual(new Set(["rip-off"]));
    expect(yearOf({ declarations: 300, intensity: 0 }).some(({ truth }) => truth.scheme !== undefined)).toBe(false);
  });

  it("last no longer than their page says, each operation with one set of parties", () => {
    for (const { id, plot } of ALL_SCHEMES) {
      for (const operation of operationsOf(id)) {
        const times = operation.filter(({ declaration }) => declaration.regime !== "reExport").map(({ declaration }) => msOf(declaration.registeredAt));
        // days off put a consignment off, by a week at the lunar new year
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual((plot.spanDays + 14) * DAY_MS);
        expect(new Set(operation.map(({ truth }) => truth.since)).size).toBe(1);
      }
    }
  });

  it("precursor-residual: residual subheadings, drums, no permit; named in some", () => {
    const records = of("precursor-residual");
    for (const { declaration } of records) {
      const [item] = declaration.items;
      expect(["291830", "293299", "293339", "382499"]).toContain(item?.hsCode.slice(0, 6));
      expect([item?.documents, item?.packageKind]).toEqual([undefined, "DR"]);
      expect(item?.netMassKg).toBeGreaterThanOrEqual(100);
      expect(item?.netMassKg).toBeLessThanOrEqual(2_000);
    }
    for (const { declaration } of of("precursor-residual", "named with permit")) {
      expect(declaration.items[0]?.documents?.some(({ kind }) => kind === "permit")).toBe(true);
      expect(declaration.items[0]?.casNumbers).toHaveLength(1);
    }
  });

  it("rip-off: a seal that is missing, or another at arrival, and no reason; near-misses with reason or seal intact", () => {
    for (const record of of("rip-off")) {
      const [affixed] = seals(record);
      const { declaration } = record;
      expect(declaration.transport.itinerary?.length).toBe(2);
      expect(declaration.transport.equipment?.[0]?.seals).toEqual([affixed?.seal]);
      expect(seals(record).every(({ reason }) => reason === undefined)).toBe(true);
    }
    const told = of("rip-off").filter((record) => seals(record).length > 1);
    expect(share(told, (record) => seals(record).some(({ kind, seal }) => kind === "missing" || seal !== seals(record)[0]?.seal))).toBe(1);
    for (const record of of("rip-off", "long wait, seal intact")) expect(new Set(seals(record).map(({ seal }) => seal)).size).toBe(1);
    for (const record of of("rip-off", "seal replaced with a reason")) {
      const changes = seals(record).filter(({ kind }, at) => kind === "removed" || (kind === "affixed" && at > 0));
      expect(changes.every(({ reason }) => reason !== undefined)).toBe(true);
    }
    const heavy = of("rip-off").filter(({ declaration: { transport } }) => {
      const [box] = transport.equipment ?? [];
      return (box?.verifiedGrossMassKg ?? 0) - (box?.grossMassKg ?? 0) >= 30;
    });
    expect(heavy.length).toBeGreaterThan(0);
  });

  it("shell-importer: young companies at a shared address, gone afterwards; the start-up goes on", () => {
    const addresses = new Map<string, Set<string>>();
    for (const operation of operationsOf("shell-importer")) {
      const [first] = operation;
      const importer = first?.declaration.parties.importer;
      expect(new Set(operation.map(({ declaration }) => declaration.parties.importer?.identifier?.code)).size).toBe(1);
      const age = (msOf(first?.declaration.registeredAt) - msOf(`${importer?.establishedOn}T00:00:00+07:00`)) / DAY_MS;
      expect(age).toBeGreaterThan(15);
      expect(age).toBeLessThan(190);
      const known = addresses.get(importer?.address ?? "") ?? new Set();
      addresses.set(importer?.address ?? "", known.add(importer?.identifier?.code ?? ""));
      if (operation.some(({ truth }) => truth.role === "testRun")) expect(operation.find(({ truth }) => truth.role === "testRun")?.truth.findings).toEqual([]);
    }
    expect([...addresses.values()].some((codes) => codes.size === 2)).toBe(true);
    const longest = Math.max(...operationsOf("shell-importer", "honest start-up").map((operation) => operation.length));
    expect(longest).toBeGreaterThan(5);
  });

  it("parcel-spray: gifts just below the limit whose recipients share address or telephone", () => {
    for (const { declaration } of of("parcel-spray")) {
      const value = declaration.items[0]?.customsValue?.amount ?? 0;
      expect(value).toBeGreaterThan(850_000);
      expect(value).toBeLessThan(1_000_000);
      expect(["H11"]).toContain(declaration.procedure?.code);
    }
    for (const { declaration } of of("parcel-spray", "customers of a shop")) expect(declaration.parties.importer?.phone).toBeDefined();
    const homes = operationsOf("parcel-spray", "family").map((operation) => new Set(operation.map(({ declaration }) => declaration.parties.importer?.address)));
    expect(homes.every((home) => home.size === 1)).toBe(true);
  });

  it("swapped-documents: manifest and declaration disagree in two to four things; near-misses hardly", () => {
    const differences = (record: YearRecord): number => {
      const { declaration } = record;
      const house = houseOf(record);
      const mass = (house?.grossMassKg ?? 0) / (declaration.grossMassKg ?? 1);
      return [
        house?.parties.consignee?.name !== declaration.parties.importer?.name,
        house?.transport.equipment?.[0]?.seals?.[0] !== declaration.transport.equipment?.[0]?.seals?.[0],
        Math.abs(mass - 1) > 0.25,
        house?.packageCount !== declaration.packageCount,
        house?.items[0]?.hsCode?.slice(0, 2) !== declaration.items[0]?.hsCode.slice(0, 2),
        house?.transport.unloadingLocation !== declaration.transport.unloadingLocation,
      ].filter(Boolean).length;
    };
    expect(share(of("swapped-documents"), (record) => differences(record) >= 2)).toBeGreaterThan(0.9);
    for (const { variety } of ALL_SCHEMES.find(({ id }) => id === "swapped-documents")?.nearMisses ?? []) {
      expect(share(of("swapped-documents", variety), (record) => differences(record) <= 1)).toBe(1);
    }
  });

  it("undervaluation-ring: one seller and broker, several companies one after another, at a fraction of the price", () => {
    for (const operation of operationsOf("undervaluation-ring")) {
      expect(new Set(operation.map(({ declaration }) => declaration.parties.declarant?.identifier?.code)).size).toBe(1);
      expect(new Set(operation.map(({ declaration }) => declaration.parties.seller?.identifier?.code)).size).toBe(1);
    }
    expect(
      Math.max(...operationsOf("undervaluation-ring").map((one) => new Set(one.map(({ declaration }) => declaration.parties.importer?.name)).size)),
    ).toBeGreaterThan(2);
    const median = (records: readonly YearRecord[]): number =>
      records
        .map(unitValue)
        .filter(Number.isFinite)
        .sort((a, b) => a - b)
        .at(records.length / 2) ?? Number.NaN;
    expect(median(of("undervaluation-ring"))).toBeLessThan(0.5 * median(of("undervaluation-ring", "a little under the price")));
  });

  it("transit-diversion: an exit changed after registration without a reason; diverted goods never leave", () => {
    const entered = of("transit-diversion").filter(({ declaration }) => declaration.regime !== "reExport");
    for (const { declaration } of entered) expect(["transit", "temporaryImport"]).toContain(declaration.regime);
    const diverted = entered.filter(({ truth }) => truth.role === "diverted").map(({ declaration }) => declaration.id);
    const left = new Set(
      year.flatMap(({ declaration }) => (declaration.regime === "reExport" ? (declaration.items[0]?.previousDocuments?.[0]?.number ?? []) : [])),
    );
    expect(diverted.length).toBeGreaterThan(0);
    expect(diverted.filter((id) => left.has(id))).toEqual([]);
    const amended = yearOf().filter(({ truth }) => truth.scheme === "transit-diversion" && truth.label === "scheme" && truth.version === 1);
    expect(amended.length).toBeGreaterThan(0);
    for (const { declaration } of amended)
      expect([declaration.amendments?.[0]?.fields[0], declaration.amendments?.[0]?.reason]).toEqual(["exitOffice", undefined]);
  });

  it("wildlife-cover: from Africa by way of a hub, freight collect, no certificates; near-misses with them", () => {
    for (const { declaration } of of("wildlife-cover")) {
      expect(["NG", "AO", "CG", "ZA"]).toContain(declaration.transport.departureCountryCode);
      expect([declaration.freightPayment?.terms, (declaration.items[0]?.netMassKg ?? 1) % 1_000]).toEqual(["collect", 0]);
      expect(declaration.documents?.some(({ kind }) => kind === "certificateOfOrigin" || kind === "inspectionCertificate")).toBe(false);
    }
    for (const { variety } of ALL_SCHEMES.find(({ id }) => id === "wildlife-cover")?.nearMisses ?? []) {
      for (const { declaration } of of("wildlife-cover", variety))
        expect(declaration.documents?.some(({ kind }) => kind === "inspectionCertificate")).toBe(true);
    }
  });

  it("machinery-concealment: freight of half the value and more, paid by a third party", () => {
    for (const { declaration } of of("machinery-concealment")) {
      expect((declaration.freight?.amount ?? 0) / (declaration.invoiceTotal?.amount ?? 1)).toBeGreaterThanOrEqual(0.49);
      expect(declaration.freightPayment?.payer?.name).toBeDefined();
      expect(declaration.items[0]?.packageCount).toBe(1);
    }
    for (const { declaration } of of("machinery-concealment", "dealer in used machines")) expect(declaration.freightPayment?.payer).toBeUndefined();
  });

  it("pill-press-parts: different parts to one recipient or one address, and no licence", () => {
    for (const { declaration } of of("pill-press-parts")) {
      expect(["847990", "848079", "820730", "391290", "170211"]).toContain(declaration.items[0]?.hsCode.slice(0, 6));
      expect(declaration.items[0]?.documents).toBeUndefined();
    }
    for (const { declaration } of of("pill-press-parts", "parts for a maker of medicines")) expect(declaration.items[0]?.documents?.[0]?.kind).toBe("licence");
  });
});
