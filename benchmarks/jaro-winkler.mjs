// Jaro-Winkler similarity as it stands in the literature (Winkler 1990; prefix of 4, scale 0.1), the plain measure to beat.
export function jaroWinkler(a, b) {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const takenA = new Array(a.length).fill(false);
  const takenB = new Array(b.length).fill(false);
  let matches = 0;
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j += 1) {
      if (takenB[j] || a[i] !== b[j]) continue;
      takenA[i] = true;
      takenB[j] = true;
      matches += 1;
      break;
    }
  }
  if (matches === 0) return 0;
  const inA = [...a].filter((_, i) => takenA[i]);
  const inB = [...b].filter((_, j) => takenB[j]);
  const swaps = inA.filter((letter, at) => letter !== inB[at]).length / 2;
  const jaro = (matches / a.length + matches / b.length + (matches - swaps) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}
