import type { Party } from "../../../model/party.js";
import type { Random } from "../../random.js";
import { inventAddress, inventPhone, spellAddress, spellName, spellPhone } from "../contacts.js";
import { setMass, setUnitValue } from "../goods.js";
import { foreignCompanyName, foreignPersonName } from "../names.js";
import { nth } from "../nth.js";
import { drawParcel, GIFTS, type Gift } from "../parcel.js";
import type { Shipment } from "../shipment.js";
import { honest, type PlotScene, type Scheme, spread } from "./scheme.js";

/** VND; what is worth less goes free of duty (from memory, and changed since). */
const EXEMPT = 1_000_000;
const SOURCES = ["DE", "NL", "FR", "BE", "US", "CA"] as const;
const ALIKE = GIFTS.slice(0, 7) as [Gift, ...Gift[]];

function pickGift(random: Random): Gift {
  return nth(ALIKE, random.integer(0, ALIKE.length - 1));
}

/** Gives a parcel a mass, and a value per kilogram or as a whole. */
function fill(shipment: Shipment, massKg: number, value: number): void {
  const [item] = shipment.items;
  setMass(item, Math.round(massKg * 100) / 100, 20);
  setUnitValue(item, value / (item.netMassKg ?? 1));
}

function guilty(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const { random, index } = scene;
  const group = scene.group();
  const countries = [group.pick(SOURCES), group.pick(SOURCES)] as const;
  const addresses = [inventAddress(group, "street"), inventAddress(group, "street")] as const;
  const phone = inventPhone(group);
  const [sharesAddress, sharesPhone] = group.pick([
    [true, true],
    [true, false],
    [false, true],
    [true, true],
  ] as const);
  const massKg = 0.8 + 2 * group.next();
  const sender = foreignPersonName(countries[0], group.integer(0, 99_999));
  const gifts = [pickGift(group), pickGift(group)] as const;
  const country = random.pick(countries);
  const shipment = drawParcel(scene, random.pick(gifts), country);
  const { phone: own, identifier, ...rest } = shipment.inland;
  const inland: Party = {
    ...rest,
    ...(sharesAddress ? { address: spellAddress(random.pick(addresses), index) } : {}),
    ...(random.chance(0.12) ? {} : { phone: sharesPhone ? spellPhone(phone, index) : (own ?? "") }),
    ...(random.chance(0.12) || identifier === undefined ? {} : { identifier }),
  };
  shipment.inland = inland.phone === "" ? { ...rest, name: rest.name ?? "" } : inland;
  shipment.abroad = random.chance(0.1) ? { name: "-", countryCode: country } : { name: spellName(sender, index), countryCode: country };
  fill(shipment, massKg * (0.95 + 0.1 * random.next()), EXEMPT * (0.9 + 0.098 * random.next()));
  return { shipment, role: "parcel", carries: ["narcotics"], parties: [shipment.inland, shipment.abroad] };
}

/** Customers of one honest shop. */
function shop(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const country = group.pick(["US", "KR", "JP", "DE", "FR"]);
  const gift = pickGift(group);
  const shipment = drawParcel(scene, gift, country);
  shipment.abroad = { name: foreignCompanyName(country, group.integer(0, 99_999)), countryCode: country };
  return honest(shipment);
}

/** A family that sends to one address, over weeks. */
function family(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const country = group.pick(["US", "DE", "CA", "AU", "FR"]);
  const address = inventAddress(group, "street");
  const phone = spellPhone(inventPhone(group), 0);
  const sender = { name: foreignPersonName(country, group.integer(0, 99_999)), countryCode: country };
  const shipment = drawParcel(scene, pickGift(scene.random), country);
  shipment.inland = { ...shipment.inland, address, phone };
  shipment.abroad = sender;
  return honest(shipment);
}

/** Gifts of one kind and mass that share nothing else. */
function alike(scene: PlotScene): ReturnType<Scheme["plot"]["stage"]> {
  const group = scene.group();
  const shipment = drawParcel(scene, pickGift(group), group.pick(SOURCES));
  fill(shipment, (0.8 + 2 * group.next()) * (0.95 + 0.1 * scene.random.next()), EXEMPT * (0.85 + 0.14 * scene.random.next()));
  return honest(shipment);
}

/** One consignment in many parcels. */
export const parcelSpray: Scheme = {
  id: "parcel-spray",
  heldOut: false,
  detection: 0.8,
  plot: { share: 0.0025, meanSize: 12, spanDays: 4, plan: (random) => spread(random.integer(6, 18), 4, random), stage: guilty },
  nearMisses: [
    { variety: "customers of a shop", share: 0.0015, meanSize: 10, spanDays: 10, plan: (random) => spread(random.integer(6, 14), 10, random), stage: shop },
    { variety: "family", share: 0.001, meanSize: 3.5, spanDays: 45, plan: (random) => spread(random.integer(3, 4), 45, random), stage: family },
    { variety: "alike and apart", share: 0.001, meanSize: 8, spanDays: 4, plan: (random) => spread(random.integer(5, 11), 4, random), stage: alike },
  ],
};
