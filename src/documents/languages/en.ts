import type { DocumentWords } from "./document-words.ts";

export const ENGLISH_WORDS: DocumentWords = {
  isSpaced: true,

  months: [
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
  weekdays: ["monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri", "saturday sat", "sunday sun"],
  dateFillers: "of the on from",
  dateTo: "to through till until",
  dateAnd: "and",
  dateOrdinals: "st nd rd th",
  yearUnit: "",
  monthUnit: "",
  dayUnit: "",
  dayCounter: "day",

  noon: "noon|midday",
  midnight: "midnight",
  hours: "hours?|hrs?\\.?|hs\\.?|h\\.?",
  minutes: "min\\.?",
  hourBefore: "",
  localTime: "\\p{L}{3,12} time",
  timeFrom:
    "approximately|approx\\.?|about|around|ca\\.?|h\\.|as of|as from|starting at|starting|beginning at|from|between|at|(?:times?|hours?|start|starts at) ?:|begins at",
  timeTo: "to|until|till|and",
  timeAnd: "and",
  amBefore: "",
  pmBefore: "",
  amAfter: "",
  pmAfter: "",
  morning: "morning|a\\.\\s?m\\.?|am(?=\\s\\d|$)",
  afternoon: "afternoon|evening|p\\.\\s?m\\.?|pm(?=\\s\\d|$)",
  sitting: "sessions?|meetings?|sitting",

  continued: "continued|contd\\.?|cont.d|cont\\.|resumed",
  itemWord: "(?:provisional )?agenda items?|items?",
  itemReference: "(?:agenda )?items?",
  itemTo: "to",
  itemAnd: "and",
  noDocument: "no document",
  openingItem: "(?:formal )?opening(?: of the .{1,80})?",
  adoptionItem: "(?:consideration and )?adoption of the (?:provisional )?agenda(?: .{1,160})?",
  agendaTitle:
    "(?:formal |any |draft |date,? (?:and )?(?:place |venue )?(?:of|for) (?:the )?)*(?:opening|adoption|approval|election|appointment of|organi[sz]ation of (?:the )?(?:work|session|meeting)|credentials|other (?:business|matters)|miscellaneous|next (?:session|meeting)|clos(?:ure|ing|e)|adjournment|welcom(?:e|ing)|general (?:debate|discussion)|high-level segment|reports? (?:of|by|from|on))",
  reportItem: "(?:consideration and )?adoption of the (?:draft |final )?report(?: .{1,200})?",

  breakTime: "lunch|coffee|tea|break",
  notPlenary:
    "breakfast|(?:group|family) photo(?:graph)?|doorsteps?|arrivals?|departures?|registration|(?<!(?:elections? of(?: the)?|élections? d[ue]) )bureau|drafting (?:committee|group)|sub-?groups?|sub-?committees?|contact groups?|friends of the chair|informals?|consultations?|side.events?|reception|cocktail|dinner|ceremony|regional groups?|group meetings?|caucus|press conference|field (?:visit|trip)|excursion|briefing|workshop|partnership group|steering committee|coordinating committee|coordination meetings?|round ?tables?|exhibition|parallel (?:sessions?|meetings?)|break-?out|poster sessions?|training sessions?",
  closedSitting: "closed session",
  speakersHeading: "(?:list of )?speakers",
  ownList:
    "(?:keynote |guest |invited )?speakers?|panel+ists?|presenters?|presentations?|moderators?|discussants?|facilitators?|rapporteurs?|respondents?|participants?|(?:co-?)?chair(?:person|man|woman)?s?|(?:guiding |discussion |key )?questions?(?: .{1,40})?|objectives?(?: .{1,40})?|(?:expected )?(?:outcomes?|outputs?)",
  personTitle: "Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Amb|Ambassador|Hon|H\\.\\s?E|HE|Minister",
  otherOrgan:
    "committee of the whole|(?:standing |main |first |second |third |fourth |fifth |sixth )committee|committee (?:[a-h]|[ivx]{1,3}|\\d)|commission (?:[ivx]{1,3}|\\d|[a-h](?!\\s\\p{Ll}))|working (?:group|party)|(?!the\\s)[\\p{L}-]{2,20}\\s(?:committee|commission)$",
  plenary: "plenary|plenaries",
  plenaryColumn: "(?:the )?plenary(?: meetings?| sessions?)?(?: of the .{1,60})?",
  otherColumn:
    "other(?: meetings?| events?)?|(?:main |sub)?committee.{0,40}|commission [ivx\\d]{1,3}|.{0,30}(?:working|contact) group.{0,30}|side.events?|informals?|parallel .{1,40}|bureau",
  sittingOrdinal: "\\d{1,3}\\s?-?(?:st|nd|rd|th)|(?:\\p{L}{5,7}-)?\\p{L}{3,12}(?:st|nd|rd|th)",
  numberedSitting: "meetings?|session|sitting",
  afterwards:
    "immediately (?:after|following)|upon (?:the )?completion|(?:up)?on (?:the )?adjournment|following (?:the )?(?:completion|adjournment|close|plenary)|after (?:the )?(?:plenary|adjournment|close)|directly after",
  workingHours: "working hours|hours of (?:work|meetings?)|meeting (?:times|hours)|times of (?:the )?(?:meetings?|sessions?)",
  sittingEnd:
    "(?:end|close|closing|closure) of (?:the )?(?:\\S{2,5} )?(?:sitting|meeting|session)(?: of .{2,30})?|(?:end|close|closing) of (?:the )?(?:\\p{L}+ )?day(?:.s (?:work|session))?|close(?: day \\d)?|end|adjournment|rise",
  room: "[\\p{L}\\d .’'-]{1,30}\\sroom(?:\\s.{1,20})?|(?:conference )?room\\s.{1,20}|[\\p{L} .’'-]{2,40}\\s(?:hall|chamber)|hall\\s[\\p{L}\\d]{1,3}",

  agendaWord: "agenda",
  agendaHeading:
    "(?:annotated |draft |revised |preliminary |proposed |tentative |provisional |adopted )*agenda(?:\\b.{0,160})?|(?:list of )?agenda items?|items on the (?:provisional )?agenda",
  annotationsHeading: "annotations?(?: to the (?:provisional )?agenda)?|explanatory notes?|annotated agenda items",
  organizationHeading:
    "(?:annotated |draft |revised |preliminary |proposed |tentative |indicative |provisional |general |daily )*(?:organi[sz]ation of (?:the )?(?:work|session|meeting)|scheduling of meetings|time-?table|schedule|(?:working )?programme? of work|programme?(?=$|[ ,]*[\\d(:–-]| (?:of|for|on|at|in|from|as|and (?:time|schedule|agenda|organi)))|order of business|order of the day|work ?plan)(?: .{0,160})?",
  documentsHeading: "(?:list of |pre-session |reference |background |working )*documents?(?: .{0,60})?|documentation(?: .{0,60})?",
  annexHeading: "(?:annex|appendix)(?: (?:[ivx\\d]{1,4}|[a-h]))?",
  sectionOrdinal: "",
  annexWord: "annex|appendix",

  organizationName: "united nations",
  pageWord: "page|p\\.",
  pageOf: "of",
  pageUnit: "",
  contentsHeading: "(?:table of )?contents",
  contentsColumn: "paragraphs?|pages?",
  documentWord: "document|ref(?:erence)?\\.?",
  see: "see|doc\\.",

  distribution: "Distr(?:ibution)?\\.?",
  original: "original ?:",
  dateLabel: "(?:dates?|when)(?:(?: and |/)time)? ?:",
  sixLanguages: "six official languages(?! of the (?!united))",
  beforeIt: "before (?:it|them)",

  session: "sessions?|meetings?|assembly|conference of the parties",
  sessionKind:
    "(?:(?:regular|special|annual|ordinary|extraordinary|plenary|intersessional|executive|organi[sz]ational|substantive|emergency|resumed)\\s)?(?:sessions?|meeting|assembly|series of meetings)",
  sessionOrdinal:
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\\p{L}{3,10}teenth|\\p{L}{3,8}tieth|hundredth)|\\d{1,3}\\s?-?(?:st|nd|rd|th)",
  sessionName: "",
  ordinalBefore: "",
  ordinalBehind: "",
  paperOf:
    "(?:draft |final |summary |provisional |annual )*(?:reports?|minutes|proceedings|work|rules of procedure|journal|decisions|conclusions|agenda|programme|timetable)",
  ofBody: "of(?: the)?",
  willBe: "will|to be|took|takes|in order to|so as to|with a view to",
  organWord:
    "commissions?|committees?|conference|council|assembly|assemblies|board|group|party|parties|parliament|congress|forum|panel|bureau|tribunal|body|bodies|court|task force|senate|deputies",
  subsidiaryOrgan:
    "(?:working|expert|advisory|technical) (?:group|party)|task force|sub-?committee|sub-?commission|meeting of (?:governmental |national )?experts|expert meeting",
  organizationWord: "union|organi[sz]ation|authority|cent(?:er|re)|agency|institute|network|association",
  meetingBody:
    "(?:joint |extraordinary )?meeting of (?:the )?(?:states |contracting |high |signatories and )*(?:parties|signatories|experts|ministers|senior officials|heads|directors|representatives|plenipotentiaries)(?! of delegations?)|(?:ministerial|expert|consultative|intergovernmental|consultation|senior officials|heads of (?:state|government|state and government)) meeting|ministers.? meeting|summit|dialogue",
  notName:
    "(?:work|establishment|preparations?|invitation|structure|composition|functions|mandate|membership|members|role|status|number|election|organi[sz]ation and \\p{L}+|rules of procedure) (?:of|for|to|and)|credentials|drafting|nominations|reports?|statements?|elections?|appointments?|adoption|consideration|opening|annotated|provisional|draft|restricted|unrestricted|limited|confidential|public|revised|tentative|note|item|(?:speech|address|message|letter|remarks|list|guidelines|terms|rules|programme|information|welcome) (?:of|by|from|to|on|for)|english|french|spanish|russian|arabic|chinese|annex|contents|updated|(?:(?:the|executive|deputy|assistant) )*(?:secretary|secretariat|director|president|chair(?:person|man|woman)?|rapporteur|permanent (?:mission|representative))|general(?!\\s(?:\\p{L}+\\s){0,3}(?:assembly|council|conference|committee|commission|body|board|congress))",
  bodyVerbs: "considered|adopted|decided|noted|agreed|took|recommended|requested|elected|approved|reviewed|invited|met|held|meets|consists",
  finiteVerbs: "will|shall|was|were|is|are|has|have|contains|(?<!\\d\\s)may(?!\\s\\d)|should",
  issuedBy: "(?:Issued|Reissued|Circulated|Distributed) (?:in accordance|pursuant|under|for|as)",
  sentenceStart: "The|In|At|An?|This|It|For|Under|Pursuant|According|As",
  connectives: "of on the and for to in by with an? from",
  joinsName: "of on the for and to that",
  listAnd: "and|or",

  andOnline: "and (?:online|virtual(?:ly)?)",
  wayHeld: "hybrid|online|virtual|in person|to be confirmed|tbc",
  nowhere: "online|virtual(?:ly)?|(?:by )?(?:video|tele).?conference|hybrid|webinar|zoom",
  placeToDates: "from",
  inCity: "in",
  atHouse: "at",
  placeLabel: "(?:venue|place|location|where) ?:",
  cityWord: "(?:the )?city of",
  stateWord: "(?:the )?(?:state|principality|republic|grand duchy|sultanate) of(?: the)?",
  nextMeeting: "(?:date of (?:the )?)?next (?:meeting|session)",
  notPlace:
    "institute|university|academy|ministry|museum|hotel|committee|council|commission|assembly|group|board|agenda|general|original|distr",
  startingAt: "(?:starting|commencing|beginning|opening)(?= at)",
  commences: "commences|begins|starts|opens|opening(?: of the (?:session|meeting|conference))?(?= ?[:,–-])",
  opens: "open(?:s|ed|ing)?",
  closes: "clos(?:e|es|ed|ing)",
};
