import type { FileMessages } from "../file-messages.ts";

export const FRENCH_FILES: FileMessages = {
  choose: "Ou son fichier",
  hint: "Vous pouvez aussi le déposer ici : .docx, .pdf, .xlsx, .csv, .html ou texte. Il ne quitte pas ce navigateur.",
  reading: "Lecture du document…",
  oneOnly: "Un document à la fois : déposez un seul fichier.",
  notLoaded: "Le module qui lit les documents n’a pas pu être chargé. Réessayez quand la connexion sera rétablie.",
  unread: {
    doc: "Ce fichier vient d’un ancien traitement de texte (.doc ou .xls). Enregistrez-le au format .docx ou .xlsx, ou comme texte, et importez celui-ci.",
    rtf: "Ce fichier est au format RTF (.rtf). Ouvrez-le dans un traitement de texte, enregistrez-le au format .docx et importez celui-ci.",
    odt: "Ce fichier est au format OpenDocument (.odt ou .ods). Enregistrez-le au format .docx ou .xlsx et importez celui-ci.",
    image:
      "Ce fichier est une image, et les images ne sont pas lues. Cherchez le document au format .docx, .pdf avec texte ou .html, et importez celui-ci.",
    archive: "Ce fichier est une archive. Décompressez-la et importez le document qu’elle contient.",
    binary:
      "Ce fichier n’est ni un texte ni un document d’un format connu. Enregistrez-le au format .docx, .pdf, .html ou texte, et importez celui-ci.",
    scan: "Ce PDF ne contient que des images de pages, sans texte : il a été numérisé. Cherchez le document avec son texte, ou faites d’abord reconnaître celui-ci, et importez-le.",
    locked: "Ce PDF est protégé contre la lecture ou la copie. Imprimez-le dans un PDF non protégé et importez celui-ci.",
    damaged: "Ce fichier est endommagé : il est tronqué, ou des parties manquent. Enregistrez-le de nouveau et importez celui-ci.",
    "too-large":
      "Ce fichier est plus grand que tout ordre du jour pouvant être lu. Retirez ce qui n’en fait pas partie (images, annexes) et importez le reste.",
  },
};
