import { useMemo, useState } from "preact/hooks";
import type { SourceDocument } from "../../../documents/model/document.ts";
import type { Overrides } from "../../../documents/overrides.ts";
import type { BodyRecord } from "../../../meeting/record.ts";
import type { Meeting } from "../api.ts";
import type { readAgenda, ReadAgenda } from "./agenda-reader.ts";
import type { Edit } from "./edits.ts";

/** What is read, and by what. */
interface Asked {
  readonly source: SourceDocument;
  readonly supplied: Overrides;
  readonly reader: typeof readAgenda;
}

/** A document as it is understood, with all that was supplied and corrected. */
interface UsedReading {
  readonly read: ReadAgenda | undefined;
  readonly take: (source: SourceDocument, supplied: Overrides, reader: typeof readAgenda) => void;
  readonly supply: (more: Overrides) => void;
  readonly edit: (edit: Edit) => void;
  /** Leaves the document: another was given, and can't be read. */
  readonly forget: () => void;
  /** Takes the last edit back; absent where there is none. */
  readonly undo?: () => void;
}

export const useReading = (body: BodyRecord, meeting?: Meeting): UsedReading => {
  const [asked, setAsked] = useState<Asked>();
  const [edits, setEdits] = useState<readonly Edit[]>([]);
  const version = meeting?.version;
  const read = useMemo(() => asked?.reader(asked.source, asked.supplied, body, meeting, edits), [asked, edits, body.id, version]);
  return {
    read,
    take: (source, supplied, reader) => {
      if (source !== asked?.source) setEdits([]);
      setAsked({ source, supplied, reader });
    },
    supply: (more) => setAsked((before) => before && { ...before, supplied: { ...before.supplied, ...more } }),
    forget: () => setAsked(undefined),
    edit: (edit) => setEdits((before) => [...before, edit]),
    ...(edits.length > 0 && { undo: () => setEdits((before) => before.slice(0, -1)) }),
  };
};
