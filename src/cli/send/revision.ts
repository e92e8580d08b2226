import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Difference } from "../../../machines/meeting/differences.ts";
import type { buildMeetingJson } from "../../api/meeting.ts";
import { formatMeetingPath } from "../../calendar/addresses.ts";
import { ENGLISH } from "../../i18n/en.ts";
import { ENGLISH_REVISIONS } from "../../i18n/revisions/en.ts";
import { formatLocalTime, getDate } from "../../meeting/local-time.ts";
import { describeRevision, type RevisionGroup } from "../../reports/revision/describe-revision.ts";
import type { RevisionSetting } from "../../reports/revision/naming.ts";
import { readJsonIfThere } from "./client.ts";

type Choice = "keep" | "take";
type Decisions = Readonly<Record<string, Choice>>;

const isChoice = (text: string | undefined): text is Choice => text === "keep" || text === "take";

const parseDecision = (text: string, previous: Decisions = {}): Decisions => {
  const [, path, choice] = /^(.+)=(\w+)$/.exec(text) ?? [];
  if (path === undefined || !isChoice(choice))
    throw new InvalidArgumentError("It must be a path and keep or take, such as slots.3.time=keep.");
  return { ...previous, [path]: choice };
};

/** How a record is weighed against what was reported, as options. */
export const DECIDE = new Option(
  "--decide <path=choice>",
  "of a record: keep or take, field by field, such as slots.3.time=keep",
).argParser(parseDecision);
export const CONFLICTS = new Option("--conflicts <choice>", "of a record: keep or take, for all that is not decided").choices([
  "keep",
  "take",
] as const);
export const REPLACE = new Option("--replace", "of a record: state all anew, whatever was reported; a right of its own");

export interface WeighingOptions {
  readonly decide?: Decisions | undefined;
  readonly conflicts?: Choice | undefined;
  readonly replace?: true | undefined;
}

/** What an event says of how its record is weighed, where that was said. */
export const pickWeighing = ({ decide, conflicts, replace }: WeighingOptions): WeighingOptions => ({
  ...(decide && { decide }),
  ...(conflicts && { conflicts }),
  ...(replace && { replace }),
});

/** The meeting before an event: by its sittings people know what is told. Undefined where there is none yet. */
export const readSetting = async (url: string, body: string, meeting: string, now: number): Promise<RevisionSetting | undefined> => {
  const known = await readJsonIfThere(`${url}${formatMeetingPath(body, meeting)}.json`);
  if (known === undefined) return undefined;
  const { programme, record } = known as ReturnType<typeof buildMeetingJson>;
  return { slots: programme, timezone: record.timezone, today: getDate(formatLocalTime(now, record.timezone)) };
};

const formatLine = ({ text, decision }: RevisionGroup["lines"][number]): readonly string[] => [
  `  ${text}`,
  ...(decision ? [`    ${decision.keep}: --decide ${decision.path}=keep`, `    ${decision.take}: --decide ${decision.path}=take`] : []),
];

/** What a record came to, in groups; what is to be decided with how to. */
export const formatDifferences = (differences: readonly Difference[], setting: RevisionSetting): readonly string[] => {
  const groups = describeRevision(differences, setting, { messages: ENGLISH, revision: ENGLISH_REVISIONS });
  return [
    ...groups.flatMap(({ title, lines }) => [`${title}:`, ...lines.flatMap(formatLine)]),
    ...(groups.some(({ outcome }) => outcome === "conflict") ? ["Or --conflicts keep, which keeps whatever was reported."] : []),
  ];
};
