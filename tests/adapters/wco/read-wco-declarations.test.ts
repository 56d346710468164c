import { describe, expect, it } from "vitest";
import { CODE, declaration, issuesOf, item, only, read } from "./support.js";

const FULL = `<?xml version="1.0" encoding="UTF-8"?>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
 <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
 <md:WCOTypeName>DEC</md:WCOTypeName>
 <Declaration>
  <AcceptanceDateTime><DateTimeString formatCode="304">20260301083000+01</DateTimeString></AcceptanceDateTime>
  <FunctionCode>9</FunctionCode>
  <FunctionalReferenceID>LRN 1</FunctionalReferenceID>
  <ID>26GB1</ID>
  <TypeCode>IMA</TypeCode>
  <GoodsItemQuantity>1</GoodsItemQuantity>
  <DeclarationOfficeID>GBLBA001</DeclarationOfficeID>
  <InvoiceAmount currencyID="GBP">9500.50</InvoiceAmount>
  <TotalPackageQuantity>12</TotalPackageQuantity>
  <AdditionalInformation><StatementCode>RRS01</StatementCode><StatementDescription>moved by road</StatementDescription></AdditionalInformation>
  <AdditionalDocument><CategoryCode>1</CategoryCode><ID>1108654</ID><TypeCode>DAN</TypeCode></AdditionalDocument>
  <Agent><ID>GB9</ID><FunctionCode>2</FunctionCode></Agent>
  <AuthorisationHolder><ID>GB1</ID><CategoryCode>CGU</CategoryCode></AuthorisationHolder>
  <AuthorisationHolder><ID>GB2</ID><CategoryCode>DPO</CategoryCode></AuthorisationHolder>
  <BorderTransportMeans><ID>9074729</ID><IdentificationTypeCode>10</IdentificationTypeCode><RegistrationNationalityCode>US</RegistrationNationalityCode><ModeCode>1</ModeCode></BorderTransportMeans>
  <Consignment>
   <Carrier><Name>Sea Line</Name></Carrier>
   <Freight><PaymentMethodCode>B</PaymentMethodCode></Freight>
   <Itinerary><SequenceNumeric>1</SequenceNumeric><RoutingCountryCode>US</RoutingCountryCode></Itinerary>
   <Itinerary><SequenceNumeric>2</SequenceNumeric><RoutingCountryCode>GB</RoutingCountryCode></Itinerary>
  </Consignment>
  <Declarant><ID>GB3</ID><Communication><ID>+44 1</ID><TypeCode>TE</TypeCode></Communication><Communication><ID>a@example.org</ID><TypeCode>EM</TypeCode></Communication></Declarant>
  <ExitOffice><ID>GB000084</ID></ExitOffice>
  <Exporter><Name>US Clipper</Name><Address><CityName>New York</CityName><CountryCode>US</CountryCode><Line>1 Shaver Street</Line><PostcodeID>NY1</PostcodeID></Address></Exporter>
  <ObligationGuarantee><ID>G1</ID><SecurityDetailsCode>0</SecurityDetailsCode></ObligationGuarantee>
  <SupervisingOffice><ID>GBBEL004</ID></SupervisingOffice>
  <GoodsShipment>
   <TransactionNatureCode>1</TransactionNatureCode>
   <Buyer><Name>Buyer</Name></Buyer>
   <Consignee><Name>Consignee</Name></Consignee>
   <Consignment>
    <ContainerCode>1</ContainerCode>
    <ArrivalTransportMeans><ID>XX 1</ID><IdentificationTypeCode>30</IdentificationTypeCode></ArrivalTransportMeans>
    <GoodsLocation><Name>WLALONBTW</Name><TypeCode>A</TypeCode><Address><TypeCode>U</TypeCode><CountryCode>GB</CountryCode></Address></GoodsLocation>
    <LoadingLocation><ID>USNYC</ID></LoadingLocation>
    <UnloadingLocation><ID>somewhere</ID></UnloadingLocation>
    <TransportEquipment><SequenceNumeric>1</SequenceNumeric><ID>CSQU 3054383</ID><Seal><SequenceNumeric>1</SequenceNumeric><ID>S1</ID></Seal></TransportEquipment>
   </Consignment>
   <CustomsValuation><FreightChargeAmount currencyID="USD">9</FreightChargeAmount></CustomsValuation>
   <Destination><CountryCode>GB</CountryCode></Destination>
   <ExportCountry><ID>US</ID></ExportCountry>
   <GovernmentAgencyGoodsItem>
    <SequenceNumeric>1</SequenceNumeric>
    <StatisticalValueAmount currencyID="GBP">9600</StatisticalValueAmount>
    <TransactionNatureCode>11</TransactionNatureCode>
    <AdditionalDocument><CategoryCode>N</CategoryCode><ID>12345/19</ID><TypeCode>935</TypeCode><LPCOExemptionCode>AC</LPCOExemptionCode><Submitter><Name>Seller</Name></Submitter></AdditionalDocument>
    <AdditionalDocument><CategoryCode>N</CategoryCode><ID>MAEU1</ID><TypeCode>705</TypeCode></AdditionalDocument>
    <AdditionalDocument><CategoryCode>Y</CategoryCode><Name>Excluded product</Name><TypeCode>923</TypeCode></AdditionalDocument>
    <AdditionalInformation><StatementCode>00500</StatementCode><StatementDescription>IMPORTER</StatementDescription></AdditionalInformation>
    <AdditionalInformation><StatementCode>NIREM</StatementCode></AdditionalInformation>
    <Commodity>
     <Description>hair clippers</Description>
     <Classification><ID>85102000</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
     <Classification><ID>90</ID><IdentificationTypeCode>TRC</IdentificationTypeCode></Classification>
     <Classification><ID>VATZ</ID><IdentificationTypeCode>GN</IdentificationTypeCode></Classification>
     <Classification><ID>0010164-4</ID><IdentificationTypeCode>CV</IdentificationTypeCode></Classification>
     <DutyTaxFee><DutyRegimeCode>100</DutyRegimeCode><TypeCode>A00</TypeCode><QuotaOrderID>054077</QuotaOrderID><Payment><MethodCode>E</MethodCode></Payment></DutyTaxFee>
     <DutyTaxFee><TypeCode>B00</TypeCode><Payment><MethodCode>E</MethodCode></Payment></DutyTaxFee>
     <GoodsMeasure><GrossMassMeasure unitCode="KGM">15</GrossMassMeasure><NetNetWeightMeasure>10.5</NetNetWeightMeasure><TariffQuantity unitCode="NAR">7</TariffQuantity></GoodsMeasure>
     <InvoiceLine><ItemChargeAmount currencyID="GBP">9500.50</ItemChargeAmount></InvoiceLine>
     <TransportEquipment><SequenceNumeric>2</SequenceNumeric><ID>TGHU1234567</ID></TransportEquipment>
    </Commodity>
    <CustomsValuation><MethodCode>1</MethodCode></CustomsValuation>
    <GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>71</PreviousCode></GovernmentProcedure>
    <GovernmentProcedure><CurrentCode>000</CurrentCode></GovernmentProcedure>
    <Origin><CountryCode>CN</CountryCode><TypeCode>2</TypeCode></Origin>
    <Origin><CountryCode>VN</CountryCode><TypeCode>1</TypeCode></Origin>
    <Packaging><SequenceNumeric>1</SequenceNumeric><MarksNumbersID>M1</MarksNumbersID><QuantityQuantity>10</QuantityQuantity><TypeCode>BX</TypeCode></Packaging>
    <Packaging><SequenceNumeric>2</SequenceNumeric><MarksNumbersID>M2</MarksNumbersID><QuantityQuantity>2</QuantityQuantity><TypeCode>BX</TypeCode></Packaging>
    <PreviousDocument><CategoryCode>X</CategoryCode><ID>HB 7</ID><TypeCode>714</TypeCode></PreviousDocument>
   </GovernmentAgencyGoodsItem>
   <Importer><ID>GB553202734852</ID></Importer>
   <PreviousDocument><CategoryCode>Z</CategoryCode><ID>1GB-1</ID><TypeCode>DCR</TypeCode></PreviousDocument>
   <Seller><Name>Seller</Name></Seller>
   <TradeTerms><ConditionCode>CIF</ConditionCode><LocationID>GBWLA</LocationID></TradeTerms>
   <UCR><TraderAssignedReferenceID>UCR1</TraderAssignedReferenceID></UCR>
   <Warehouse><ID>1117770GB</ID><TypeCode>U</TypeCode></Warehouse>
  </GoodsShipment>
 </Declaration>
</md:MetaData>`;

