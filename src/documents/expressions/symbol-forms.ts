/** The forms in which houses number their documents, each as the source of a regular expression. */

const MARK = "(?:Rev|Add|Corr|Cor|Amend|Prov|Sup|Suppl|REV|ADD|CORR|COR|PROV|SUP|rev|add|corr)";
const REVISION = `(?:${MARK}\\.\\s?\\d{1,2}|(?:REV|ADD|COR)\\s\\d{1,2}|REV(?![\\p{L}.])|(?:Prov|PROV|prov|Rev|REV|rev|Add|Corr)\\.(?!\\s?\\d)|prov(?:\\d{1,2})?(?![\\p{L}.]))`;
/** `(Rev.1)`, `[E]`: what stands in brackets behind a symbol. */
const BRACKETED = `(?:\\((?:${REVISION}|annotated|[Rr]evised)\\)|\\[[A-Z]\\])`;
const REVISED = `(?:\\s?(?:${BRACKETED}|${REVISION})|(?:,\\s?|\\.)Rev\\.?\\s?\\d{1,2}|[-_](?:(?:rev|add|corr)\\.?\\s?\\d{1,2}|prov(?!\\p{L})))`;
/** Letters of scripts whose words spaces part: in Chinese a symbol stands right behind a word. */
const WORDED_SCRIPT = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Arabic}\\p{N}/]";
const END = `(?!${WORDED_SCRIPT})`;

/** `(31)`, `(XLIV)`, `(a)`: of a session, or of a part. */
const PLACED = "\\((?:\\d{1,3}|[IVXLC]{1,8}|[a-zA-Z])\\)";
/** What begins a symbol: `A`, `GB.21`, `T-PVS`, `AN-Conf`, `NET(HOOK)`, `Assembly` before its union. */
const HEAD = `(?:[A-Z][A-Z0-9]{0,9}|[A-Z][a-z]{3,10}(?=\\/[A-Z]{2,5}\\/\\d))(?:[.:-](?:[A-Z0-9]{1,10}|[A-Z][a-z]{2,8}(?=\\/))){0,3}(?:\\([A-Z]{2,6}\\)(?=\\/))?`;
/** A number of several digits is no year: "FY 2031/32" are years. */
const SESSION = `(?:\\s(?:\\d{1,3}|(?!19|20)\\d{4})|(?<=(?<!\\p{L})[A-Z]{1,4})\\s(?:19|20)\\d{2}(?=\\/(?:[A-Z]{2,5}\\/)?\\d{1,3}(?!\\d))|${PLACED})`;
/** Within a symbol a space may part what follows: `NETP/MED IG.9/1`, `CX/NET 31/9/1`. */
const SPACED = "\\s(?:[A-Z]{2}\\.\\d{1,4}|\\d{1,3}\\.[A-Z]{2,5}|(?!24\\/7(?!\\d)|20\\d{2})\\d{1,4}(?=\\/\\d))(?=\\/)";
const PART = `\\s?\\/(?:[A-Z0-9][A-Za-z0-9.-]{0,19}|(?:doc|inf|rev|add|corr)\\.\\s?\\d{1,5})(?:${SPACED})?(?:${PLACED})?(?:${BRACKETED})?`;
/** `SP/NT/IX.O/DT Nº 1-31`, `NETPLAN/9 - WP/01`, `NC/L.40(NET.9/3)`: what may follow the last slash. */
const BEHIND = "(?:\\sN[º°]\\s?\\d{1,3}-\\d{2}|\\s[–-]\\s(?:WP|IP|DP)\\/\\d{1,3}|\\([A-Z]{2,6}\\.\\d{1,3}\\/\\d{1,3}\\))";
/** `A/CN.99/8`, `CL 9/INF/4`, `GB.21/LEG/1(Rev.1)`, `REEF /2031/1`, `GC(9)/1`, `XT/MIN(31)/W/1`: parts with slashes. */
const SLASHED = `${HEAD}(?:${SESSION})?(?:${PART}){1,9}(?:${BEHIND})?(?:[/ –-]{1,2}(?:${BRACKETED}|${REVISION})|${REVISED}){0,3}`;

