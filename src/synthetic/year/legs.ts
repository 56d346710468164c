import type { TransportLeg } from "../../model/transport-leg.js";
import { MODE_CODES } from "../places.js";
import { instantOf } from "./instant-of.js";
import type { Means, Shipment } from "./shipment.js";

const DAY_MS = 86_400_000;

/** The VNACCS code of a means of transport; parcels go by air. */
export function modeOf(means: Means): { readonly scheme: string; readonly code: string } {
  return { scheme: "vnaccs-transport-mode", code: MODE_CODES[means === "express" || means === "post" ? "air" : means] };
}

/** The places that a shipment is loaded and unloaded at. */
export function endsOf(shipment: Shipment): readonly [string | undefined, string | undefined] {
  return shipment.direction === "export" ? [shipment.unloading, shipment.loading] : [shipment.loading, shipment.unloading];
}

/** The legs of a journey: equal times under way, and the waits in between, which take three quarters of the whole at most. */
export function legsOf(shipment: Shipment): readonly TransportLeg[] {
  const [from, to] = endsOf(shipment);
  const { via, vessel, voyage, departedAt, arrivedAt, means } = shipment;
  const total = arrivedAt - departedAt;
  const wanted = via.reduce((sum, stop) => sum + stop.days * DAY_MS, 0);
  const share = wanted > 0.75 * total ? (0.75 * total) / wanted : 1;
  const sailing = Math.floor((total - wanted * share) / (via.length + 1));
  const stops = [...via.map((stop) => ({ port: stop.port, wait: Math.floor(stop.days * DAY_MS * share) })), { port: to, wait: 0 }];
  let at = departedAt;
  let place = from;
  return stops.map(({ port, wait }, index) => {
    const isLast = index === stops.length - 1;
    const arrival = isLast ? arrivedAt : at + sailing;
    const leg: TransportLeg = {
      mode: modeOf(means),
      meansId: isLast ? vessel : `VESSEL EXAMPLE ${61 + ((voyage.charCodeAt(0) + index * 7) % 30)}`,
      ...(means === "road" ? {} : { voyage }),
      ...(place === undefined ? {} : { loadingLocation: place }),
      ...(port === undefined ? {} : { unloadingLocation: port }),
      departedAt: instantOf(at),
      arrivedAt: instantOf(arrival),
    };
    at = arrival + wait;
    place = port;
    return leg;
  });
}
