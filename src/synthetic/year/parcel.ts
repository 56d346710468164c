import type { Party } from "../../model/party.js";
import { COMMODITY_OF } from "../commodities.js";
import type { Commodity } from "../commodity.js";
import { CUSTOMS_OFFICES } from "../places.js";
import { drawWeighted } from "../weighted.js";
import { billDigits, postalNumber } from "./bill-numbers.js";
import { privatePerson } from "./company.js";
import { setMass, setUnitValue } from "./goods.js";
import { foreignPersonName } from "./names.js";
import type { Shipment } from "./shipment.js";
import { drawTrade, price } from "./trade.js";
import type { Scene } from "./world.js";

/** What people send: description, HS code, VND per kilogram. */
export const GIFTS: readonly [Gift, ...Gift[]] = [
  { text: "Bánh kẹo quà biếu", english: "Gift: candy and biscuits", hsCode: "17049099", perKg: 220_000 },
  { text: "Sữa bột trẻ em", english: "Milk powder, gift", hsCode: "19011020", perKg: 310_000 },
  { text: "Quần áo cá nhân", english: "Personal clothing", hsCode: "62044990", perKg: 420_000 },
  { text: "Mỹ phẩm dùng cá nhân", english: "Cosmetics for personal use", hsCode: "33049930", perKg: 620_000 },
  { text: "Thực phẩm chức năng", english: "Food supplement", hsCode: "21069072", perKg: 540_000 },
  { text: "Đồ chơi trẻ em", english: "Toys", hsCode: "95030099", perKg: 260_000 },
  { text: "Máy mát-xa chân", english: "Foot massager", hsCode: "90191010", perKg: 350_000 },
  { text: "Phụ kiện điện thoại", english: "Phone accessories", hsCode: "85177990", perKg: 480_000 },
  { text: "Sách, tài liệu", english: "Books", hsCode: "49019990", perKg: 150_000 },
];

/** One kind of what people send. */
export interface Gift {
  readonly text: string;
  readonly english: string;
  readonly hsCode: string;
  readonly perKg: number;
}

/** Where parcels come from. */
const PARCEL_COUNTRIES: readonly [string, ...string[]] = ["US", "KR", "JP", "DE", "CN", "FR", "GB", "CA", "AU", "TH", "NL", "BE", "HK", "SG"];

const GIFT_KIND = COMMODITY_OF.get("33049930") as Commodity;
const PEOPLE = 6_000_000;
const PEOPLE_FROM = 3_500_000;

/** A parcel for a person, by post or express. */
export function drawParcel(scene: Scene, gift: Gift = scene.random.pick(GIFTS), country: string = scene.random.pick(PARCEL_COUNTRIES)): Shipment {
  const { random, serial } = scene;
  const means = random.chance(0.4) ? "post" : "express";
  const inland = privatePerson(PEOPLE_FROM + random.integer(0, PEOPLE), random);
  const abroad: Party = { name: foreignPersonName(country, random.integer(0, 99_999)), countryCode: country };
  const trade = drawTrade(scene, { kinds: [GIFT_KIND], country, means, supplier: abroad });
  const [item] = trade.items;
  item.hsCode = gift.hsCode;
  item.description = random.chance(0.4) ? gift.english : gift.text;
  item.packageKind = "PC";
  item.dutyRatePercent = 0;
  delete item.dutyType;
  setMass(item, Math.round((0.3 + 9 * random.next() * random.next()) * 100) / 100, 20);
  setUnitValue(item, gift.perKg * random.factor(0.35));
  const shipment: Shipment = {
    ...trade,
    procedure: "H11",
    regime: "homeUse",
    goodsClassification: random.chance(0.6) ? "A" : "F",
    inland,
    declarant: scene.world.population.broker(random.integer(0, 5)),
    office: drawWeighted(CUSTOMS_OFFICES, random),
    bills: [
      means === "post"
        ? { master: postalNumber(random.pick(["CP", "EE", "LX"]), serial, country) }
        : { master: `MX${country}${scene.day}`, house: `EX${billDigits(serial)}` },
    ],
    freightTerms: "prepaid",
    incoterm: "DAP",
    documents: [],
    toOrder: false,
    prior: 0,
  };
  delete shipment.notify;
  price(shipment, random);
  return shipment;
}
