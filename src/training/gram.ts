const BLOCK = 128;

/**
 * The weighted cross products of the columns and a constant, `[1 Z]' diag(w) [1 Z]`: a symmetric matrix, row-major, with the
 * constant first. Works in blocks of rows that stay in the processor's cache.
 */
export function weightedGram(z: Float64Array, rows: number, columns: number, weights: Float64Array): Float64Array {
  const size = columns + 1;
  const gram = new Float64Array(size * size);
  const weighted = new Float64Array(BLOCK);
  for (let start = 0; start < rows; start += BLOCK) {
    const length = Math.min(BLOCK, rows - start);
    let total = 0;
    for (let row = 0; row < length; row += 1) total += weights[start + row] as number;
    gram[0] = (gram[0] as number) + total;
    for (let j = 0; j < columns; j += 1) {
      const offset = j * rows + start;
      let sum = 0;
      for (let row = 0; row < length; row += 1) {
        const value = (weights[start + row] as number) * (z[offset + row] as number);
        weighted[row] = value;
        sum += value;
      }
      gram[j + 1] = (gram[j + 1] as number) + sum;
      const line = (j + 1) * size + 1;
      let k = j;
      for (; k + 3 < columns; k += 4) {
        const a = k * rows + start;
        const b = a + rows;
        const c = b + rows;
        const d = c + rows;
        let sa = 0;
        let sb = 0;
        let sc = 0;
        let sd = 0;
        for (let row = 0; row < length; row += 1) {
          const value = weighted[row] as number;
          sa += value * (z[a + row] as number);
          sb += value * (z[b + row] as number);
          sc += value * (z[c + row] as number);
          sd += value * (z[d + row] as number);
        }
        gram[line + k] = (gram[line + k] as number) + sa;
        gram[line + k + 1] = (gram[line + k + 1] as number) + sb;
        gram[line + k + 2] = (gram[line + k + 2] as number) + sc;
        gram[line + k + 3] = (gram[line + k + 3] as number) + sd;
      }
      for (; k < columns; k += 1) {
        const a = k * rows + start;
        let sa = 0;
        for (let row = 0; row < length; row += 1) sa += (weighted[row] as number) * (z[a + row] as number);
        gram[line + k] = (gram[line + k] as number) + sa;
      }
    }
  }
  for (let j = 0; j < size; j += 1) for (let k = j + 1; k < size; k += 1) gram[k * size + j] = gram[j * size + k] as number;
  return gram;
}
