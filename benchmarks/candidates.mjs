// The same rules in the terms of every candidate. A candidate gives, of one record, the numbers of the rules that fired and
// the sum of their points.
import { compileProfileOrThrow, encodeFactsOrThrow, scoreBatch, scoreOrThrow } from "consignment-risk";
import { flatCatalogue } from "./records.mjs";

const text = (en) => ({ en });

/** The rules as a profile. */
export function profileOf(rules) {
  const conditionOf = ({ op, field, value, values, min, max }) => {
    if (op === "in") return { op, indicator: field, values };
    return op === "between" ? { op, indicator: field, min, max } : { op, indicator: field, value };
  };
  return {
    schema: "consignment-risk/profile@1",
    id: "benchmark",
    version: "1",
    title: text("A benchmark"),
    utcOffset: "+07:00",
    currency: "VND",
    catalogue: flatCatalogue.version,
    channels: ["green", "red"],
    lists: {},
    derived: {},
    domains: {
      revenue: {
        title: text("Revenue"),
        base: 0,
        rules: rules.map((rule) => ({
          id: rule.id,
          version: 1,
          texts: { title: text(rule.id), reason: text(rule.id) },
          level: "header",
          when: { op: "all", of: rule.tests.map(conditionOf) },
          effect: { kind: "points", points: rule.points, undetermined: 0 },
          basis: { kind: "operational", reference: "a benchmark" },
        })),
        thresholds: { red: 5 },
      },
    },
    selection: { channel: "red" },
  };
}

export const factsOf = (record) => ({ id: "D-1", asOf: "2026-03-01T08:00:00+07:00", currency: "VND", header: record, items: [] });

/** One record at a time: an object in, channel, sums and hits out. */
export function ours(rules) {
  const profile = compileProfileOrThrow(profileOf(rules), { catalogue: flatCatalogue });
  return {
    run: (record) => scoreOrThrow(profile, factsOf(record)),
    read: ({ hits, micropoints }) => ({ hits: hits.map(({ rule }) => Number(rule.slice(5))), sum: micropoints[0] / 1e6 }),
  };
}

/** All records at once, from encoded columns. */
export function oursBatch(rules, records) {
  const profile = compileProfileOrThrow(profileOf(rules), { catalogue: flatCatalogue });
  const encoded = encodeFactsOrThrow(profile, records.map(factsOf));
  return {
    encoded,
    run: () => scoreBatch(encoded),
    read: (scores, row) => ({
      hits: [...scores.hitRules.subarray(scores.hitStarts[row], scores.hitStarts[row + 1])],
      sum: scores.micropoints[row] / 1e6,
    }),
  };
}

const firedOf = (rules, isFired) => (record) => {
  const hits = [];
  let sum = 0;
  for (let index = 0; index < rules.length; index += 1) {
    if (isFired(index, record)) {
      hits.push(index);
      sum += rules[index].points;
    }
  }
  return { hits, sum };
};

/** Peers by name: how each is made of the rules, or why it is not there. */
export const PEERS = {
  "json-logic-js": async (rules) => {
    const { default: jsonLogic } = await import("json-logic-js");
    const logics = rules.map(jsonLogicOf);
    return { run: firedOf(rules, (index, record) => jsonLogic.apply(logics[index], record)) };
  },
  "json-logic-engine (compiled)": async (rules) => {
    const { LogicEngine } = await import("json-logic-engine");
    const engine = new LogicEngine();
    const compiled = rules.map((rule) => engine.build(jsonLogicOf(rule)));
    return { run: firedOf(rules, (index, record) => compiled[index](record)) };
  },
  "@marcbachmann/cel-js": async (rules) => {
    const { parse } = await import("@marcbachmann/cel-js");
    const parsed = rules.map((rule) => parse(rule.tests.map(celOf).join(" && ")));
    return { run: firedOf(rules, (index, record) => parsed[index](record)) };
  },
  "@gorules/zen-engine": async (rules) => {
    const { ZenEngine } = await import("@gorules/zen-engine");
    const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(zenTableOf(rules))));
    return {
      isSlow: true,
      run: async (record) => {
        const { result } = await decision.evaluate(record);
        const hits = result.map(({ rule }) => rule);
        return { hits, sum: hits.reduce((sum, index) => sum + rules[index].points, 0) };
      },
    };
  },
  "json-rules-engine": async (rules) => {
    const { Engine } = await import("json-rules-engine");
    const engine = new Engine();
    for (const [index, rule] of rules.entries()) engine.addRule({ conditions: { all: rule.tests.flatMap(jsonRulesOf) }, event: { type: String(index) } });
    return {
      isSlow: true,
      run: async (record) => {
        const { events } = await engine.run(record);
        const hits = events.map(({ type }) => Number(type)).sort((a, b) => a - b);
        return { hits, sum: hits.reduce((sum, index) => sum + rules[index].points, 0) };
      },
    };
  },
};

function jsonLogicOf({ tests }) {
  const operators = { gte: ">=", lt: "<" };
  return {
    and: tests.map(({ op, field, value, values, min, max }) => {
      if (op === "eq") return { "===": [{ var: field }, value] };
      if (op === "in") return { in: [{ var: field }, values] };
      return op === "between" ? { "<=": [min, { var: field }, max] } : { [operators[op]]: [{ var: field }, value] };
    }),
  };
}

function celOf({ op, field, value, values, min, max }) {
  // a number of the record is a double, and is compared with doubles
  const double = (number) => (Number.isInteger(number) ? `${number}.0` : String(number));
  if (op === "eq") return `${field} == ${JSON.stringify(value)}`;
  if (op === "in") return `${field} in ${JSON.stringify(values)}`;
  if (op === "between") return `${field} >= ${double(min)} && ${field} <= ${double(max)}`;
  return `${field} ${op === "gte" ? ">=" : "<"} ${double(value)}`;
}

function jsonRulesOf({ op, field, value, values, min, max }) {
  if (op === "eq") return [{ fact: field, operator: "equal", value }];
  if (op === "in") return [{ fact: field, operator: "in", value: values }];
  if (op === "gte") return [{ fact: field, operator: "greaterThanInclusive", value }];
  if (op === "lt") return [{ fact: field, operator: "lessThan", value }];
  return [
    { fact: field, operator: "greaterThanInclusive", value: min },
    { fact: field, operator: "lessThanInclusive", value: max },
  ];
}

/** A decision table that collects every row that holds. */
function zenTableOf(rules) {
  const fields = [...new Set(rules.flatMap((rule) => rule.tests.map(({ field }) => field)))];
  const cellOf = ({ op, value, values, min, max }) => {
    if (op === "eq") return JSON.stringify(value);
    if (op === "in") return values.map((each) => JSON.stringify(each)).join(",");
    return op === "between" ? `[${min}..${max}]` : `${op === "gte" ? ">=" : "<"} ${value}`;
  };
  const rows = rules.map((rule, index) => ({
    _id: rule.id,
    ...Object.fromEntries(fields.map((field) => [field, ""])),
    ...Object.fromEntries(rule.tests.map((test) => [test.field, cellOf(test)])),
    out: String(index),
  }));
  const table = {
    hitPolicy: "collect",
    inputs: fields.map((field) => ({ id: field, name: field, field })),
    outputs: [{ id: "out", name: "rule", field: "rule" }],
    rules: rows,
  };
  return {
    nodes: [
      { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
      { id: "table", type: "decisionTableNode", name: "table", position: { x: 1, y: 0 }, content: table },
      { id: "end", type: "outputNode", name: "end", position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "table", type: "edge" },
      { id: "2", sourceId: "table", targetId: "end", type: "edge" },
    ],
  };
}
