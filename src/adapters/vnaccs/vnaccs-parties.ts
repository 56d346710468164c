import type { Direction } from "../../model/declaration.js";
import type { VnaccsCells } from "./vnaccs-cells.js";

type Traded = "importer" | "exporter" | "sender" | "addressee";

/** The parties of a declaration. Who entrusts the trade to another buys of an import and sells of an export. */
export function vnaccsParties(cells: VnaccsCells, direction: Direction | undefined): Readonly<Record<string, unknown>> {
  const own = direction === "export" ? "exporter" : "importer";
  const traders = Object.fromEntries((["importer", "exporter", "sender", "addressee"] as const).map((role) => [role, trader(cells, role)]));
  const ratings = officialRatings(cells);
  const rated = ratings === undefined ? {} : { [own]: { ...traders[own], officialRatings: ratings } };
  return {
    ...traders,
    ...rated,
    [direction === "export" ? "seller" : "buyer"]: named(cells.text("principalCode"), cells.text("principalName")),
    declarant: named(cells.text("declarantCode"), cells.text("declarantName")),
    representative: named(cells.text("agentCode"), cells.text("agentName")),
  };
}

function trader(cells: VnaccsCells, role: Traded): Readonly<Record<string, unknown>> | undefined {
  const address = [cells.text(`${role}Address`), cells.text(`${role}Postcode`)].filter((part) => part !== undefined).join(", ");
  const stated = {
    identifier: identifier(cells.text(`${role}Code`)),
    name: cells.text(`${role}Name`),
    address: address === "" ? undefined : address,
    countryCode: cells.text(`${role}Country`),
    phone: cells.text(`${role}Phone`),
  };
  return Object.values(stated).every((value) => value === undefined) ? undefined : stated;
}

function named(code: string | undefined, name: string | undefined): object | undefined {
  return code === undefined && name === undefined ? undefined : { identifier: identifier(code), name };
}

function identifier(code: string | undefined): object | undefined {
  return code === undefined ? undefined : { scheme: "vn-mst", code };
}

/** What the administration rates the trader: inputs, never computed here (Circular 81/2019: five levels, nine classes). */
function officialRatings(cells: VnaccsCells): readonly object[] | undefined {
  const ratings = [
    { scheme: "vn-tt81-compliance-level", code: cells.text("compliance") },
    { scheme: "vn-tt81-risk-class", code: cells.text("riskClass") },
  ].filter(({ code }) => code !== undefined);
  return ratings.length === 0 ? undefined : ratings;
}
