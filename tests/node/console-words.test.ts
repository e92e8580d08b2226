import { expect, it } from "vitest";
import { warning } from "../../machines/meeting/warnings.ts";
import { warningText } from "../../src/browser/console/problem-text.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { loadWords } from "../../src/browser/console/words/load.ts";

it.each(LANGUAGES)("the console lists items as %s does, as documents print them", async (language) => {
  const words = await loadWords(language);
  const twice = warning("items-in-two-sittings", { slot: "1", items: "1(a), 2" });
  expect(warningText(twice, [], words)).toContain(`1 (a)${words.own.punctuation.comma}2`);
  const dropped = warning("documents-dropped", { documents: "CTOC/COP/WG.4/2010/2, CTOC/COP/WG.4/2010/3" });
  expect(warningText(dropped, [], words)).toContain(`2010/2${words.own.punctuation.comma}CTOC`);
});
