import { defineReferenceList, type ListedHeading, type ReferenceList } from "./reference-list.js";

const SOURCE = "HS text: github.com/datasets/harmonized-system (sourced); that listed species fall there is from memory";

/**
 * Subheadings of HS 2022 that species of the CITES appendices often fall under, beside many that are not listed: the Harmonized System never
 * identifies a species. Viet Nam had a table of its own (Decision 924/QĐ-BNN-TCLN of 2017; whether it was superseded is unverified).
 */
export const citesHeadings: ReferenceList<ListedHeading> = defineReferenceList<ListedHeading>({
  id: "cites-headings",
  date: "2026-10-01",
  title: { en: "Subheadings prone to CITES species", vi: "Phân nhóm thường có loài thuộc CITES" },
  entries: [
    { hs6: "010619", why: "live mammals n.e.c. (pangolin, otter, big cats)", source: SOURCE, confidence: "memory" },
    { hs6: "010612", why: "live cetaceans, manatees, seals", source: SOURCE, confidence: "memory" },
    { hs6: "010620", why: "live reptiles incl. turtles/tortoises", source: SOURCE, confidence: "memory" },
    { hs6: "010632", why: "live parrots", source: SOURCE, confidence: "memory" },
    { hs6: "010639", why: "live birds n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "030192", why: "live eels (Anguilla) - European eel App. II", source: SOURCE, confidence: "memory" },
    { hs6: "030571", why: "shark fins", source: SOURCE, confidence: "memory" },
    { hs6: "030572", why: "fish maws/heads (totoaba)", source: SOURCE, confidence: "memory" },
    { hs6: "050710", why: "raw ivory", source: SOURCE, confidence: "memory" },
    {
      hs6: "050790",
      why: "horn, scales, claws, tortoise-shell, whalebone - pangolin scales, rhino horn typically declared/misdeclared here",
      source: SOURCE,
      confidence: "memory",
    },
    { hs6: "051000", why: "musk, bile, glands for pharma (bear bile)", source: SOURCE, confidence: "memory" },
    { hs6: "051199", why: "animal products n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "060290", why: "live plants n.e.c. (orchids, cacti)", source: SOURCE, confidence: "memory" },
    { hs6: "121120", why: "ginseng roots", source: SOURCE, confidence: "memory" },
    { hs6: "121190", why: "medicinal plants n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "160431", why: "caviar", source: SOURCE, confidence: "memory" },
    { hs6: "410320", why: "raw reptile skins", source: SOURCE, confidence: "memory" },
    { hs6: "410640", why: "tanned reptile leather", source: SOURCE, confidence: "memory" },
    { hs6: "430180", why: "raw furskins n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "440349", why: "tropical wood rough n.e.c. (rosewood)", source: SOURCE, confidence: "memory" },
    { hs6: "440399", why: "wood rough n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "440729", why: "tropical sawn wood n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "440799", why: "sawn wood n.e.c.", source: SOURCE, confidence: "memory" },
    { hs6: "960110", why: "worked ivory", source: SOURCE, confidence: "memory" },
    { hs6: "970529", why: "zoological/botanical collectors' pieces", source: SOURCE, confidence: "memory" },
  ],
});
