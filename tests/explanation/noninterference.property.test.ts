import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vocabulary } from "../../src/conditions/vocabulary.js";
import { canonicalJson } from "../../src/core/canonical.js";
import { assessForOrThrow, type View } from "../../src/explanation/assess-for.js";
import { findCounterfactuals } from "../../src/explanation/what-if/counterfactuals.js";
import { createHistory } from "../../src/history/create-history.js";
import { eventOf } from "../../src/history/event-of.js";
import type { History } from "../../src/history/history.js";
import { standardCatalogue } from "../../src/indicators/catalogue/standard-catalogue.js";
import type { Alert } from "../../src/intelligence/alert.js";
import { createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { mayKnow, type Viewer } from "../../src/intelligence/viewer.js";
import type { Declaration } from "../../src/model/declaration.js";
import { type CompiledProfile, compileProfile } from "../../src/profile/compile-profile.js";
import { rule } from "../../src/testing/arbitraries/profile.js";
import { STANDARD_VOCABULARY } from "../../src/testing/arbitraries/values.js";
import { makeAlert, makeDeclaration, USE } from "../intelligence/support.js";

/** Hundreds on every run; `NONINTERFERENCE_CASES=20000` for a long one. */
const CASES = Number(process.env.NONINTERFERENCE_CASES ?? 200);

const READ = [
  "alertMatchCount",
  "alertPoints",
  "alertIdentifierPoints",
  "itemAlertPoints",
  "alertSubjects",
  "alertChannels",
  "hsChapter",
  "departureCountry",
  "receiverFindingRate",
];
const VOCABULARY: Vocabulary = new Map([...STANDARD_VOCABULARY].filter(([id]) => READ.includes(id)));
const points = fc.constantFrom(-2, 0, 1, 3, 8);

const profile: fc.Arbitrary<CompiledProfile> = fc
  .record({
    rules: fc.array(rule("r", VOCABULARY), { minLength: 1, maxLength: 5 }),
    binned: fc.tuple(points, points, points),
    crossed: fc.tuple(points, points, points),
  })
  .map(({ rules, binned, crossed }) => ({
    schema: "consignment-risk/profile@1",
    id: "arbitrary",
    version: "1",
    title: { en: "Arbitrary" },
    utcOffset: "+07:00",
    currency: "VND",
    catalogue: standardCatalogue.version,
    channels: ["green", "yellow", "red"],
    lists: {
      countries: { title: { en: "Countries" }, date: "2026-01-01", source: "a test", entries: ["CN", "KR"] },
      phrases: { title: { en: "Phrases" }, date: "2026-01-01", source: "a test", entries: ["ivory"] },
      empty: { title: { en: "Empty" }, date: "2026-01-01", source: "a test", entries: [] },
    },
    derived: {},
    domains: {
      narcotics: {
        title: { en: "Narcotics" },
        model: {
          base: -6,
          zero: "stated",
          terms: [
            { id: "binned", kind: "binned", indicator: "alertPoints", edges: [3, 8], points: binned, missing: 0 },
            {
              id: "crossed",
              kind: "cross",
              of: [{ indicator: "hsChapter" }, { indicator: "alertMatchCount", edges: [1, 2] }],
              levels: crossed.map((value, at) => ({ at: ["29", at], points: value })),
              missing: 0,
              unseen: 0,
            },
            { id: "sure", kind: "binned", indicator: "alertIdentifierPoints", edges: [1], points: [0, 30], missing: 0 },
          ],
        },
        rules: rules.map((one, index) => ({ ...one, id: `r-${index}` })),
        thresholds: { red: 5 },
      },
    },
    selection: { channel: "red" },
  }))
  .map((document) => compileProfile(document, { catalogue: standardCatalogue }))
  .filter((compiled) => compiled.ok)
  .map((compiled) => (compiled as { readonly value: CompiledProfile }).value);

const NAMES = ["Dai Phat Logistics", "Hoang Long Trading"];
const declarationOf = (id: string, day: string): fc.Arbitrary<Declaration> =>
  fc
    .record({ name: fc.constantFrom(...NAMES), departureCountryCode: fc.constantFrom("LA", "CN"), hs: fc.constantFrom("293339", "300490") })
    .map(({ name, departureCountryCode, hs }) =>
      makeDeclaration({
        id,
        registeredAt: `2026-03-${day}T08:00:00+07:00`,
        parties: { importer: { identifier: { scheme: "vn-mst", code: "0301234567" }, name } },
        transport: { departureCountryCode, equipment: [{ id: "CSQU3054383" }] },
        items: [
          { lineNumber: 1, hsCode: hs },
          { lineNumber: 2, hsCode: "090111" },
        ],
      }),
    );

const subject = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => ({ type: "company", names: [name, "CANARY company"] })),
  fc.constant({ type: "container", values: ["CSQU3054383", "CANARY"] }),
  fc.constantFrom("2933", "30").map((prefix) => ({ type: "hs", prefixes: [prefix] })),
  fc.constantFrom("LA", "CN").map((departureCountryCode) => ({ type: "route", departureCountryCode })),
  fc.constant({ type: "company", identifiers: [{ scheme: "vn-mst", code: "0301234567" }] }),
);
const LABELS = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"] as const;
const handling = fc.record(
  {
    tlp: fc.constantFrom(...LABELS),
    releasableTo: fc.subarray(["VN-CUSTOMS", "KR-CUSTOMS"], { minLength: 1 }),
    purposes: fc.subarray(["drugControl", "revenue"], { minLength: 1 }),
    conditions: fc.constant("CANARY conditions"),
    classification: fc.constant("CANARY class"),
  },
  { requiredKeys: ["tlp"] },
);
/** An alert; every text that is free holds a canary. */
function alert(id: string): fc.Arbitrary<Alert> {
  return fc
    .record({
      channel: fc.constantFrom("rilo", "cencomm", "bilateral"),
      subjects: fc.array(subject, { minLength: 1, maxLength: 2 }),
      combine: fc.constantFrom("any", "all"),
      grading: fc.constantFrom(
        { system: "admiralty", source: "A", information: "1", assessedBy: "CANARY" },
        { system: "admiralty", source: "C", information: "3" },
        { system: "none" },
      ),
      handling,
      requestedAction: fc.constantFrom("monitor", "physicalExamination", "controlledDelivery", "doNotAlertSubject"),
      originator: fc.constantFrom("CANARY originator", "KR-CUSTOMS", "VN-CUSTOMS"),
    })
    .map((fields) => makeAlert({ ...fields, id, originatorReference: "CANARY ref", rationale: "CANARY rationale" }));
}
const alerts = (prefix: string): fc.Arbitrary<readonly Alert[]> =>
  fc.nat({ max: 4 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => alert(`${prefix}-${at}`))));
