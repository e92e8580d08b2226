import { FRENCH } from "../../../../i18n/fr.ts";
import { FRENCH_PAGES } from "../../../../i18n/pages/fr.ts";
import type { ConsoleMessages } from "../messages.ts";
import { FRENCH_ANSWERS } from "./answers.ts";
import { FRENCH_DRAFTS } from "./drafts.ts";
import { FRENCH_EDITING } from "./editing.ts";
import { FRENCH_ENDPOINTS } from "./endpoints.ts";
import { FRENCH_EVENTS } from "./events.ts";
import { FRENCH_FILES } from "./files.ts";
import { FRENCH_HOUSE } from "./house.ts";
import { FRENCH_INVITATION } from "./invitation.ts";
import { FRENCH_KEYS } from "./keys.ts";
import { FRENCH_CLEARING } from "./mails.ts";
import { FRENCH_ISSUE } from "./issue.ts";
import { FRENCH_PROGRAMME } from "./programme.ts";
import { FRENCH_DOUBTS } from "./doubts.ts";
import { FRENCH_SETUP } from "./setup.ts";

export const FRENCH_CONSOLE: ConsoleMessages = {
  ...FRENCH_EVENTS,
  ...FRENCH_ANSWERS,
  own: FRENCH,
  page: FRENCH_PAGES,
  console: "Console",
  loading: "Lecture de la réunion…",
  publicPage: "Page publique de la réunion",
  connection: {
    up: "En liaison avec le service",
    down: "Pas de connexion : ce que vous envoyez attend ici et partira dans l’ordre à son retour.",
    asOf: "Ce qui est affiché date de {time}.",
  },
  wrongClock: "L’horloge de cet appareil est décalée de {minutes} min. Les événements sont signés à l’heure du service.",
  keepsNothing:
    "Ce navigateur ne conserve rien pour cette page : sa clé et les envois qui ne sont pas encore partis sont perdus dès qu’elle est fermée.",
  more: "Autres événements",
  moreHint: "Tout ce qui est possible maintenant, et rien d’autre.",
  openNow: "Ouverte en ce moment : {slot}.",
  programme: FRENCH_PROGRAMME,
  setup: FRENCH_SETUP,
  invitation: FRENCH_INVITATION,
  drafts: FRENCH_DRAFTS,
  editing: FRENCH_EDITING,
  file: FRENCH_FILES,
  keys: FRENCH_KEYS,
  house: FRENCH_HOUSE,
  endpoints: FRENCH_ENDPOINTS,
  issue: FRENCH_ISSUE,
  mails: FRENCH_CLEARING,
  outbox: {
    title: "Vos envois",
    undo: "Annuler l’envoi",
    undone: "Annulé : {event}",
    sending: "envoi en cours…",
    done: "est envoyé.",
    offline: "Pas de connexion. Ces envois partiront d’eux-mêmes, dans l’ordre, à son retour ; rien n’est perdu si la page est fermée.",
    waiting: "attend la connexion.",
    retry: "Envoyer",
    discard: "Abandonner",
  },
  message: { title: "Message à transmettre", language: "En", share: "Partager…" },
  history: { title: "Historique : retirer une erreur", withdraw: "Retirer", redact: "Supprimer le texte" },
  key: {
    title: "Ce navigateur",
    none: "Ce navigateur n’est pas encore enregistré pour cet organe.",
    why: "Il n’y a pas de compte : ce navigateur signe chaque événement, et le service se fie à la signature.",
    make: "Préparer ce navigateur",
    makeHint:
      "De préférence : ce avec quoi il signera ne pourra être copié par personne, pas même par vous. L’opérateur l’enregistre une fois.",
    typed: "Ou un secret qui vous a été remis",
    typedHint: "Il commence par whsk_ ou whsec_, et est conservé de façon à pouvoir signer sans pouvoir être relu.",
    use: "Utiliser ce secret",
    notASecret: "Ce secret n’est pas valable : il doit commencer par whsk_ ou whsec_ et être complet.",
    notHere:
      "Ce navigateur ne peut pas créer une telle clé (Ed25519 lui manque). Prenez un navigateur plus récent, ou un secret qui vous a été remis.",
    publicKey: "Clé publique",
    fingerprint: "Empreinte",
    fingerprintHint: "Lisez-la à l’opérateur par téléphone, pour qu’aucune autre clé ne soit enregistrée par erreur.",
    enrol: "L’opérateur l’enregistre par cette commande",
    checkAgain: "Vérifier à nouveau",
    forget: "Oublier cette clé",
    forgetSure: "L’oublier vraiment : elle ne pourra pas être retrouvée",
    loss: "Si les données de ce navigateur sont effacées, la clé est perdue, mais rien d’autre : créez-en une autre ici, faites-la enregistrer et faites révoquer l’ancienne.",
    notKept:
      "Ce navigateur ne garantit pas de la conserver si l’espace vient à manquer. Ajouter la console à l’écran d’accueil aide en général.",
    status: {
      unknown: "Le service est interrogé à son sujet…",
      enrolled: "Enregistré : il peut envoyer.",
      "not-enrolled": "Pas encore enregistré : rien ne peut être envoyé tant que l’opérateur ne l’a pas enregistré.",
      "not-permitted": "Enregistré, mais limité dans ce qu’il peut envoyer ici.",
      unreachable: "Le service n’a pas pu être interrogé à son sujet.",
    },
  },
  agenda: {
    title: "Ordre du jour nouveau ou révisé",
    hint: "Collez le document depuis un traitement de texte ou une page web. Rien n’est envoyé avant que vous ayez vu ce qui a été compris.",
    paste: "Le document",
    read: "Lire",
    days: "Séances",
    items: "Points",
    warnings: "Doutes",
    noWarnings: "Aucun doute.",
    warningsAbout: FRENCH_DOUBTS,
    line: "Ligne {line}",
    missing: "Il manque encore",
    supply: "Ce que le document ne dit pas",
    overrides: {
      timezone: "Fuseau horaire (Région/Ville)",
      id: "Identifiant de la réunion, comme dans son adresse",
      symbol: "Cote du document",
      title: "Titre de la réunion",
      city: "Ville",
      venue: "Lieu",
      opensOn: "Premier jour",
      closesOn: "Dernier jour",
      year: "Année",
      "body.shortName": "Nom abrégé de l’organe",
    },
    as: {
      "agenda.revised": "Envoyer comme révision de cette réunion",
      "agenda.adopted": "Envoyer comme adopté, tel que révisé oralement",
      "meeting.announced": "Annoncer comme une autre réunion",
    },
  },
};
