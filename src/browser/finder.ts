import { readScriptMessages } from "./messages.ts";

interface Option {
  readonly value: string;
  readonly label: string;
}

const readText = (element: Element): string => element.textContent.replaceAll(/\s+/g, " ").trim();

const listTexts = (element: Element, selector: string): readonly Option[] =>
  [...element.querySelectorAll(selector)].map(readText).map((label) => ({ value: label, label }));

/** What sittings may have in common: each as a sitting itself shows it. */
const FACETS = {
  room: (sitting: HTMLElement) => listTexts(sitting, ".place-of"),
  kind: ({ dataset: { kind } }: HTMLElement) => (kind === undefined ? [] : [{ value: kind, label: kind }]),
  item: (sitting: HTMLElement) =>
    [...sitting.querySelectorAll(".items > li")].map((item) => ({
      value: item.querySelector(".number")?.textContent ?? "",
      label: readText(item),
    })),
} as const satisfies Record<string, (sitting: HTMLElement) => readonly Option[]>;

type FacetName = keyof typeof FACETS;

/** What is looked for. */
export interface Criteria {
  readonly text: string;
  readonly facets: readonly { readonly chosen: string; readonly listValues: (sitting: HTMLElement) => readonly Option[] }[];
}

const isFacet = (name: string): name is FacetName => name in FACETS;

export const readCriteria = (finder: Element): Criteria => ({
  text: finder.querySelector("input")?.value.trim() ?? "",
  facets: [...finder.querySelectorAll("select")].flatMap(({ name, value }) =>
    isFacet(name) ? [{ chosen: value, listValues: FACETS[name] }] : [],
  ),
});

export const writeCriteria = (page: Document, text: string): void => {
  const input = page.querySelector<HTMLInputElement>(".finder input");
  if (input) input.value = text;
};

const buildLabel = (page: Document, text: string, control: HTMLElement): HTMLElement => {
  const label = page.createElement("label");
  const words = page.createElement("span");
  words.textContent = text;
  label.append(words, control);
  return label;
};

/** A choice among what there is; none where all are the same. */
const buildChoice = (page: Document, name: FacetName, all: readonly HTMLElement[]): readonly HTMLElement[] => {
  const labels = new Map(all.flatMap((sitting) => FACETS[name](sitting).map(({ value, label }) => [value, label] as const)));
  if (labels.size < 2) return [];
  const { finder } = readScriptMessages(page);
  const select = page.createElement("select");
  select.name = name;
  const compare = new Intl.Collator(page.documentElement.lang, { numeric: true }).compare;
  const options = [["", finder.all] as const, ...[...labels].toSorted(([a], [b]) => compare(a, b))];
  select.append(
    ...options.map(([value, label]) => {
      const option = page.createElement("option");
      option.value = value;
      option.textContent = label;
      return option;
    }),
  );
  return [buildLabel(page, finder[name], select)];
};

/** A form to look for something among all that a page lists: it says how much was found, and where there may be more. */
export const buildFinder = (page: Document, all: readonly HTMLElement[]): HTMLElement => {
  const form = page.createElement("form");
  form.className = "finder";
  form.setAttribute("role", "search");
  const input = page.createElement("input");
  input.type = "search";
  const names = Object.keys(FACETS).filter(isFacet);
  form.append(
    buildLabel(page, readScriptMessages(page).finder.search, input),
    ...names.flatMap((name) => buildChoice(page, name, all)),
    page.createElement("output"),
    page.createElement("a"),
  );
  return form;
};
