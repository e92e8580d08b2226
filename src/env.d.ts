import type * as main from "./index.ts";
import type { BodyObject } from "./store/body/body.ts";
import type { DirectoryObject } from "./store/directory.ts";

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      readonly mainModule: typeof main;
    }
    interface Env {
      readonly BODIES: DurableObjectNamespace<BodyObject>;
      /** The files of `dist/assets`, each at the root. */
      readonly ASSETS: Fetcher;
      readonly DIRECTORY: DurableObjectNamespace<DirectoryObject>;
      /** Scheme and host of every link that is given out; never the Host header. */
      readonly PUBLIC_ORIGIN: string;
      /** A `whsec_` secret, or several separated by spaces. On bare workerd an unset variable is null. */
      readonly PLENARY_OPERATOR_KEY?: string | null;
      /** "allowed" lets senders that can't sign send a token of a body's trust list. */
      readonly PLENARY_BEARER_TOKENS?: string | null;
      /** The header in which the proxy in front tells a sender's address, whatever the sender said in it; none where there is none. */
      readonly PLENARY_ADDRESS_HEADER?: string | null;
      /** "allowed" lets news go to endpoints on this machine: for whoever develops a receiver. */
      readonly PLENARY_NEWS_LOOPBACK?: string | null;
      /** Who runs the service, in place of its own name on pages; and by whose leave the logo is shown that was deployed with it. */
      readonly PLENARY_OPERATOR_NAME?: string | null;
      readonly PLENARY_LOGO_RIGHTS?: string | null;
      /** Sites that may show our pages for frames: origins, separated by spaces. */
      readonly PLENARY_EMBED_ORIGINS?: string | null;
      /** On bare workerd the one way out, to public addresses alone; on Cloudflare there is none other than to such. */
      readonly OUTSIDE?: Fetcher;
      /** The house's mail server, on bare workerd: another way out than that of news, to it alone. */
      readonly MAIL?: Fetcher;
      /** Cloudflare's own mail service, where the operator has set it up. */
      readonly EMAIL?: SendEmail;
      /** Whom mails are from; none are sent by themselves without it. */
      readonly PLENARY_MAIL_FROM?: string | null;
      /** Cloudflare's limiters; elsewhere each process counts for itself. */
      readonly RATE_BY_KEY?: RateLimit;
      readonly RATE_BY_ADDRESS?: RateLimit;
    }
  }
  interface Env extends Cloudflare.Env {}
}
