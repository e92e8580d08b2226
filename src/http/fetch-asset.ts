/** A file as `src/browser/build.ts` made it. */
export const fetchAsset = (env: Env, file: string): Promise<Response> => env.ASSETS.fetch(`https://assets.invalid/${file}`);
