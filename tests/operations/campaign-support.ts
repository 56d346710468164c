import { rule } from "../hostile/support.js";

export const OUTSIDE = "2026-02-15T00:00:00Z";
export const IN_FIRST = "2026-03-05T00:00:00Z";
export const IN_SECOND = "2026-03-20T00:00:00Z";

/** A campaign of two phases in March 2026 on goods of chapter 29, with some fields replaced; its alert `MD-1` is used in the first. */
export function campaignInput(fields: object = {}, first: object = {}, second: object = {}): Record<string, unknown> {
  const fromLaos = rule(
    "fromLaos",
    { op: "in", indicator: "departureCountry", values: ["LA"] },
    { level: "header", effect: { kind: "points", points: 3, undetermined: 0 } },
  );
  return {
    schema: "consignment-risk/campaign@1",
    id: "md",
    title: { en: "A joint operation" },
    commodities: ["29"],
    participants: [
      { organisation: "VN-CUSTOMS", title: { en: "Viet Nam Customs" }, customsOffices: ["02CI"] },
      { organisation: "CN-CUSTOMS", title: { en: "China Customs" } },
    ],
    alertSets: { precursors: ["MD-1"] },
    phases: [
      {
        id: "first",
        title: { en: "First" },
        from: "2026-03-01T00:00:00Z",
        to: "2026-03-15T00:00:00Z",
        domains: { security: { rules: [fromLaos] } },
        alertSets: ["precursors"],
        ...first,
      },
      {
        id: "second",
        title: { en: "Second" },
        from: "2026-03-15T00:00:00Z",
        to: "2026-04-01T00:00:00Z",
        domains: { security: { rulesOff: ["alerted"], thresholds: { yellow: -8 } } },
        ...second,
      },
    ],
    ...fields,
  };
}
