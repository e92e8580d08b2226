import { LANGUAGE_NAMES } from "../../../i18n/language-names.ts";
import { LANGUAGES, type Text } from "../../../meeting/text.ts";
import { useConsole } from "../context.ts";
import { buildControlAttributes, Labelled } from "./controls.tsx";
import type { FieldName } from "./fields.ts";
import { nameInLanguage, readInLanguage } from "./texts.ts";

interface TextControlProps {
  readonly name: FieldName;
  readonly maxLength: number;
  readonly isRequired: boolean;
  readonly present?: Text | undefined;
  readonly error: string | undefined;
  readonly hint?: string | undefined;
  /** Words that are offered. */
  readonly offered?: readonly string[];
}

/** Words that everyone reads: said once, or in each language by itself. */
export const TextControl = ({ name, maxLength, isRequired, present, error, hint, offered = [] }: TextControlProps) => {
  const { messages } = useConsole();
  const { own, fields, choices } = messages;
  const others = LANGUAGES.filter((language) => language !== own.language);
  return (
    <>
      <Labelled name={name} label={fields[name]} error={error} hint={hint}>
        <input
          type="text"
          dir="auto"
          maxLength={maxLength}
          required={isRequired}
          defaultValue={typeof present === "string" ? present : readInLanguage(present, own.language)}
          list={offered.length > 0 ? `offered-${name}` : undefined}
          autocomplete="off"
          {...buildControlAttributes(name, error, hint)}
        />
        {offered.length > 0 && (
          <datalist id={`offered-${name}`}>
            {offered.map((words) => (
              <option value={words} />
            ))}
          </datalist>
        )}
      </Labelled>
      <details class="translations" open={others.some((language) => readInLanguage(present, language) !== "")}>
        <summary>{choices.otherLanguages}</summary>
        {others.map((language) => (
          <input
            type="text"
            key={language}
            name={nameInLanguage(name, language)}
            lang={language}
            dir="auto"
            maxLength={maxLength}
            defaultValue={readInLanguage(present, language)}
            aria-label={`${fields[name]}${own.punctuation.comma}${LANGUAGE_NAMES[language]}`}
            placeholder={LANGUAGE_NAMES[language]}
            autocomplete="off"
          />
        ))}
      </details>
    </>
  );
};
