import type { AnswerMessages } from "../answer-messages.ts";

export const FRENCH_ANSWERS: AnswerMessages = {
  warning: "À vérifier :",
  warnings: {
    "closed-before-opening": "L’ouverture de la réunion n’a jamais été signalée.",
    "sitting-open-at-closure": "La levée de la séance n’a pas été signalée : {slot}.",
    "cancelled-after-opening":
      "La réunion était ouverte : les séances tenues sont conservées, toutes les autres sont annulées. S’il ne s’agit que d’une interruption, suspendez-la.",
    "revised-after-adoption":
      "L’ordre du jour est déjà adopté. Si l’organe l’a adopté tel que révisé, retirez l’adoption et signalez-la de nouveau avec la révision.",
    "report-with-item-open": "Le point {item} est toujours en cours d’examen.",
    "issued-before-adoption": "L’adoption du rapport n’a pas été signalée.",
    "outside-the-dates": "Séance en dehors des dates de la réunion ({opensOn} – {closesOn}) : {slot}, le {date}.",
    "two-sittings-at-once": "Deux séances auraient lieu en même temps : {slot} et {other}.",
    "not-longer": "La séance devait déjà se terminer à {end} : elle n’est pas prolongée.",
    "last-sitting-of-item": "Le point {item} n’est inscrit à aucune autre séance : indiquez où il sera examiné, ou qu’il est renvoyé.",
    "slot-opened-before-meeting": "L’ouverture de la réunion n’a pas été signalée.",
    "slot-adjourned-unopened": "L’ouverture de la séance n’a jamais été signalée, elle ne sera donc pas comptée dans le rapport : {slot}.",
    "slot-resumed-unopened": "L’ouverture de la séance n’a jamais été signalée ; elle est présentée malgré tout comme ouverte : {slot}.",
    "no-sitting-open": "Aucune séance n’est ouverte, or un point s’examine en séance.",
    "not-of-this-sitting": "Le point {item} n’est pas inscrit à la séance ouverte : {slot}.",
    late: "Un fait plus récent a été signalé depuis (« {newer} », {timestamp}) : celui-ci est inséré avant lui.",
    "number-told-since":
      "Une autre heure a été annoncée depuis, {start} : {slot}. S’il s’agit d’une autre séance, retirez cet événement et ajoutez-la sous le numéro {free}.",
    "item-told-since":
      "Le point {item} a été annoncé depuis sous un autre titre. S’il s’agit d’un autre point, retirez cet événement et ajoutez-le sous un autre numéro.",
    "still-said": "Un autre événement dit la même chose et reste valable ({event}). S’il est faux lui aussi, retirez-le.",
    retitled: "Le point {item} garde son numéro sous un autre titre. Vérifiez qu’il s’agit bien du même point.",
    "not-covered":
      "{path} reste inchangé : un document de cette portée ({covers}) n’en dit rien. Si cela change, envoyez-le comme rectificatif.",
    "no-effect": "Sans effet, car déjà indiqué ou non demandé ici : {field}.",
    "not-called-off": "La réunion n’était ni annulée ni reportée : seuls sont nouveaux les dates, les lieux et les séances indiqués ici.",
    "not-under-way": "La réunion est close, annulée ou reportée : ceci est néanmoins rapporté comme ayant eu lieu.",
    "was-cancelled": "La séance était annulée ou retirée du programme ; elle est présentée malgré tout comme tenue : {slot}.",
    "was-done-with":
      "L’examen du point {item} était achevé, renvoyé ou laissé en suspens : le point est présenté comme de nouveau en cours d’examen.",
    "after-its-end":
      "La séance devait se terminer à {end} ; si elle a eu lieu, retirez ceci et signalez son ouverture et sa levée : {slot}.",
    "reports-dropped": "Le document reprend tout à neuf ; ce qui avait été signalé est donc abandonné : {paths}.",
    "held-slot-kept": "La séance a eu lieu et reste fixée à {start} : {slot}.",
    "documents-dropped": "Des documents publiés manquent au programme : {documents}.",
    "another-sitting-open": "Une autre séance est ouverte : {slot}.",
    "meeting-is-suspended": "La réunion est suspendue.",
    "items-in-two-sittings":
      "Des points de la séance avaient été transférés lors de son annulation : {items}. S’ils y reviennent, transférez-les.",
    "parts-remain": "Des parties du point {item} restent inscrites à des séances : {items}.",
    "report-adopted-again": "L’adoption du rapport a déjà été signalée.",
    "joint-to-confirm":
      "Tant que son secrétariat n’a pas confirmé, votre programme indique « séance commune, à confirmer » et ne le nomme pas. L’heure et la salle restent de votre ressort ; chaque secrétariat rend compte de ses propres points.",
    "joint-kept-elsewhere":
      "L’heure et la salle sont du ressort de {body}, qui seul peut déplacer la séance : votre programme l’indique dès que celui de {body} vous nomme. Vous rendez compte de vos propres points.",
    "follows-unjoined":
      "{slot} doit suivre une séance de {body} à laquelle cette réunion ne participe pas : seul son jour est affiché tant que vous n’avez pas indiqué que la réunion y participe.",
    "two-leads":
      "{slot} doit se tenir avec {body}, et la réunion participe à la séance {other} de {body}. S’il s’agit d’une seule et même séance, retirez {body} ou ne participez plus à la sienne.",
    "moved-to-unknown": "La réunion {meeting} n’est pas encore annoncée : les adresses de celle-ci y renverront dès qu’elle le sera.",
    "business-before-adoption": "L’ordre du jour est provisoire : d’ordinaire, les travaux attendent son adoption.",
    "log-filling": "La réunion a eu {count} événements sur {most} au plus : prévenez l’exploitant avant que son journal ne soit plein.",
    "meeting-filling": "Ce qui est dit de la réunion occupe {count} octets sur {most} au plus : abrégez ce qui est long.",
    "key-expires-soon":
      "La clé avec laquelle vous signez expire dans moins de deux semaines : demandez à l’opérateur d’en ajouter une autre.",
  },
  refusals: {
    "not-announced": "Cette réunion n’est pas encore annoncée.",
    "already-announced":
      "Cette réunion est déjà annoncée. Pour remplacer son programme, révisez l’ordre du jour. S’il s’agit d’une autre réunion, annoncez-la sous son propre identifiant, puis retirez l’annonce de celle-ci.",
    "moves-in-a-circle": "Les adresses de ces réunions renverraient l’une à l’autre en cercle : {meetings}. Indiquez celle dont il s’agit.",
    "not-opened": "La réunion n’est pas encore ouverte.",
    "already-opened": "La réunion est déjà ouverte.",
    "meeting-suspended": "La réunion est suspendue.",
    "meeting-postponed": "La réunion est reportée : fixez d’abord ses nouvelles dates.",
    "meeting-cancelled": "La réunion est annulée. Si c’est une erreur, retirez-la dans l’historique.",
    "meeting-withdrawn": "La réunion avait été annoncée par erreur et est retirée. Si c’est là l’erreur, retirez-la dans l’historique.",
    "meeting-closed": "La réunion est close. Si c’est une erreur, retirez la clôture dans l’historique.",
    "older-than-base":
      "Un document plus récent a été signalé depuis : celui-ci arrive trop tard. Signalez un à un les changements qu’il apportait, ou retirez le plus récent.",
    "makes-impossible":
      "Avec ce fait à cette heure-là, ces événements ultérieurs seraient impossibles. Retirez-les d’abord, en commençant par le dernier : {events}.",
    conflicts: "Le document et ce qui a été signalé depuis ne concordent pas. Décidez dans chaque cas lequel des deux vaut : {paths}.",
    "already-adopted": "L’ordre du jour est déjà adopté.",
    "report-before-adoption": "Il ne peut y avoir de rapport tant que l’ordre du jour est provisoire.",
    "unknown-slot": "Le programme ne comporte pas cette séance.",
    "slot-number-used": "Ce numéro a déjà servi. Le prochain numéro libre est {free}.",
    "follows-itself":
      "{slots} : chacune suivrait la suivante, et la dernière la première. Indiquez pour l’une d’elles quand elle commence.",
    "ends-before-start": "Une séance ne peut pas se terminer avant de commencer.",
    "slot-not-open": "La séance n’est pas ouverte : {slot}.",
    "slot-postponed": "{slot} : séance reportée. Fixez la nouvelle heure, rétablissez la séance à son heure, ou ouvrez-la.",
    "slot-open": "La séance est ouverte : {slot}.",
    "slot-suspended": "La séance est suspendue : {slot}.",
    "slot-adjourned": "La séance est levée ; ce qui a eu lieu ne peut être ni déplacé ni annulé : {slot}.",
    "slot-cancelled": "La séance est annulée : {slot}.",
    "slot-not-cancelled": "La séance n’est pas annulée : {slot}.",
    "unknown-item": "L’ordre du jour ne comporte pas ce point.",
    "item-not-in-slot": "Le point {item} n’est pas inscrit à cette séance : {slot}.",
    "same-slot": "Le point {item} est déjà inscrit à cette séance.",
    "slot-takes-no-items": "Cette séance est levée ou annulée : un point ne peut passer qu’à une séance encore à tenir.",
    "item-pending": "L’examen du point {item} n’est ni achevé ni renvoyé.",
    "item-under-consideration": "Le point {item} est en cours d’examen.",
    "item-left-open": "L’examen du point {item} est en suspens.",
    "item-concluded": "L’examen du point {item} est achevé. Si l’organe y revient, rouvrez-le d’abord.",
    "unknown-deadline": "Il n’y a pas de telle date limite en vigueur : {deadline}.",
    "unknown-document": "La réunion n’est saisie d’aucun document {symbol}.",
    "unknown-day": "Aucune séance n’est prévue le {day}.",
    "item-number-used": "Le point {item} ne peut être ajouté : l’ordre du jour comporte le point {other}. Donnez un autre numéro.",
    "too-deep": "Le point {item} serait une partie de {whole}, déjà partie d’une partie : un ordre du jour a trois niveaux.",
    "item-in-abeyance": "Le point {item} est en suspens. Si l’organe l’aborde, inscrivez-le à une séance ou rouvrez-le.",
    "item-deferred": "Le point {item} est renvoyé. Si l’organe l’aborde malgré tout, rouvrez-le d’abord.",
    "key-name-used": "Une clé de ce nom existe ou a existé.",
    "id-taken": "L’organe a une réunion propre sous cet identifiant.",
    "is-listed": "Sous cet identifiant, l’organe inscrit une réunion d’un autre organe, dont le secrétariat rend compte.",
    "too-many-listed": "L’organe inscrit déjà autant de réunions d’autres organes que possible.",
    "too-many-keys": "L’organe a eu le nombre maximal de clés.",
    "too-many-active-keys": "L’organe a déjà le nombre maximal de clés à la fois : il faut d’abord en révoquer une.",
    "log-full": "La réunion a eu le nombre maximal d’événements : seuls des retraits et des suppressions de texte restent possibles.",
    "meeting-too-large":
      "La réunion dépasserait ainsi la taille maximale : envoyez un dossier plus court, ou retirez ce qui n’est pas nécessaire.",
    "too-many-meetings": "L’organe a le nombre maximal de réunions.",
    "setup-link-used":
      "Ce lien a déjà servi, dans un autre navigateur ou pour un autre organe, ou il est périmé. Si ce n’était pas vous, prévenez aussitôt l’opérateur ; sinon, demandez-en un autre.",
    "body-exists": "Il y a déjà un organe à cette adresse : choisissez-en une autre.",
    "unknown-key": "Il n’y a pas de clé de ce nom.",
    "too-many-endpoints": "L’organe a le nombre maximal de points de destination : il faut d’abord en retirer un.",
    "unknown-endpoint": "Il n’y a pas de point de destination de ce nom.",
    "unknown-event": "Cette réunion n’a pas cet événement.",
    "already-withdrawn": "Cet événement est déjà retiré.",
    "no-words": "Il n’y a pas de texte à supprimer.",
    "not-withdrawable":
      "Cet événement ne peut pas être retiré. Pour une annonce, révisez l’ordre du jour, annulez la réunion ou retirez son annonce ; après un retrait, signalez de nouveau ce qui a été retiré. Les mots supprimés ne peuvent pas être rétablis.",
    "withdrawal-leaves-impossible": "Sans lui, ces événements ultérieurs seraient impossibles. Retirez-les aussi, le dernier d’abord :",
    "version-moved-on":
      "Un collègue a envoyé quelque chose entre-temps (version {version} au lieu de {expected}). Regardez ce qui a changé, puis vérifiez à nouveau.",
  },
  wrong: {
    lead: "Il faut l’adresse d’une séance d’un autre organe, par exemple /organe/reunion/slots/3.",
    start: "Ce doit être à moins d’un an de la réunion, et une heure qui existe sur place.",
    end: "Ce doit être après le début, et une heure qui existe sur place.",
    closesOn: "Il ne peut précéder le premier jour.",
    symbol: "Indiquez la cote telle qu’elle est imprimée : lettres, chiffres et . / ( ) -",
  },
  problems: {
    "bad-signature": "Le service ne connaît pas ce navigateur pour cet organe. L’opérateur l’enregistre : voir « Ce navigateur ».",
    "not-permitted": "Cette clé n’autorise pas cet envoi.",
    "bad-timestamp": "Le service n’accepte pas l’heure de cet appareil, même corrigée. Réglez son horloge, puis réessayez.",
    "too-many": "Trop d’envois à la fois : nouvel essai sous peu.",
    "too-large": "Trop volumineux pour un seul événement.",
    "door-shut": "Le service n’a pas encore de clé et n’accepte aucun événement. Prévenez son opérateur.",
    "storage-refused":
      "Le service ne l’a pas enregistré, ou n’a pas pu le confirmer. Nouvel essai sous peu ; rien n’est appliqué deux fois.",
    "not-an-event": "Certains champs ne conviennent pas.",
    other: "Réponse du service :",
  },
};
