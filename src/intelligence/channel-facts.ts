import type { AlertSubjectType } from "./alert-subject.js";
import type { AlertChannel } from "./channel.js";

/** What is known of a channel of arrival, and what is not. */
export interface ChannelFacts {
  readonly title: string;
  /** The types of subject that it brings. */
  readonly subjects: readonly AlertSubjectType[];
  /** How long an alert stands where the record does not say; an own, documented choice by channel. */
  readonly defaultValidityDays: number;
  /** Whether a fact about the channel was checked: `sourced` (first-hand), `secondary`, or `memory`. */
  readonly confidence: "sourced" | "secondary" | "memory";
  readonly source: string;
  /** What the channel's record format does not publicly tell, so that a field of ours is a guess at it. */
  readonly unverified: readonly string[];
}

const PARTIES = ["person", "company"] as const;
const CONTACTS = ["address", "phone", "email"] as const;
const MEANS = ["vessel", "flight", "vehicle"] as const;
const EQUIPMENT = ["container", "seal"] as const;
const GOODS = ["route", "hs", "substance", "concealmentMethod"] as const;
const ALL = [...PARTIES, ...CONTACTS, ...MEANS, ...EQUIPMENT, "document", ...GOODS] as const;
const NON_NOMINAL = [...MEANS, ...EQUIPMENT, ...GOODS] as const;

const RECORD_LAYOUT = "the layout of a record and the names of its fields";
const GRADING = "whether a grading travels with it, and of which system";
const VALIDITY = "whether it states an end";

/** Every channel that alerts come in on. */
export const CHANNEL_FACTS: Readonly<Record<AlertChannel, ChannelFacts>> = {
  cen: {
    title: "WCO CEN",
    subjects: NON_NOMINAL,
    defaultValidityDays: 365,
    confidence: "sourced",
    source: "WCO CEN suite, public descriptions: seizures and photographs, no persons or companies",
    unverified: [RECORD_LAYOUT, GRADING],
  },
  ncen: {
    title: "WCO nCEN",
    subjects: ALL,
    defaultValidityDays: 365,
    confidence: "sourced",
    source: "WCO CEN suite, public descriptions: national, nominal",
    unverified: [RECORD_LAYOUT, GRADING],
  },
  cencomm: {
    title: "WCO CENcomm",
    subjects: ALL,
    defaultValidityDays: 90,
    confidence: "sourced",
    source: "WCO CEN suite, public descriptions: closed groups for operations",
    unverified: ["the templates of operations", GRADING, VALIDITY],
  },
  rilo: {
    title: "RILO A/P",
    subjects: ALL,
    defaultValidityDays: 180,
    confidence: "secondary",
    source: "WCO RILO network, public descriptions",
    unverified: ["the layout of warnings and bulletins", GRADING, VALIDITY],
  },
  aseanCustoms: {
    title: "ASEAN customs",
    subjects: ALL,
    defaultValidityDays: 90,
    confidence: "memory",
    source: "memory",
    unverified: [RECORD_LAYOUT, GRADING, VALIDITY],
  },
  interpolNotice: {
    title: "INTERPOL notice",
    subjects: [...PARTIES, ...MEANS, "document", "substance", "concealmentMethod"],
    defaultValidityDays: 365,
    confidence: "sourced",
    source: "interpol.int, About Notices",
    unverified: ["how a notice reaches customs in electronic form", GRADING],
  },
  interpolDiffusion: {
    title: "INTERPOL diffusion",
    subjects: ALL,
    defaultValidityDays: 180,
    confidence: "sourced",
    source: "interpol.int, About Notices: sent by a national bureau to countries of its choice",
    unverified: [RECORD_LAYOUT, GRADING],
  },
  pics: {
    title: "INCB PICS",
    subjects: [...PARTIES, "route", "substance", "hs", "concealmentMethod", "document", "container"],
    defaultValidityDays: 180,
    confidence: "sourced",
    source: "incb.org: precursor incidents",
    unverified: ["the fields of an incident (memory)", GRADING, VALIDITY],
  },
  ionics: {
    title: "INCB IONICS",
    subjects: [...PARTIES, ...CONTACTS, "route", "substance", "hs", "concealmentMethod", "document"],
    defaultValidityDays: 180,
    confidence: "sourced",
    source: "incb.org, Project ION: incidents on new psychoactive substances",
    unverified: ["the fields of an incident (memory)", GRADING, VALIDITY],
  },
  penOnline: {
    title: "INCB PEN Online",
    subjects: [...PARTIES, "route", "substance", "hs", "document"],
    defaultValidityDays: 90,
    confidence: "sourced",
    source: "incb.org: pre-export notifications for Tables I and II",
    unverified: [RECORD_LAYOUT],
  },
  opioids: {
    title: "INCB OPIOIDS project",
    subjects: [...PARTIES, ...CONTACTS, "route", "substance", "hs", "concealmentMethod"],
    defaultValidityDays: 180,
    confidence: "secondary",
    source: "incb.org, GRIDS programme",
    unverified: [RECORD_LAYOUT, GRADING, VALIDITY],
  },
  grids: {
    title: "INCB GRIDS",
    subjects: [...PARTIES, ...CONTACTS, "route", "substance", "hs", "concealmentMethod"],
    defaultValidityDays: 180,
    confidence: "secondary",
    source: "incb.org, GRIDS programme",
    unverified: [RECORD_LAYOUT, GRADING, VALIDITY],
  },
  containerComm: {
    title: "UNODC-WCO ContainerCOMM",
    subjects: [...PARTIES, "vessel", ...EQUIPMENT, "document", "route", "hs", "concealmentMethod"],
    defaultValidityDays: 60,
    confidence: "secondary",
    source: "UNODC-WCO Container Control Programme, public descriptions",
    unverified: [RECORD_LAYOUT, GRADING, VALIDITY],
  },
  blo: {
    title: "border liaison office",
    subjects: ALL,
    defaultValidityDays: 60,
    confidence: "memory",
    source: "memory",
    unverified: [RECORD_LAYOUT, GRADING, VALIDITY],
  },
  dea: { title: "US DEA", subjects: ALL, defaultValidityDays: 90, confidence: "memory", source: "memory", unverified: [RECORD_LAYOUT, GRADING, VALIDITY] },
  bilateral: {
    title: "bilateral partner",
    subjects: ALL,
    defaultValidityDays: 90,
    confidence: "memory",
    source: "memory",
    unverified: [RECORD_LAYOUT, GRADING, VALIDITY],
  },
  police: { title: "police", subjects: ALL, defaultValidityDays: 90, confidence: "memory", source: "memory", unverified: [RECORD_LAYOUT] },
  borderGuard: { title: "border guard", subjects: ALL, defaultValidityDays: 90, confidence: "memory", source: "memory", unverified: [RECORD_LAYOUT] },
  coastGuard: { title: "coast guard", subjects: ALL, defaultValidityDays: 90, confidence: "memory", source: "memory", unverified: [RECORD_LAYOUT] },
  own: { title: "own analysis", subjects: ALL, defaultValidityDays: 180, confidence: "sourced", source: "the administration itself", unverified: [] },
};