describe("declarations of the WCO Data Model", () => {
  it("fill the whole model, and what it has no field for stands in extensions", async () => {
    expect(await only(FULL, {})).toEqual({
      id: "26GB1",
      direction: "import",
      registeredAt: "2026-03-01T08:30:00+01:00",
      customsOffice: "GBLBA001",
      procedure: { scheme: "eu-procedure", code: "4071" },
      regime: "homeUse",
      exitOffice: "GB000084",
      paymentMethod: { scheme: "eu-duty-payment", code: "E" },
      parties: {
        importer: { identifier: { scheme: "eori", code: "GB553202734852" } },
        exporter: { name: "US Clipper", address: "1 Shaver Street, NY1, New York", countryCode: "US" },
        consignee: { name: "Consignee" },
        declarant: { identifier: { scheme: "eori", code: "GB3" }, phone: "+44 1", email: "a@example.org" },
        representative: { identifier: { scheme: "eori", code: "GB9" } },
        seller: { name: "Seller" },
        buyer: { name: "Buyer" },
        carrier: { name: "Sea Line" },
      },
      transport: {
        mode: { scheme: "eu-transport-mode", code: "1" },
        departureCountryCode: "US",
        loadingLocation: "USNYC",
        meansId: "9074729",
        documents: [
          { level: "simple", kind: "billOfLading", number: "MAEU1" },
          { level: "house", kind: "billOfLading", number: "HB 7" },
        ],
        equipment: [{ id: "CSQU3054383", seals: ["S1"] }, { id: "TGHU1234567" }],
      },
      documents: [{ kind: "other", number: "1108654", typeCode: "1DAN" }],
      previousDocuments: [{ kind: "other", number: "1GB-1", typeCode: "ZDCR" }],
      packageCount: 12,
      incoterm: "CIF",
      freightPayment: { terms: "prepaid", method: { scheme: "eu-transport-charges", code: "B" } },
      invoiceTotal: { amount: 9500.5, currency: "GBP" },
      freight: { amount: 9, currency: "USD" },
      items: [
        {
          lineNumber: 1,
          hsCode: "8510200090",
          description: "hair clippers",
          originCountryCode: "VN",
          netMassKg: 10.5,
          grossMassKg: 15,
          quantity: { amount: 7, unit: "NAR" },
          packageCount: 12,
          customsValue: { amount: 9500.5, currency: "GBP" },
          invoicePrice: { amount: 9500.5, currency: "GBP" },
          statisticalValue: { amount: 9600, currency: "GBP" },
          preference: { scheme: "eu-preference", code: "100" },
          packageKind: "BX",
          marks: "M1, M2",
          equipmentIds: ["TGHU1234567"],
          documents: [
            { kind: "invoice", number: "12345/19", issuer: "Seller", typeCode: "N935" },
            { kind: "transportDocument", number: "MAEU1", typeCode: "N705" },
          ],
          previousDocuments: [{ kind: "transportDocument", number: "HB 7", typeCode: "X714" }],
          extensions: {
            wco: {
              procedure: "4071",
              additionalProcedures: "000",
              additionalCodes: "VATZ",
              cusCode: "0010164-4",
              valuationMethod: "1",
              valueBasis: "itemPrice",
              transactionNature: "11",
              quota: "054077",
              documentStatuses: "N935 AC",
              unnumberedDocuments: "Y923 Excluded product",
              statements: "00500 IMPORTER, NIREM",
            },
          },
        },
      ],
      extensions: {
        wco: {
          traderReference: "LRN 1",
          declarationType: "IMA",
          ucr: "UCR1",
          statedItemCount: 1,
          supervisingOffice: "GBBEL004",
          warehouse: "U 1117770GB",
          goodsLocation: "GB A U WLALONBTW",
          representation: "2",
          authorisations: "CGU GB1, DPO GB2",
          guarantees: "G1",
          incotermPlace: "GBWLA",
          transactionNature: "1",
          destinationCountry: "GB",
          routingCountries: "US, GB",
          meansIdType: "10",
          meansNationality: "US",
          inlandMeans: "30 XX 1",
          isContainerised: "1",
          statements: "RRS01 moved by road",
        },
      },
    });
  });

  it("are found in any envelope, with any prefix and namespace, several in one text", async () => {
    const other = declaration("")
      .replace('xmlns="', 'xmlns:n1="')
      .replace(/<(\/?)(?=[A-Z])/g, "<$1n1:");
    const text = `<all xmlns:m="urn:m"><m:requestCommon><a/></m:requestCommon>${declaration("<ID>A</ID>")}<b>${other}</b></all>`;
    expect((await read(text)).map((result) => result.ok && result.value.id)).toEqual(["A", "LRN-1"]);
  });

  it("have the number of customs as id, else the trader's, with what an id cannot hold encoded", async () => {
    expect((await only(declaration("<FunctionalReferenceID>A 1%é</FunctionalReferenceID>"))).id).toBe("A%201%25%C3%A9");
  });

  it("without goods, without a number or with bad values come back once, with every reason and its place", async () => {
    expect(await issuesOf(declaration("", ""))).toEqual([expect.stringMatching(/^value\.\w+ items.* at \/Declaration \(line 1\)/)]);
    const text = declaration(
      "",
      `<ExportCountry><ID>GBR</ID></ExportCountry>\n${item(1, "<GoodsMeasure><GrossMassMeasure>1,5</GrossMassMeasure><NetNetWeightMeasure>-1</NetNetWeightMeasure></GoodsMeasure>")}`,
    );
    const place = "/Declaration/GoodsShipment/GovernmentAgencyGoodsItem";
    expect(await issuesOf(text)).toEqual([
      'value.invalid transport.departureCountryCode at /Declaration/GoodsShipment/ExportCountry/ID (line 1): "GBR"',
      `value.type items[0].hsCode at ${place} (line 2): nothing`,
      `value.range items[0].netMassKg at ${place}/Commodity/GoodsMeasure/NetNetWeightMeasure (line 2): -1`,
      `value.type items[0].grossMassKg at ${place}/Commodity/GoodsMeasure/GrossMassMeasure (line 2): "1,5"`,
    ]);
    const [result] = await read(text);
    expect(result).toMatchObject({ ok: false, line: 1, raw: text });
  });

  it("that are answers of customs, or state changes only, are refused as what they are", async () => {
    expect(await issuesOf(`<MetaData><WCOTypeName>RES</WCOTypeName><Response><Declaration><ID>1</ID></Declaration></Response></MetaData>`)).toEqual([
      'value.invalid (root) at /Response (line 1): "an answer of customs, Response"',
    ]);
    expect(await issuesOf(declaration("<FunctionCode>13</FunctionCode>"))).toEqual([
      'value.invalid (root) at /Declaration (line 1): "13, an amendment that states changes only"',
    ]);
    expect(await issuesOf(declaration("<FunctionCode>1</FunctionCode>"))).toEqual(['value.invalid (root) at /Declaration (line 1): "1"']);
    expect((await only(declaration("<FunctionCode>5</FunctionCode>"))).id).toBe("LRN-1");
  });

  it("end with the first thing that is no XML, and those before stand", async () => {
    const results = await read(`<all>${declaration("")}<Declaration>\n</all>`);
    expect(results.map((result) => (result.ok ? result.value.id : result.issues[0].source))).toEqual(["LRN-1", "line 2, column 6"]);
  });

  it("that say twice what is said once are refused", async () => {
    expect(await issuesOf(declaration("<TypeCode>IMA</TypeCode><TypeCode>IMA</TypeCode>"))).toEqual([
      'value.duplicate (root) at /Declaration/TypeCode[2] (line 1): "a second one"',
    ]);
  });
});

