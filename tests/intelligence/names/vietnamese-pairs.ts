/**
 * Labelled pairs of Vietnamese names, companies and addresses. No list of real persons stands behind them: names are drawn, by a seeded
 * generator, from the syllables that are common in Vietnamese names, companies from common words of trade, addresses from streets that most
 * towns have. Each positive is one way in which papers write the same name; each negative is the nearest other name: one syllable, one core
 * word or one house number away. The hard pairs at the end are written by hand.
 */
import { sfc32 } from "../../../src/core/sfc32.js";

export interface VietnamesePair {
  readonly a: string;
  readonly b: string;
  readonly isSame: boolean;
  readonly of: "person" | "company" | "address";
  /** How the second was made from the first, or what sets the two apart. */
  readonly kind: string;
}

const FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Lương".split(" ");
const MIDDLE = "Văn Thị Đức Minh Hữu Quang Ngọc Thanh Xuân Thu Đình Công Hồng Kim Bảo".split(" ");
const GIVEN =
  "Hùng Dũng Đạt Hương Lan Phượng Tuấn Sơn Bình Giang Khánh Quyên Thảo Trung Vinh Yến Nhung Loan Đông Phúc Quý Thắng Tùng Thủy Trâm Uyên Hạnh Nghĩa Khoa Duyên".split(
    " ",
  );
const CORE = [
  "Hoàng Gia",
  "Đại Phát",
  "Sao Mai",
  "Tân Thành",
  "Phú Thịnh",
  "Hưng Thịnh",
  "An Khánh",
  "Đông Dương",
  "Thiên Long",
  "Bình Minh",
  "Trường Hải",
  "Mê Kông",
  "Lạc Hồng",
  "Ánh Dương",
  "Vĩnh Cửu",
  "Nhật Tân",
  "Hải Đăng",
  "Bạch Đằng",
  "Kim Ngân",
  "Thuận Phong",
];
const TRADE = [
  "Thương Mại Dịch Vụ",
  "Xuất Nhập Khẩu",
  "Sản Xuất Thương Mại",
  "Vận Tải",
  "Giao Nhận Vận Tải",
  "Đầu Tư Xây Dựng",
  "Hóa Chất",
  "Dược Phẩm",
  "Công Nghệ",
  "Thực Phẩm",
];
const STREET = [
  "Lê Lợi",
  "Trần Hưng Đạo",
  "Nguyễn Huệ",
  "Hai Bà Trưng",
  "Điện Biên Phủ",
  "Lý Thường Kiệt",
  "Nguyễn Trãi",
  "Phan Đình Phùng",
  "Quang Trung",
  "Hoàng Văn Thụ",
];
const CITY = ["Hà Nội", "TP. Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ"];

