import { expect, it } from "vitest";
import { createWarning } from "../../machines/meeting/warnings.ts";
import { describeWarning } from "../../src/browser/console/error-messages.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { loadMessages } from "../../src/browser/console/messages/load.ts";

it.each(LANGUAGES)("the console lists items as %s does, as documents print them", async (language) => {
  const words = await loadMessages(language);
  const twice = createWarning("items-in-two-sittings", { slot: "1", items: "1(a), 2" });
  expect(describeWarning(twice, [], words)).toContain(`1 (a)${words.own.punctuation.comma}2`);
  const dropped = createWarning("documents-dropped", { documents: "CTOC/COP/WG.4/2010/2, CTOC/COP/WG.4/2010/3" });
  expect(describeWarning(dropped, [], words)).toContain(`2010/2${words.own.punctuation.comma}CTOC`);
});
