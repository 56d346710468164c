import type { Alert } from "../../src/intelligence/alert.js";
import { type AlertIndexOptions, createAlertIndex } from "../../src/intelligence/matching/alert-index.js";
import { parseAlert } from "../../src/intelligence/parse-alerts.js";
import type { AlertMatch } from "../../src/intelligence/reader.js";
import type { Viewer } from "../../src/intelligence/viewer.js";
import type { Declaration } from "../../src/model/declaration.js";
import { parseDeclarationOrThrow } from "../../src/model/parse.js";

/** The moment of the tests, within the validity of their alerts. */
export const AT = "2026-03-01T08:00:00+07:00";

/** The use that the tests make of alerts. */
export const USE: AlertIndexOptions = { administration: "VN-CUSTOMS", purpose: "drugControl" };

/** An alert as a partner sends it, with some fields replaced. */
export function alertInput(fields: object = {}): Record<string, unknown> {
  return {
    id: "A-1",
    channel: "rilo",
    originator: "RILO-AP",
    receivedAt: "2026-02-01T00:00:00Z",
    validFrom: "2026-02-01T00:00:00Z",
    validUntil: "2026-06-01T00:00:00Z",
    subjects: [{ type: "container", values: ["CSQU3054383"] }],
    grading: { system: "admiralty", source: "A", information: "1" },
    handling: { tlp: "TLP:GREEN" },
    requestedAction: "monitor",
    ...fields,
  };
}

/** {@link alertInput}, parsed. */
export function makeAlert(fields: object = {}): Alert {
  const parsed = parseAlert(alertInput(fields));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

/** A declaration with some fields replaced. */
export function makeDeclaration(fields: object = {}): Declaration {
  return parseDeclarationOrThrow({
    id: "D-1",
    direction: "import",
    registeredAt: AT,
    parties: {},
    transport: {},
    documents: [],
    items: [{ lineNumber: 1, hsCode: "293339" }],
    ...fields,
  });
}

/** What one alert on these subjects finds in a declaration. */
export function matchesOf(subjects: readonly object[], fields: object, more: object = {}): readonly AlertMatch[] {
  return createAlertIndex([makeAlert({ subjects, ...more })], USE).matches(makeDeclaration(fields), AT);
}

/** A viewer with some fields replaced; an officer of the administration who is cleared for everything that is not silent. */
export function makeViewer(fields: Partial<Viewer> = {}): Viewer {
  return {
    organisation: "VN-CUSTOMS",
    role: "officer",
    clearances: ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"],
    purposes: ["drugControl"],
    ...fields,
  };
}
