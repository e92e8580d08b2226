import { createRequire } from "node:module";
import { cityMapping } from "city-timezones";
import countries from "i18n-iso-countries";
import type { Gazetteer, Zone } from "../../documents/sections/places.ts";
import { normalizeText } from "../../documents/text/line.ts";

/**
 * Cities and their IANA zones (city-timezones), and the names of countries (i18n-iso-countries, and what Node knows).
 * Only the command line has them: they are larger than the worker.
 */

type City = (typeof cityMapping)[number];

/** Names of cities that host meetings, as documents in other languages print them. */
const EXONYMS: Readonly<Record<string, string>> = {
  vienne: "Vienna",
  viena: "Vienna",
  вена: "Vienna",
  geneve: "Geneva",
  ginebra: "Geneva",
  женева: "Geneva",
  "nueva york": "New York",
  "нью иорк": "New York",
  "new york": "New York",
  rome: "Rome",
  roma: "Rome",
  рим: "Rome",
  париж: "Paris",
  наироби: "Nairobi",
  "la haye": "The Hague",
  "la haya": "The Hague",
  гаага: "The Hague",
  бонн: "Bonn",
  londres: "London",
  лондон: "London",
  bruxelles: "Brussels",
  bruselas: "Brussels",
  брюссель: "Brussels",
  москва: "Moscow",
  moscou: "Moscow",
  moscu: "Moscow",
  мадрид: "Madrid",
  lisbonne: "Lisbon",
  lisboa: "Lisbon",
  pekin: "Beijing",
  пекин: "Beijing",
  "le caire": "Cairo",
  "el cairo": "Cairo",
  каир: "Cairo",
  copenhague: "Copenhagen",
  копенгаген: "Copenhagen",
  бангкок: "Bangkok",
  "аддис абеба": "Addis Ababa",
  "addis abeba": "Addis Ababa",
  сантьяго: "Santiago",
  "ville de mexico": "Mexico City",
  "ciudad de mexico": "Mexico City",
  мехико: "Mexico City",
  varsovie: "Warsaw",
  varsovia: "Warsaw",
  athenes: "Athens",
  atenas: "Athens",
  berne: "Bern",
  berna: "Bern",
  seoul: "Seoul",
  seul: "Seoul",
  сеул: "Seoul",
  montreal: "Montréal",
  доха: "Doha",
  найроби: "Nairobi",
  "нью йорк": "New York",
  астана: "Astana",
  минск: "Minsk",
  "санкт петербург": "St. Petersburg",
  "st petersburg": "St. Petersburg",
  "saint petersbourg": "St. Petersburg",
  bakou: "Baku",
  баку: "Baku",
  "port of spain": "Port-of-Spain",
  ташкент: "Tashkent",
  ереван: "Yerevan",
  тбилиси: "Tbilisi",
  бишкек: "Bishkek",
  душанбе: "Dushanbe",
  киев: "Kyiv",
  维也纳: "Vienna",
  日内瓦: "Geneva",
  纽约: "New York",
  罗马: "Rome",
  巴黎: "Paris",
  内罗毕: "Nairobi",
  海牙: "The Hague",
  波恩: "Bonn",
  伦敦: "London",
  布鲁塞尔: "Brussels",
  莫斯科: "Moscow",
  马德里: "Madrid",
  里斯本: "Lisbon",
  北京: "Beijing",
  开罗: "Cairo",
  哥本哈根: "Copenhagen",
  曼谷: "Bangkok",
  亚的斯亚贝巴: "Addis Ababa",
  圣地亚哥: "Santiago",
  墨西哥城: "Mexico City",
  华沙: "Warsaw",
  雅典: "Athens",
  伯尔尼: "Bern",
  首尔: "Seoul",
  蒙特利尔: "Montréal",
  多哈: "Doha",
  东京: "Tokyo",
  上海: "Shanghai",
  昆明: "Kunming",
  فيينا: "Vienna",
  جنيف: "Geneva",
  نيويورك: "New York",
  روما: "Rome",
  باريس: "Paris",
  نيروبي: "Nairobi",
  لاهاي: "The Hague",
  بون: "Bonn",
  لندن: "London",
  بروكسل: "Brussels",
  موسكو: "Moscow",
  مدريد: "Madrid",
  لشبونة: "Lisbon",
  بيجين: "Beijing",
  بكين: "Beijing",
  القاهرة: "Cairo",
  كوبنهاغن: "Copenhagen",
  بانكوك: "Bangkok",
  "أديس أبابا": "Addis Ababa",
  وارسو: "Warsaw",
  أثينا: "Athens",
  برن: "Bern",
  الدوحة: "Doha",
  دبي: "Dubai",
  "أبو ظبي": "Abu Dhabi",
  الرياض: "Riyadh",
  تونس: "Tunis",
  الرباط: "Rabat",
  عمان: "Amman",
  بيروت: "Beirut",
};

