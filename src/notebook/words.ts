import type { ExplanationLanguage } from "../explanation/explanation.js";

/** The headings of one language. */
export interface NotebookWords {
  readonly domain: string;
  readonly channel: string;
  readonly points: string;
  readonly chance: string;
  readonly calibrated: string;
  readonly uncalibrated: string;
  readonly domainsCaption: string;
  readonly contribution: string;
  readonly place: string;
  readonly header: string;
  readonly item: (line: number) => string;
  readonly contributionsCaption: (domain: string) => string;
  readonly drawn: string;
  readonly base: string;
  readonly selection: string;
  readonly selected: (mechanisms: string) => string;
  readonly notSelected: string;
  readonly mechanisms: { readonly mandatory: string; readonly threshold: string; readonly random: string };
  readonly assessments: (count: number) => string;
  readonly assessmentsCaption: string;
  readonly declaration: string;
  readonly further: (count: number) => string;
  readonly facts: (id: string, asOf: string) => string;
  readonly factsCaption: string;
  readonly indicator: string;
  readonly backtest: (count: number) => string;
  readonly backtestCaption: string;
  readonly cases: string;
  readonly outcomes: string;
  readonly findings: string;
  readonly rate: string;
  readonly refused: (count: number) => string;
}

const ENGLISH: NotebookWords = {
  domain: "Domain",
  channel: "Channel",
  points: "Points",
  chance: "Chance",
  calibrated: "calibrated",
  uncalibrated: "not calibrated: it ranks only",
  domainsCaption: "The score of each domain and the channel that it reaches",
  contribution: "Rule or term",
  place: "Where",
  header: "declaration",
  item: (line) => `item ${line}`,
  contributionsCaption: (domain) => `What adds up to the score of ${domain}`,
  drawn: "as a bar",
  base: "the average case",
  selection: "Selection",
  selected: (mechanisms) => `Selected for inspection: ${mechanisms}.`,
  notSelected: "Not selected for inspection.",
  mechanisms: { mandatory: "a mandatory rule", threshold: "a threshold", random: "the random draw" },
  assessments: (count) => `${count} assessments`,
  assessmentsCaption: "Channels, and points by domain",
  declaration: "Declaration",
  further: (count) => `${count} more are not shown.`,
  facts: (id, asOf) => `Facts of ${id}, as of ${asOf}`,
  factsCaption: "The value of every indicator; a word in brackets says why one is missing",
  indicator: "Indicator",
  backtest: (count) => `Backtest of ${count} cases`,
  backtestCaption: "Cases by channel, with findings among those whose outcome is known and the 95% interval of their rate (Wilson)",
  cases: "Cases",
  outcomes: "Outcomes known",
  findings: "Findings",
  rate: "Finding rate",
  refused: (count) => `${count} could not be assessed.`,
};

const VIETNAMESE: NotebookWords = {
  domain: "Lĩnh vực",
  channel: "Luồng",
  points: "Điểm",
  chance: "Khả năng",
  calibrated: "đã hiệu chỉnh",
  uncalibrated: "chưa hiệu chỉnh: chỉ để xếp hạng",
  domainsCaption: "Điểm của từng lĩnh vực và luồng đạt được",
  contribution: "Quy tắc hoặc thành phần",
  place: "Vị trí",
  header: "tờ khai",
  item: (line) => `dòng hàng ${line}`,
  contributionsCaption: (domain) => `Các phần cộng thành điểm của ${domain}`,
  drawn: "biểu đồ",
  base: "trường hợp trung bình",
  selection: "Lựa chọn",
  selected: (mechanisms) => `Được chọn để kiểm tra: ${mechanisms}.`,
  notSelected: "Không được chọn để kiểm tra.",
  mechanisms: { mandatory: "quy tắc bắt buộc", threshold: "ngưỡng", random: "lựa chọn ngẫu nhiên" },
  assessments: (count) => `${count} kết quả đánh giá`,
  assessmentsCaption: "Luồng và điểm theo lĩnh vực",
  declaration: "Tờ khai",
  further: (count) => `${count} tờ khai khác không hiển thị.`,
  facts: (id, asOf) => `Dữ kiện của ${id}, tại thời điểm ${asOf}`,
  factsCaption: "Giá trị của từng chỉ số; từ trong ngoặc nêu lý do thiếu",
  indicator: "Chỉ số",
  backtest: (count) => `Kiểm nghiệm lại ${count} trường hợp`,
  backtestCaption: "Số trường hợp theo luồng, phát hiện trong số đã biết kết quả và khoảng tin cậy 95% của tỷ lệ (Wilson)",
  cases: "Trường hợp",
  outcomes: "Đã biết kết quả",
  findings: "Phát hiện",
  rate: "Tỷ lệ phát hiện",
  refused: (count) => `${count} trường hợp không đánh giá được.`,
};

/** The headings by language. */
export const WORDS: Readonly<Record<ExplanationLanguage, NotebookWords>> = { en: ENGLISH, vi: VIETNAMESE };
