import type { ExplanationLanguage } from "../../explanation/explanation.js";

/** The words of the page around the explanations. */
export interface WorkListWords {
  readonly title: string;
  readonly filters: string;
  readonly channels: string;
  readonly domain: string;
  readonly anyDomain: string;
  readonly search: string;
  readonly sort: string;
  readonly sorts: { readonly urgency: string; readonly points: string; readonly id: string; readonly time: string };
  /** How many are shown; `{shown}` and `{all}` stand for the numbers. */
  readonly count: string;
  readonly more: string;
  readonly explain: string;
  readonly close: string;
  readonly previous: string;
  readonly next: string;
  readonly points: string;
  readonly noscript: string;
  readonly noReason: string;
}

/** One set of words per language. */
export const WORDS: Readonly<Record<ExplanationLanguage, WorkListWords>> = {
  en: {
    title: "Work list",
    filters: "Sort and filter",
    channels: "Channels",
    domain: "Risk domain",
    anyDomain: "any",
    search: "Search number or reason",
    sort: "Sort by",
    sorts: { urgency: "urgency", points: "points", id: "number", time: "time" },
    count: "{shown} of {all}",
    more: "Show more",
    explain: "Explain",
    close: "Close",
    previous: "Previous",
    next: "Next",
    points: "points",
    noscript: "This list needs scripts: its own, which the page holds. The explanations are in it too.",
    noReason: "nothing raises it",
  },
  vi: {
    title: "Danh sách công việc",
    filters: "Sắp xếp và lọc",
    channels: "Luồng",
    domain: "Lĩnh vực rủi ro",
    anyDomain: "tất cả",
    search: "Tìm số tờ khai hoặc lý do",
    sort: "Sắp xếp theo",
    sorts: { urgency: "mức khẩn", points: "điểm", id: "số tờ khai", time: "thời gian" },
    count: "{shown} trong {all}",
    more: "Xem thêm",
    explain: "Giải thích",
    close: "Đóng",
    previous: "Trước",
    next: "Sau",
    points: "điểm",
    noscript: "Danh sách này cần chạy mã kịch bản có sẵn trong trang. Các giải thích cũng nằm trong đó.",
    noReason: "không có gì làm tăng",
  },
};