const NATIVE: ReadonlyMap<string, string> = new Map(Object.entries(EXONYMS).map(([printed, name]) => [normalizeText(printed), name]));

const byName = Map.groupBy(cityMapping, ({ city, city_ascii: ascii }) => normalizeText(ascii || city));
for (const entry of cityMapping) {
  const printed = normalizeText(entry.city);
  if (!byName.has(printed)) byName.set(printed, [entry]);
}

const load = createRequire(import.meta.url);
const SPOKEN = ["en", "fr", "es", "ru", "zh", "ar"] as const;
for (const language of SPOKEN) countries.registerLocale(load(`i18n-iso-countries/langs/${language}.json`) as countries.LocaleData);

const findCountryCode = (name: string): string | undefined => {
  const bare = name.replace(/^(?:the|la|le|el|les|los)\s/i, "");
  for (const language of SPOKEN) {
    const code = countries.getSimpleAlpha2Code(name, language) ?? countries.getSimpleAlpha2Code(bare, language);
    if (code) return code;
  }
  return cityMapping.find(({ country, iso3 }) => normalizeText(country) === normalizeText(bare) || iso3 === bare)?.iso2;
};

/** Zones that the time zone database has merged into others since. */
const MERGED: Readonly<Record<string, string>> = {
  "America/Montreal": "America/Toronto",
  "America/Nipigon": "America/Toronto",
  "America/Thunder_Bay": "America/Toronto",
  "America/Pangnirtung": "America/Iqaluit",
  "America/Yellowknife": "America/Edmonton",
  "Asia/Chongqing": "Asia/Shanghai",
  "Asia/Harbin": "Asia/Shanghai",
  "Asia/Kashgar": "Asia/Urumqi",
  "Asia/Choibalsan": "Asia/Ulaanbaatar",
  "Europe/Uzhgorod": "Europe/Kyiv",
  "Europe/Zaporozhye": "Europe/Kyiv",
};
const listZones = (cities: readonly City[]): readonly string[] => [
  ...new Set(cities.flatMap(({ timezone }) => (timezone ? [MERGED[timezone] ?? timezone] : []))),
];

const findCities = (city: string): readonly City[] => {
  const name = normalizeText(city);
  return byName.get(normalizeText(NATIVE.get(name) ?? city)) ?? byName.get(name) ?? byName.get(`${name} city`) ?? [];
};

/** A city that the world knows by its name alone has twenty times the people of any other of that name. */
const FAMOUS = 20;

const preferFamous = (cities: readonly City[]): readonly City[] => {
  const [first, second] = cities.toSorted((a, b) => b.pop - a.pop);
  return first && (second === undefined || first.pop >= FAMOUS * second.pop) ? [first] : cities;
};

const describeCities = (city: string, cities: readonly City[]): string =>
  `${city} may be in ${cities.map(({ iso2, province, country, timezone }) => `${iso2 === "US" ? province : country} (${timezone})`).join(" or ")}`;

const findZone = (city: string, country: string | undefined): Zone => {
  const code = country === undefined ? undefined : findCountryCode(country);
  const cities = findCities(city);
  const there = code === undefined ? cities : cities.filter(({ iso2 }) => iso2 === code);
  const [zone, ...others] = listZones(there);
  if (zone !== undefined && others.length === 0) return { kind: "known", zone };
  const [most, ...rest] = listZones(preferFamous(there));
  if (most !== undefined && rest.length === 0) return { kind: "known", zone: most };
  if (there.length > 0) return { kind: "ambiguous", among: describeCities(city, there) };
  // The city is in no list, but its whole country has one zone.
  const [only, ...more] = code === undefined ? [] : listZones(cityMapping.filter(({ iso2 }) => iso2 === code));
  return only !== undefined && more.length === 0 ? { kind: "known", zone: only } : { kind: "unknown" };
};

export const PLACES: Gazetteer = { isCity: (name) => findCities(name).length > 0, findZone };
