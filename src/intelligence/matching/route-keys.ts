import type { RouteSubject } from "../alert-subject.js";
import type { Matchable } from "./matchable.js";

/** The key that a route is looked up by: its narrowest place. */
export function routeKey(route: RouteSubject): string {
  const { loadingLocation, unloadingLocation, departureCountryCode, originCountryCode } = route;
  const places = [loadingLocation, unloadingLocation].filter((place) => place !== undefined).sort((a, b) => b.length - a.length);
  return `route ${places[0] ?? departureCountryCode ?? originCountryCode}`;
}

/** The keys of all places of a declaration. */
export function routeKeys({ transport, items }: Matchable): readonly string[] {
  const places = new Set<string>();
  for (const place of [...loadingPlaces(transport), ...unloadingPlaces(transport)]) {
    places.add(place);
    places.add(place.slice(0, 2));
  }
  if (transport.departureCountryCode !== undefined) places.add(transport.departureCountryCode);
  for (const { originCountryCode } of items) if (originCountryCode !== undefined) places.add(originCountryCode);
  return [...places].map((place) => `route ${place}`);
}

/** Whether what a route says of the transport holds; its country of origin is an item's. */
export function routeHolds(route: RouteSubject, { transport }: Matchable): boolean {
  const starts = (stated: string | undefined, places: readonly string[]): boolean => stated === undefined || places.some((place) => place.startsWith(stated));
  return (
    starts(route.loadingLocation, loadingPlaces(transport)) &&
    starts(route.unloadingLocation, unloadingPlaces(transport)) &&
    (route.departureCountryCode === undefined || route.departureCountryCode === transport.departureCountryCode)
  );
}

function loadingPlaces({ loadingLocation, itinerary = [] }: Matchable["transport"]): readonly string[] {
  return [loadingLocation, ...itinerary.map((leg) => leg.loadingLocation)].filter((place) => place !== undefined);
}

function unloadingPlaces({ unloadingLocation, itinerary = [] }: Matchable["transport"]): readonly string[] {
  return [unloadingLocation, ...itinerary.map((leg) => leg.unloadingLocation)].filter((place) => place !== undefined);
}
