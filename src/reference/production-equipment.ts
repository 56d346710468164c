import { defineReferenceList, type ListedHeading, type ListedPhrase, type ReferenceList } from "./reference-list.js";

const CBP = "US CBP strategy against fentanyl, as a law firm reports it (strtrade.com, secondary)";
const RENDERED = "own renderings of the goods that the US CBP strategy against fentanyl names (memory)";

/** Subheadings of HS 2022 that machines for pills and capsules, and their dies, fall under beside many other machines. */
export const productionHeadings: ReferenceList<ListedHeading> = defineReferenceList<ListedHeading>({
  id: "production-headings",
  date: "2026-10-01",
  title: { en: "Subheadings of equipment to make pills", vi: "Phân nhóm có thiết bị sản xuất viên nén" },
  entries: [
    { hs6: "847989", why: "pill presses, encapsulating machines: machines with individual functions n.e.c.", source: CBP, confidence: "secondary" },
    { hs6: "847990", why: "parts of such machines, dies", source: CBP, confidence: "secondary" },
    { hs6: "848071", why: "moulds for injection or compression", source: CBP, confidence: "secondary" },
  ],
});

/** Words for equipment to make pills and capsules, in English and Vietnamese. */
export const productionWords: ReferenceList<ListedPhrase> = defineReferenceList<ListedPhrase>({
  id: "production-words",
  date: "2026-10-01",
  title: { en: "Words for equipment to make pills", vi: "Từ chỉ thiết bị sản xuất viên nén" },
  entries: [
    ...["pill press", "die mold", "encapsulating machine"].map((phrase) => ({ phrase, source: CBP, confidence: "secondary" }) as const),
    ...[
      "capsule filler",
      "capsule filling machine",
      "die mould",
      "pill making machine",
      "pill mold",
      "pill mould",
      "pill presses",
      "punch die",
      "tablet die",
      "tablet making machine",
      "tablet press",
      "tablet presses",
      "tablet pressing machine",
      "TDP 5",
      "khuôn dập viên",
      "máy dập viên",
      "máy đóng nang",
      "máy ép viên nén",
    ].map((phrase) => ({ phrase, source: RENDERED, confidence: "memory" }) as const),
  ],
});
