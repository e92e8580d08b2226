import { LANGUAGE_NAMES } from "../../../i18n/language-names.ts";
import { LANGUAGES } from "../../../meeting/text.ts";
import { useConsole } from "../context.ts";
import { buildControlAttributes, Labelled } from "./controls.tsx";
import { nameInLanguage } from "./texts.ts";

/** When a document was issued: on one day, or in each language on its own; it is awaited in those that are left empty. */
export const IssueDates = ({ error }: { readonly error: string | undefined }) => {
  const { own, fields, choices } = useConsole().messages;
  return (
    <>
      <Labelled name="issuedOn" label={fields.issuedOn} error={error}>
        <input type="date" {...buildControlAttributes("issuedOn", error)} />
      </Labelled>
      <details class="translations">
        <summary>{choices.otherLanguages}</summary>
        {LANGUAGES.filter((language) => language !== own.language).map((language) => (
          <label key={language}>
            {LANGUAGE_NAMES[language]} <input type="date" name={nameInLanguage("issuedOn", language)} />
          </label>
        ))}
      </details>
    </>
  );
};
