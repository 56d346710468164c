import { describe, expect, it } from "vitest";
import { consignmentsOf, document, issuesOf, item, message, only, read } from "./support.js";

const trader = (group: string, names: readonly string[], text: string): string =>
  `<${group}>${names.map((name, index) => `<${name}>${index === 4 ? "JP" : `${text}${index}`}</${name}>`).join("")}</${group}>`;

const FULL = `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type='text/xsl' href='x.xsl'?>
<ie:CC315A xmlns:ie="http://ics.dgtaxud.ec/CC315A">
  <MesSenMES3>GBCD1234/1234567890</MesSenMES3>
  <MesIdeMES19>M1</MesIdeMES19>
  <MesTypMES20>CC315A</MesTypMES20>
  <HEAHEA>
    <RefNumHEA4>LRN 1</RefNumHEA4>
    <TraModAtBorHEA76>1</TraModAtBorHEA76>
    <IdeOfMeaOfTraCroHEA85>9074729</IdeOfMeaOfTraCroHEA85>
    <NatOfMeaOfTraCroHEA87>PA</NatOfMeaOfTraCroHEA87>
    <TotNumOfIteHEA305>1</TotNumOfIteHEA305>
    <TotNumOfPacHEA306>14</TotNumOfPacHEA306>
    <TotGroMasHEA307>99.5</TotGroMasHEA307>
    <DecPlaHEA394>Dover</DecPlaHEA394>
    <SpeCirIndHEA1>E</SpeCirIndHEA1>
    <TraChaMetOfPayHEA1>A</TraChaMetOfPayHEA1>
    <ComRefNumHEA>UCR-1</ComRefNumHEA>
    <ConRefNumHEA>V123</ConRefNumHEA>
    <PlaLoaGOOITE334>JPTYO</PlaLoaGOOITE334>
    <PlaUnlGOOITE334>Oxford</PlaUnlGOOITE334>
    <DecDatTimHEA114>202603010830</DecDatTimHEA114>
  </HEAHEA>
  ${trader("TRACONCO1", ["NamCO17", "StrAndNumCO122", "PosCodCO123", "CitCO124", "CouCO125"], "co")}
  <TRACONCE1><TINCE159>GBce</TINCE159></TRACONCE1>
  <NOTPAR670><NamNOTPAR672>Notify</NamNOTPAR672></NOTPAR670>
  <GOOITEGDS>
    <IteNumGDS7>1</IteNumGDS7>
    <GooDesGDS23>salts</GooDesGDS23>
    <GroMasGDS46>99.5</GroMasGDS46>
    <UNDanGooCodGDI1>1234</UNDanGooCodGDI1>
    ${document("N714", "HB-7")}${document("N704", "MB-1")}${document("AB12", "X")}
    <SPEMENMT2><AddInfCodMT23>10600</AddInfCodMT23></SPEMENMT2>
    <COMCODGODITM><ComNomCMD1>293499</ComNomCMD1></COMCODGODITM>
    <CONNR2><ConNumNR21>CSQU 3054383</ConNumNR21></CONNR2>
    <PACGS2><KinOfPacGS23>BX</KinOfPacGS23><NumOfPacGS24>10</NumOfPacGS24><MarNumOfPacGSL21>M1</MarNumOfPacGSL21></PACGS2>
    <PACGS2><KinOfPacGS23>NE</KinOfPacGS23><NumOfPieGS25>4</NumOfPieGS25></PACGS2>
  </GOOITEGDS>
  <ITI><CouOfRouCodITI1>JP</CouOfRouCodITI1></ITI>
  <ITI><CouOfRouCodITI1>SG</CouOfRouCodITI1></ITI>
  <ITI><CouOfRouCodITI1>GB</CouOfRouCodITI1></ITI>
  <CUSOFFLON><RefNumCOL1>GB000060</RefNumCOL1></CUSOFFLON>
  <TRAREP><NamTRE1>Rep</NamTRE1><TINTRE1>GBrep</TINTRE1></TRAREP>
  <PERLODSUMDEC><TINPLD1>GBpld</TINPLD1></PERLODSUMDEC>
  <SEAID529><SeaIdSEAID530>S1</SeaIdSEAID530></SEAID529>
  <SEAID529><SeaIdSEAID530>S2</SeaIdSEAID530></SEAID529>
  <CUSOFFFENT730><RefNumCUSOFFFENT731>GB000040</RefNumCUSOFFFENT731><ExpDatOfArrFIRENT733>202603092359</ExpDatOfArrFIRENT733></CUSOFFFENT730>
  <CUSOFFSENT740><RefNumSUBENR909>FR001</RefNumSUBENR909></CUSOFFSENT740>
  <TRACARENT601><TINTRACARENT602>GBcar</TINTRACARENT602></TRACARENT601>
</ie:CC315A>`;

