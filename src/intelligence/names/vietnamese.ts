/** Letters that only Vietnamese has (after NFC). */
const LETTERS = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

/** Family and middle names that hardly any other language has. */
const NAMES: ReadonlySet<string> = new Set(["nguyen", "tran", "pham", "huynh", "bui", "doan", "trinh", "thi", "truong", "duong"]);

/** Whether a name is surely Vietnamese: by its letters, or by one of its words without diacritics. */
export function isVietnamese(raw: string, words: readonly string[]): boolean {
  return LETTERS.test(raw.normalize("NFC")) || words.some((word) => NAMES.has(word));
}
