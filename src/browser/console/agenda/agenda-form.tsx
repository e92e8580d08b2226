import { useRef, useState } from "preact/hooks";
import type { SourceDocument } from "../../../documents/model/document.ts";
import { succeed } from "../../../meeting/result.ts";
import type { Overrides } from "../../../documents/overrides.ts";
import type { Pasted, readAgenda } from "./agenda-reader.ts";
import { readOverrides, SuppliedFields, type SuppliedProps } from "./supplied-fields.tsx";
import { useDroppedFiles } from "./use-dropped-files.ts";

interface AgendaFormProps extends SuppliedProps {
  /** Hands over the document as it was read, and the importer, loaded by then. */
  readonly onRead: (source: SourceDocument, supplied: Overrides, reader: typeof readAgenda) => void;
  /** What was given last can't be read: what was understood before is of another document. */
  readonly onUnread: () => void;
}

const NOTHING: Pasted = { text: "", html: "" };
/** What is offered first where a file is chosen: which form it has is told by its content. */
const ENDINGS = ".docx,.pdf,.xlsx,.csv,.html,.htm,.txt";

/** Takes an agenda in by pasted text or as a file, and asks for what documents often lack. */
export const AgendaForm = ({ messages, known, isIncomplete, onRead, onUnread }: AgendaFormProps) => {
  const { agenda: say, file: sayOfFile } = messages;
  const form = useRef<HTMLFormElement>(null);
  const fileInput = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState(NOTHING);
  const [file, setFile] = useState<File>();
  const [isReading, setReading] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const latest = useRef<Pasted | File>(NOTHING);
  /** What was read last stays the same document, whatever is supplied beside it. */
  const kept = useRef<{ readonly given: Pasted | File; readonly source: SourceDocument } | undefined>(undefined);

  const refuse = (why: string): void => {
    onUnread();
    setRefusal(why);
  };
  const read = async (given: Pasted | File): Promise<void> => {
    latest.current = given;
    setReading(true);
    setRefusal(undefined);
    try {
      const { readAgenda: reader, readGiven } = await import("./agenda-reader.ts");
      const source = kept.current?.given === given ? succeed(kept.current.source) : await readGiven(given);
      // Another may have been given meanwhile.
      if (latest.current !== given || !form.current) return;
      if (!source.ok) return refuse(sayOfFile.unread[source.error]);
      kept.current = { given, source: source.value };
      onRead(source.value, readOverrides(new FormData(form.current)), reader);
    } catch (error) {
      // Readers are loaded when they are needed, which takes a line.
      refuse(sayOfFile.notLoaded);
      throw error;
    } finally {
      if (latest.current === given) setReading(false);
    }
  };
  const takeFile = (chosen: File | undefined): void => {
    setFile(chosen);
    if (!chosen) return;
    setPasted(NOTHING);
    void read(chosen);
  };
  const paste = (text: string, html: string): void => {
    setPasted({ text, html });
    setFile(undefined);
    if (fileInput.current) fileInput.current.value = "";
  };
  const { isOver, handlers } = useDroppedFiles((files) => {
    if (files.length !== 1 || !fileInput.current) return refuse(sayOfFile.oneOnly);
    fileInput.current.files = files;
    takeFile(files[0]);
  });
  return (
    <form
      ref={form}
      class={isOver ? "drop" : undefined}
      {...handlers}
      onSubmit={(event) => {
        event.preventDefault();
        void read(file ?? pasted);
      }}
    >
      <div class="field">
        <label for="agenda-text">{say.paste}</label>
        <textarea
          id="agenda-text"
          rows={8}
          required={!file}
          dir="auto"
          aria-describedby="agenda-hint"
          value={pasted.text}
          onInput={({ currentTarget }) => paste(currentTarget.value, pasted.text === "" ? pasted.html : "")}
          onPaste={({ clipboardData }) =>
            setPasted((before) => ({ ...before, html: before.text === "" ? (clipboardData?.getData("text/html") ?? "") : "" }))
          }
        />
        <p class="hint" id="agenda-hint">
          {say.hint}
        </p>
      </div>
      <div class="field">
        <label for="agenda-file">{sayOfFile.choose}</label>
        <input
          id="agenda-file"
          type="file"
          accept={ENDINGS}
          ref={fileInput}
          aria-describedby="file-hint"
          onChange={({ currentTarget }) => takeFile(currentTarget.files?.[0])}
        />
        <p class="hint" id="file-hint">
          {sayOfFile.hint}
        </p>
      </div>
      <div role="status">
        {isReading && <p class="hint">{sayOfFile.reading}</p>}
        {refusal !== undefined && <p class="wrong">{refusal}</p>}
      </div>
      <SuppliedFields messages={messages} known={known} isIncomplete={isIncomplete} />
      <button type="submit">{say.read}</button>
    </form>
  );
};
