import type { Layout } from "../pages/layout.tsx";
import { createPageContext, type Operator, type PageContext } from "../pages/page-context.ts";
import { loadPageMessages } from "../http/page-messages.ts";
import type { Language } from "../meeting/text.ts";
import { readOrigin } from "./app.ts";
import type { View } from "./cached-text.ts";

export const HTML = "text/html; charset=UTF-8";

const readOperator = ({ PLENARY_OPERATOR_NAME: name, PLENARY_LOGO_RIGHTS: logoRights }: Env): Operator => ({
  ...(name && { name }),
  ...(logoRights && { logoRights }),
});

export const loadContext = async (env: Env, language: Language): Promise<PageContext> =>
  createPageContext(language, readOrigin(env), await loadPageMessages(env, language), readOperator(env));

type Shown = ReturnType<typeof Layout>;

/** Views of pages in a language, as the texts that they are. */
export const createPageViews =
  (language: Language) =>
  <Subject>(env: Env, name: string, show: (context: PageContext, subject: Subject) => Shown | Promise<Shown>): View<Subject> => ({
    name: `${name} ${language}`,
    render: async (subject) => String(await show(await loadContext(env, language), subject)),
  });
