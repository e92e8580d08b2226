import { formatBodyPath } from "../calendar/addresses.ts";
import type { RegisteredBody } from "../meeting/record.ts";
import { Layout } from "./layout.tsx";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";
import { TitleText } from "./title.tsx";

/** `/`: the bodies whose meetings can be followed here. */
export const BodiesPage = ({ context, bodies }: { readonly context: PageContext; readonly bodies: readonly RegisteredBody[] }) => {
  const { language, page } = context;
  return (
    <Layout context={context} path="/" title="Plenary" description={page.tagline}>
      <div class="head">
        <h1>Plenary</h1>
        <p class="lead">{page.tagline}</p>
      </div>
      <h2>{page.bodies}</h2>
      {bodies.length === 0 && <p>{page.noBodies}</p>}
      <ul class="list">
        {bodies.map((body) => (
          <li>
            <h3>
              <a href={localizePath(language, formatBodyPath(body.id))}>
                <TitleText title={body.name} context={context} />
              </a>
            </h3>
            {body.parent && (
              <p class="soft">
                <TitleText title={body.parent} context={context} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Layout>
  );
};
