import type { Issue } from "../../core/issue.js";
import type { TransportDocumentKind } from "../../model/transport-document.js";
import { isLocation } from "../xml/xml-values.js";
import { type VnaccsCells, wrongKind } from "./vnaccs-cells.js";

/** What the transport document of a mode is: 1 air, 2 and 3 sea, 4 road, 5 rail (public import form, secondary). */
const DOCUMENT_KINDS: ReadonlyMap<string, TransportDocumentKind> = new Map<string, TransportDocumentKind>([
  ["1", "airWaybill"],
  ["2", "billOfLading"],
  ["3", "billOfLading"],
  ["4", "roadConsignmentNote"],
  ["5", "railConsignmentNote"],
]);

/** An item of post by the form of its number (UPU S10). */
const POSTAL_ITEM = /^[A-Z]{2}\d{9}[A-Z]{2}$/;

/** How the goods travel. The country of departure is that of the place of loading. */
export function vnaccsTransport(cells: VnaccsCells, issues: Issue[]): Readonly<Record<string, unknown>> {
  const mode = cells.text("mode");
  const loading = cells.text("loading");
  const unloading = cells.text("unloading");
  const arrival = arrivalOf(cells);
  return {
    mode: mode === undefined ? undefined : { scheme: "vnaccs-transport-mode", code: mode },
    departureCountryCode: isLocation(loading) ? loading?.slice(0, 2) : undefined,
    loadingLocation: isLocation(loading) ? loading : undefined,
    unloadingLocation: isLocation(unloading) ? unloading : undefined,
    meansId: cells.text("meansName"),
    arrivalAt: isDay(arrival) ? undefined : arrival,
    documents: documentsOf(cells, mode),
    equipment: equipmentOf(cells, issues),
    transitCountryCodes: cells.list("route"),
  };
}

/** What of the transport the model has no field for: places that are no UN/LOCODE, and a day of arrival without an hour. */
export function vnaccsTransportRest(cells: VnaccsCells): Readonly<Record<string, unknown>> {
  const arrival = arrivalOf(cells);
  const place = (code: "loading" | "unloading", name: "loadingName" | "unloadingName"): string | undefined => {
    const stated = cells.text(code);
    const words = [isLocation(stated) ? undefined : stated, cells.text(name)].filter((word) => word !== undefined).join("; ");
    return words === "" ? undefined : words;
  };
  return {
    meansCode: cells.text("meansCode"),
    containerCount: cells.number("containerCount"),
    arrivalDate: isDay(arrival) ? arrival : undefined,
    loadingPlace: place("loading", "loadingName"),
    unloadingPlace: place("unloading", "unloadingName"),
    finalPlace: cells.text("finalPlace"),
  };
}

/** A day, or a moment: the form states the day alone. */
function arrivalOf(cells: VnaccsCells): string | undefined {
  const day = cells.date("arrival");
  return isDay(day) ? day : cells.instant("arrival");
}

function isDay(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);
}

function documentsOf(cells: VnaccsCells, mode: string | undefined): readonly object[] | undefined {
  const masterNumber = cells.text("masterBill");
  const issuedOn = cells.date("billDate");
  return cells.list("bills")?.map((number) => ({
    level: masterNumber === undefined ? "simple" : "house",
    number,
    kind: POSTAL_ITEM.test(number) ? "postalItem" : DOCUMENT_KINDS.get(mode ?? ""),
    issuedOn,
    masterNumber,
  }));
}

/** Containers and their seals: the seals of each stand in its place, several separated by `|`. */
function equipmentOf(cells: VnaccsCells, issues: Issue[]): readonly object[] | undefined {
  const containers = cells.list("containers");
  const seals = cells.places("seals");
  if (seals !== undefined && seals.length !== (containers ?? []).length) {
    issues.push(wrongKind("seals", `the seals of each of ${(containers ?? []).length} containers, one place a container`, seals.join("; ")));
  }
  return containers?.map((number, index) => {
    const own = seals?.[index]?.split("|").flatMap((seal) => (seal.trim() === "" ? [] : [seal.trim()]));
    return { id: number.replace(/\s/g, ""), seals: own === undefined || own.length === 0 ? undefined : own };
  });
}
