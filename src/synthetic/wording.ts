/** Descriptions that say nothing, as the process understands it; a description of the generator is one of these or names the goods. */
export const VAGUE_DESCRIPTIONS: readonly [string, ...string[]] = [
  "Hàng hóa các loại",
  "Hang hoa cac loai",
  "Hàng tạp hóa",
  "Hàng mẫu",
  "Phụ kiện",
  "Phu kien cac loai",
  "Linh kiện",
  "General cargo",
  "Parts",
  "Accessories",
  "Said to contain goods",
];

/** Scheduled fentanyl and amphetamine-type precursors that have no HS subheading of their own, as a description may name them. */
export const RESIDUAL_CHEMICAL_NAMES: readonly [string, ...string[]] = [
  "4-piperidone, CAS 41661-47-6",
  "1-boc-4-piperidone, CAS 79099-07-3",
  "4-anilinopiperidine, CAS 23056-29-3",
  "PMK ethyl glycidate, CAS 28578-16-7",
  "PMK methyl glycidate, CAS 13605-48-6",
  "methyl alpha-phenylacetoacetate (MAPA), CAS 16648-44-5",
];

/** Names of CITES-listed timber and animals (listing from memory), as a description may name them. */
export const SPECIES_NAMES: readonly [string, ...string[]] = [
  "gỗ trắc Dalbergia cochinchinensis",
  "gỗ giáng hương Pterocarpus macrocarpus",
  "ngà voi Loxodonta africana",
  "vảy tê tê Manis javanica",
];

/** What follows the name of the goods in a description, in Vietnamese and English. */
export const CONDITIONS_VI: readonly [string, ...string[]] = [", hàng mới 100%", ", mới 100%", ", dùng cho sản xuất", ", đóng gói xuất khẩu", ""];
export const CONDITIONS_EN: readonly [string, ...string[]] = [", brand new", ", 100% new", ", for production use", ", export packing", ""];

/** Vietnamese as it is typed without diacritics: `Vải đã nhuộm` is `Vai da nhuom`. */
export function withoutDiacritics(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}
