import type { EndpointMessages } from "../endpoint-messages.ts";

export const FRENCH_ENDPOINTS: EndpointMessages = {
  title: "Systèmes informés aussitôt",
  hint: "Chaque modification leur est envoyée, signée, en quelques secondes : un miroir, le relais d’une messagerie, un site. Jamais l’adresse d’un délégué.",
  none: "Aucun système n’est encore informé.",
  name: "Nom",
  nameHint: "En minuscules, chiffres et traits d’union. Un nom déjà pris reçoit la nouvelle adresse.",
  address: "Adresse",
  add: "Ajouter",
  byItself: "Une liste : lui envoyer automatiquement les changements d’heure et de lieu et les annulations du jour et du lendemain",
  allMeetings: "toutes les réunions",
  well: "Tout est arrivé.",
  waiting: "En attente d’envoi : {waiting}.",
  failing: "Échecs : {failures} ; nouvel essai prévu : {why}.",
  ended: {
    gone: "Terminé : le destinataire ne veut plus rien recevoir. Ajoutez-le de nouveau pour recommencer.",
    unreachable: "Terminé : rien n’est arrivé pendant 75 heures. Ajoutez-le de nouveau pour recommencer.",
    "too-far-behind": "Terminé : trop d’envois étaient en attente. Ajoutez-le de nouveau pour recommencer.",
  },
  test: "Essayer",
  taken: "L’essai est arrivé.",
  notTaken: "L’essai n’est pas arrivé : {why}.",
  showSecret: "Afficher son secret",
  remove: "Supprimer",
  removeSure: "Supprimer, avec tout ce qui est en attente",
};
