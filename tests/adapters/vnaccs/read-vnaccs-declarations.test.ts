import { describe, expect, it } from "vitest";
import { csv, declarationOf, HEADER, issuesOf, json, only, read, type Stated, sheet } from "./support.js";

const mst = (code: string) => ({ identifier: { scheme: "vn-mst", code } });

const FULL = sheet(
  {
    firstId: "108625440120",
    branch: "1",
    branches: "2",
    lineCount: "2",
    goodsClass: "A",
    relation: "4",
    office: "02CI",
    department: "00",
    returnBy: "21/12/2026",
    importerCode: "0314409058",
    importerName: "Công ty A",
    importerPostcode: "700000",
    importerAddress: "1 Lê Lợi",
    importerPhone: "0281234567",
    exporterName: "Seller",
    exporterAddress: "2 Road",
    exporterCountry: "CN",
    principalCode: "0100109106",
    declarantName: "Khai",
    agentCode: "A1B2C",
    compliance: "3",
    riskClass: "7",
    bills: ["MAEU1", "MAEU2"],
    billDate: "01/11/2026",
    packageCount: 12,
    packageUnit: "CT",
    grossMass: "1.5",
    grossUnit: "TNE",
    containerCount: 2,
    containers: ["CSQU 3054383", "TGHU1234567"],
    seals: ["S1|S2", ""],
    warehouse: "02CIS01",
    marks: "N/M",
    mode: "2",
    meansCode: "9V123",
    meansName: "EVER 1",
    arrival: "20/11/2026",
    loading: "CNSHA",
    loadingName: "SHANGHAI",
    unloading: "CANG CAT LAI",
    rules: ["AB", "CD"],
    licences: ["AD01:GP-1", "GP-2"],
    contract: "HD-1",
    contractDate: "01/10/2026",
    invoice: "INV-1",
    invoiceDate: "02/10/2026",
    payment: "TTR",
    priceClass: "A",
    incoterm: "CIF",
    invoiceTotal: "9500.5",
    invoiceCurrency: "USD",
    customsTotal: "240000000",
    freight: 900,
    freightCurrency: "USD",
    insurance: 9,
    insuranceCurrency: "USD",
    taxPayer: "1",
    notes: "ghi chú",
    reference: "R-1",
    channel: "2",
  },
  {
    description: "Vòng bi",
    origin: "CN",
    quantity: "100",
    unit: "KGM",
    itemGrossMass: "110",
    itemPackages: 10,
    itemContainers: ["CSQU 3054383"],
    price: "9000.5",
    unitPrice: "90.005",
    customsValue: "227000000",
    dutyRate: "10",
    tariff: "B01",
    exemption: "XN",
    casNumbers: ["103-79-7"],
    scientificName: "Manis javanica",
  },
  { lineNumber: "5", hsCode: "29333990", quantity: 2, unit: "PCE", netMass: 3, relatedLine: "1" },
);

