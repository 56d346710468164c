const PREFIX = "ZZZU";
// A is 10, then on by one without the multiples of 11: U is 32, Z is 38
const PREFIX_VALUES = [38, 38, 38, 32] as const;

/** A container number of the invented owner ZZZ with its ISO 6346 check digit (remainder 10 is written 0). */
export function containerNumber(serial: number): string {
  const digits = String(serial).padStart(6, "0");
  const sum = [...PREFIX_VALUES, ...[...digits].map(Number)].reduce((total, value, position) => total + value * 2 ** position, 0);
  return `${PREFIX}${digits}${(sum % 11) % 10}`;
}
