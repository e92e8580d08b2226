import * as z from "zod/mini";
import { generation, keyName } from "./body-key.ts";
import { meetingId } from "./identifiers.ts";
import { LIMITS } from "./limits.ts";
import { explainForbiddenAddress, isMailAddress } from "./news-address.ts";
import { LANGUAGES } from "./text.ts";

const address = z.string().check(z.maxLength(LIMITS.link.max), (context) => {
  const message = explainForbiddenAddress(context.value);
  if (message !== undefined) context.issues.push({ code: "custom", input: context.value, message });
});

/**
 * Where news of a body is sent to: of all its events and meetings, in English, unless it says which.
 * @param types of the events that there is news of
 */
export const buildEndpointSchema = (types: readonly string[]) =>
  z
    .strictObject({
      name: keyName,
      /** Goes up when its receiver is to have another secret: what is sent is signed by the one before, too. */
      generation: z.optional(generation),
      url: address,
      events: z.optional(
        z
          .array(z.string().check(z.refine((type: string) => types.includes(type), "is no event about a meeting")))
          .check(z.minLength(1), z.maxLength(50)),
      ),
      meetings: z.optional(z.array(meetingId).check(z.minLength(1), z.maxLength(50))),
      languages: z.optional(z.array(z.enum(LANGUAGES)).check(z.minLength(1), z.maxLength(LANGUAGES.length))),
      /** Of a list: what sends people elsewhere today or tomorrow is mailed by itself. Without it each mail waits for a person. */
      byItself: z.optional(z.boolean()),
    })
    .check(
      z.refine(({ url, byItself }) => byItself === undefined || isMailAddress(url), "byItself is said of a list that is mailed"),
      z.refine(
        ({ url, languages = [] }) => !isMailAddress(url) || languages.length <= 1,
        "a list is mailed in one language: name one for each",
      ),
    );

export type Endpoint = z.infer<ReturnType<typeof buildEndpointSchema>>;

/** Whether what is to be told waits until a person sends it. */
export const isCleared = ({ url, byItself }: Pick<Endpoint, "url" | "byItself">): boolean => isMailAddress(url) && byItself !== true;

/** Why nothing more is sent to an endpoint: it said so (410), it took nothing for 75 hours, or more waited for it than may. */
export type EndpointEnd = "gone" | "unreachable" | "too-far-behind";

/** An endpoint as the operator sees it: its address lets in whoever has it, so the host alone is told. */
export interface ListedEndpoint extends Omit<Endpoint, "url"> {
  readonly host: string;
  /** Pieces of news that are still to be sent. */
  readonly waiting: number;
  /** How often in a row the first of them could not be delivered, and how it was last. */
  readonly failures: number;
  readonly failure?: string;
  /** When it is tried again: an instant. */
  readonly nextTry?: string;
  readonly ended?: EndpointEnd;
}
