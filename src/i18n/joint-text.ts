import type { CalendarEntry, JointBody } from "../calendar/entry.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { labelItems } from "./item-label.ts";
import type { Messages } from "./messages.ts";
import { lowerFirst } from "./sentence.ts";

/** `IRG, items 2, 3`: as short as a month view needs it. */
const formatPartner = ({ body, items }: JointBody, messages: Messages): string => {
  const label = labelItems(items, messages);
  return [body.shortName ?? body.name, ...(label === undefined ? [] : [lowerFirst(label, messages)])].join(messages.punctuation.comma);
};

/** Beside the items of the body that keeps a joint sitting: the others, once they have confirmed. */
export const formatJointMark = ({ joint, parted }: CalendarEntry, messages: Messages): string | undefined => {
  if (!joint || parted !== undefined) return undefined;
  const bodies = joint.bodies.map((partner) => formatPartner(partner, messages)).join(messages.punctuation.semicolon);
  return bodies ? interpolate(messages.joint.markWith, { bodies }) : messages.joint.mark;
};

/** With whom a sitting is held jointly; or that it no longer is, for the calendar of the body that left it. */
export const describeJoint = ({ joint, parted }: CalendarEntry, messages: Messages): readonly string[] => {
  const { heldWith, toConfirm } = messages.joint;
  if (parted !== undefined) return [interpolate(messages.joint.parted, { body: parted })];
  const names = (joint?.bodies ?? []).map(({ body }) => body.name).join(messages.punctuation.semicolon);
  return [...(names ? [interpolate(heldWith, { bodies: names })] : []), ...(joint?.toConfirm ? [toConfirm] : [])];
};