const eori = (code: string) => ({ identifier: { scheme: "eori", code } });

describe("entry summary declarations", () => {
  it("fill a consignment, and what it has no field for stands in extensions", async () => {
    expect(await only(FULL)).toEqual({
      id: "LRN%201",
      transportDocument: { level: "house", kind: "billOfLading", number: "HB-7" },
      masterDocumentNumber: "MB-1",
      lodgedAt: "2026-03-01T08:30:00Z",
      parties: {
        consignor: { name: "co0", address: "co1, co2, co3", countryCode: "JP" },
        consignee: eori("GBce"),
        notifyParty: { name: "Notify" },
        declarant: eori("GBpld"),
        representative: { ...eori("GBrep"), name: "Rep" },
        carrier: eori("GBcar"),
      },
      transport: {
        mode: { scheme: "eu-transport-mode", code: "1" },
        departureCountryCode: "JP",
        loadingLocation: "JPTYO",
        transitCountryCodes: ["SG"],
        meansId: "9074729",
        arrivalAt: "2026-03-09T23:59:00Z",
        equipment: [{ id: "CSQU3054383", seals: ["S1", "S2"] }],
      },
      grossMassKg: 99.5,
      packageCount: 14,
      freightPayment: { terms: "prepaid", method: { scheme: "eu-transport-charges", code: "A" } },
      items: [
        {
          lineNumber: 1,
          description: "salts",
          hsCode: "293499",
          grossMassKg: 99.5,
          packageCount: 14,
          packageKind: "BX, NE",
          marks: "M1",
          dangerousGoodsCode: "1234",
          equipmentIds: ["CSQU3054383"],
        },
      ],
      extensions: {
        ens: {
          message: "IE315",
          messageId: "M1",
          sender: "GBCD1234/1234567890",
          commercialReference: "UCR-1",
          specificCircumstance: "E",
          officeOfFirstEntry: "GB000040",
          officeOfLodgement: "GB000060",
          subsequentOffices: "FR001",
          lodgementPlace: "Dover",
          loadingPlace: "JPTYO",
          unloadingPlace: "Oxford",
          routingCountries: "JP, SG, GB",
          conveyance: "V123",
          meansNationality: "PA",
          specialMentions: "10600",
          documents: "AB12 X",
          statedItemCount: 1,
        },
      },
    });
  });

  it("are amended by messages that state the whole, under the number of customs, at the moment of the amendment", async () => {
    const header =
      "<DocNumHEA5>26GB1</DocNumHEA5><AmdPlaHEA598>Dover</AmdPlaHEA598><ComRefNumHEA>U</ComRefNumHEA><DatTimAmeHEA113>202603020000</DatTimAmeHEA113>";
    const amended = await only(message({ header }, "CC313A"), { utcOffset: "+01:00" });
    expect([amended.id, amended.lodgedAt, amended.amendments, amended.extensions?.ens]).toEqual([
      "26GB1",
      "2026-03-02T00:00:00+01:00",
      [{ at: "2026-03-02T00:00:00+01:00", fields: [] }],
      { message: "IE313", messageId: "M1", commercialReference: "U", lodgementPlace: "Dover" },
    ]);
  });

  it("are found in any envelope, several in one text", async () => {
    const envelope = `<s:Envelope xmlns:s="urn:s"><s:Header><x/></s:Header><s:Body>${message()}${message().replace("LRN-1", "LRN-2")}</s:Body></s:Envelope>`;
    expect((await consignmentsOf(envelope)).map(({ id }) => id)).toEqual(["LRN-1", "LRN-2"]);
    expect(await issuesOf("<SuccessResponse><x/></SuccessResponse>")).toEqual(['value.invalid (root) at /SuccessResponse (line 1): "SuccessResponse"']);
  });

  it("that cannot be read come back once, with every reason and its place", async () => {
    expect(await issuesOf(message({ items: "" }))).toEqual(["value.type items at /CC315A (line 1): nothing"]);
    const header = "<RefNumHEA4>L</RefNumHEA4><DecDatTimHEA114>20260301</DecDatTimHEA114>";
    const bad = message({ header, items: item(1, document("N705", "A")) + item(2, `${document("N705", "B")}<GroMasGDS46>-1</GroMasGDS46>`) });
    expect(await issuesOf(bad)).toEqual([
      'time.invalid lodgedAt at /CC315A/HEAHEA/DecDatTimHEA114 (line 1): "20260301"',
      "value.range items[0].grossMassKg at /CC315A/GOOITEGDS[2]/GroMasGDS46 (line 1): -1",
    ]);
    expect(await read(bad)).toMatchObject([{ ok: false, line: 1, raw: bad }]);
  });

  it("state totals as numbers", async () => {
    const header =
      "<RefNumHEA4>L</RefNumHEA4><ComRefNumHEA>U</ComRefNumHEA><TotNumOfPacHEA306>+1</TotNumOfPacHEA306><DecDatTimHEA114>202603010830</DecDatTimHEA114>";
    expect(await issuesOf(message({ header }))).toEqual(['value.type packageCount at /CC315A/HEAHEA/TotNumOfPacHEA306 (line 1): "+1"']);
  });

  it("state goods by a description or an HS code", async () => {
    const without = (inside: string) => message({ items: `<GOOITEGDS><IteNumGDS7>1</IteNumGDS7>${inside}</GOOITEGDS>` });
    expect((await only(without("<COMCODGODITM><ComNomCMD1>2934</ComNomCMD1></COMCODGODITM>"))).items).toEqual([{ lineNumber: 1, hsCode: "2934" }]);
    expect(await issuesOf(without(""))).toEqual([expect.stringContaining("items[0] at /CC315A/GOOITEGDS (line 1)")]);
  });

  it("need a moment, which is when they came in where they do not say", async () => {
    const header = "<RefNumHEA4>L</RefNumHEA4><ComRefNumHEA>U</ComRefNumHEA>";
    expect((await only(message({ header }), { receivedAt: "2026-03-05T00:00:00Z" })).lodgedAt).toBe("2026-03-05T00:00:00Z");
    const [result] = await read(message({ header }));
    expect(result?.ok === false && result.issues).toMatchObject([{ path: ["lodgedAt"], remedy: expect.stringContaining("--received-at") }]);
  });

  it("need a header", async () => {
    expect(await issuesOf(`<CC315A>${item(1)}</CC315A>`)).toEqual(
      expect.arrayContaining([expect.stringContaining(" id at /CC315A"), expect.stringContaining(" transportDocument at /CC315A")]),
    );
  });
});