const DECLARATION = {
  id: "108625440120",
  firstDeclarationId: "108625440120",
  split: { number: 1, of: 2 },
  direction: "import",
  registeredAt: "2026-11-21T08:30:00+07:00",
  customsOffice: "02CI",
  procedure: { scheme: "vnaccs-procedure", code: "A11" },
  regime: "homeUse",
  goodsClassification: { scheme: "vnaccs-goods-classification", code: "A" },
  paymentMethod: { scheme: "vnaccs-payment-method", code: "TTR" },
  parties: {
    importer: {
      ...mst("0314409058"),
      name: "Công ty A",
      address: "1 Lê Lợi, 700000",
      phone: "0281234567",
      officialRatings: [
        { scheme: "vn-tt81-compliance-level", code: "3" },
        { scheme: "vn-tt81-risk-class", code: "7" },
      ],
    },
    exporter: { name: "Seller", address: "2 Road", countryCode: "CN" },
    declarant: { name: "Khai" },
    representative: mst("A1B2C"),
    buyer: mst("0100109106"),
  },
  transport: {
    mode: { scheme: "vnaccs-transport-mode", code: "2" },
    departureCountryCode: "CN",
    loadingLocation: "CNSHA",
    meansId: "EVER 1",
    documents: ["MAEU1", "MAEU2"].map((number) => ({ level: "simple", number, kind: "billOfLading", issuedOn: "2026-11-01" })),
    equipment: [{ id: "CSQU3054383", seals: ["S1", "S2"] }, { id: "TGHU1234567" }],
  },
  documents: [
    { kind: "invoice", number: "INV-1", issuedOn: "2026-10-02" },
    { kind: "contract", number: "HD-1", issuedOn: "2026-10-01" },
    { kind: "licence", number: "GP-1", typeCode: "AD01" },
    { kind: "licence", number: "GP-2" },
  ],
  grossMassKg: 1500,
  packageCount: 12,
  incoterm: "CIF",
  invoiceTotal: { amount: 9500.5, currency: "USD" },
  freight: { amount: 900, currency: "USD" },
  insurance: { amount: 9, currency: "USD" },
  items: [
    {
      lineNumber: 1,
      hsCode: "84829900",
      description: "Vòng bi",
      originCountryCode: "CN",
      netMassKg: 100,
      grossMassKg: 110,
      quantity: { amount: 100, unit: "KGM" },
      packageCount: 10,
      equipmentIds: ["CSQU3054383"],
      customsValue: { amount: 227_000_000, currency: "VND" },
      dutyRatePercent: 10,
      dutyType: { scheme: "vnaccs-tariff", code: "B01" },
      invoicePrice: { amount: 9000.5, currency: "USD" },
      casNumbers: ["103-79-7"],
      scientificName: "Manis javanica",
      extensions: { vnaccs: { unitPrice: 90.005, exemption: "XN" } },
    },
    { lineNumber: 5, hsCode: "29333990", netMassKg: 3, quantity: { amount: 2, unit: "PCE" }, extensions: { vnaccs: { relatedLine: "1" } } },
  ],
  extensions: {
    vnaccs: {
      partyRelation: "4",
      department: "00",
      returnBy: "2026-12-21",
      packageUnit: "CT",
      containerCount: 2,
      warehouse: "02CIS01",
      marks: "N/M",
      meansCode: "9V123",
      arrivalDate: "2026-11-20",
      loadingPlace: "SHANGHAI",
      unloadingPlace: "CANG CAT LAI",
      rules: "AB; CD",
      priceClass: "A",
      customsValue: 240_000_000,
      taxPayer: "1",
      notes: "ghi chú",
      reference: "R-1",
    },
  },
};