/** Without diacritics, as most systems print. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

/** The same pairs for the same seed: 20 of a kind by default, and the ones by hand. */
export function vietnamesePairs(seed = 20_260_301, perKind = 20): readonly VietnamesePair[] {
  const next = sfc32(seed, 0, 0);
  const random = (): number => next() / 2 ** 32;
  const draw = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const other = <T>(from: readonly T[], not: T): T => draw(from.filter((candidate) => candidate !== not));
  const pairs: VietnamesePair[] = [];
  const add = (of: VietnamesePair["of"], kind: string, isSame: boolean, make: () => readonly [string, string]): void => {
    for (let count = 0; count < perKind; count += 1) {
      const [a, b] = make();
      pairs.push({ a, b, isSame, of, kind });
    }
  };
  const person = () => ({ family: draw(FAMILY), middle: draw(MIDDLE), given: draw(GIVEN) });
  const full = ({ family, middle, given }: ReturnType<typeof person>): string => `${family} ${middle} ${given}`;

  const samePerson = (kind: string, write: (name: ReturnType<typeof person>) => string): void =>
    add("person", kind, true, () => {
      const name = person();
      return [full(name), write(name)];
    });
  samePerson("without diacritics", (name) => plain(full(name)));
  samePerson("without diacritics, in capitals", (name) => plain(full(name)).toUpperCase());
  samePerson("decomposed", (name) => full(name).normalize("NFD"));
  samePerson("family name last", ({ family, middle, given }) => plain(`${given} ${middle} ${family}`));
  samePerson("family name before a comma", ({ family, middle, given }) => plain(`${family.toUpperCase()}, ${middle} ${given}`));
  samePerson("syllables joined", ({ family, middle, given }) => plain(`${family} ${middle}${given.toLowerCase()}`));
  samePerson("hyphenated", ({ family, middle, given }) => plain(`${family} ${middle}-${given}`));
  samePerson("with a title", (name) => `Ông ${full(name)}`);

  const otherPerson = (kind: string, change: (name: ReturnType<typeof person>) => ReturnType<typeof person>): void =>
    add("person", kind, false, () => {
      const name = person();
      return [full(name), plain(full(change(name)))];
    });
  const differs = (from: readonly string[], not: string): string =>
    other(
      from.filter((word) => plain(word) !== plain(not)),
      not,
    );
  otherPerson("another given name", (name) => ({ ...name, given: differs(GIVEN, name.given) }));
  otherPerson("another middle and given name", (name) => ({ ...name, middle: differs(MIDDLE, name.middle), given: differs(GIVEN, name.given) }));
  otherPerson("another family name", (name) => ({ ...name, family: differs(FAMILY, name.family) }));

  const company = () => ({ trade: draw(TRADE), core: draw(CORE) });
  const limited = ({ trade, core }: ReturnType<typeof company>): string => `Công ty TNHH ${trade} ${core}`;
  const sameCompany = (kind: string, write: (name: ReturnType<typeof company>) => string): void =>
    add("company", kind, true, () => {
      const name = company();
      return [limited(name), write(name)];
    });
  sameCompany("without diacritics, in capitals", (name) => plain(limited(name)).toUpperCase());
  sameCompany("form abbreviated", ({ trade, core }) => plain(`CTY TNHH ${trade} ${core}`));
  sameCompany("form written out", ({ trade, core }) => `Công ty trách nhiệm hữu hạn ${trade} ${core}`);
  sameCompany("one-member form", ({ trade, core }) => plain(`Công ty TNHH MTV ${trade} ${core}`));
  sameCompany("English form behind", ({ trade, core }) => `${plain(`${core} ${trade}`)} Co., Ltd`);
  sameCompany("core joined", ({ trade, core }) => plain(`Cong ty TNHH ${trade} ${core.split(" ")[0]}${core.split(" ")[1]?.toLowerCase()}`));
  sameCompany("without the trade", ({ core }) => `CTY TNHH ${plain(core)}`);
  add("company", "another core, same trade", false, () => {
    const name = company();
    return [limited(name), plain(limited({ ...name, core: other(CORE, name.core) }))];
  });
  add("company", "another core and trade", false, () => {
    const name = company();
    return [limited(name), plain(limited({ trade: other(TRADE, name.trade), core: other(CORE, name.core) }))];
  });

  const address = () => ({
    number: 1 + Math.floor(random() * 300),
    street: draw(STREET),
    ward: 1 + Math.floor(random() * 20),
    district: 1 + Math.floor(random() * 9),
    city: draw(CITY),
  });
  const long = ({ number, street, ward, district, city }: ReturnType<typeof address>): string =>
    `Số ${number} đường ${street}, phường ${ward}, quận ${district}, ${city}`;
  const sameAddress = (kind: string, write: (place: ReturnType<typeof address>) => string): void =>
    add("address", kind, true, () => {
      const place = address();
      return [long(place), write(place)];
    });
  sameAddress("without diacritics", (place) => plain(long(place)));
  sameAddress("abbreviated", ({ number, street, ward, district, city }) => plain(`${number} ${street}, P.${ward}, Q.${district}, ${city}`).toUpperCase());
  sameAddress("in English", ({ number, street, ward, district, city }) =>
    plain(`No. ${number} ${street} Street, Ward ${ward}, District ${district}, ${city}, Vietnam`),
  );
  sameAddress("without ward", ({ number, street, district, city }) => plain(`${number} ${street}, Q${district}, ${city}`));
  add("address", "another number", false, () => {
    const place = address();
    return [long(place), plain(long({ ...place, number: place.number + 300 }))];
  });
  add("address", "another street", false, () => {
    const place = address();
    return [long(place), plain(long({ ...place, street: other(STREET, place.street) }))];
  });
  return [...pairs, ...HARD];
}

const hard = (of: VietnamesePair["of"], isSame: boolean, lines: string): readonly VietnamesePair[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [a = "", b = ""] = line.split("|").map((part) => part.trim());
      return { a, b, isSame, of, kind: isSame ? "by hand, same" : "by hand, other" };
    });

