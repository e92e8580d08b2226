import * as z from "zod/mini";
import { isAdmittingAnyone } from "./admitting-link.ts";
import { secureLink } from "./identifiers.ts";
import { FREE_TEXTS } from "./text.ts";

/** A link that may stand in a feed. */
export const publicLink = secureLink
  .check(
    z.refine(
      (link: string) => !URL.canParse(link) || !isAdmittingAnyone(link),
      "lets in whoever has it, and feeds are read by anyone: give the page that tells how to take part, without a passcode or a token",
    ),
  )
  .register(FREE_TEXTS, {});
