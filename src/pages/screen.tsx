import { lifecycleOf, meetingStatusOf } from "../../machines/agenda.ts";
import { itemStatusOf } from "../../machines/item.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { meetingPath } from "../calendar/addresses.ts";
import { titleIn } from "../meeting/text.ts";
import { following } from "./live-attributes.ts";
import { Frame } from "./layout.tsx";
import { Moment } from "./now-and-next.tsx";
import { sittingsOf } from "./sittings.ts";
import { pathIn, type Reader } from "./page-context.ts";
import { TitleText } from "./title.tsx";

/** `/{body}/{meeting}/screen`: for the wall of the hall, to be read from its last row. It never scrolls. */
export const ScreenPage = ({ reader, state }: { readonly reader: Reader; readonly state: MeetingState }) => {
  const { language, words, page, origin } = reader;
  const { record, agenda } = state;
  const path = meetingPath(record.body.id, record.id);
  const sittings = sittingsOf(state);
  const statuses = new Map(state.items.map(({ number, value }) => [number, itemStatusOf(value)]));
  return (
    <Frame reader={reader} path={`${path}/screen`} title={`${page.screen}: ${titleIn(record.title, language)}`} kind="screen">
      <main id="main" {...following(state)}>
        <div class={`head ${meetingStatusOf(agenda)}`}>
          <div>
            <h1>
              <TitleText title={record.title} reader={reader} />
            </h1>
            <p>{words.lifecycle[lifecycleOf(agenda)]}</p>
          </div>
          <p class="clock" data-clock={record.timezone}></p>
        </div>
        <Moment state={state} sittings={sittings} statuses={statuses} reader={reader} />
        <div class="scan">
          <img src={pathIn(language, `${path}/screen.svg`)} alt={page.code} width="200" height="200" />
          <div>
            <p>{page.scan}</p>
            <p>
              <bdi dir="ltr">{`${origin}${pathIn(language, path)}`.replace(/^https?:\/\//, "")}</bdi>
            </p>
          </div>
        </div>
      </main>
    </Frame>
  );
};