const HARD: readonly VietnamesePair[] = [
  ...hard(
    "person",
    true,
    `
    Nguyễn Thị Ngọc Ánh | NGUYEN THI NGOC ANH
    Đỗ Quốc Đạt | DO QUOC DAT
    Tôn Nữ Thị Ninh | TON NU THI NINH
    Huỳnh Ngọc Phượng | Huynh Ngoc Phuong
    Vũ Đức Đam | Duc Dam VU
    Lê Hoàng Long | LE, Hoang Long
    Trần Nguyễn Khánh Vy | TRAN NGUYEN KHANH VY
    Phạm Nhật Trường | PHAM Nhật Trường
    Đặng Lê Nguyên | DANG LE NGUYEN
    Nguyễn Văn Đức | NGUYỄN VĂN ĐỨC
    Hoàng Thị Thùy Dương | HOANG THI THUY DUONG
    Ngô Bảo Khuê | NGO BAO KHUE
    Lý Quí Trung | LY QUY TRUNG
    Võ Thị Mỹ Linh | VO THI MI LINH
    Nguyễn Xuân Bách | NGUYEN XUAN BACH (MR)
    `,
  ),
  ...hard(
    "person",
    false,
    `
    Nguyễn Văn Hùng | NGUYEN VAN HUONG
    Nguyễn Thị Lan | NGUYEN THI LOAN
    Trần Văn Bình | TRAN VAN VINH
    Lê Minh Tâm | LE MINH TUAN
    Phạm Thị Thủy | PHAM THI THUONG
    Đặng Văn Sơn | DOAN VAN SON
    Vũ Thị Hà | VU THI HAI
    Nguyễn Hữu Nghĩa | NGUYEN HUU NGHI
    Hoàng Đình Quý | HOANG DINH QUYEN
    Bùi Thị Thanh | BUI THI THANH TAM TRANG
    `,
  ),
  ...hard(
    "company",
    true,
    `
    Công ty Cổ phần Vận tải biển Sao Mai | SAO MAI SEA TRANSPORT JSC CONG TY CP VAN TAI BIEN SAO MAI
    Công ty CP Đầu tư Hải Đăng | CTCP DAU TU HAI DANG
    Công ty TNHH Một thành viên Lạc Hồng | CONG TY TNHH MTV LAC HONG
    Doanh nghiệp tư nhân Kim Ngân | DNTN KIM NGAN
    CÔNG TY TNHH TM-DV THUẬN PHONG | Công ty TNHH TM DV Thuận Phong
    Công ty Cổ phần Mê Kông | MEKONG JOINT STOCK COMPANY
    Công ty TNHH Ánh Dương (Việt Nam) | ANH DUONG VIETNAM CO., LTD
    Hợp tác xã Bình Minh | HTX BINH MINH
    Công ty TNHH XNK Đại Phát | DAI PHAT XNK CO LTD
    Hộ kinh doanh Nguyễn Thị Lan | HKD NGUYEN THI LAN
    `,
  ),
  ...hard(
    "company",
    false,
    `
    Công ty TNHH Hoàng Gia Phát | CONG TY TNHH DAI GIA PHU
    Công ty TNHH An Khánh 1 | CONG TY TNHH AN KHANH 2
    Công ty Cổ phần Sao Mai | CONG TY CO PHAN SAO BIEN
    Công ty TNHH Vận Tải Tân Thành | CONG TY TNHH VAN TAI TAN CANG
    Công ty TNHH Hóa Chất Việt Đức | CONG TY TNHH HOA CHAT VIET NHAT
    `,
  ),
  ...hard(
    "address",
    true,
    `
    Lô B2 KCN Tân Thuận, Quận 7, TP.HCM | LOT B2 TAN THUAN INDUSTRIAL PARK, DIST 7, HO CHI MINH CITY
    12A Nguyễn Huệ, Q.1, Sài Gòn | 12 A Nguyen Hue, District 1, HCMC
    Tầng 5, 88 Láng Hạ, Đống Đa, HN | 5 Fl., 88 Lang Ha Str., Dong Da, Ha Noi
    Thôn 3, xã Tân Lập, huyện Đan Phượng | THON 3 XA TAN LAP HUYEN DAN PHUONG
    `,
  ),
  ...hard(
    "address",
    false,
    `
    12 Nguyễn Huệ, Q.1 | 12 Nguyen Hue, Q.3
    Lô B2 KCN Tân Thuận | Lo B3 KCN Tan Thuan
    88 Láng Hạ, Hà Nội | 88 Lang Trung, Ha Noi
    `,
  ),
];
