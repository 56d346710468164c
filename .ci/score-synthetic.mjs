// Scores synthetic declarations with the given build of the package: the same lines wherever the same micropoints come out.

const text = (en) => ({ en });
const rule = (id, level, when, points) => ({
  id,
  version: 1,
  texts: { title: text(id), reason: text(`the declaration meets ${id}`) },
  level,
  when,
  effect: { kind: "points", points, undetermined: points / 3 },
  basis: { kind: "operational", reference: "none: for comparison only" },
});

/** Every kind of term, a rule of either level, a derived indicator and a random rate. */
const PROFILE = {
  schema: "consignment-risk/profile@1",
  id: "comparison",
  version: "1",
  title: text("For comparison"),
  utcOffset: "+07:00",
  currency: "VND",
  catalogue: "consignment-risk/1",
  channels: ["green", "yellow", "red"],
  lists: {},
  derived: {},
  domains: {
    revenue: {
      title: text("Revenue"),
      rules: [
        rule("many-items", "header", { op: "gte", indicator: "itemCount", value: 3 }, 1.1),
        rule("heavy-item", "item", { op: "gt", indicator: "netMass", value: 1000.5 }, 2.3),
      ],
      model: {
        base: -7.25,
        zero: "stated",
        terms: [
          { id: "unit-value", kind: "linear", indicator: "unitValue", centre: 98765.4, scale: 0.7e5, points: -0.123457, missing: 0.1 },
          { id: "mass", kind: "binned", indicator: "netMass", edges: [0.1, 33.3, 1234.5], points: [0.3, 1.7, -0.9, 0.2], missing: 0 },
          { id: "origin", kind: "categorical", indicator: "originCountry", levels: [{ value: "CN", points: 1.3 }], missing: 2, unseen: 0.7 },
          {
            id: "office-hour",
            kind: "cross",
            of: [{ indicator: "transportMode" }, { indicator: "registrationHour", edges: [8, 17] }],
            levels: [],
            missing: 0.4,
            unseen: 0.6,
          },
        ],
      },
      thresholds: { yellow: -6, red: -2.5 },
    },
  },
  selection: { channel: "red", randomRate: 0.1, identity: ["transportDocument", "firstDeclaration"] },
};

/** One line per declaration: everything that is decided on integers. */
export function scoreSynthetic(core, synthetic, count) {
  const { assessOrThrow, compileProfileOrThrow, createSelectionKeyOrThrow, extractFactsOrThrow, standardCatalogue: catalogue } = core;
  const profile = compileProfileOrThrow(PROFILE, { catalogue });
  const selectionKey = createSelectionKeyOrThrow(Uint8Array.from({ length: 32 }, (_, index) => index));
  const lines = [];
  for (const { declaration } of synthetic.generateDeclarations({ seed: 1, count })) {
    const facts = extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue });
    const assessment = assessOrThrow(profile, facts, { selectionKey });
    // a probability is a power of ten, for people: it may differ in its last bit
    lines.push(JSON.stringify(assessment, (key, value) => (key === "probability" ? undefined : value)));
  }
  return lines;
}
