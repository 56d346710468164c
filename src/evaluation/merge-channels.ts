/**
 * The channels of two profiles as one list from the lowest to the highest: those of the second that the first lacks stand behind
 * their predecessor. `undefined` where the two order their common channels differently.
 */
export function mergeChannels(first: readonly string[], second: readonly string[]): readonly string[] | undefined {
  const merged = [...first];
  let place = 0;
  for (const channel of second) {
    const known = merged.indexOf(channel);
    if (known !== -1 && known < place) return undefined;
    if (known === -1) merged.splice(place, 0, channel);
    place = (known === -1 ? place : known) + 1;
  }
  return merged;
}
