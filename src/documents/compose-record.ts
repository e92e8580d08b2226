import type { DraftMeeting } from "../meeting/draft.ts";
import { LIMITS } from "../meeting/limits.ts";
import { MASTHEAD_WORDS } from "../meeting/record.ts";
import { LANGUAGES } from "../meeting/text.ts";
import type { SourceDocument } from "./model/document.ts";
import type { Overrides } from "./overrides.ts";
import type { readMasthead } from "./sections/masthead.ts";
import type { PlaceAndDates } from "./sections/parse-place.ts";
import { readLoneSymbol } from "./text/page-furniture.ts";
import { truncate } from "./text/typography.ts";

const dropUndefined = <Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "")) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };

/** The symbol that headers and footers print: it is that of the document. */
const findSymbolOfPages = ({ furniture }: SourceDocument): string | undefined =>
  furniture.map(readLoneSymbol).find((symbol) => symbol !== undefined);

/** What a document says, part by part. */
interface Parts extends Pick<DraftMeeting, "slots"> {
  readonly source: SourceDocument;
  readonly overrides: Overrides;
  readonly head: ReturnType<typeof readMasthead>;
  readonly place: PlaceAndDates | undefined;
  readonly zone: string | undefined;
  /** Whether the meeting is held in the six languages. */
  readonly isSixfold: boolean;
  readonly items: DraftMeeting["agenda"]["items"];
  readonly documents: NonNullable<DraftMeeting["documents"]>;
}

/** "Nets Committee, Tenth session"; "Seventy-sixth World Nets Assembly" names its body itself. */
const joinTitle = (name: string | undefined, session: string | undefined): string | undefined =>
  name === undefined || session?.includes(name) ? session : [name, session].filter(Boolean).join(", ");

/** The record of a meeting: what was supplied goes before what is printed. */
export const composeRecord = ({ source, overrides, head, place, zone, isSixfold, items, documents, slots }: Parts): DraftMeeting => {
  const name = overrides["body.name"] ?? head.body;
  return {
    body: dropUndefined({
      id: overrides["body.id"],
      name,
      shortName: overrides["body.shortName"],
      parent: overrides["body.parent"] ?? head.parent,
      publisher: overrides["body.publisher"],
      contact: overrides["body.contact"],
      documents: overrides["body.documents"],
    }),
    ...dropUndefined({
      id: overrides.id,
      title: overrides.title ?? joinTitle(name, head.session),
      city: overrides.city ?? place?.city,
      venue: overrides.venue ?? place?.venue,
      timezone: zone,
      opensOn: overrides.opensOn ?? place?.opensOn,
      closesOn: overrides.closesOn ?? place?.closesOn,
      languages: isSixfold ? [...LANGUAGES] : undefined,
    }),
    agenda: {
      ...dropUndefined({
        symbol: overrides.symbol ?? head.symbol ?? findSymbolOfPages(source),
        issuedOn: overrides.issuedOn ?? head.issuedOn,
        distribution: head.distribution,
        originalLanguage: head.originalLanguage && truncate(head.originalLanguage, MASTHEAD_WORDS),
      }),
      items,
    },
    documents: documents.map((entry) =>
      typeof entry.title === "string" ? { ...entry, title: truncate(entry.title, LIMITS.title.max) } : entry,
    ),
    slots,
  };
};
