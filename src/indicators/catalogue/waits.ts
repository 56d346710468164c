import type { TransportEquipment } from "../../model/equipment.js";
import { instantOf } from "./journey-times.js";

/** The longest time in hours of a container from the gate of the terminal, else from its empty release, to its loading; `undefined` where none tells both. */
export function longestWait(equipment: readonly TransportEquipment[]): number | undefined {
  const waits = equipment.flatMap(({ events = [] }) => {
    const at = (kind: string) => instantOf(events.find((event) => event.kind === kind)?.at);
    const [start, loaded] = [at("gateIn") ?? at("emptyReleased"), at("loaded")];
    return start === undefined || loaded === undefined ? [] : [(loaded - start) / 3_600_000];
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}
