import type { MiddlewareHandler } from "hono";
import { findLanguage } from "../meeting/language-tag.ts";
import { ProblemPage } from "../pages/problem-page.tsx";
import type { App } from "./app.ts";
import { negotiateLanguage } from "./languages.ts";
import { loadContext } from "./page-views.ts";

/** Whether a person is at the other end: browsers ask for HTML by name when they go somewhere, and for nothing else. */
const isNavigating = ({ method, headers }: Request): boolean =>
  (method === "GET" || method === "HEAD") && (headers.get("accept") ?? "").includes("text/html");

/** A person at a wrong address gets a page that says so, a program the problem document. */
export const showProblems: MiddlewareHandler<App> = async (c, next) => {
  await next();
  const { res, req, env } = c;
  if (res.status < 400 || !res.headers.get("content-type")?.startsWith("application/problem+json") || !isNavigating(req.raw)) return;
  const { code } = await res.clone().json<{ readonly code: string }>();
  const [, prefix, rest = ""] = /^\/([a-z]{2})(\/.*|)$/.exec(req.path) ?? [];
  const inPath = findLanguage(prefix);
  const language = inPath ?? negotiateLanguage(req.header("accept-language"));
  const context = await loadContext(env, language);
  const path = inPath === undefined ? req.path : rest || "/";
  const page = await c.html(ProblemPage({ context, path, code }));
  const headers = new Headers(res.headers);
  headers.set("content-type", "text/html; charset=UTF-8");
  headers.append("vary", "Accept, Accept-Language");
  c.res = new Response(page.body, { status: res.status, headers });
};
