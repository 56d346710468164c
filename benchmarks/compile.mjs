// What compiling a profile takes, in time and memory, by the number of its rules; the rules are those of a watch list: a party or
// a code of goods, and another test or two.
//   npm run build && npm run bench:compile
import { compileProfileOrThrow, scoreOrThrow } from "consignment-risk";
import { factsOf, profileOf } from "./candidates.mjs";
import { createRandom, flatCatalogue, flatRecords } from "./records.mjs";

const [record] = flatRecords(1);

console.log("rules     CPU seconds to compile   heap and arrays held, MB   microseconds to score one record");
for (const count of [10, 500, 5_000, 50_000]) {
  const document = profileOf(watchList(count));
  globalThis.gc?.();
  const before = held();
  const start = process.cpuUsage();
  const profile = compileProfileOrThrow(document, { catalogue: flatCatalogue });
  scoreOrThrow(profile, factsOf(record, 0));
  const { user, system } = process.cpuUsage(start);
  globalThis.gc?.();
  const after = held();
  const facts = factsOf(record, 1);
  const scoring = process.cpuUsage();
  for (let round = 0; round < 10_000; round += 1) scoreOrThrow(profile, facts);
  const scored = process.cpuUsage(scoring);
  const columns = [((user + system) / 1e6).toFixed(3), ((after - before) / 1e6).toFixed(1), ((scored.user + scored.system) / 10_000).toFixed(2)];
  console.log([String(count).padEnd(9), columns[0].padEnd(24), columns[1].padEnd(26), columns[2]].join(" "));
}

function held() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Every rule names an importer or a code of its own. */
function watchList(count) {
  const random = createRandom(5);
  return Array.from({ length: count }, (_, index) => ({
    id: `rule-${String(index).padStart(5, "0")}`,
    points: 1 + (index % 7),
    tests: [
      index % 2 === 0
        ? { op: "eq", field: "importerId", value: `vn-mst:${9_000_000_000 + index}` }
        : { op: "eq", field: "hsCode", value: String(10_000_000 + index) },
      { op: "gte", field: "customsValue", value: Math.floor(random() * 1_000) * 1_000_000 },
      ...(random() < 0.5 ? [{ op: "in", field: "originCountry", values: ["CN", "VN", "KR"] }] : []),
    ],
  }));
}
