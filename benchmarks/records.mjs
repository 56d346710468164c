// Flat records for the rules benchmark: one goods item with its header, every field stated, in shuffled order.
import { defineCatalogue, defineIndicator, extractFactsOrThrow, standardCatalogue } from "consignment-risk";
import { generateDeclarations } from "consignment-risk/synthetic";

const CODES = [
  "hsChapter",
  "hsHeading",
  "hsCode",
  "originCountry",
  "departureCountry",
  "customsOffice",
  "procedureCode",
  "transportMode",
  "importerId",
  "declarantId",
  "dutyType",
];
const NUMBERS = ["netMass", "grossMass", "customsValue", "unitValue", "dutyRate", "itemCount", "freightCharge", "registrationHour"];

export const FIELDS = [...CODES, ...NUMBERS];

/** A catalogue in which every field is an indicator of the header: what the peers read as one flat object. */
export const flatCatalogue = defineCatalogue(
  "flat-1",
  FIELDS.map((id) =>
    defineIndicator({
      id,
      level: "header",
      ...(CODES.includes(id) ? { type: "code" } : { type: "number", unit: "1", decimals: 6 }),
      reads: [],
      meaning: { en: id },
      source: "a benchmark",
      missing: "absent",
      whenItemAdded: "unaffected",
      extract: () => undefined,
    }),
  ),
);

/** A generator of numbers in 0 to 1 (Numerical Recipes' linear congruential), the same in every run. */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Shuffles in place. */
export function shuffle(list, random) {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
  return list;
}

/** So many flat records of invented declarations; a missing code is `none`, a missing number 0, since the peers know no unknown. */
export function flatRecords(count) {
  const records = [];
  for (const { declaration, supplied } of generateDeclarations({ seed: 11, count: Math.ceil(count / 4) })) {
    const facts = extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue: standardCatalogue, currency: "VND", supplied });
    for (const item of facts.items) {
      const values = { ...facts.header, ...item.values };
      records.push(
        Object.fromEntries(
          FIELDS.map((id) => [id, typeof values[id] === "object" || values[id] === undefined ? (CODES.includes(id) ? "none" : 0) : values[id]]),
        ),
      );
    }
    if (records.length >= count) break;
  }
  // as a service gets them: each from a JSON text
  return shuffle(records.slice(0, count), createRandom(3)).map((record) => JSON.parse(JSON.stringify(record)));
}

/** So many rules speak of circumstances alone; those beyond are about certain goods or parties, as rules that add up to thousands are. */
const GENERAL = 25;
const TARGETS = ["hsCode", "importerId", "declarantId"];

/** Rules of 2 to 4 tests whose values are drawn from the records: single codes, lists of codes, ranges and bounds of numbers. */
export function drawRules(records, count) {
  const random = createRandom(17);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const testOf = (field) => {
    const values = [pick(records)[field], pick(records)[field], pick(records)[field]];
    if (CODES.includes(field)) return random() < 0.5 ? { op: "eq", field, value: values[0] } : { op: "in", field, values: [...new Set(values)] };
    const [low, , high] = values.sort((a, b) => a - b);
    return random() < 0.4 ? { op: "between", field, min: low, max: high } : { op: random() < 0.5 ? "gte" : "lt", field, value: values[1] };
  };
  return Array.from({ length: count }, (_, index) => {
    const isGeneral = index < Math.min(GENERAL, count / 2);
    const target = isGeneral ? [] : [pick(TARGETS)];
    const others = shuffle(
      FIELDS.filter((field) => !TARGETS.includes(field)),
      random,
    );
    const fields = [...target, ...others.slice(0, 2 + Math.floor(random() * 3) - target.length)];
    const tests = shuffle(fields, random).map((field) => (TARGETS.includes(field) ? { op: "eq", field, value: pick(records)[field] } : testOf(field)));
    return { id: `rule-${String(index).padStart(5, "0")}`, points: 1 + (index % 7), tests };
  });
}
