// What alerts cost: `npm run bench:alerts` (needs `npm run build` first).
// 1,000 and 100,000 invented alerts of eleven types of subject, most of which match nothing, against invented declarations: time and memory to index them,
// time and names compared per declaration, time to add and revoke one. Then the shared watch list of 23,084 names, if it is there.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { createAlertIndex, parseAlertsOrThrow } from "consignment-risk/intelligence";
import { generateDeclarations } from "consignment-risk/synthetic";
import Papa from "papaparse";

const DECLARATIONS = 2_000;
const AS_OF = "2026-03-01T00:00:00Z";
const USE = { administration: "VN-CUSTOMS", purpose: "drugControl" };
const SYLLABLES =
  "an bao binh chau cuong dai dung giang ha hai hoa hung huong khanh lam lan linh long mai minh nam nga ngoc nhat phat phong phu quang quoc son tan thai thanh thinh thu tien toan trung tuan van viet vinh xuan yen".split(
    " ",
  );
const PLACES = ["CNSHA", "CNSZX", "LAVTE", "KHPNH", "THBKK", "MMRGN", "KRPUS", "SGSIN", "HKHKG", "INNSA", "NLRTM", "BRSSZ"];

/** A small generator of numbers, so that every run is the same. */
function random(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function subjectOf(at, draw) {
  const word = () => SYLLABLES[draw(SYLLABLES.length)];
  const digits = (count) => Array.from({ length: count }, () => draw(10)).join("");
  switch (at % 11) {
    case 0:
    case 1:
    case 2:
      return { type: "company", names: [`Cong ty TNHH ${word()} ${word()} ${word()} ${draw(900)}`] };
    case 3:
    case 4:
      return { type: "person", names: [`Nguyen ${word()} ${word()} ${word()}`] };
    case 5:
      return { type: "container", values: [`ABCU${digits(7)}`] };
    case 6:
      return { type: "company", identifiers: [{ scheme: "vn-mst", code: digits(10) }] };
    case 7:
      return { type: "address", values: [`${draw(400)} ${word()} ${word()}, Q${draw(12)}, ${word()} ${word()}`] };
    case 8:
      return { type: "phone", values: [`+849${digits(8)}`] };
    case 9:
      return { type: "document", values: [`HBL${digits(8)}`] };
    default:
      return { type: "vessel", names: [`${word()} ${word()} star ${draw(99)}`] };
  }
}

function invent(count) {
  const draw = random(count);
  return Array.from({ length: count }, (_, at) => ({
    id: `A-${at}`,
    channel: "rilo",
    originator: "RILO-AP",
    receivedAt: "2026-01-01T00:00:00Z",
    validFrom: "2026-01-01T00:00:00Z",
    validUntil: "2027-01-01T00:00:00Z",
    // one in a hundred is a pattern, as broad alerts are few
    subjects: [at % 100 === 99 ? { type: "route", loadingLocation: PLACES[draw(PLACES.length)], departureCountryCode: "ZZ" } : subjectOf(at, draw)],
    grading: { system: "admiralty", source: "B", information: "2" },
    handling: { tlp: "TLP:GREEN" },
    requestedAction: "monitor",
  }));
}

const declarations = [...generateDeclarations({ seed: 3, count: DECLARATIONS })].map(({ declaration }) => declaration);

function memory() {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** Parses, indexes and matches; milliseconds and megabytes. */
function measure(label, list) {
  const parseStart = performance.now();
  const { alerts } = parseAlertsOrThrow({ schema: "consignment-risk/alerts@1", ...USE, alerts: list });
  const parsed = performance.now() - parseStart;
  const before = memory();
  const start = performance.now();
  const index = createAlertIndex(alerts, USE);
  const compiled = performance.now() - start;
  const size = memory() - before;
  for (const declaration of declarations) index.matches(declaration, "2026-02-28T00:00:00Z");
  let best = Number.POSITIVE_INFINITY;
  let matches = 0;
  let compared = 0;
  for (let round = 0; round < 3; round += 1) {
    const asOf = `2026-03-0${round + 1}T00:00:00Z`;
    matches = 0;
    const begin = performance.now();
    for (const declaration of declarations) matches += index.matches(declaration, asOf).length;
    best = Math.min(best, (performance.now() - begin) / declarations.length);
    compared = declarations.reduce((sum, declaration) => sum + index.costs(declaration, asOf).compared, 0) / declarations.length;
  }
  const changeStart = performance.now();
  for (let at = 0; at < 100; at += 1) {
    index.revoke(alerts[at].id, AS_OF);
    index.add(alerts[at]);
  }
  const change = (performance.now() - changeStart) / 200;
  console.log(
    `${label}: parsed ${parsed.toFixed(0)} ms, indexed ${compiled.toFixed(0)} ms, ${size.toFixed(0)} MB, per declaration ${(best * 1000).toFixed(0)} µs, ${compared.toFixed(1)} compared, ${(matches / declarations.length).toFixed(3)} matches, one change ${(change * 1000).toFixed(0)} µs`,
  );
  return best;
}

const few = measure("1,000 alerts", invent(1_000));
const many = measure("100,000 alerts", invent(100_000));
console.log(`growth per declaration from 1,000 to 100,000 alerts: ${(many / few).toFixed(2)}x`);

const path = fileURLToPath(new URL("../../shared/data/names/watchlist_shared.csv.gz", import.meta.url));
if (!existsSync(path)) console.log("skipped: the shared watch list is not here");
else {
  const { data } = Papa.parse(gunzipSync(readFileSync(path)).toString("utf8").trim(), { header: true });
  const [base] = invent(1);
  measure(
    `watch list of ${data.length} names`,
    data.map(({ entity_id, name, entity_type }, at) => ({
      ...base,
      id: `W-${at}-${entity_id}`.slice(0, 64),
      subjects: [{ type: entity_type === "person" || entity_type === "vessel" ? entity_type : "company", names: [name.slice(0, 1_000)] }],
    })),
  );
}
