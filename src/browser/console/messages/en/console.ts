import { ENGLISH } from "../../../../i18n/en.ts";
import { ENGLISH_PAGES } from "../../../../i18n/pages/en.ts";
import type { ConsoleMessages } from "../messages.ts";
import { ENGLISH_ANSWERS } from "./answers.ts";
import { ENGLISH_DRAFTS } from "./drafts.ts";
import { ENGLISH_EDITING } from "./editing.ts";
import { ENGLISH_ENDPOINTS } from "./endpoints.ts";
import { ENGLISH_EVENTS } from "./events.ts";
import { ENGLISH_FILES } from "./files.ts";
import { ENGLISH_HOUSE } from "./house.ts";
import { ENGLISH_INVITATION } from "./invitation.ts";
import { ENGLISH_KEYS } from "./keys.ts";
import { ENGLISH_CLEARING } from "./mails.ts";
import { ENGLISH_ISSUE } from "./issue.ts";
import { ENGLISH_PROGRAMME } from "./programme.ts";
import { ENGLISH_DOUBTS } from "./doubts.ts";
import { ENGLISH_SETUP } from "./setup.ts";

export const ENGLISH_CONSOLE: ConsoleMessages = {
  ...ENGLISH_EVENTS,
  ...ENGLISH_ANSWERS,
  own: ENGLISH,
  page: ENGLISH_PAGES,
  console: "Console",
  loading: "Reading the meeting…",
  publicPage: "The meeting’s public page",
  connection: {
    up: "In touch with the service",
    down: "No line: what you send waits here, and goes out in order when the line is back.",
    asOf: "What is shown is of {time}.",
  },
  wrongClock: "This device’s clock is wrong by {minutes} min. Events are signed by the service’s clock instead.",
  keepsNothing: "This browser keeps nothing for this page: its key, and events that have not gone out, are lost when it is closed.",
  more: "More",
  moreHint: "Everything that is possible now, and nothing else.",
  openNow: "Open now: {slot}.",
  programme: ENGLISH_PROGRAMME,
  setup: ENGLISH_SETUP,
  invitation: ENGLISH_INVITATION,
  drafts: ENGLISH_DRAFTS,
  editing: ENGLISH_EDITING,
  file: ENGLISH_FILES,
  keys: ENGLISH_KEYS,
  house: ENGLISH_HOUSE,
  endpoints: ENGLISH_ENDPOINTS,
  issue: ENGLISH_ISSUE,
  mails: ENGLISH_CLEARING,
  outbox: {
    title: "What you sent",
    undo: "Undo",
    undone: "Undone: {event}",
    sending: "is being sent…",
    done: "is sent.",
    offline: "No line. These go out by themselves, in order, when it is back; closing the page loses nothing.",
    waiting: "waits for the line.",
    retry: "Send it",
    discard: "Discard",
  },
  message: { title: "A message to pass on", language: "In", share: "Share…" },
  history: {
    title: "History: withdraw a mistake",
    withdraw: "Withdraw",
    redact: "Remove its words",
  },
  key: {
    title: "This browser",
    none: "This browser is not enrolled for this body yet.",
    why: "There is no login: this browser signs each event, and the service believes the signature.",
    make: "Prepare this browser",
    makeHint: "Best: what it then signs with can’t be copied, not even by you. The operator enrols it once.",
    typed: "Or a secret that you were given",
    typedHint: "It begins with whsk_ or whsec_, and is kept so that it can sign but not be read again.",
    use: "Use this secret",
    notASecret: "That is not such a secret: it must begin with whsk_ or whsec_, and be complete.",
    notHere: "This browser can’t make such a key (it lacks Ed25519). Use a newer browser, or a secret that you were given.",
    publicKey: "Public key",
    fingerprint: "Fingerprint",
    fingerprintHint: "Read it to the operator over the telephone, so that no other key is enrolled by mistake.",
    enrol: "The operator enrols it with this command",
    checkAgain: "Check again",
    forget: "Forget this key",
    forgetSure: "Really forget it: it can’t be brought back",
    loss: "If this browser’s data are cleared, the key is gone. Nothing else is lost: make another here, have it enrolled, and have the old one revoked.",
    notKept: "This browser does not promise to keep it when space runs short. Adding the console to the home screen usually helps.",
    status: {
      unknown: "Asking the service about it…",
      enrolled: "Enrolled: it may send.",
      "not-enrolled": "Not enrolled yet: nothing can be sent until the operator has enrolled it.",
      "not-permitted": "Enrolled, but limited in what it may send here.",
      unreachable: "The service could not be asked about it.",
    },
  },
  agenda: {
    title: "A new or revised agenda",
    hint: "Paste the document, from a word processor or a web page. Nothing is sent until you have seen what was understood.",
    paste: "The document",
    read: "Read it",
    days: "Sittings",
    items: "Items",
    warnings: "Doubts",
    noWarnings: "No doubts.",
    warningsAbout: ENGLISH_DOUBTS,
    line: "Line {line}",
    missing: "Still missing",
    supply: "What the document does not say",
    overrides: {
      timezone: "Time zone (Area/City)",
      id: "Id of the meeting, as in its address",
      symbol: "Symbol of the document",
      title: "Title of the meeting",
      city: "City",
      venue: "Venue",
      opensOn: "First day",
      closesOn: "Last day",
      year: "Year",
      "body.shortName": "Short name of the body",
    },
    as: {
      "agenda.revised": "Send as a revision of this meeting",
      "agenda.adopted": "Send as adopted, as orally revised",
      "meeting.announced": "Announce as another meeting",
    },
  },
};