describe("the moment of a WCO declaration", () => {
  const moment = async (header: string, options = {}) => (await only(declaration(header), options)).registeredAt;

  it("is that of its acceptance, else of its issue, else when it came in", async () => {
    const issued = "<IssueDateTime><DateTimeString>20260301083000Z</DateTimeString></IssueDateTime>";
    const accepted = "<AcceptanceDateTime>202603020830</AcceptanceDateTime>";
    const receivedAt = "2026-05-01T00:00:00Z";
    expect(await moment(accepted + issued, { receivedAt })).toBe("2026-03-02T08:30:00Z");
    expect(await moment(accepted, { utcOffset: "+07:00" })).toBe("2026-03-02T08:30:00+07:00");
    expect(await moment(issued, { receivedAt })).toBe("2026-03-01T08:30:00Z");
    expect(await moment("", { receivedAt })).toBe(receivedAt);
  });

  it("is never invented", async () => {
    const [result] = await read(declaration(""), {});
    expect(result?.ok === false && result.issues).toMatchObject([
      { path: ["registeredAt"], received: "nothing", remedy: expect.stringContaining("--received-at") },
    ]);
    expect(await issuesOf(declaration("<AcceptanceDateTime><p>20260301</p></AcceptanceDateTime>"))).toEqual([
      'value.type (root) at /Declaration/AcceptanceDateTime (line 1): "the element p"',
    ]);
    expect(await issuesOf(declaration("<AcceptanceDateTime>20260301</AcceptanceDateTime>"))).toEqual([
      'time.invalid registeredAt at /Declaration/AcceptanceDateTime (line 1): "20260301"',
    ]);
  });
});