describe("the consignments of an entry summary declaration", () => {
  it("are what items under the same documents, between the same traders and places, make up", async () => {
    const consignee = (name: string) => `<TRACONCE2><NamCE27>${name}</NamCE27></TRACONCE2>`;
    const place = (name: string) => `<PlaLoaGOOITE333>${name}</PlaLoaGOOITE333>`;
    const items = [
      item(1, document("N705", "A") + consignee("X")),
      item(2, document("N705", "B") + consignee("X")),
      item(3, document("N705", "A") + consignee("X")),
      item(4, document("N705", "A") + consignee("Y")),
      item(5, place("DEHAM") + document("N705", "A") + consignee("Y")),
    ].join("");
    const found = await consignmentsOf(message({ items }));
    expect(
      found.map(({ id, transportDocument, parties, transport, items }) => [
        id,
        transportDocument.number,
        parties.consignee?.name,
        transport.loadingLocation,
        items.map(({ lineNumber }) => lineNumber),
      ]),
    ).toEqual([
      ["LRN-1/1", "A", "X", undefined, [1, 3]],
      ["LRN-1/2", "B", "X", undefined, [2]],
      ["LRN-1/4", "A", "Y", undefined, [4]],
      ["LRN-1/5", "A", "Y", "DEHAM", [5]],
    ]);
  });

  it("have the traders of the whole, else of their items", async () => {
    const items = item(
      1,
      "<TRACONCO2><TINCO259>GBa</TINCO259></TRACONCO2><TRACONCE2><NamCE27>E</NamCE27></TRACONCE2><PRTNOT640><NamPRTNOT642>N</NamPRTNOT642></PRTNOT640>",
    );
    expect((await only(message({ items }))).parties).toEqual({ consignor: eori("GBa"), consignee: { name: "E" }, notifyParty: { name: "N" } });
    const rest = "<TRACONCO1><TINCO159>GBb</TINCO159></TRACONCO1>";
    expect((await only(message({ items, rest }))).parties.consignor).toEqual(eori("GBb"));
  });

  it("keep apart traders of whom only an address is stated", async () => {
    const items = item(1, "<PRTNOT640><CtyPRTNOT643>Z</CtyPRTNOT643></PRTNOT640>");
    const { parties, extensions } = await only(message({ items, rest: "<TRACONCO1><CitCO124>Y</CitCO124><CouCO125>JP</CouCO125></TRACONCO1>" }));
    expect([parties, extensions?.ens?.namelessTraders]).toEqual([{}, "consignor: Y, JP, itemNotifyParty: Z"]);
  });

  it("of a master document name the carrier and those of the transport contract, and who declares them apart", async () => {
    const items = item(1, `${document("N741", "131-1")}<TRACONCE2><NamCE27>Forwarder</NamCE27></TRACONCE2>`);
    const rest =
      "<TRACONCO1><NamCO17>Consolidator</NamCO17></TRACONCO1><NOTPAR670><NamNOTPAR672>N</NamNOTPAR672></NOTPAR670><PERLODSUMDEC><TINPLD1>D</TINPLD1></PERLODSUMDEC><TRACARENT601><TINTRACARENT602>C</TINTRACARENT602></TRACARENT601>";
    const { transportDocument, parties, extensions } = await only(message({ items, rest }));
    expect(transportDocument).toEqual({ level: "master", kind: "airWaybill", number: "131-1" });
    expect(parties).toEqual({
      masterConsignor: { name: "Consolidator" },
      masterConsignee: { name: "Forwarder" },
      masterNotifyParty: { name: "N" },
      carrier: eori("C"),
    });
    expect(extensions?.ens?.declarant).toBe("D");
    const ofItem = item(1, `${document("N704", "M")}<TRACONCO2><NamCO27>A</NamCO27></TRACONCO2><PRTNOT640><NamPRTNOT642>B</NamPRTNOT642></PRTNOT640>`);
    expect((await only(message({ items: ofItem, rest: "<TRACONCE1><NamCE17>E</NamCE17></TRACONCE1>" }))).parties).toEqual({
      masterConsignor: { name: "A" },
      masterConsignee: { name: "E" },
      masterNotifyParty: { name: "B" },
    });
  });

  it("travel under the house document before the only one, that before a master; the reference of the consignment stands for none", async () => {
    const of = async (...documents: readonly string[]) => {
      const { transportDocument, masterDocumentNumber, transport } = await only(message({ items: item(1, documents.join("")) }));
      return [transportDocument, masterDocumentNumber, transport.documents];
    };
    const bill = (level: string, number: string) => ({ level, kind: "billOfLading", number });
    const simple = bill("simple", "S");
    expect(await of(document("N704", "M"), document("N705", "S"))).toEqual([simple, undefined, [bill("master", "M")]]);
    expect(await of(document("N705", "S"), document("N714", "H"), document("N704", "M"))).toEqual([bill("house", "H"), "M", [simple]]);
    expect(await of(document("N380", "I"), "<PRODOCDC2><DocTypDC21>N705</DocTypDC21></PRODOCDC2>")).toEqual([
      { level: "simple", number: "UCR-1" },
      undefined,
      undefined,
    ]);
    expect(await of("<ComRefNumGIM1>UCR-2</ComRefNumGIM1>", "<PRODOCDC2><DocRefDC23>X</DocRefDC23></PRODOCDC2>")).toEqual([
      { level: "simple", number: "UCR-2" },
      undefined,
      undefined,
    ]);
  });

  it("state their totals where there is one, how the freight is paid, and what is stated for several apart", async () => {
    const header =
      "<RefNumHEA4>L</RefNumHEA4><DecDatTimHEA114>202603010830</DecDatTimHEA114><TotNumOfPacHEA306>7</TotNumOfPacHEA306><TotGroMasHEA307>9</TotGroMasHEA307>";
    const collect = "<MetOfPayGDI12>Z</MetOfPayGDI12>";
    const one = await only(message({ header, items: item(1, document("N705", "A") + collect) }));
    expect([one.grossMassKg, one.packageCount, one.freightPayment?.terms]).toEqual([9, 7, "collect"]);
    const [first] = await consignmentsOf(message({ header, items: item(1, document("N705", "A")) + item(2, document("N705", "B")) }));
    expect([first?.grossMassKg, first?.freightPayment, first?.extensions?.ens]).toMatchObject([
      undefined,
      undefined,
      { statedGrossMass: 9, statedPackageCount: 7 },
    ]);
  });

  it("state seals of their container where the message has one, else apart", async () => {
    const container = (number: string) => `<CONNR2><ConNumNR21>${number}</ConNumNR21></CONNR2>`;
    const rest = "<SEAID529><SeaIdSEAID530>S1</SeaIdSEAID530></SEAID529><SEAID529/>";
    const of = async (items: string) =>
      (await consignmentsOf(message({ items, rest }))).map(({ transport, extensions }) => [transport.equipment, extensions?.ens?.seals]);
    expect(await of(item(1, container("A1")) + item(2, container("A1")))).toEqual([[[{ id: "A1", seals: ["S1"] }], undefined]]);
    expect(await of(item(1, container("A1") + container("A2")))).toEqual([[[{ id: "A1" }, { id: "A2" }], "S1"]]);
    expect(await of(item(1))).toEqual([[undefined, "S1"]]);
    expect((await only(message({ items: item(1, container("A1")) }))).transport.equipment).toEqual([{ id: "A1" }]);
  });

  it("name the means of transport: of the whole, else the flight, else the only one of their items", async () => {
    const base = "<RefNumHEA4>L</RefNumHEA4><ComRefNumHEA>U</ComRefNumHEA><DecDatTimHEA114>202603010830</DecDatTimHEA114><ConRefNumHEA>BA1</ConRefNumHEA>";
    const means = (id: string) => `<IDEMEATRAGI970><IdeMeaTraGIMEATRA971>${id}</IdeMeaTraGIMEATRA971></IDEMEATRAGI970>`;
    const of = async (mode: string, ...ids: readonly string[]) => {
      const header = `${base}<TraModAtBorHEA76>${mode}</TraModAtBorHEA76>`;
      const { transport, extensions } = await only(message({ header, items: item(1, ids.map(means).join("")) }));
      return [transport.meansId, extensions?.ens?.meansIds];
    };
    expect(await of("4", "W1")).toEqual(["BA1", undefined]);
    expect(await of("3", "W1", "W1")).toEqual(["W1", undefined]);
    expect(await of("2", "W1", "W2")).toEqual([undefined, "W1, W2"]);
    expect(await of("2")).toEqual([undefined, undefined]);
  });
});
