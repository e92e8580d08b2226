import { parse } from "node-html-parser";
import { get } from "./secretariat.ts";

export const pageText = async (path: string): Promise<string> => (await get(path)).text();

/** What a selector finds on a page, in the order of the page. */
const found = async (path: string, selector: string) => parse(await pageText(path)).querySelectorAll(selector);

export const textsAt = async (path: string, selector: string): Promise<readonly string[]> =>
  (await found(path, selector)).map(({ text }) => text.trim());

export const attributesAt = async (path: string, selector: string, name: string): Promise<readonly (string | undefined)[]> =>
  (await found(path, selector)).map((element) => element.getAttribute(name));