describe("the direction of a WCO declaration", () => {
  const direction = async (type: string, procedure?: string) => {
    const codes =
      procedure === undefined ? "" : `<GovernmentProcedure><CurrentCode>${procedure}</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>`;
    return (await only(declaration(`<TypeCode>${type}</TypeCode>`, item(1, undefined, codes)))).direction;
  };

  it("is told by its type, else by the procedure that is requested", async () => {
    expect(await Promise.all([direction("IMZ"), direction("EXD", "40"), direction("T2F"), direction("COA", "10"), direction("COA", "40")])).toEqual([
      "import",
      "export",
      "transit",
      "export",
      "import",
    ]);
  });

  it("may be told by a procedure of which only the previous one is stated, as little as that is", async () => {
    const previous = "<GovernmentProcedure><PreviousCode>40</PreviousCode></GovernmentProcedure><GovernmentProcedure/>";
    const { procedure, items } = await only(declaration("", item(1, undefined, previous)));
    expect([procedure?.code, items[0].extensions?.wco?.additionalProcedures]).toEqual(["40", undefined]);
  });

  it("is an issue where neither tells", async () => {
    expect(await issuesOf(declaration("<TypeCode>COA</TypeCode>"))).toEqual(['value.invalid direction at /Declaration/TypeCode (line 1): "COA"']);
    const without = declaration("").replace("<TypeCode>IMA</TypeCode>", "");
    expect(await issuesOf(without)).toEqual([expect.stringContaining("direction at /Declaration (line 1): nothing")]);
    const zero = "<GovernmentProcedure><CurrentCode>00</CurrentCode><PreviousCode>20</PreviousCode></GovernmentProcedure>";
    expect(await issuesOf(declaration("<TypeCode>COA</TypeCode>", item(1, undefined, zero)))).toHaveLength(1);
  });
});