const viewer: fc.Arbitrary<Viewer> = fc.record(
  {
    organisation: fc.constantFrom("VN-CUSTOMS", "KR-CUSTOMS", "JP-CUSTOMS"),
    role: fc.constantFrom("officer" as const, "analyst" as const, "auditor" as const, "partner" as const, "declarant" as const),
    clearances: fc.subarray([...LABELS]),
    purposes: fc.subarray(["drugControl", "revenue"]),
    isClearedForSilent: fc.boolean(),
  },
  { requiredKeys: ["organisation", "role", "clearances", "purposes"] },
);
const isRestricted = (one: Alert, who: Viewer): boolean => !mayKnow(who, one, USE.administration);

interface Seen {
  readonly view: View;
  /** All that the viewer gets, what-ifs included, as bytes; the overall channel aside, and which thresholds reach that channel. */
  readonly bytes: string;
}

function see(compiled: CompiledProfile, declaration: Declaration, held: readonly Alert[], who: Viewer, history?: History): Seen {
  const inputs = { declaration, asOf: declaration.registeredAt, intelligence: createAlertIndex(held, USE), language: "en" as const };
  const view = assessForOrThrow(compiled, history === undefined ? inputs : { ...inputs, history }, who);
  const explanation = { ...view.explanation, channel: "", decidedBy: [], ...withoutChannel(view) };
  if (view.audience === "declarant") return { view, bytes: canonicalJson({ ...view, channel: "", explanation }) };
  const whatIfs = findCounterfactuals(compiled, view.facts, { mutable: [{ indicator: "departureCountry" }], maxScorings: 50 });
  return { view, bytes: canonicalJson([{ ...view, assessment: { ...view.assessment, channel: "" }, explanation }, whatIfs]) };
}

