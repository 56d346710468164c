import { foldWords } from "../../core/text.js";
import type { TransportEquipment } from "../../model/equipment.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { instantOf, loadedAt } from "./journey-times.js";

/** What is wrong with the seals of the equipment: none (a full unit without one), missing (reported so), noFigure (a number without a figure), differs (from the manifest), changedAfterLoading (put on or taken off by others than customs); not applicable without equipment. */
export const sealProblems: Indicator<"sealProblems", "codes", "header"> = defineIndicator({
  id: "sealProblems",
  tableId: "I32",
  type: "codes",
  level: "header",
  reads: ["transport.equipment", "consignments", "consignment"],
  meaning: {
    en: "What is wrong with the seals of the equipment: none (a full unit without one), missing (reported so), noFigure (a number without a figure), differs (from the manifest), changedAfterLoading (put on or taken off by others than customs); not applicable without equipment.",
    vi: "Vấn đề niêm phong: none (đầy mà không có), missing (được báo mất), noFigure (số không có chữ số), differs (khác bản lược khai), changedAfterLoading (thay đổi sau khi xếp, không phải do hải quan); không áp dụng nếu không có thiết bị.",
  },
  falsePositiveGuard: {
    en: "Customs on the way change seals lawfully: their events are left out, where they are told as such.",
    vi: "Hải quan trên đường thay niêm phong hợp pháp: đã loại trừ nếu sự kiện ghi rõ.",
  },
  source: "Missing and differing seals: trade press of 1988 and later (secondary)",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration, consignments = [] }) => {
    const manifested = new Map(consignments.flatMap(({ transport }) => (transport.equipment ?? []).map((unit) => [keyOf(unit.id), unit] as const)));
    const loaded = loadedAt(declaration);
    return declaration.transport.equipment?.flatMap((unit) => problemsOf(unit, manifested.get(keyOf(unit.id)), loaded));
  },
});

function keyOf(text: string): string {
  return foldWords(text).join("");
}

function problemsOf(unit: TransportEquipment, manifested: TransportEquipment | undefined, journeyLoaded: number | undefined): readonly string[] {
  const { seals = [], sealEvents = [], events = [], fullness } = unit;
  const problems: string[] = [];
  if (fullness !== "empty" && seals.length === 0 && !sealEvents.some(({ kind }) => kind === "affixed")) problems.push("none");
  if (sealEvents.some(({ kind }) => kind === "missing")) problems.push("missing");
  if ([...seals, ...sealEvents.map(({ seal }) => seal)].some((seal) => !/\p{N}/u.test(seal))) problems.push("noFigure");
  const others = manifested?.seals ?? [];
  if (seals.length > 0 && others.length > 0 && keysOf(seals) !== keysOf(others)) problems.push("differs");
  const loaded = instantOf(events.find(({ kind }) => kind === "loaded")?.at) ?? journeyLoaded;
  const isChange = (event: (typeof sealEvents)[number]) => (event.kind === "affixed" || event.kind === "removed") && event.source !== "customs";
  if (loaded !== undefined && sealEvents.some((event) => isChange(event) && (instantOf(event.at) ?? loaded) > loaded)) problems.push("changedAfterLoading");
  return problems;
}

function keysOf(seals: readonly string[]): string {
  return [...new Set(seals.map(keyOf))].sort().join(" ");
}
