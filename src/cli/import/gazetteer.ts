import { createRequire } from "node:module";
import { cityMapping } from "city-timezones";
import countries from "i18n-iso-countries";
import type { Gazetteer, Zone } from "../../documents/sections/gazetteer.ts";
import { normalizeText } from "../../documents/text/line.ts";
import { AFRICA } from "./exonyms/africa.ts";
import { AMERICAS } from "./exonyms/americas.ts";
import { ASIA } from "./exonyms/asia.ts";
import { EUROPE } from "./exonyms/europe.ts";

/**
 * Cities and their IANA zones (city-timezones), and the names of countries (i18n-iso-countries, and what Node knows).
 * Only the command line has them: they are larger than the worker.
 */

type City = (typeof cityMapping)[number];

/** The name in the list of each printed name; words of one name are joined by "_". */
const NATIVE: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...EUROPE, ...AMERICAS, ...AFRICA, ...ASIA }).flatMap(([name, printed]) =>
    printed.split(" ").map((one) => [normalizeText(one.replaceAll("_", " ")), name] as const),
  ),
);

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
  const found = byName.get(normalizeText(NATIVE.get(name) ?? city)) ?? byName.get(name);
  // "Panama" is a city; "Crescent" is not that of Crescent City.
  return found ?? (findCountryCode(city) === undefined ? undefined : byName.get(`${name} city`)) ?? [];
};

/** A city that the world knows by its name alone has twenty times the people of any other of that name; one that other languages name, five times. */
const [FAMOUS, NAMED_ABROAD] = [20, 5];

const preferFamous = (name: string, cities: readonly City[]): readonly City[] => {
  const [first, second] = cities.toSorted((a, b) => b.pop - a.pop);
  const times = NATIVE.has(normalizeText(name)) ? NAMED_ABROAD : FAMOUS;
  return first && (second === undefined || first.pop >= times * second.pop) ? [first] : cities;
};

/** The country that a name is of: "Panama" is one, and a city in it. */
const findNamesake = (name: string, cities: readonly City[]): string | undefined => {
  const code = findCountryCode(name);
  return cities.some(({ iso2 }) => iso2 === code) ? code : undefined;
};

const describeCities = (city: string, cities: readonly City[]): string =>
  `${city} may be in ${cities.map(({ iso2, province, country, timezone }) => `${iso2 === "US" ? province : country} (${timezone})`).join(" or ")}`;

const findZone = (city: string, country: string | undefined): Zone => {
  const cities = findCities(city);
  const code = country === undefined ? findNamesake(city, cities) : findCountryCode(country);
  const there = code === undefined ? cities : cities.filter(({ iso2 }) => iso2 === code);
  const [zone, ...others] = listZones(there);
  if (zone !== undefined && others.length === 0) return { kind: "known", zone };
  const [most, ...rest] = listZones(preferFamous(city, there));
  if (most !== undefined && rest.length === 0) return { kind: "known", zone: most };
  if (there.length > 0) return { kind: "ambiguous", among: describeCities(city, there) };
  // The city is in no list, but its whole country has one zone.
  const [only, ...more] = code === undefined ? [] : listZones(cityMapping.filter(({ iso2 }) => iso2 === code));
  return only !== undefined && more.length === 0 ? { kind: "known", zone: only } : { kind: "unknown" };
};

const isRegion = (name: string, country: string | undefined): boolean => {
  if (country === undefined) return findCountryCode(name) !== undefined && findNamesake(name, findCities(name)) === undefined;
  const code = findCountryCode(country);
  const region = cityMapping.filter(({ iso2, province }) => iso2 === code && normalizeText(province) === normalizeText(name));
  return region.length > 0 && !region.some(({ city }) => normalizeText(city) === normalizeText(name));
};

export const PLACES: Gazetteer = { isCity: (name) => findCities(name).length > 0, isRegion, findZone };