describe("goods items of a WCO declaration", () => {
  const itemOf = async (inside: string, rest = "") => (await only(declaration("", item(1, inside, rest)))).items[0];

  it("have the code of the nomenclature that is stated", async () => {
    const classified = async (...codes: readonly (readonly [string, string])[]) =>
      (
        await itemOf(
          codes.map(([id, type]) => `<Classification><ID>${id}</ID><IdentificationTypeCode>${type}</IdentificationTypeCode></Classification>`).join(""),
        )
      ).hsCode;
    expect(await classified(["85102000", "TSP"])).toBe("85102000");
    expect(await classified(["00", "TRC"], ["85102000", "TSP"])).toBe("8510200000");
    expect(await classified(["851020", "TSP"], ["00", "TRC"])).toBe("851020");
    expect(await classified(["851020", "HS"], ["VATZ", "GN"])).toBe("851020");
  });

  it("have as value the customs value, else the item's price, else the statistical value, and say which", async () => {
    const price = '<InvoiceLine><ItemChargeAmount currencyID="GBP">2</ItemChargeAmount></InvoiceLine>';
    const statistical = '<StatisticalValueAmount currencyID="GBP">3</StatisticalValueAmount>';
    const valued = async (inside: string, rest: string) => {
      const { customsValue, extensions } = await itemOf(CODE + inside, rest);
      return [customsValue?.amount, extensions?.wco?.valueBasis];
    };
    expect(await valued(price, `${statistical}<CustomsValueAmount currencyID="GBP">1</CustomsValueAmount>`)).toEqual([1, "customsValue"]);
    expect(await valued("", `<CustomsValuation><CustomsValueAmount currencyID="GBP">1</CustomsValueAmount></CustomsValuation>`)).toEqual([1, "customsValue"]);
    expect(await valued(price, statistical)).toEqual([2, "itemPrice"]);
    expect(await valued("", statistical)).toEqual([3, "statisticalValue"]);
    expect(await valued("", "")).toEqual([undefined, undefined]);
  });

  it("state amounts with a currency and masses in kilograms", async () => {
    expect(await issuesOf(declaration("<InvoiceAmount>1</InvoiceAmount>"))).toEqual([
      "value.type invoiceTotal.currency at /Declaration/InvoiceAmount (line 1): nothing",
    ]);
    const tonnes = `${CODE}<GoodsMeasure><GrossMassMeasure unitCode="TNE">1</GrossMassMeasure></GoodsMeasure>`;
    expect(await issuesOf(declaration("", item(1, tonnes)))).toEqual([
      'value.invalid (root) at /Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/GoodsMeasure/GrossMassMeasure (line 1): "TNE"',
    ]);
    const { extensions } = await itemOf(CODE, "<StatisticalValueAmount>3</StatisticalValueAmount>").catch(() => ({ extensions: undefined }));
    expect(extensions).toBeUndefined();
  });

  it("keep a quantity without a unit apart", async () => {
    const { quantity, extensions } = await itemOf(`${CODE}<GoodsMeasure><TariffQuantity>7</TariffQuantity></GoodsMeasure>`);
    expect([quantity, extensions]).toEqual([undefined, { wco: { tariffQuantity: 7 } }]);
  });

  it("have the only origin there is, also that of a preference", async () => {
    expect((await itemOf(CODE, "<Origin><CountryCode>CN</CountryCode><TypeCode>2</TypeCode></Origin>")).originCountryCode).toBe("CN");
  });

  it("count no packages that are no number", async () => {
    const packaging = (count: string) => `<Packaging><QuantityQuantity>${count}</QuantityQuantity></Packaging>`;
    expect((await itemOf(CODE, packaging("0") + packaging("5"))).packageCount).toBe(5);
    expect(await issuesOf(declaration("", item(1, CODE, packaging("7") + packaging("-5"))))).toEqual([
      expect.stringMatching(/packageCount.*Packaging\[2\].*: -5$/),
    ]);
    expect(await issuesOf(declaration("", item(1, CODE, packaging("7") + packaging("many"))))).toEqual([expect.stringMatching(/packageCount.*: "many"$/)]);
  });
});

