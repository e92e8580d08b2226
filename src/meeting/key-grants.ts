import { formatKeyId, type BodyKey } from "./body-key.ts";
import type { Endpoint } from "./endpoint.ts";
import type { PlenaryEvent } from "./events.ts";
import { isMailAddress } from "./news-address.ts";

/** Why a key with the right to make keys can't make this one: it gives nothing that it may not itself, nor the right to give. */
export const explainNoGrant = (by: BodyKey, key: BodyKey): string | undefined => {
  const id = formatKeyId(by);
  const right = key.rights?.find((one) => one === "keys" || !by.rights?.includes(one));
  if (right !== undefined) return `The key ${id} can't give the right ${right}.`;
  // What it leads to would have no end.
  if (by.until !== undefined && key.invites) return `The key ${id} ends, and makes no invitations.`;
  if (by.meeting !== undefined && key.meeting !== by.meeting) return `The key ${id} makes keys of the meeting ${by.meeting} alone.`;
  if (by.events && !(key.events && key.events.every((type) => by.events?.includes(type))))
    return `The key ${id} makes keys for ${by.events.join(", ")} alone.`;
  if (by.dryRunsOnly && !key.dryRunsOnly) return `The key ${id} makes keys alone that try events and send none.`;
  if (by.until !== undefined && !(key.until !== undefined && Date.parse(key.until) <= Date.parse(by.until)))
    return `The key ${id} makes keys until ${by.until} alone.`;
  return undefined;
};

/** The key of a browser that accepted an invitation: it has the invitation's limits, but for its end. */
export const acceptInvitation = ({ label, meeting, events, rights, dryRunsOnly }: BodyKey, { name, publicKey }: BodyKey): BodyKey => ({
  name,
  ...(publicKey !== undefined && { publicKey }),
  ...(label !== undefined && { label }),
  ...(meeting !== undefined && { meeting }),
  ...(events && { events }),
  ...(rights && { rights }),
  ...(dryRunsOnly && { dryRunsOnly }),
});

/** Why an invitation can't send an event: it adds one key, of which it says all that there is to say. */
export const explainNoInvitation = (by: BodyKey, event: PlenaryEvent): string | undefined => {
  const isAccepted = event.type === "key.added" && event.data.invitation === by.name;
  return isAccepted && Object.keys(event.data.key).every((name) => name === "name" || name === "publicKey")
    ? undefined
    : `The invitation ${by.name} adds the key of one browser, by its name and its public half, and does nothing else.`;
};

/** Whether a revocation of a name, or of one generation of it, is of the key that the log calls `id`. */
export const isRevokedBy = ({ name, generation }: Pick<BodyKey, "name" | "generation">, id: string): boolean =>
  generation === undefined ? id === name || id.startsWith(`${name}.`) : id === formatKeyId({ name, generation });

/** Why a key can't name these endpoints, nor remove them: it needs the right to, and one of a meeting names those of that meeting alone. */
export const explainNoEndpoints = (
  by: BodyKey,
  endpoints: readonly (Pick<Endpoint, "meetings"> & Partial<Pick<Endpoint, "url">>)[],
): string | undefined => {
  const id = formatKeyId(by);
  if (endpoints.some(({ url }) => url !== undefined && isMailAddress(url)) && !by.rights?.includes("news"))
    return `The key ${id} has no right to let mail go out by itself: the operator's has, or one with the right news.`;
  if (!by.rights?.includes("endpoints")) return `The key ${id} has no right to name endpoints: the operator's has, or one with that right.`;
  const isOwn = ({ meetings }: Pick<Endpoint, "meetings">): boolean => meetings?.every((meeting) => meeting === by.meeting) ?? false;
  return by.meeting === undefined || endpoints.every(isOwn)
    ? undefined
    : `The key ${id} names endpoints of the meeting ${by.meeting} alone: say so in their meetings.`;
};
