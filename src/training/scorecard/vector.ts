/** The inner product. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

/** The length. */
export function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

/** `a + factor * b`, in a new vector. */
export function plus(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  const sum = new Float64Array(a.length);
  for (let index = 0; index < a.length; index += 1) sum[index] = (a[index] as number) + factor * (b[index] as number);
  return sum;
}

/** `a += factor * b`, in place. */
export function addScaled(a: Float64Array, b: Float64Array, factor: number): void {
  for (let index = 0; index < a.length; index += 1) a[index] = (a[index] as number) + factor * (b[index] as number);
}
