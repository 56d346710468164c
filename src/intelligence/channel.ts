/** Where an alert came in. */
export type AlertChannel =
  | "cen"
  | "ncen"
  | "cencomm"
  | "rilo"
  | "aseanCustoms"
  | "interpolNotice"
  | "interpolDiffusion"
  | "pics"
  | "ionics"
  | "penOnline"
  | "opioids"
  | "grids"
  | "containerComm"
  | "blo"
  | "dea"
  | "bilateral"
  | "police"
  | "borderGuard"
  | "coastGuard"
  | "own";

export const ALERT_CHANNELS: readonly AlertChannel[] = [
  "cen",
  "ncen",
  "cencomm",
  "rilo",
  "aseanCustoms",
  "interpolNotice",
  "interpolDiffusion",
  "pics",
  "ionics",
  "penOnline",
  "opioids",
  "grids",
  "containerComm",
  "blo",
  "dea",
  "bilateral",
  "police",
  "borderGuard",
  "coastGuard",
  "own",
];

/** The colour of an INTERPOL notice: red to black concern persons; purple is about methods and concealment; source: interpol.int, silver a pilot of 2025 (secondary). */
export type InterpolColour = "red" | "blue" | "green" | "yellow" | "black" | "orange" | "purple" | "silver" | "unSpecial";

export const INTERPOL_COLOURS: readonly InterpolColour[] = ["red", "blue", "green", "yellow", "black", "orange", "purple", "silver", "unSpecial"];
