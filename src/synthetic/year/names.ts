import { nth } from "./nth.js";
import { scramble } from "./scramble.js";

type Syllables = readonly [string, ...string[]];

const words = (text: string): Syllables => text.split(" ") as [string, ...string[]];

/** Syllables that Vietnamese could have; put together, they name nobody. A coincidence would be chance. */
const VIETNAMESE: Syllables = words(
  "Khoảnh Vẫm Thuẫn Lẵng Ngoạn Quểnh Trẫm Đuốc Bẵng Huyễn Xoan Giềng Phẩm Chuẩn Rạng Nhuệ Miện Tuyển Sảng Cẩn Đẫm Lưỡng Vĩnh Khuynh Thăng Bội Nghĩnh Triền Hoạch Xướng Gẫm Phiệt Choang Rường Nhẫn Mường Tẩm Soạn Cường Đệm Lạng Vọng Khiển Thoảng Bưởi Ngưỡng Trãi",
);
const CHINESE: Syllables = words(
  "Zhuo Lou Quan Feng Hui Ruo Shan Tai Xiong Yue Bao Cen Ding Gao Jia Kuang Liang Mo Nuan Pei Qing Rong Song Tuo Wen Xian Yao Zhen Chuan Hong Long",
);
const KOREAN: Syllables = words("Dae Seo Han Woo Jin Sung Kyung Hyun Tae Bum Gil Nam Moon Dong Yeon Chul Mi Rae Shin");
const JAPANESE: Syllables = words("Kawa Mori Taka Hashi Naka Yama Shima Oka Mura Saki Hara Nishi Kuma Ishi Toku Fuku Matsu");
const SOUTHERN: Syllables = words("Phra Suk Chai Wong Nara Somb Kham Vieng Rath Dara Sok Pich Thong Lak Chan Bun Mony");
const LATIN: Syllables = words("Vel Tor Mar Osk Bren Cal Dur Fen Gra Hol Jan Kor Lim Nor Pal Ros Sel Tru Ver");

const BY_COUNTRY: Readonly<Record<string, Syllables>> = {
  VN: VIETNAMESE,
  CN: CHINESE,
  TW: CHINESE,
  HK: CHINESE,
  SG: CHINESE,
  MY: CHINESE,
  KR: KOREAN,
  JP: JAPANESE,
  TH: SOUTHERN,
  LA: SOUTHERN,
  KH: SOUTHERN,
};

/** The two or three syllables that a serial stands for, the same for the same serial: up to 100,000 before they repeat in Vietnamese. */
function syllables(countryCode: string, serial: number): readonly [string, string, string] {
  const list = BY_COUNTRY[countryCode] ?? LATIN;
  const size = list.length;
  const mixed = scramble(serial % size ** 3, { high: size, low: size ** 2 }, 19);
  return [nth(list, mixed), nth(list, Math.floor(mixed / size)), nth(list, Math.floor(mixed / size ** 2))];
}

const FORMS = [
  "Công ty TNHH",
  "Công ty Cổ phần",
  "Công ty TNHH MTV",
  "Công ty TNHH Thương mại",
  "Công ty TNHH Xuất nhập khẩu",
  "Công ty Cổ phần Sản xuất",
  "Doanh nghiệp tư nhân",
] as const;

/** The name of an invented Vietnamese company. */
export function vietnameseCompanyName(serial: number): string {
  return `${nth(FORMS, serial)} ${syllables("VN", serial).join(" ")}`;
}

const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ"] as const;

/** The name of an invented person with a Vietnamese name; the family name is a real one, the rest is not. */
export function vietnamesePersonName(serial: number): string {
  const [middle, , given] = syllables("VN", serial);
  return `${nth(FAMILY, serial)} ${middle} ${given}`;
}

const ENDINGS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  CN: ["Trading Co., Ltd", "Import and Export Co., Ltd", "Industrial Co., Ltd", "Technology Co., Ltd"],
  HK: ["International Limited", "Holdings Limited", "Trading Limited"],
  JP: ["Shoji Co., Ltd", "Kogyo Co., Ltd", "Corporation"],
  KR: ["Co., Ltd", "Trading Co., Ltd", "Industry Co., Ltd"],
  SG: ["Pte. Ltd", "Trading Pte. Ltd"],
  DE: ["GmbH", "Handels GmbH"],
  US: ["Inc.", "LLC", "Trading Corp."],
};
const OTHER_ENDINGS: readonly [string, ...string[]] = ["Trading Co., Ltd", "Export Ltd", "General Trading", "Company Limited"];

/** The name of an invented company of a country, in Latin letters. */
export function foreignCompanyName(countryCode: string, serial: number): string {
  const endings = ENDINGS[countryCode] ?? OTHER_ENDINGS;
  const [first, second, third] = syllables(countryCode, serial);
  const joined = `${first}${second.toLowerCase()}`;
  return `${serial % 3 === 0 ? joined : `${joined} ${third}`} ${nth(endings, serial)}`;
}

/** The name of an invented person abroad. */
export function foreignPersonName(countryCode: string, serial: number): string {
  const [first, second, third] = syllables(countryCode, serial);
  return `${first} ${second}${third.toLowerCase()}`;
}
