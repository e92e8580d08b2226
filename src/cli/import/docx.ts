import mammoth from "mammoth";

/** A .docx as HTML: paragraphs, real tables with their merged cells, numbered lists. Footnotes and pictures stay behind. */
export const htmlOfDocx = async (bytes: Uint8Array): Promise<string> => {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      styleMap: ["r[style-name='Footnote Reference'] => sup"],
    },
  );
  return value;
};
