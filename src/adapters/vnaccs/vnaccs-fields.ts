import { foldWords } from "../../core/text.js";

/**
 * Where a name comes from: `form` the public import form of VNACCS, `software` public software that fills or reads the form (secondary),
 * `memory`, or `own`: this library's, for what the form has no name for.
 */
export type VnaccsStanding = "form" | "software" | "memory" | "own";

/** A field of a VNACCS declaration by its Vietnamese name. */
export interface VnaccsField {
  readonly name: string;
  readonly level: "header" | "item";
  /** The field of the model that it fills, or helps to fill; for what stands beside the declaration, in words. */
  readonly path: string;
  readonly standing: VnaccsStanding;
}

type PartyKey = `${"importer" | "exporter" | "sender" | "addressee"}${"Code" | "Name" | "Postcode" | "Address" | "Country" | "Phone"}`;

/** A field, by the name that it has in this adapter. */
export type VnaccsKey =
  | PartyKey
  | "id"
  | "firstId"
  | "branch"
  | "branches"
  | "lineCount"
  | "kind"
  | "type"
  | "carriage"
  | "goodsClass"
  | "relation"
  | "office"
  | "department"
  | "registeredAt"
  | "changedAt"
  | "changed"
  | "changeReason"
  | "relatedId"
  | "returnBy"
  | "principalCode"
  | "principalName"
  | "declarantCode"
  | "declarantName"
  | "agentCode"
  | "agentName"
  | "compliance"
  | "riskClass"
  | "bills"
  | "billDate"
  | "masterBill"
  | "packageCount"
  | "packageUnit"
  | "grossMass"
  | "grossUnit"
  | "containerCount"
  | "containers"
  | "seals"
  | "warehouse"
  | "marks"
  | "mode"
  | "meansCode"
  | "meansName"
  | "arrival"
  | "loading"
  | "loadingName"
  | "unloading"
  | "unloadingName"
  | "finalPlace"
  | "route"
  | "destination"
  | "rules"
  | "licences"
  | "contract"
  | "contractDate"
  | "invoice"
  | "invoiceDate"
  | "payment"
  | "priceClass"
  | "incoterm"
  | "invoiceTotal"
  | "invoiceCurrency"
  | "customsTotal"
  | "freight"
  | "freightCurrency"
  | "insurance"
  | "insuranceCurrency"
  | "taxPayer"
  | "notes"
  | "reference"
  | "channel"
  | "result"
  | "resultAt"
  | "selectionReason"
  | "selectionProbability"
  | "lineNumber"
  | "hsCode"
  | "description"
  | "origin"
  | "quantity"
  | "unit"
  | "netMass"
  | "itemGrossMass"
  | "itemPackages"
  | "itemContainers"
  | "price"
  | "unitPrice"
  | "customsValue"
  | "dutyRate"
  | "tariff"
  | "exemption"
  | "relatedLine"
  | "casNumbers"
  | "scientificName";

function header(name: string, path: string, standing: VnaccsStanding): VnaccsField {
  return Object.freeze({ name, level: "header", path, standing });
}

function item(name: string, path: string, standing: VnaccsStanding): VnaccsField {
  return Object.freeze({ name, level: "item", path: `items[].${path}`, standing });
}

/** The names of a party's fields: code, name, postcode, address, country, telephone. */
function party<const Role extends string>(
  role: Role,
  path: string,
  who: string,
  standing: VnaccsStanding,
): Readonly<Record<`${Role}${"Code" | "Name" | "Postcode" | "Address" | "Country" | "Phone"}`, VnaccsField>> {
  return {
    [`${role}Code`]: header(`Mã ${who}`, `${path}.identifier`, standing),
    [`${role}Name`]: header(`Tên ${who}`, `${path}.name`, standing),
    [`${role}Postcode`]: header(`Mã bưu chính ${who}`, `${path}.address`, standing),
    [`${role}Address`]: header(`Địa chỉ ${who}`, `${path}.address`, standing),
    [`${role}Country`]: header(`Mã nước ${who}`, `${path}.countryCode`, standing),
    [`${role}Phone`]: header(`Số điện thoại ${who}`, `${path}.phone`, standing),
  } as Readonly<Record<`${Role}${"Code" | "Name" | "Postcode" | "Address" | "Country" | "Phone"}`, VnaccsField>>;
}