describe("declarations of VNACCS", () => {
  it("fill the model, from JSON and from CSV, and what customs decided stands beside them", async () => {
    const [fromJson, part] = await read(json(FULL));
    expect(fromJson).toEqual({ ok: true, line: 1, value: { declaration: DECLARATION, channel: "2" } });
    expect(part).toMatchObject({ ok: false, issues: [{ code: "family.incomplete" }] });
    for (const options of [{}, { delimiter: ";" }, { delimiter: "\t", repeat: false }]) {
      expect((await read(csv([FULL], options)))[0]).toEqual({ ok: true, line: 2, value: { declaration: DECLARATION, channel: "2" } });
    }
  });

  it("are told apart by the names of their fields, by letters and digits alone", async () => {
    const stated = { "SO TO KHAI": HEADER.id, ma_loai_hinh: "B11", ngayDangKy: HEADER.registeredAt, "Dòng hàng": [{ "Mã số hàng hoá": "0101" }] };
    expect((await only(JSON.stringify(stated))).declaration).toMatchObject({ id: HEADER.id, direction: "export", items: [{ hsCode: "0101" }] });
    expect(
      (await only("\ufeffSố tờ khai,Mã loại hình,Ngày đăng ký,Mã số hàng hóa\r\n108625440120,A11,21/11/2026 08:30,0101\r\n")).declaration.registeredAt,
    ).toBe("2026-11-21T08:30:00+07:00");
  });

  it("of exports have their trader as exporter and seller, and the place where the goods end", async () => {
    const { parties, regime, destinationCountryCode, extensions } = await declarationOf(
      sheet({ type: "B13", exporterCode: "0314409058", importerName: "Buyer", principalName: "P", compliance: "1", finalPlace: "USNYC" }),
    );
    expect(parties).toEqual({
      exporter: { ...mst("0314409058"), officialRatings: [{ scheme: "vn-tt81-compliance-level", code: "1" }] },
      importer: { name: "Buyer" },
      seller: { name: "P" },
    });
    expect([regime, destinationCountryCode, extensions?.vnaccs]).toEqual(["reExport", "US", { finalPlace: "USNYC" }]);
  });

  it("of temporary imports name what they end with and where the goods go on to", async () => {
    const stated = { type: "G11", relatedId: "108625440010", destination: "CN", finalPlace: "somewhere" };
    expect(await declarationOf(sheet(stated))).toMatchObject({
      direction: "import",
      regime: "temporaryImport",
      destinationCountryCode: "CN",
      previousDocuments: [{ kind: "other", number: "108625440010", typeCode: "vnaccs-declaration" }],
    });
    expect((await declarationOf(sheet({ finalPlace: "somewhere" }))).destinationCountryCode).toBeUndefined();
  });

  it("of goods that are only carried are in transit, or transhipped", async () => {
    const carried = async (stated: Stated) => {
      const { direction, regime, transport } = await declarationOf(sheet({ type: undefined, kind: "Vận chuyển", ...stated }));
      return [direction, regime, transport.transitCountryCodes];
    };
    expect(await carried({ route: "LA;KH" })).toEqual(["transit", "transit", ["LA", "KH"]]);
    expect(await carried({ carriage: "trung chuyển" })).toEqual(["transit", "transhipment", undefined]);
    expect(await carried({ carriage: "QUÁ CẢNH" })).toEqual(["transit", "transit", undefined]);
    expect((await declarationOf(sheet({ type: "Z99", kind: "xuất khẩu" }))).regime).toBeUndefined();
  });

  it("of parcels name sender and addressee, and the item of post or the house waybill", async () => {
    const parcel = { goodsClass: "F", relation: "3", mode: "1", senderName: "S", senderCountry: "US", addresseeName: "R", addresseeCode: "012345678901" };
    const { parties, transport } = await declarationOf(sheet({ ...parcel, bills: "EE123456789US;HAWB1", masterBill: "131-12345675" }));
    expect(parties).toEqual({ sender: { name: "S", countryCode: "US" }, addressee: { ...mst("012345678901"), name: "R" } });
    expect(transport.documents).toEqual([
      { level: "house", number: "EE123456789US", kind: "postalItem", masterNumber: "131-12345675" },
      { level: "house", number: "HAWB1", kind: "airWaybill", masterNumber: "131-12345675" },
    ]);
  });

  it("keep a place without a code, a moment of arrival, and masses in their units", async () => {
    const stated = { arrival: "20/11/2026 10:00", loading: "somewhere", unloading: "VNCLI", grossMass: 500, grossUnit: "GRM", mode: "9", bills: "B" };
    const { transport, grossMassKg, extensions } = await declarationOf(sheet(stated));
    expect([transport, grossMassKg, extensions?.vnaccs]).toEqual([
      {
        mode: { scheme: "vnaccs-transport-mode", code: "9" },
        unloadingLocation: "VNCLI",
        arrivalAt: "2026-11-20T10:00:00+07:00",
        documents: [{ level: "simple", number: "B" }],
      },
      0.5,
      { loadingPlace: "somewhere" },
    ]);
    expect((await declarationOf(sheet({ grossMass: "7" }))).grossMassKg).toBe(7);
  });

  it("state the result of an inspection and why there was one, beside what is scored", async () => {
    const of = async (stated: Stated) => (await only(json(sheet({ resultAt: "25/11/2026 09:00:00", ...stated })))).outcome;
    const known = { declarationId: HEADER.id, knownAt: "2026-11-25T09:00:00+07:00" };
    expect(await of({ result: "A" })).toEqual({ ...known, finding: false });
    expect(await of({ result: "B", selectionReason: "random", selectionProbability: "0.05" })).toEqual({
      ...known,
      finding: true,
      selection: { reason: "random", probability: 0.05 },
    });
    expect(await of({ result: "C" })).toBeUndefined();
    expect(await of({})).toBeUndefined();
    expect(
      await issuesOf(
        json(sheet({ result: "D" }), sheet({ id: "2", result: "B" }), sheet({ id: "3", result: "B", resultAt: "25/11/2026 09:00", selectionReason: "x" })),
      ),
    ).toEqual([
      'value.type (root) at Kết quả kiểm tra: "D"',
      "value.type knownAt at Kết quả kiểm tra: nothing",
      "value.type selection.probability at Kết quả kiểm tra: nothing",
    ]);
  });
});

