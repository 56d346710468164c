import type { Random } from "../random.js";
import { withoutDiacritics } from "../wording.js";
import { nth } from "./nth.js";

const STREETS = ["Giả Định", "Ví Dụ", "Minh Họa", "Tưởng Tượng", "Phỏng Chừng", "Mẫu Thử", "Dự Phòng", "Thí Nghiệm"] as const;
const WARDS = ["phường Ví Dụ", "phường Minh Họa", "xã Giả Định", "xã Tưởng Tượng", "phường Mẫu Thử", "phường Thí Nghiệm"] as const;
const PARKS = ["Khu công nghiệp Ví Dụ", "Khu công nghiệp Giả Định", "Cụm công nghiệp Minh Họa", "Khu chế xuất Mẫu Thử"] as const;

/** An invented address: its street and province mean *hypothetical*, *example* and the like. */
export function inventAddress(random: Random, kind: "industrial" | "street" | "service"): string {
  const ward = `${random.pick(WARDS)}, tỉnh Giả Định`;
  if (kind === "industrial") return `Lô ${String.fromCharCode(65 + random.integer(0, 11))}${random.integer(1, 48)}, ${random.pick(PARKS)}, tỉnh Giả Định`;
  const street = `${random.integer(1, 899)}/${random.integer(1, 99)} đường ${random.pick(STREETS)}, ${ward}`;
  return kind === "service" ? `Tầng ${random.integer(2, 24)}, tòa nhà ${random.pick(STREETS)}, số ${street}` : `Số ${street}`;
}

/** The digits of an invented telephone: 00 after the country code is no prefix of Vietnam. */
export function inventPhone(random: Random): string {
  return `00${String(random.integer(0, 9_999_999)).padStart(7, "0")}`;
}

/** One way to write a telephone of those digits. */
export function spellPhone(digits: string, way: number): string {
  const [first, second, third] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return nth([`+84 ${first} ${second} ${third}`, `0${digits}`, `(+84)${digits}`, `0${first}.${second}.${third}`], way);
}

const ABBREVIATIONS = [
  ["đường", "Đ."],
  ["phường", "P."],
  ["Số", "so"],
  ["tỉnh", "T."],
  ["tòa nhà", "TN"],
  ["Tầng", "Lau"],
] as const;

/** One way to write an address: as it is, abbreviated, without diacritics, in capitals, or without its commas. */
export function spellAddress(address: string, way: number): string {
  const shortened = ABBREVIATIONS.reduce((text, [long, short]) => text.replace(long, short), address);
  return nth([address, shortened, withoutDiacritics(address), withoutDiacritics(shortened).toUpperCase(), address.replaceAll(",", "")], way);
}

/** One way to write a name in Latin letters: as it is, without diacritics, in capitals, with a letter doubled or a letter left out. */
export function spellName(name: string, way: number): string {
  const plain = withoutDiacritics(name);
  const middle = Math.floor(plain.length / 2);
  return nth(
    [name, plain, plain.toUpperCase(), `${plain.slice(0, middle)}${plain.slice(middle - 1)}`, `${plain.slice(0, middle)}${plain.slice(middle + 1)}`],
    way,
  );
}
