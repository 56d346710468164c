import type { Commodity } from "../../commodity.js";

type Row = readonly [
  hsCode: string,
  dutyPercent: number,
  valuePerKg: number,
  massKg: number,
  packageKg: number,
  origins: string,
  carriage: string,
  vietnamese: string,
  english: string,
];

const ROWS: readonly Row[] = [
  ["08013100", 3, 32_000, 20_000, 80, "NG CI GH TZ", "container", "Hạt điều thô chưa bóc vỏ", "Raw cashew nuts in shell"],
  ["12024200", 10, 26_000, 19_000, 50, "AO NG IN", "container", "Lạc nhân đã bóc vỏ", "Peanuts, shelled"],
  ["44072799", 0, 15_000, 21_000, 1_500, "NG CG AO", "container", "Gỗ xẻ nhiệt đới", "Tropical sawn timber"],
  ["39159090", 10, 7_500, 20_000, 500, "NG ZA GH", "container", "Nhựa phế liệu đã phân loại", "Plastic scrap, sorted"],
  ["72044900", 0, 8_500, 22_000, 1_000, "NG ZA GH US", "container", "Thép phế liệu", "Scrap steel"],
  ["05069000", 0, 12_000, 18_000, 40, "NG ZA IN", "container", "Bột sừng, xương động vật", "Horn and bone meal"],
  ["84622900", 2, 240_000, 2_200, 2_300, "CN JP TW DE", "container", "Máy ép thủy lực đã qua sử dụng", "Hydraulic press, used"],
  ["84581900", 2, 280_000, 1_900, 2_000, "JP CN DE TW", "container", "Máy tiện kim loại đã qua sử dụng", "Metal lathe, used"],
  ["84223000", 0, 420_000, 420, 450, "CN IT DE", "container air", "Máy dán nhãn", "Labelling machine"],
  ["84385000", 0, 390_000, 380, 400, "CN DE JP", "container air", "Máy trộn thực phẩm", "Food mixing machine"],
  ["85043490", 5, 150_000, 1_600, 1_700, "CN KR TH", "container", "Máy biến áp điện", "Electrical transformer"],
  ["84799030", 0, 450_000, 30, 20, "CN KR", "air", "Bộ phận của máy", "Machine accessories"],
  ["84807990", 2, 300_000, 18, 10, "CN", "air", "Khuôn thép", "Steel mould"],
  ["82073000", 2, 600_000, 6, 4, "CN", "air", "Chày cối dập", "Punches and dies"],
  ["39129090", 3, 90_000, 45, 25, "CN IN DE", "air container", "Xenlulo vi tinh thể", "Microcrystalline cellulose"],
  ["17021100", 5, 60_000, 40, 25, "DE NL US", "air container", "Đường lactoza", "Lactose, food additive"],
  ["39021090", 3, 31_000, 20_000, 25, "TH KR MY", "container", "Hạt nhựa nguyên sinh", "Plastic granules, primary"],
  ["85182190", 10, 210_000, 1_800, 15, "CN MY TH", "container air", "Loa thùng", "Loudspeakers in enclosures"],
  ["02062900", 5, 45_000, 22_000, 20, "IN US BR", "container", "Phụ phẩm trâu bò đông lạnh", "Frozen bovine offal"],
  ["69072191", 10, 12_500, 22_000, 30, "CN IN", "container", "Gạch ốp lát", "Ceramic tiles"],
];

const KINDS: ReadonlyMap<string, Commodity> = new Map(
  ROWS.map(([hsCode, dutyPercent, valuePerKg, massKg, packageKg, origins, carriage, vietnamese, english]) => [
    hsCode,
    {
      sector: "consumer",
      hsCode,
      weight: 1,
      dutyPercent,
      valuePerKg,
      massKg,
      packageKg,
      origins: origins.split(" ") as [string, ...string[]],
      carriage: carriage.split(" ") as Commodity["carriage"] & [Commodity["carriage"][0], ...Commodity["carriage"][0][]],
      vietnamese,
      english,
    },
  ]),
);

/** A kind of goods of the schemes that are held out. */
export function heldOutKind(hsCode: string): Commodity {
  return KINDS.get(hsCode) as Commodity;
}