describe("a declaration that cannot be read", () => {
  it("comes back with the VNACCS names of what is wrong", async () => {
    const bad = sheet(
      { registeredAt: "21/11/2026", invoiceTotal: "1.234,5", invoiceCurrency: "USD", freight: 5, grossMass: "-1", bills: 5, exporterCountry: "China" },
      { hsCode: "8482.99.00", netMass: -3 },
    );
    expect(await issuesOf(json(bad))).toEqual([
      "value.type (root) at Số vận đơn: 5",
      'time.invalid registeredAt at Ngày đăng ký: "21/11/2026"',
      'value.invalid parties.exporter.countryCode at Mã nước người xuất khẩu: "China"',
      "value.invalid parties.exporter at Mã người xuất khẩu: an object",
      "value.range grossMassKg at Tổng trọng lượng hàng: -1",
      'value.type invoiceTotal.amount at Tổng trị giá hóa đơn: "1.234,5"',
      "value.type freight.currency at Mã đồng tiền phí vận chuyển: nothing",
      'value.invalid items[0].hsCode at Mã số hàng hóa: "8482.99.00"',
      "value.range items[0].netMassKg at Trọng lượng tịnh: -3",
    ]);
  });

  it("says which type and kind of declaration it is", async () => {
    expect(await issuesOf(json(sheet({ type: "Z99" })))).toEqual([
      'value.invalid direction at Mã loại hình: "Z99"',
      "value.invalid direction at Loại tờ khai: nothing",
    ]);
    expect(await issuesOf(json(sheet({ kind: "xuất khẩu" })))).toEqual(['value.type (root) at Loại tờ khai: "xuất khẩu"']);
    expect(await issuesOf(json(sheet({ kind: "?", carriage: "?" })))).toEqual([
      'value.type (root) at Loại tờ khai: "?"',
      'value.type (root) at Loại hình vận chuyển: "?"',
    ]);
  });

  it("has as many goods items as it says, and seals for its containers", async () => {
    expect(await issuesOf(json(sheet({ lineCount: 2 })))).toEqual(["value.invalid items at Tổng số dòng hàng: 1"]);
    expect(await issuesOf(json(sheet({ containers: "A;B", seals: "S" })))).toEqual(['value.type (root) at Số niêm phong: "S"']);
    expect(await issuesOf(json(sheet({ seals: "S" })))).toEqual(['value.type (root) at Số niêm phong: "S"']);
    expect(await issuesOf(json(sheet({ grossMass: 1, grossUnit: "LBR" })))).toEqual(['value.type (root) at Mã đơn vị tính trọng lượng: "LBR"']);
  });

  it("amends at a moment, what it names, not before it was registered", async () => {
    const amended = (stated: Stated) => sheet({ id: "108625440121", ...stated });
    expect(await issuesOf(json(amended({ changeReason: "x" })))).toContain("value.type (root) at Ngày thay đổi đăng ký: nothing");
    expect(await issuesOf(json(amended({ changed: "Số tờ khai" })))).toContain("value.type (root) at Ngày thay đổi đăng ký: nothing");
    expect(await issuesOf(json(amended({ changedAt: "20/11/2026 08:30:00", changed: "màu" })))).toEqual([
      'time.inverted amendments[0].at at Ngày thay đổi đăng ký: "2026-11-20T08:30:00+07:00"',
      'value.type (root) at Chỉ tiêu sửa đổi: "màu"',
    ]);
    const { declaration } = await only(json(sheet({ id: "X", changedAt: "22/11/2026 08:30:00", changed: ["Mã số hàng hóa", "Tên người nhập khẩu"] })));
    expect([declaration.registeredAt, declaration.amendments, declaration.extensions?.vnaccs?.firstRegisteredAt]).toEqual([
      "2026-11-22T08:30:00+07:00",
      [{ at: "2026-11-22T08:30:00+07:00", fields: ["items[].hsCode", "parties.importer.name"] }],
      "2026-11-21T08:30:00+07:00",
    ]);
  });

  it("is an object with names that are known, each once, and a list of goods items", async () => {
    expect(await issuesOf('5\n{"a":')).toEqual(['value.unknownKey columns[0]: "5"', "value.invalid columns: nothing"]);
    expect(await issuesOf(`${json(sheet())}[1]\n\n{"a":\n`)).toEqual(["value.type (root): an array of 1", expect.stringContaining("json.syntax")]);
    const names = { "Số tờ khai": "1", "so to khai": "1", "Mô tả hàng hóa": "x", màu: 1, "Dòng hàng": [1] };
    expect(await issuesOf(JSON.stringify(names))).toEqual([
      'value.duplicate (root): "so to khai"',
      'value.unknownKey (root): "Mô tả hàng hóa"',
      'value.unknownKey (root): "màu"',
      "value.type items at Dòng hàng: an array of 1",
    ]);
    expect(await issuesOf(JSON.stringify({ "Dòng hàng": {} }))).toEqual(["value.type items at Dòng hàng: an object"]);
    expect(await issuesOf(json(sheet({ bills: [1], id: 108625440120 })))).toEqual(
      expect.arrayContaining(["value.type (root) at Số tờ khai: 108625440120", "value.type (root) at Số vận đơn: an array of 1"]),
    );
  });
});

