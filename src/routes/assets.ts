import { READABLE_ANYWHERE } from "../http/headers.ts";
import { fetchAsset } from "../http/fetch-asset.ts";
import { respondMissing } from "./app.ts";

/** Of the files whose names have their content's hash: what was loaded once is good for ever. */
const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
};

const FOR_EVER = "public, max-age=31536000, immutable";

export const serveAsset = async (env: Env, file: string, headers: Readonly<Record<string, string>>): Promise<Response> => {
  const found = await fetchAsset(env, file);
  return found.ok ? new Response(found.body, { headers }) : respondMissing("not-found", "file");
};

/** A file for the reader's browser. */
export const serveBrowserFile = async (env: Env, file: string): Promise<Response> => {
  const type = TYPES[file.slice(file.lastIndexOf(".") + 1)];
  return type === undefined
    ? respondMissing("not-found", "file")
    : serveAsset(env, file, { "content-type": type, "cache-control": FOR_EVER, ...READABLE_ANYWHERE });
};