/** Every field that is read. Names are compared by their letters and digits alone, without case and diacritics. */
export const VNACCS_FIELDS: { readonly [Key in VnaccsKey]: VnaccsField } = {
  id: header("Số tờ khai", "id", "form"),
  firstId: header("Số tờ khai đầu tiên", "firstDeclarationId", "form"),
  branch: header("Số nhánh", "split.number", "form"),
  branches: header("Tổng số nhánh", "split.of", "form"),
  lineCount: header("Tổng số dòng hàng", "the number of goods items that must be there", "memory"),
  kind: header("Loại tờ khai", "direction", "own"),
  type: header("Mã loại hình", "procedure", "form"),
  carriage: header("Loại hình vận chuyển", "regime", "own"),
  goodsClass: header("Mã phân loại hàng hóa", "goodsClassification", "form"),
  relation: header("Phân loại cá nhân/tổ chức", "extensions.vnaccs.partyRelation", "form"),
  office: header("Cơ quan Hải quan", "customsOffice", "software"),
  department: header("Mã bộ phận xử lý tờ khai", "extensions.vnaccs.department", "software"),
  registeredAt: header("Ngày đăng ký", "registeredAt", "software"),
  changedAt: header("Ngày thay đổi đăng ký", "amendments", "software"),
  changed: header("Chỉ tiêu sửa đổi", "amendments[].fields", "own"),
  changeReason: header("Lý do sửa đổi", "amendments[].reason", "own"),
  relatedId: header("Số tờ khai tạm nhập tái xuất tương ứng", "previousDocuments", "software"),
  returnBy: header("Thời hạn tái nhập/tái xuất", "extensions.vnaccs.returnBy", "software"),
  ...party("importer", "parties.importer", "người nhập khẩu", "software"),
  ...party("exporter", "parties.exporter", "người xuất khẩu", "software"),
  principalCode: header("Mã người ủy thác", "parties.buyer.identifier", "software"),
  principalName: header("Tên người ủy thác", "parties.buyer.name", "software"),
  declarantCode: header("Mã người khai hải quan", "parties.declarant.identifier", "software"),
  declarantName: header("Tên người khai hải quan", "parties.declarant.name", "software"),
  agentCode: header("Mã đại lý hải quan", "parties.representative.identifier", "software"),
  agentName: header("Tên đại lý hải quan", "parties.representative.name", "memory"),
  ...party("sender", "parties.sender", "người gửi", "own"),
  ...party("addressee", "parties.addressee", "người nhận", "own"),
  compliance: header("Mức độ tuân thủ", "parties.importer.officialRatings", "own"),
  riskClass: header("Hạng rủi ro", "parties.importer.officialRatings", "own"),
  bills: header("Số vận đơn", "transport.documents", "software"),
  billDate: header("Ngày vận đơn", "transport.documents[].issuedOn", "software"),
  masterBill: header("Số vận đơn chủ", "transport.documents[].masterNumber", "own"),
  packageCount: header("Số lượng kiện", "packageCount", "software"),
  packageUnit: header("Mã đơn vị tính kiện", "extensions.vnaccs.packageUnit", "memory"),
  grossMass: header("Tổng trọng lượng hàng", "grossMassKg", "software"),
  grossUnit: header("Mã đơn vị tính trọng lượng", "grossMassKg", "software"),
  containerCount: header("Số lượng container", "extensions.vnaccs.containerCount", "software"),
  containers: header("Số container", "transport.equipment", "memory"),
  seals: header("Số niêm phong", "transport.equipment[].seals", "own"),
  warehouse: header("Mã địa điểm lưu kho", "extensions.vnaccs.warehouse", "software"),
  marks: header("Ký hiệu và số hiệu", "extensions.vnaccs.marks", "software"),
  mode: header("Mã hiệu phương thức vận chuyển", "transport.mode", "form"),
  meansCode: header("Mã phương tiện vận chuyển", "extensions.vnaccs.meansCode", "software"),
  meansName: header("Tên phương tiện vận chuyển", "transport.meansId", "software"),
  arrival: header("Ngày hàng đến", "transport.arrivalAt", "software"),
  loading: header("Mã địa điểm xếp hàng", "transport.loadingLocation", "software"),
  loadingName: header("Tên địa điểm xếp hàng", "extensions.vnaccs.loadingPlace", "software"),
  unloading: header("Mã địa điểm dỡ hàng", "transport.unloadingLocation", "software"),
  unloadingName: header("Tên địa điểm dỡ hàng", "extensions.vnaccs.unloadingPlace", "software"),
  finalPlace: header("Mã địa điểm nhận hàng cuối cùng", "extensions.vnaccs.finalPlace", "software"),
  route: header("Mã nước đi qua", "transport.transitCountryCodes", "own"),
  destination: header("Mã nước đến", "destinationCountryCode", "own"),
  rules: header("Mã văn bản pháp quy khác", "extensions.vnaccs.rules", "software"),
  licences: header("Giấy phép", "documents", "software"),
  contract: header("Số hợp đồng", "documents", "software"),
  contractDate: header("Ngày hợp đồng", "documents[].issuedOn", "software"),
  invoice: header("Số hóa đơn", "documents", "software"),
  invoiceDate: header("Ngày phát hành", "documents[].issuedOn", "software"),
  payment: header("Phương thức thanh toán", "paymentMethod", "software"),
  priceClass: header("Mã phân loại giá hóa đơn", "extensions.vnaccs.priceClass", "software"),
  incoterm: header("Điều kiện giá hóa đơn", "incoterm", "software"),
  invoiceTotal: header("Tổng trị giá hóa đơn", "invoiceTotal.amount", "software"),
  invoiceCurrency: header("Mã đồng tiền của hóa đơn", "invoiceTotal.currency", "software"),
  customsTotal: header("Tổng trị giá tính thuế", "extensions.vnaccs.customsValue", "software"),
  freight: header("Phí vận chuyển", "freight.amount", "software"),
  freightCurrency: header("Mã đồng tiền phí vận chuyển", "freight.currency", "memory"),
  insurance: header("Phí bảo hiểm", "insurance.amount", "software"),
  insuranceCurrency: header("Mã đồng tiền phí bảo hiểm", "insurance.currency", "memory"),
  taxPayer: header("Người nộp thuế", "extensions.vnaccs.taxPayer", "software"),
  notes: header("Phần ghi chú", "extensions.vnaccs.notes", "software"),
  reference: header("Số quản lý nội bộ doanh nghiệp", "extensions.vnaccs.reference", "software"),
  channel: header("Mã phân loại kiểm tra", "beside the declaration: the channel that was set, never an input", "software"),
  result: header("Kết quả kiểm tra", "beside the declaration: what an inspection found, never an input", "own"),
  resultAt: header("Ngày có kết quả kiểm tra", "beside the declaration: when the result became known", "own"),
  selectionReason: header("Lý do kiểm tra", "beside the declaration: why it was inspected", "own"),
  selectionProbability: header("Xác suất kiểm tra", "beside the declaration: how likely it was to be inspected", "own"),
  lineNumber: item("Số thứ tự dòng hàng", "lineNumber", "memory"),
  hsCode: item("Mã số hàng hóa", "hsCode", "form"),
  description: item("Mô tả hàng hóa", "description", "form"),
  origin: item("Mã nước xuất xứ", "originCountryCode", "memory"),
  quantity: item("Số lượng (1)", "quantity.amount", "memory"),
  unit: item("Mã đơn vị tính (1)", "quantity.unit", "memory"),
  netMass: item("Trọng lượng tịnh", "netMassKg", "own"),
  itemGrossMass: item("Trọng lượng cả bì", "grossMassKg", "own"),
  itemPackages: item("Số kiện của dòng hàng", "packageCount", "own"),
  itemContainers: item("Số container của dòng hàng", "equipmentIds", "own"),
  price: item("Trị giá hóa đơn", "invoicePrice.amount", "memory"),
  unitPrice: item("Đơn giá hóa đơn", "extensions.vnaccs.unitPrice", "memory"),
  customsValue: item("Trị giá tính thuế", "customsValue.amount", "memory"),
  dutyRate: item("Thuế suất", "dutyRatePercent", "memory"),
  tariff: item("Mã biểu thuế", "dutyType", "memory"),
  exemption: item("Mã miễn giảm thuế", "extensions.vnaccs.exemption", "memory"),
  relatedLine: item("Số dòng hàng tạm nhập tái xuất tương ứng", "extensions.vnaccs.relatedLine", "memory"),
  casNumbers: item("Số CAS", "casNumbers", "own"),
  scientificName: item("Tên khoa học", "scientificName", "own"),
};

/** The name of the list of goods items in JSON. */
export const ITEMS_NAME = "Dòng hàng";

/** A name by its letters and digits alone: `Số tờ khai`, `so_to_khai` and `SỐ TỜ KHAI` are one. */
export function foldName(name: string): string {
  return foldWords(name).join("");
}

const KEYS: ReadonlyMap<string, VnaccsKey> = new Map(Object.entries(VNACCS_FIELDS).map(([key, field]) => [foldName(field.name), key as VnaccsKey]));

/** The field of a name; nothing where there is none of that name. */
export function keyOfName(name: string): VnaccsKey | undefined {
  return KEYS.get(foldName(name));
}
