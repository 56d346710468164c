import type { SchemedCode } from "../../model/codes.js";

interface MatchableParty {
  readonly identifier?: SchemedCode;
  readonly otherIdentifiers?: readonly SchemedCode[];
  readonly name?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

interface MatchableItem {
  readonly lineNumber: number;
  readonly hsCode?: string;
  readonly description?: string;
  readonly originCountryCode?: string;
  readonly casNumbers?: readonly string[];
}

interface MatchableLeg {
  readonly meansId?: string;
  readonly loadingLocation?: string;
  readonly unloadingLocation?: string;
}

/** What matching reads of a declaration, or of the view of a consignment. */
export interface Matchable {
  readonly id: string;
  readonly parties: { readonly [role: string]: MatchableParty | undefined };
  readonly transport: MatchableLeg & {
    readonly departureCountryCode?: string;
    readonly documents?: readonly { readonly number: string }[];
    readonly equipment?: readonly { readonly id: string; readonly seals?: readonly string[] }[];
    readonly itinerary?: readonly MatchableLeg[];
  };
  readonly documents: readonly { readonly number: string }[];
  readonly items: readonly MatchableItem[];
}