describe("what items of a WCO declaration share", () => {
  const country = (code: string) => `<ExportCountry><ID>${code}</ID></ExportCountry>`;
  const consignee = (name: string) => `<Consignee><Name>${name}</Name></Consignee>`;
  const procedure = (code: string) => `<GovernmentProcedure><CurrentCode>${code}</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>`;
  const of = async (first: string, second: string) => only(declaration("", item(1, undefined, first) + item(2, undefined, second)));

  it("is of the whole: country of dispatch, consignee, procedure", async () => {
    const same = country("JP") + consignee("A") + procedure("40");
    expect(await of(same, same)).toMatchObject({
      procedure: { code: "4000" },
      parties: { consignee: { name: "A" } },
      transport: { departureCountryCode: "JP" },
      items: [{ extensions: { wco: { consignee: "A", exportCountry: "JP", procedure: "4000" } } }, {}],
    });
  });

  it("is not where they differ", async () => {
    const {
      procedure: whole,
      parties,
      transport,
    } = await of(country("JP") + consignee("A") + procedure("40"), country("KR") + consignee("B") + procedure("53"));
    expect([whole, parties.consignee, transport.departureCountryCode]).toEqual([undefined, undefined, undefined]);
    expect((await of(consignee("A"), "")).parties).toEqual({});
  });
});

