import type { CalendarDate } from "../../core/instant.js";
import type { Random } from "../random.js";
import { type Calendar, createCalendar } from "./calendar.js";
import { createPopulation, type Population } from "./population.js";

/** What all records of one year share. */
export interface World {
  readonly seed: number;
  /** How many declarations the year has. */
  readonly declarations: number;
  readonly calendar: Calendar;
  readonly population: Population;
}

/** The moment that a shipment is made for, and the draws that make it. */
export interface Scene {
  readonly world: World;
  readonly day: number;
  /** When it is declared, in milliseconds. */
  readonly at: number;
  /** The number of the shipment: its own in the year. */
  readonly serial: number;
  readonly random: Random;
}

/** The world of a year of so many declarations. */
export function createWorld(seed: number, declarations: number, from: CalendarDate, days: number): World {
  const calendar = createCalendar(from, days);
  return { seed, declarations, calendar, population: createPopulation(seed, declarations, calendar) };
}