describe("a table of VNACCS declarations", () => {
  const three = [sheet({ id: "1" }, {}, {}), sheet({ id: "2" }), sheet({ id: "3" })];

  it("has names on its first line, each known and once, the number of the declaration among them", async () => {
    expect(await issuesOf("")).toEqual(['row.invalid (root): "an empty file"']);
    expect(await issuesOf("Số tờ khai,màu,số tờ khai\n")).toEqual(['value.unknownKey columns[1]: "màu"', 'value.duplicate columns[2]: "số tờ khai"']);
    expect(await issuesOf("Mã loại hình\nA11\n")).toEqual(["value.invalid columns: nothing"]);
    expect(await read(new Uint8Array([0xff, 0x0a]))).toMatchObject([{ ok: false, line: 1, issues: [{ code: "value.illFormedText" }] }]);
  });

  it("costs a declaration whose rows disagree, or of which one was cut off, and no other", async () => {
    const lines = csv(three).trimEnd().split("\n");
    const disagree = lines.map((line, index) => (index === 2 ? line.replace("A11", "A12") : line)).join("\n");
    expect((await read(disagree)).map((row) => [row.ok, row.line])).toEqual([
      [false, 2],
      [true, 4],
      [true, 5],
    ]);
    expect(await issuesOf(disagree)).toEqual(['row.invalid (root) at Mã loại hình: "A12"']);
    const first = [lines[0], lines[1]?.replace("A11", ""), ...lines.slice(2)].join("\n");
    expect(await issuesOf(first)).toEqual(['row.invalid (root) at Mã loại hình: "A11"']);
    const cut = csv([...three].reverse())
      .trimEnd()
      .slice(0, -12);
    expect((await read(cut)).map((row) => [row.ok, row.line])).toEqual([
      [true, 2],
      [true, 3],
      [false, 5],
      [false, 4],
    ]);
  });

  it("refuses rows in another encoding by themselves, with the declaration that they belong to, and warns of letters that were damaged", async () => {
    const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
    const [names = "", ...rows] = csv(three.map(({ header, items }) => ({ header, items: items.map((item) => ({ ...item, description: "Hóa chất" })) }))).split(
      "\n",
    );
    const mixed = [bytes(`${names}\n`, "utf8"), ...rows.map((row, index) => bytes(`${row}\n`, index === 1 ? "latin1" : "utf8"))];
    const results = await read(...mixed);
    expect(results.map((row) => [row.ok, row.line])).toEqual([
      [false, 3],
      [false, 2],
      [true, 4],
      [true, 5],
    ]);
    expect(results[0]).toMatchObject({ issues: [{ code: "value.illFormedText" }] });
    const utf16 = await read(new Uint8Array(Buffer.from(`\ufeff${csv(three)}`, "utf16le")));
    expect(utf16.every(({ ok }) => !ok)).toBe(true);
    const damaged = ["H\ufffda ch\ufffdt", "HÃ³a cháº¥t", "Ä‘Æ°á»ng"].map((description, index) =>
      sheet({ id: `${index}`, importerName: description }, { description }),
    );
    expect(await issuesOf(json(...damaged, sheet({ id: "9", importerName: "Cà phê Ắ đường" })))).toEqual(
      damaged.flatMap(({ header }) => [
        `warning value.illFormedText parties.importer.name: "${header.importerName}"`,
        expect.stringContaining("warning value.illFormedText items[0].description"),
      ]),
    );
  });

  it("is let go of where a caller stops", async () => {
    let released = false;
    function* chunks() {
      try {
        for (;;) yield csv(three);
      } finally {
        released = true;
      }
    }
    const { readVnaccsDeclarations } = await import("../../../src/adapters/vnaccs/read-vnaccs-declarations.js");
    for await (const row of readVnaccsDeclarations(chunks())) {
      expect(row.ok).toBe(true);
      break;
    }
    expect(released).toBe(true);
  });
});
