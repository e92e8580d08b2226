import type { FileMessages } from "../file-messages.ts";

export const SPANISH_FILES: FileMessages = {
  choose: "O su archivo",
  hint: "También puede soltarlo aquí: .docx, .pdf, .xlsx, .csv, .html o texto. No sale de este navegador.",
  reading: "Leyendo el documento…",
  oneOnly: "Un documento a la vez: suelte un solo archivo.",
  notLoaded: "No se pudo cargar lo que lee los documentos. Inténtelo de nuevo cuando haya conexión.",
  unread: {
    doc: "Este archivo es de un procesador de textos antiguo (.doc o .xls). Guárdelo como .docx o .xlsx, o como texto, e importe ese archivo.",
    rtf: "Este archivo es de texto enriquecido (.rtf). Ábralo en un procesador de textos, guárdelo como .docx e importe ese archivo.",
    odt: "Este archivo es de formato OpenDocument (.odt u .ods). Guárdelo como .docx o .xlsx e importe ese archivo.",
    image:
      "Este archivo es una imagen, y las imágenes no se leen. Busque el documento como .docx, .pdf con texto o .html, e importe ese archivo.",
    archive: "Este archivo es un archivo comprimido. Descomprímalo e importe el documento que contiene.",
    binary:
      "Este archivo no es texto ni un documento de formato conocido. Guárdelo como .docx, .pdf, .html o texto, e importe ese archivo.",
    scan: "Este PDF contiene imágenes de páginas y ningún texto: fue escaneado. Busque el documento con su texto, o haga antes reconocer el texto, e importe ese archivo.",
    locked: "Este PDF está protegido contra la lectura o la copia. Imprímalo como PDF sin protección e importe ese archivo.",
    damaged: "Este archivo está dañado: está cortado o le faltan partes. Guárdelo de nuevo e importe ese archivo.",
    "too-large":
      "Este archivo es mayor que cualquier programa que se pueda leer. Quite lo que no forma parte del programa (imágenes, anexos) e importe el resto.",
  },
};
