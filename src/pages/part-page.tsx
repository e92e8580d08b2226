import { formatMeetingPath } from "../calendar/addresses.ts";
import { localizePath } from "../i18n/paths.ts";
import type { Programme } from "../meeting/record.ts";
import { chooseText } from "../meeting/text.ts";
import type { PageContext } from "./page-context.ts";
import { isOffered, Subscribe } from "./subscribe.tsx";
import { ShareButton } from "./share-button.tsx";
import { TitleText } from "./title.tsx";

interface PartOfProps {
  readonly record: Programme;
  readonly context: PageContext;
}

/** Above the name of a sitting or an item: its meeting. */
export const PartOf = ({ record, context }: PartOfProps) => {
  const { language, messages } = context;
  const { comma } = messages.punctuation;
  return (
    <p class="soft">
      <a href={localizePath(language, formatMeetingPath(record.body.id, record.id))}>
        <TitleText title={record.title} context={context} />
      </a>
      {comma}
      {record.city !== undefined && (
        <>
          <bdi>{chooseText(record.city, language)}</bdi>
          {comma}
        </>
      )}
      {messages.dates.days(record.opensOn, record.closesOn)}
    </p>
  );
};

/** On a phone what there is to know comes first, and one tap leads past it. */
export const JumpToSubscribe = ({ context }: Pick<PartOfProps, "context">) => (
  <p class="jump">
    <a class="button" href="#subscribe">
      {context.page.subscribe}
    </a>
  </p>
);

interface PartAsideProps extends PartOfProps {
  readonly heading: string;
  /** The address of its feed, with its options. */
  readonly feed: string;
  readonly name: string;
}

/** Beside a sitting or an item: how to follow it, and what may be done with its page. */
export const PartAside = ({ heading, feed, name, record, context }: PartAsideProps) => {
  const { page, language } = context;
  return (
    <aside>
      {isOffered(feed, context) && (
        <section class="card" aria-labelledby="subscribe">
          <h2 id="subscribe">{heading}</h2>
          <Subscribe address={feed} name={name} context={context} />
          <p class="soft often">{page.howOften}</p>
        </section>
      )}
      <ul class="more">
        <li>
          <ShareButton label={page.share} />
        </li>
        <li>
          <a href={localizePath(language, `${formatMeetingPath(record.body.id, record.id)}/log`)}>{page.history}</a>
        </li>
      </ul>
    </aside>
  );
};
