import { useEffect, useMemo, useState } from "preact/hooks";
import type { Answer } from "../../../api/schemas/answer.ts";
import { formatHours } from "../../../i18n/slot-time.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { useConsole } from "../context.ts";
import { labelSlot } from "../labels.ts";
import { createRoomReader } from "./fetch-room-uses.ts";
import { findRoomClashes, listMoved, nameRoom, spanDays, type RoomClash } from "./find-room-clashes.ts";

/** Rooms that are given twice by what would change, in all meetings of the house: told where the service can be asked. */
const useRoomClashes = (answers: readonly Answer[]): readonly RoomClash[] => {
  const { address, meeting } = useConsole();
  const [clashes, setClashes] = useState<readonly RoomClash[]>([]);
  const read = useMemo(() => createRoomReader(address), [address]);
  useEffect(() => {
    let isGone = false;
    setClashes([]);
    const moved = listMoved(
      answers.flatMap(({ entries = [] }) => entries),
      meeting.record,
    );
    const find = async (): Promise<void> => {
      try {
        const held = await read(meeting, spanDays(moved));
        if (!isGone) setClashes(findRoomClashes(moved, held));
      } catch {
        // Without a line nothing is known of other meetings.
      }
    };
    if (moved.length > 0) void find();
    return () => {
      isGone = true;
    };
  }, [answers, meeting, read]);
  return clashes;
};

/** Warns of rooms that are given twice. */
export const RoomClashes = ({ answers }: { readonly answers: readonly Answer[] }) => {
  const { address, meeting, messages } = useConsole();
  const { own, house } = messages;
  return (
    <>
      {useRoomClashes(answers).map(({ entry, other }) => {
        const isOurs = other.body.id === address.body && other.meeting === address.meeting;
        const names = [
          labelSlot(other, messages),
          formatHours(other, undefined, own),
          ...(isOurs ? [] : [other.body.shortName ?? other.body.name]),
        ];
        const params = { room: nameRoom(entry, meeting.record, own.language), other: names.join(own.punctuation.comma) };
        return (
          <li class="caution" key={`${entry.uid} ${other.uid}`}>
            <strong>{messages.warning}</strong> {interpolate(house.taken, params)}
          </li>
        );
      })}
    </>
  );
};