describe("the transport of a WCO declaration", () => {
  it("names the means at arrival or departure where none is stated at the border", async () => {
    const means = (name: string) => `<Consignment><${name}><ID>T1</ID></${name}></Consignment>${item(1)}`;
    expect((await only(declaration("", means("ArrivalTransportMeans")))).transport.meansId).toBe("T1");
    expect((await only(declaration("", means("DepartureTransportMeans")))).transport.meansId).toBe("T1");
  });

  it("takes a reference to equipment by number alone for no equipment, and seals without equipment for an issue", async () => {
    const equipment = (inside: string) =>
      `<Consignment><TransportEquipment><SequenceNumeric>1</SequenceNumeric>${inside}</TransportEquipment></Consignment>${item(1)}`;
    expect((await only(declaration("", equipment("")))).transport.equipment).toBeUndefined();
    expect(await issuesOf(declaration("", equipment("<Seal><ID>S</ID></Seal>")))).toEqual([expect.stringContaining("transport.equipment[0].id")]);
  });

  it("names the freight payment and parties of the shipment's consignment too", async () => {
    const { parties, freightPayment } = await only(
      declaration("", `<Consignment><Freight><PaymentMethodCode>A</PaymentMethodCode></Freight><Consignor><Name>C</Name></Consignor></Consignment>${item(1)}`),
    );
    expect([parties, freightPayment?.method?.code]).toEqual([{ consignor: { name: "C" } }, "A"]);
  });

  it("names the countries between the first and the last of its route, and where goods that leave go to", async () => {
    const of = async (type: string, ...countries: readonly string[]) => {
      const route = countries.map((code) => `<Itinerary><RoutingCountryCode>${code}</RoutingCountryCode></Itinerary>`).join("");
      const goods = `<Destination><CountryCode>JP</CountryCode></Destination>${item(1)}`;
      const { transport, regime, destinationCountryCode, extensions } = await only(
        declaration(`<TypeCode>${type}</TypeCode><Consignment>${route}</Consignment>`, goods),
      );
      return [transport.transitCountryCodes, regime, destinationCountryCode, extensions?.wco?.destinationCountry];
    };
    expect(await of("EXA", "GB", "FR", "SG", "JP")).toEqual([["FR", "SG"], undefined, "JP", undefined]);
    expect(await of("T1", "GB", "JP")).toEqual([undefined, "transit", "JP", undefined]);
    expect(await of("IMA", "GB", "somewhere", "JP")).toEqual([undefined, undefined, undefined, "JP"]);
  });

  it("takes a document without a code for one of another kind", async () => {
    expect((await only(declaration("<AdditionalDocument><ID>1</ID></AdditionalDocument>"))).documents).toEqual([{ kind: "other", number: "1" }]);
  });
});
