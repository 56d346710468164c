import type { Subject } from "../../model/subject.js";

/** The country of a UN/LOCODE. */
function countryOf(location: string | undefined): string | undefined {
  return location?.slice(0, 2);
}

/** The countries that the goods pass from loading to unloading, in order, each stay once: of the legs of the journey, else as declared. */
export function routeCountries({ transport }: Subject): readonly string[] {
  const { itinerary = [], departureCountryCode, loadingLocation, unloadingLocation, transitCountryCodes = [] } = transport;
  const legs = itinerary.flatMap((leg) => [countryOf(leg.loadingLocation), countryOf(leg.unloadingLocation)]);
  const declared = [countryOf(loadingLocation) ?? departureCountryCode, ...transitCountryCodes, countryOf(unloadingLocation)];
  const route = (legs.some((country) => country !== undefined) ? legs : declared).filter((country) => country !== undefined);
  return route.filter((country, index) => country !== route[index - 1]);
}
