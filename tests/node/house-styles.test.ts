import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { composeDraft } from "../../src/documents/draft.ts";
import { readFile } from "../../src/documents/forms/read-file.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { FORMS, listForms, printText } from "../support/house-styles/forms.ts";
import { anyMeeting } from "../support/house-styles/any-meeting.ts";
import { renderMeeting } from "../support/house-styles/render.ts";
import { sayDraft, sayMeeting } from "../support/house-styles/said.ts";
import { anyStyle } from "../support/house-styles/style.ts";

/**
 * Random meetings, printed as houses print them: whatever a house chooses, the draft says what it printed, all of it and nothing else.
 * `HOUSES=10000` is the long form, `HOUSES_SEED` another world.
 */

const HOUSES = Number(process.env["HOUSES"] ?? 120);

describe("a meeting that a house prints", () => {
  it.each(LANGUAGES)("is read as it was, in whatever style and form: %s", { timeout: 3_600_000 }, async (language) => {
    const printed = fc.asyncProperty(anyMeeting(language), anyStyle(language), fc.nat(), async (meeting, style, at) => {
      const blocks = renderMeeting(meeting, style);
      const forms = listForms(style);
      const form = forms[at % forms.length] ?? "html";
      const read = await readFile(FORMS[form](blocks));
      expect(read.ok).toBe(true);
      if (!read.ok) return;
      const draft = composeDraft(read.value, {}, PLACES);
      expect(sayDraft(draft), `${form}\n${JSON.stringify(style)}\n${printText(blocks)}`).toEqual(sayMeeting(meeting, style));
    });
    await fc.assert(printed, { numRuns: Math.ceil(HOUSES / LANGUAGES.length), seed: Number(process.env["HOUSES_SEED"] ?? 20_100_127) });
  });
});
