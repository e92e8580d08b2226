import type { BodyWords } from "./body-words.ts";
import type { PlaceWords } from "./place-words.ts";

/**
 * What documents print in one language, as the sources of regular expressions (lists of words: separated by spaces).
 * The tables of all languages are read together: no word of one means another thing in another, so that a document
 * need not say which it is in.
 */
export interface DocumentWords extends BodyWords, PlaceWords {
  /** Whether spaces part its words: where they do not, a word counts in the midst of others. */
  readonly isSpaced: boolean;

  /** From January, and from Monday; each entry holds the forms of one word; "_" stands for a space in a form. */
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
  /** Within a date: words that say nothing, "to", "and", and what makes a number an ordinal. */
  readonly dateFillers: string;
  readonly dateTo: string;
  readonly dateAnd: string;
  readonly dateOrdinals: string;
  /** What marks a number of a date, where one does: 2010年1月27日. */
  readonly yearUnit: string;
  readonly monthUnit: string;
  readonly dayUnit: string;
  /** "Day 1: Monday": the days of a meeting may be counted. */
  readonly dayCounter: string;

  readonly noon: string;
  readonly midnight: string;
  /** The units of a clock face. */
  readonly hours: string;
  readonly minutes: string;
  /** Before a number that is an hour; after a time, by which clock it is; before a time, between the ends of a range, between two times. */
  readonly hourBefore: string;
  readonly localTime: string;
  readonly timeFrom: string;
  readonly timeTo: string;
  readonly timeAnd: string;
  /** What makes an hour one of the morning or of the afternoon, before it or after it; a.m. and p.m. stand for all. */
  readonly amBefore: string;
  readonly pmBefore: string;
  readonly amAfter: string;
  readonly pmAfter: string;
  readonly morning: string;
  readonly afternoon: string;
  /** "session" after a part of the day. */
  readonly sitting: string;

  readonly continued: string;
  /** The word before the number of an item at the head of a line, and in running text. */
  readonly itemWord: string;
  readonly itemReference: string;
  /** Between the numbers of items: "to", and "and". */
  readonly itemTo: string;
  readonly itemAnd: string;
  /** "(no document)". */
  readonly noDocument: string;
  /** The titles of items for which the lifecycle has steps. */
  readonly openingItem: string;
  readonly adoptionItem: string;
  readonly reportItem: string;
  /** How titles begin that agendas have before and after their business. */
  readonly agendaTitle: string;

  /** Between two sittings of those who meet. */
  readonly breakTime: string;
  /** Sittings and events that are no plenary meeting of the body. */
  readonly notPlenary: string;
  /** A sitting of the body behind closed doors: with items it is one that its programme has. */
  readonly closedSitting: string;
  /** Heads a list of people or questions within a sitting: its numbers are no items. */
  readonly ownList: string;
  /** A section of persons who speak, each with a time. */
  readonly speakersHeading: string;
  /** Before the name of a person. */
  readonly personTitle: string;
  /** Organs that sit beside the plenary; what they take up is no business of a plenary slot. */
  readonly otherOrgan: string;
  readonly plenary: string;
  /** Heads a column of a table whose meetings are those of the body itself, or of others. */
  readonly plenaryColumn: string;
  readonly otherColumn: string;
  /** "3rd meeting": the number of a sitting, which is no identity. */
  readonly sittingOrdinal: string;
  readonly numberedSitting: string;
  /** A sitting that begins when another ends: the text gives no time. */
  readonly afterwards: string;
  /** Beside an hour at which a sitting ends. */
  readonly sittingEnd: string;
  /** Before the days and hours of all sittings. */
  readonly workingHours: string;
  readonly room: string;

  /** Headings: what follows them is of another kind. */
  readonly agendaHeading: string;
  /** "agenda" within a sentence. */
  readonly agendaWord: string;
  readonly annotationsHeading: string;
  readonly organizationHeading: string;
  readonly documentsHeading: string;
  readonly annexHeading: string;
  /** Ordinals in words that number the sections of a document, beside Roman numbers. */
  readonly sectionOrdinal: string;
  /** Before the number of an annex. */
  readonly annexWord: string;

  /** The name of the organization above each page, the word before a page's number, and a table of contents. */
  readonly organizationName: string;
  readonly pageWord: string;
  readonly pageOf: string;
  /** Behind the number of a page: 第2页. */
  readonly pageUnit: string;
  readonly contentsHeading: string;
  readonly contentsColumn: string;
  /** "Document" before a symbol, above a page or in a list. */
  readonly documentWord: string;
  readonly see: string;

  readonly distribution: string;
  readonly original: string;
  /** Before the date of issue, or of a sitting. */
  readonly dateLabel: string;
  /** Interpretation into the six official languages, as the United Nations says it. */
  readonly sixLanguages: string;
  /** The words by which a document says that papers will be there. */
  readonly beforeIt: string;

  /** Words that paragraphs have and titles lack. */
  readonly finiteVerbs: string;
  /** How a note begins that says why or by which rule a document is issued. */
  readonly issuedBy: string;
  /** Words with which a sentence begins, and which a title has in small letters only. */
  readonly sentenceStart: string;
  /** Small words after which a name or a title goes on in the next line, and with which a name does. */
  readonly connectives: string;
  readonly joinsName: string;
  /** "; and" at the end of a title. */
  readonly listAnd: string;

  /** Heads the day of another meeting. */
  readonly nextMeeting: string;
  /** "to be held at Net House, Rome, starting at 9.30 a.m. on Monday": before the hour, behind the place. */
  readonly startingAt: string;
  /** "Session commences at 9.30 a.m.", "Opening: 5 May, 10 a.m.": before the hour at which a session begins. */
  readonly commences: string;
  /** Stems of "opens" and "closes". */
  readonly opens: string;
  readonly closes: string;
}