/** An auditor is given the assessment once more, and its digest; both hold the overall channel. */
function withoutChannel({ explanation }: View): object {
  if (explanation?.audience !== "auditor") return {};
  return { assessment: { ...explanation.assessment, channel: "" }, digests: { ...explanation.digests, assessment: "" } };
}

function channelOf(view: View): string {
  return view.audience === "declarant" ? view.channel : view.assessment.channel;
}

describe(`noninterference, ${CASES} cases`, { timeout: 60_000 + 1_000 * CASES }, () => {
  it("an uncleared viewer gets the same bytes with and without restricted alerts, the channel aside, and no canary of theirs", () => {
    const seen = { restricted: 0, matched: 0, raised: 0 };
    fc.assert(
      fc.property(profile, declarationOf("D-1", "01"), alerts("open"), alerts("more"), viewer, (compiled, declaration, open, more, who) => {
        const hidden = more.filter((one) => isRestricted(one, who));
        const shown = open.filter((one) => !isRestricted(one, who));
        const without = see(compiled, declaration, open, who);
        // in any order, since the order of arrival tells something too
        const withHidden = see(compiled, declaration, [...hidden, ...open], who);
        expect(withHidden.bytes).toBe(without.bytes);
        if (channelOf(withHidden.view) === channelOf(without.view)) expect(canonicalJson(withHidden.view)).toBe(canonicalJson(without.view));
        if (shown.length === 0) expect(withHidden.bytes).not.toContain("CANARY");
        if (hidden.length === 0) return;
        seen.restricted += 1;
        if (createAlertIndex(hidden, USE).matches(declaration, declaration.registeredAt).length > 0) seen.matched += 1;
        if (channelOf(withHidden.view) !== channelOf(without.view)) seen.raised += 1;
      }),
      { numRuns: CASES },
    );
    // the property is about something: restricted alerts match, and move the channel
    expect(seen.restricted).toBeGreaterThan(CASES / 4);
    expect(seen.matched).toBeGreaterThan(CASES / 20);
    expect(seen.raised).toBeGreaterThan(CASES / 200);
  });

  it("holds over sequences of declarations, inspections and outcomes, where the viewer's history leaves out what only restricted alerts had inspected", () => {
    const leaks = { shared: 0 };
    const day = (at: number): string => `0${at + 1}`;
    const sequence = fc.tuple(...[0, 1, 2, 3].map((at) => declarationOf(`D-${at}`, day(at))));
    fc.assert(
      fc.property(profile, sequence, alert("hidden"), viewer, fc.boolean(), (compiled, declarations, hidden, who, finding) => {
        fc.pre(isRestricted(hidden, who));
        /** What the viewer sees day by day; what is red by the full channel is inspected. */
        const live = (held: readonly Alert[], isApart: boolean): readonly string[] => {
          const history = createHistory();
          return declarations.map((declaration) => {
            const { bytes, view } = see(compiled, declaration, held, who, history);
            history.observe(eventOf(declaration));
            const own = see(compiled, declaration, [], who, history).view;
            const isInspected = (isApart ? channelOf(own) : channelOf(view)) === "red";
            if (isInspected)
              history.recordOutcome({ declarationId: declaration.id, finding, knownAt: `${declaration.registeredAt.slice(0, 10)}T20:00:00+07:00` });
            return bytes;
          });
        };
        expect(live([hidden], true)).toEqual(live([], true));
        if (canonicalJson(live([hidden], false)) !== canonicalJson(live([], false))) leaks.shared += 1;
      }),
      { numRuns: Math.ceil(CASES / 4) },
    );
    // with one history for everybody, later declarations do tell: it is a leak through time, and documented as one
    expect(leaks.shared).toBeGreaterThan(0);
  });
});