/** `CoP9 Doc. 5`, `NT9-Doc01`, `COM Doc. 31-01`, `NT9 Inf. 3`: a word for "document" behind the meeting. */
const MEETING = "(?:(?:[A-Z]{2,8}\\/)?[A-Z][A-Za-z]{1,7}(?:-[A-Z]{2,5})?\\s?\\d{0,3}(?:\\s(?:[A-Z]\\s\\d\\s)?\\d{4}\\.\\d)?)";
const NUMBER = "\\d(?:[A-Za-z0-9-]|\\.(?!Rev)){0,14}";
const WORDED = "(?:(?:DOC|Doc|INF|Inf)\\.\\s?|WP\\s(?=\\d{2}-\\d{2}))";
const NAMED_BEHIND = `(?:${MEETING}\\s?[–-]\\s?Doc\\s?|(?:[A-Z][A-Za-z]{1,7}\\d{1,3}|(?:[A-Z]{2,8}\\/)?[A-Z]{2,6}(?:-[A-Z]{2,4})?)\\s${WORDED})${NUMBER}(?:${REVISED})?`;
/** `DOC. SC8-12`, `Doc. 15`, `Prel. Doc. No. 4`: the word itself. */
const NAMED = `(?:Prel\\.\\s)?(?:DOC|Doc)\\.\\s?(?:No\\.?\\s)?(?:[A-Z]{1,8}\\d{0,3}[.-])?${NUMBER}(?:\\s?\\/\\s?20\\d{2}|${REVISED})?`;
/** `37 C/1 Prov.`, `200 EX/5.I.A`, `92 GS/TECH-01`: the number of a session before its organ. */
const BY_SESSION = `\\d{1,3}\\s(?:EX|C|COM|GA|GS)\\/(?:[A-Z]{2,4}(?:\\.?\\s?|[/-]))?\\d{1,3}(?:-\\d{1,3}|\\.[IVX]{1,4}(?:\\.[A-F])?|\\sPart(?:ie|e)?\\s[IVX]{1,4})?(?:\\s(?:${BRACKETED}|${REVISION})){0,2}${END}`;
/** `NET-Ext.(31)/Doc. 2.2`, `Net-XVI/Doc. 3.1(1)`, `REEF/NET-2/INF. 1`: papers that are numbered as the items that they are for. */
const BY_ITEM = `[A-Z][A-Za-z]{1,9}(?:-(?:[A-Z][A-Za-z]{0,5}\\.?|\\d{1,3})){0,2}(?:\\s?\\(\\d{2,4}\\))?(?:\\/[A-Z][A-Za-z0-9-]{1,12}){0,3}\\/(?:Doc\\.|DOC\\.?|INF\\.|Inf\\.)\\s?\\d{1,3}(?:\\.\\d{1,2}){0,4}[a-z]?(?:\\(\\d{1,2}\\))?(?:(?:\\/${REVISION})?${END}|${REVISED})`;
/** `CNH(2031)OJ1`, `NET-AS (2031) 07`, `N-PV/Inf(2031)01`, `NT(2031)9-OJ1`, `NTC(31)19`: the year in brackets. */
const YEAR_CODE = "[A-Z]{1,5}(?:[-/][A-Z][A-Za-z]{0,5}){1,3}";
const BY_YEAR = `(?:[A-Z]{2,8}\\d{0,3}(?:\\(20\\d{2}\\)\\s?|\\s\\(20\\d{2}\\)\\s(?=[A-Z])|(?=\\(\\d{2}\\)\\d))|${YEAR_CODE}\\s?\\(20\\d{2}\\)\\s?)(?:\\(\\d{2}\\)|(?:[A-Z]{1,4}\\s?)?)\\d{1,4}(?:-[A-Z]{0,3}\\d{1,3})?(?:${REVISED}|(?:ann|add|prov|rev)(?:\\d{1,2})?|\\sfinal)?${END}`;
/** `CFN: 99/1`, `WNS:fyl 2031/DJ/2`: a colon, and the number of a year behind it; "Date: 12/5" is none. */
const BY_COLON = `[A-Z]{2,6}:(?:[a-z]{2,5})?\\s(?:(?:19|20)\\d{2}|[4-9]\\d)(?:\\/[A-Z]{1,5})?\\/(?:(?:Inf|INF|Doc|DOC)\\.\\s?)?\\d{1,3}${END}`;
/** `NTC-2031-S9-01a[E]`, `NTC9-2031-IP05`, `NT-101-01`, `NT.29-190-01`: numbers behind dashes; a day is none. */
const BY_DASHES = `[A-Z]{2,8}(?:\\d{1,3}|\\.\\d{1,3})?[–-](?:20\\d{2}[–-](?:(?:[A-Z]{1,5}\\d{0,3}|\\d{2,3})[–-]){0,2}[A-Z]{0,4}\\d{1,3}[a-z]?|\\d{3}[–-]\\d{2}|\\d{2}[–-]0\\d)(?:${REVISED}|\\sREV)?(?![\\p{L}\\p{N}/–-])`;
/** `10065/1/31 REV 1`: five digits and a year, as a register numbers them; regulations have four digits. */
const BY_REGISTER = `(?<!\\d[.,])\\d{5}(?:\\/\\d{1,2})?\\/\\d{2}(?:\\s(?:REV|ADD|COR)\\s\\d{1,2}){0,2}${END}`;
/** `N 1234`, `ISO/TC 9 N 123`: the number of a paper of a technical committee; `CRD 5`, `INF.5`: one of a session. */
const NUMBERED = `(?:ISO\\/(?:IEC\\s)?(?:TC|JTC|PC)\\s\\d{1,3}(?:\\/[SW][CG]\\s\\d{1,3}){0,2}\\sN\\s?\\d{1,5}|(?<=^|[([])N\\s?\\d{3,5}|N\\s?\\d{3,5}(?=\\s?(?:$|[)\\],;.]))|[A-Z]{2,6}\\d{0,2}-TD\\d{1,4}(?:R\\d{1,2})?(?:\\/[A-Z]{2,5})?|[A-Z]{2}\\/d[ti]\\s\\d{1,4}|[A-Z]{2,5}\\sWorking\\sPaper\\s\\d{1,3}\\/\\d{1,3}|CRD\\s?\\d{1,3}|INF\\.\\s?\\d{1,3})${END}`;

/** `N.A. (82) 1`: initials with stops, and the number of the session. */
const BY_INITIALS = `(?:[A-Z]\\.){2,4}\\s?\\(\\d{1,3}\\)\\s?\\d{1,4}${END}`;
/** `ش م/ل إ 9/1`, `ج77/1`: initials in Arabic. */
const IN_ARABIC = `(?:\\p{Script=Arabic}(?:[\\s/.]{1,2}\\p{Script=Arabic}){1,5}[.\\s]?|ج)\\d{1,3}\\/(?:\\p{Script=Arabic}\\.)?\\d{1,3}(?:\\s?[–-]?\\s?(?:تنقيح|إضافة)\\s?\\d{1,2})?${END}`;

export const SYMBOL = new RegExp(
  `(?<!${WORDED_SCRIPT})(?:${[BY_COLON, BY_YEAR, BY_ITEM, BY_DASHES, NAMED_BEHIND, NAMED, BY_SESSION, BY_REGISTER, BY_INITIALS, IN_ARABIC, NUMBERED, SLASHED].join("|")})`,
  "gu",
);
