/**
 * What documents print in the languages that the importer reads. All tables are read together: no word of one language
 * means another thing in another, so that a document need not say which it is in.
 */

type Reads = "en" | "fr" | "es" | "ru";
type Words = Record<Reads, readonly string[]>;

/** From January; each entry holds the forms of one month, separated by spaces. */
const MONTHS: Words = {
  en: [
    "january jan",
    "february feb",
    "march",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
  ],
  fr: [
    "janvier janv",
    "février févr fevrier",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "août aout",
    "septembre",
    "octobre",
    "novembre",
    "décembre déc decembre",
  ],
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre setiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  ru: [
    "января январь",
    "февраля февраль",
    "марта март",
    "апреля апрель",
    "мая май",
    "июня июнь",
    "июля июль",
    "августа август",
    "сентября сентябрь",
    "октября октябрь",
    "ноября ноябрь",
    "декабря декабрь",
  ],
};

/** From Monday. */
const WEEKDAYS: Words = {
  en: ["monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
  es: ["lunes", "martes", "miércoles miercoles", "jueves", "viernes", "sábado sabado", "domingo"],
  ru: ["понедельник", "вторник", "среда среду", "четверг", "пятница пятницу", "суббота субботу", "воскресенье"],
};

const ordinals = (words: Words): ReadonlyMap<string, number> =>
  new Map(Object.values(words).flatMap((list) => list.flatMap((forms, at) => forms.split(" ").map((form) => [form, at + 1] as const))));

/** A printed month, in lower case, and its number from 1. */
export const MONTH_OF = ordinals(MONTHS);
/** A printed weekday, in lower case, and its number from Monday, 1. */
export const WEEKDAY_OF = ordinals(WEEKDAYS);

/** One expression for the words of all languages, each given as an expression of its own. Whole words only. */
const whole = (words: Record<Reads, string>, flags = "iu"): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.values(words).join("|")})(?![\\p{L}\\p{N}])`, flags);
const leading = (words: Record<Reads, string>): RegExp => new RegExp(`^(?:${Object.values(words).join("|")})(?![\\p{L}\\p{N}])`, "iu");
const entire = (words: Record<Reads, string>): RegExp => new RegExp(`^(?:${Object.values(words).join("|")})$`, "iu");

export const MORNING = leading({
  en: "morning|a\\.\\s?m\\.?|am(?=\\s\\d)",
  fr: "matin(?:ée)?|séance du matin",
  es: "mañana|por la mañana",
  ru: "утро|утром|утреннее заседание",
});
export const AFTERNOON = leading({
  en: "afternoon|evening|p\\.\\s?m\\.?|pm(?=\\s\\d)",
  fr: "après-midi|soir(?:ée)?|séance de l.après-midi",
  es: "tarde|por la tarde|noche",
  ru: "вторая половина дня|вечер|дневное заседание|вечернее заседание",
});

export const CONTINUED = whole({
  en: "continued|contd\\.?|cont.d|cont\\.|resumed",
  fr: "suite(?: et fin)?",
  es: "continuación|continuacion|cont\\.",
  ru: "продолжение|продолж\\.",
});

/** What stands between the number of an item and the word before it. */
export const ITEM_WORD = leading({
  en: "(?:provisional )?agenda items?|items?",
  fr: "points?(?: \\p{L}{1,3})? (?:de l.ordre du jour)|points?",
  es: "temas?(?: del programa)?|puntos?(?: del orden del día)?",
  ru: "пункты?|пункт[аеыу]?(?: повестки дня)?",
});

/** An item that a text refers to: "Opening (item 1)". */
export const ITEM_REFERENCE = whole({
  en: "(?:agenda )?items?(?=\\s\\d)",
  fr: "points?(?=\\s\\d)",
  es: "(?:temas?|puntos?)(?=\\s\\d)",
  ru: "пункт\\p{L}{0,3}(?=\\s\\d)",
});

export const ITEM_ROLES = {
  opening: entire({
    en: "(?:formal )?opening(?: of the .{1,80})?",
    fr: "ouverture(?: (?:de la|du|de l.).{1,80})?",
    es: "apertura(?: (?:de la|del|de los).{1,80})?",
    ru: "открытие(?: .{1,80})?",
  }),
  adoption: entire({
    en: "(?:consideration and )?adoption of the (?:provisional )?agenda(?: .{1,160})?",
    fr: "adoption de l.ordre du jour(?: .{1,160})?",
    es: "aprobación (?:del programa|del temario|del orden del día)(?: .{1,160})?",
    ru: "утверждение повестки дня(?: .{1,160})?",
  }),
  report: entire({
    en: "(?:consideration and )?adoption of the (?:draft |final )?report(?: .{1,200})?",
    fr: "adoption du (?:projet de )?rapport(?: .{1,200})?",
    es: "aprobación del (?:proyecto de )?informe(?: .{1,200})?",
    ru: "(?:утверждение|принятие) (?:проекта )?доклада(?: .{1,200})?",
  }),
} as const;

/** Sittings and events that are no plenary meeting of the body. */
export const NOT_PLENARY = whole({
  en: "lunch|coffee|tea|break|registration|bureau|drafting (?:committee|group)|sub-?groups?|sub-?committees?|contact groups?|friends of the chair|informals?|consultations?|side.events?|reception|cocktail|dinner|ceremony|regional groups?|group meetings?|caucus|press conference|closed session|field (?:visit|trip)|excursion|briefing|workshop|partnership group|steering committee|coordinating committee|coordination meetings?|round ?tables?|exhibition",
  fr: "déjeuner|pause|inscription|accréditation|bureau|comité de rédaction|sous-groupes?|groupes? de contact|consultations?|manifestations? parallèles?|manifestations? en marge|réception|cérémonie|groupes? régionaux|conférence de presse|séance privée|séance à huis clos",
  es: "almuerzo|pausa|receso|inscripción|acreditación|mesa|comité de redacción|subgrupos?|grupos? de contacto|consultas?|actos? paralelos?|actividad(?:es)? paralelas?|recepción|ceremonia|grupos? regionales?|conferencia de prensa|sesión privada",
  ru: "обед|перерыв|регистрация|бюро|редакционный комитет|подгруппа|консультации|параллельные мероприятия|при[её]м|церемония|пресс-конференция|закрытое заседание",
});
/** Organs that sit beside the plenary; what they take up is no business of a plenary slot. */
export const OTHER_ORGAN = whole({
  en: "committee of the whole|(?:standing |main |first |second |third |fourth |fifth |sixth )committee|committee (?:[a-h]|[ivx]{1,3}|\\d)|commission (?:[ivx]{1,3}|\\d|[a-h](?!\\s\\p{Ll}))|working (?:group|party)|(?!the\\s)[\\p{L}-]{2,20}\\s(?:committee|commission)$",
  fr: "(?:première|deuxième|troisième|quatrième|cinquième|sixième) commission|commission [ivx\\d]{1,3}|groupe de travail",
  es: "(?:primera|segunda|tercera|cuarta|quinta|sexta) comisión|comisión [ivx\\d]{1,3}|grupo de trabajo",
  ru: "(?:первый|второй|третий|четвертый|пятый|шестой) комитет|рабочая группа",
});
export const PLENARY = whole({
  en: "plenary|plenaries",
  fr: "plénières?|pleniere",
  es: "plenarias?|pleno",
  ru: "пленарн\\p{L}{2,3}",
});
/** Heads a column of a table whose meetings are those of the body itself. */
export const PLENARY_COLUMN = entire({
  en: "(?:the )?plenary(?: meetings?| sessions?)?(?: of the .{1,60})?",
  fr: "(?:séances? )?plénières?",
  es: "(?:sesión|sesiones )?plenarias?|pleno",
  ru: "пленарн\\p{L}{2,3}(?: заседани\\p{L}{1,2})?",
});
export const OTHER_COLUMN = entire({
  en: "other(?: meetings?| events?)?|(?:main |sub)?committee.{0,40}|commission [ivx\\d]{1,3}|.{0,30}(?:working|contact) group.{0,30}|side.events?|informals?|parallel .{1,40}|bureau",
  fr: "autres?(?: réunions?)?|(?:grande )?commission.{0,30}|comité.{0,30}|groupe de travail.{0,30}",
  es: "otras?(?: reuniones)?|comisión.{0,30}|comité.{0,30}|grupo de trabajo.{0,30}",
  ru: "други[ех].{0,20}|комитет.{0,30}|рабочая группа.{0,30}",
});
/** "3rd meeting", alone: the number of a sitting, which is no identity. */
export const NUMBERED_MEETING =
  /^(?:the )?(?:\d{1,3}\s?-?(?:st|nd|rd|th|e|re|ère|ème|ª|a|о?е|-е)|\p{L}{3,12}(?:st|nd|rd|th|ième|ème)|première|primera|segunda|tercera|cuarta|quinta)\s(?:plenary\s|official\s)?(?:meetings?|session|sitting|séance(?: plénière)?|sesión(?: plenaria)?|reunión|заседание)(?:\s\(.{1,40}\))?$/iu;
/** A sitting that begins when another ends: the text gives no time. */
export const AFTERWARDS = leading({
  en: "immediately (?:after|following)|upon (?:the )?completion|(?:up)?on (?:the )?adjournment|following (?:the )?(?:completion|adjournment|close|plenary)|after (?:the )?(?:plenary|adjournment|close)|directly after",
  fr: "immédiatement après|à l.issue d|après la (?:plénière|séance|clôture)",
  es: "inmediatamente después|al término d|después de la (?:plenaria|sesión)",
  ru: "сразу после|по завершении|после (?:пленарного|закрытия)",
});

export const ORIGINAL = whole({ en: "original ?:", fr: "original ?:", es: "original ?:", ru: "язык оригинала ?:|подлинник ?:" }, "iu");

/** Interpretation into the six official languages, as the United Nations says it. */
export const SIX_LANGUAGES = whole({
  en: "six official languages(?! of the (?!united))",
  fr: "six langues officielles",
  es: "seis idiomas oficiales",
  ru: "шести официальных языках|шесть официальных языков",
});

export const SESSION = whole({
  en: "sessions?|meetings?|assembly|conference of the parties",
  fr: "session|réunion|séance",
  es: "período de sesiones|periodo de sesiones|reunión",
  ru: "сесси[яию]|совещание|заседание",
});

/** The words by which a document says that papers will be there. */
export const BEFORE_IT = whole({
  en: "before (?:it|them)",
  fr: "seront? saisie?s?|disposera(?:it)?|disposeront",
  es: "tendrán? (?:ante sí|a la vista|ante ell[ao]s?)|dispondrán?",
  ru: "(?:будут|будет) представлен\\p{L}{0,2}|будут иметься|будет располагать",
});

/** Headings: what follows them is of another kind. */
export const HEADINGS = {
  agenda: entire({
    en: "(?:annotated |draft |revised |preliminary |proposed |tentative |adopted )*(?:provisional )?agenda(?:\\b.{0,160})?|(?:list of )?agenda items?|items on the (?:provisional )?agenda",
    fr: "(?:projet d.)?ordre du jour(?: provisoire)?(?: annoté)?(?:\\b.{0,160})?",
    es: "(?:proyecto de )?(?:programa|temario|orden del día)(?: provisional)?(?: anotado)?(?: y .{1,100})?",
    ru: "(?:проект )?(?:аннотированная )?(?:предварительная )?повестк[аи] дня(?: .{1,120})?",
  }),
  annotations: entire({
    en: "annotations?(?: to the (?:provisional )?agenda)?|explanatory notes?|annotated agenda items",
    fr: "annotations?(?: à l.ordre du jour.{0,40})?",
    es: "anotaciones(?: (?:al|sobre) .{1,60})?",
    ru: "аннотации(?: .{1,60})?",
  }),
  organization: entire({
    en: "(?:annotated |draft |revised |preliminary |proposed |tentative |indicative |provisional |general |daily )*(?:organi[sz]ation of (?:the )?(?:work|session|meeting)|scheduling of meetings|time-?table|schedule|(?:working )?programme(?: of work)?|program|order of business|order of the day|work ?plan)(?: .{0,160})?",
    fr: "(?:projet d.|proposition d.)?(?:organisation (?:proposée )?des travaux|calendrier(?: provisoire| indicatif| proposé)?|programme de travail|emploi du temps|horaire)(?: .{0,160})?",
    es: "(?:proyecto de |propuesta de )?(?:organización (?:propuesta )?de los trabajos|calendario(?: provisional)?|programa de trabajo|horario)(?: .{0,160})?",
    ru: "(?:предлагаемая |предварительная )?(?:организация работы|расписание|программа работы|график)(?: .{0,160})?",
  }),
  documents: entire({
    en: "(?:list of |pre-session |reference |background |working )*documents?(?: .{0,60})?|documentation(?: .{0,60})?",
    fr: "(?:liste des )?documents?(?: .{0,60})?|documentation(?: .{0,60})?",
    es: "(?:lista de )?documentos?(?: .{0,60})?|documentación(?: .{0,60})?",
    ru: "(?:перечень )?документ(?:ы|ов|ация)(?: .{0,60})?",
  }),
  annex: entire({
    en: "(?:annex|appendix)(?: [ivx\\d]{1,4})?",
    fr: "annexe(?: [ivx\\d]{1,4})?",
    es: "anexo(?: [ivx\\d]{1,4})?",
    ru: "приложение(?: [ivx\\d]{1,4})?",
  }),
} as const;
export type HeadingKind = keyof typeof HEADINGS;
