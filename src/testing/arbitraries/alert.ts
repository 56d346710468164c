import fc from "fast-check";
import { type Alert, REQUESTED_ACTIONS } from "../../intelligence/alert.js";
import type { AlertSubject, NamedSubject } from "../../intelligence/alert-subject.js";
import { ALERT_CHANNELS, INTERPOL_COLOURS } from "../../intelligence/channel.js";
import type { Grading } from "../../intelligence/grading.js";
import { CAVEATS, type Caveat, CONSENT_SUBJECTS, type ConsentSubject, type Handling, TLP_LABELS } from "../../intelligence/handling.js";
import type { Declaration } from "../../model/declaration.js";
import { INSTANTS } from "./periods.js";

/** What {@link alert} is told. */
export interface AlertOptions {
  /** A declaration that alerts are often about; without one they are about nothing in particular. */
  readonly about?: Declaration;
  /** The organisations that alerts may be released to; `VN-CUSTOMS` and `KR-CUSTOMS` unless told. */
  readonly organisations?: readonly string[];
}

/**
 * Alerts as `parseAlert` gives them: of every channel, subject, grading and label, silent ones and such as have been revoked included, valid over periods that
 * meet at the same few instants as the facts and profiles of this entry.
 */
export function alert(options: AlertOptions = {}): fc.Arbitrary<Alert> {
  const { about, organisations = ["VN-CUSTOMS", "KR-CUSTOMS"] } = options;
  const subject = fc.oneof(...[...ANY, ...(about === undefined ? [] : subjectsOf(about).map((found) => fc.constant(found)))]);
  return fc
    .record(
      {
        id: fc.nat({ max: 99 }).map((number) => `A-${number}`),
        channel: fc.constantFrom(...ALERT_CHANNELS),
        colour: fc.constantFrom(...INTERPOL_COLOURS),
        originator: fc.constantFrom("RILO-AP", ...organisations),
        originatorReference: fc.constantFrom("R-1", "R-2"),
        period: fc.tuple(fc.nat({ max: INSTANTS.length - 2 }), fc.nat({ max: INSTANTS.length })),
        subjects: fc.array(subject, { minLength: 1, maxLength: 3 }),
        combine: fc.constantFrom("any" as const, "all" as const),
        grading,
        handling: handling(organisations),
        requestedAction: fc.constantFrom(...REQUESTED_ACTIONS),
        feedback: fc.constant({ dueAt: LAST }),
        rationale: fc.constantFrom("seen before", "<b>seen</b> before"),
        revokedAt: fc.constantFrom(...INSTANTS),
      },
      { requiredKeys: ["id", "channel", "colour", "originator", "period", "subjects", "grading", "handling", "requestedAction"] },
    )
    .map(({ colour, period: [start, length], ...rest }): Alert => {
      const validFrom = INSTANTS[start] as string;
      return {
        ...rest,
        ...(rest.channel === "interpolNotice" ? { interpolColour: colour } : {}),
        receivedAt: validFrom,
        validFrom,
        validUntil: INSTANTS[start + 1 + length] ?? LAST,
      };
    });
}

/** After all of {@link INSTANTS}. */
const LAST = "2027-12-31T00:00:00Z";

const ANY: readonly fc.Arbitrary<AlertSubject>[] = [
  fc
    .constantFrom<NamedSubject["type"]>("company", "person", "vessel", "flight", "vehicle")
    .map((type) => ({ type, names: ["Nguyễn Văn An", "nguyen van an"] })),
  fc.constant({ type: "company", identifiers: [{ scheme: "tax", code: "1" }] }),
  fc.constantFrom("MSKU1234565", "X").map((value) => ({ type: "container" as const, values: [value] })),
  fc.constantFrom("seal" as const, "address" as const, "phone" as const, "email" as const, "document" as const).map((type) => ({ type, values: ["S1"] })),
  fc.constantFrom("CN", "KR").map((departureCountryCode) => ({ type: "route" as const, departureCountryCode })),
  fc.constantFrom("01", "0101", "010121", "84").map((prefix) => ({ type: "hs" as const, prefixes: [prefix] })),
  fc.constantFrom<AlertSubject>({ type: "substance", casNumbers: ["67-64-1"] }, { type: "substance", names: ["red phosphorus", "acetone"] }),
  fc.constant({ type: "concealmentMethod", description: "a false floor" }),
];

const grading: fc.Arbitrary<Grading> = fc.oneof(
  fc.record({
    system: fc.constant("admiralty" as const),
    source: fc.constantFrom("A" as const, "B" as const, "C" as const, "D" as const, "E" as const, "F" as const),
    information: fc.constantFrom("1" as const, "2" as const, "3" as const, "4" as const, "5" as const, "6" as const),
  }),
  fc.record({
    system: fc.constant("3x5x2" as const),
    source: fc.constantFrom("1" as const, "2" as const, "3" as const),
    information: fc.constantFrom("A" as const, "B" as const, "C" as const, "D" as const, "E" as const),
  }),
  fc.record({
    system: fc.constant("4x4" as const),
    source: fc.constantFrom("A" as const, "B" as const, "C" as const, "X" as const),
    information: fc.constantFrom("1" as const, "2" as const, "3" as const, "4" as const),
  }),
  fc.constant<Grading>({ system: "none" }),
);

function handling(organisations: readonly string[]): fc.Arbitrary<Handling> {
  return fc.record(
    {
      tlp: fc.constantFrom(...TLP_LABELS),
      releasableTo: fc.subarray([...organisations], { minLength: 1 }),
      purposes: fc.subarray(["drugControl", "revenue"], { minLength: 1 }),
      consentNeededFor: fc.subarray<ConsentSubject>([...CONSENT_SUBJECTS]),
      consentGivenFor: fc.subarray<ConsentSubject>([...CONSENT_SUBJECTS]),
      caveats: fc.subarray<Caveat>([...CAVEATS]),
      conditions: fc.constant("ask first"),
      classification: fc.constant("MẬT"),
    },
    { requiredKeys: ["tlp"] },
  );
}

/** What an alert on a declaration can name of it. */
function subjectsOf({ parties, transport, items }: Declaration): readonly AlertSubject[] {
  const found: AlertSubject[] = [];
  for (const party of Object.values(parties)) {
    if (party?.identifier !== undefined) found.push({ type: "company", identifiers: [party.identifier] });
    if (party?.name !== undefined) found.push({ type: "company", names: [party.name] });
    if (party?.address !== undefined) found.push({ type: "address", values: [party.address] });
  }
  for (const unit of transport.equipment ?? []) {
    found.push({ type: "container", values: [unit.id] });
    if (unit.seals !== undefined && unit.seals.length > 0) found.push({ type: "seal", values: unit.seals });
  }
  for (const { number } of transport.documents ?? []) found.push({ type: "document", values: [number] });
  if (transport.departureCountryCode !== undefined) found.push({ type: "route", departureCountryCode: transport.departureCountryCode });
  for (const { hsCode, casNumbers } of items) {
    if (hsCode !== undefined) found.push({ type: "hs", prefixes: [hsCode.slice(0, 4)] });
    if (casNumbers !== undefined && casNumbers.length > 0) found.push({ type: "substance", casNumbers });
  }
  return found;
}
