import { WorkerEntrypoint } from "cloudflare:workers";
import { methodNotAllowed } from "hono/method-not-allowed";
import { normalizeFeedRequest } from "./feeds/normalize-request.ts";
import { respondByDate } from "./http/conditional-response.ts";
import { answerPreflight, secure } from "./http/headers.ts";
import { lookupResponse } from "./http/response-cache.ts";
import { describeToFollowers } from "./news/sentences.ts";
import { postNews, writeNews } from "./news/send-news.ts";
import { sendMail } from "./news/mail/send-mail.ts";
import { createRoutes, keepResponse, respondMissing } from "./routes/app.ts";
import { changeFeedRoutes } from "./routes/change-feeds.ts";
import { compress } from "./routes/compression.ts";
import { respondToError, respondToMethod } from "./routes/errors.ts";
import { embedRoutes } from "./routes/embeds.ts";
import { exportRoutes } from "./routes/exports.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { liveRoutes } from "./routes/live.ts";
import { ownProgrammeRoutes } from "./routes/own-programmes.ts";
import { pageRoutes } from "./routes/pages.ts";
import { showProblems } from "./routes/problem-pages.ts";
import { programmeRoutes } from "./routes/programmes.ts";
import { qrCodeRoutes } from "./routes/qr-codes.ts";
import { redirectMovedBody } from "./routes/moved-bodies.ts";
import { redirectMoved } from "./routes/moved-meetings.ts";
import { redirectListed, redirectToCanonical } from "./routes/redirects.ts";
import { serviceRoutes } from "./routes/service.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import type { Language } from "./meeting/text.ts";
import type { Endpoint } from "./meeting/endpoint.ts";
import type { NewsCarrier, NewsOutcome, NewsPost, PostOutcome } from "./store/body/news-drain.ts";
import type { WrittenNews, UntoldNews } from "./store/body/news-messages.ts";
import type { Sentences } from "./store/body/subscribers.ts";
import type { UntoldEvent } from "./store/body/untold-event.ts";

export { BodyObject } from "./store/body/body.ts";
export { DirectoryObject } from "./store/directory.ts";

const app = createRoutes();

app.use(keepResponse, secure, answerPreflight, methodNotAllowed({ app, onMethodNotAllowed: respondToMethod }));

// Nothing that is said at the door is looked up again, so it is neither compressed nor found at a tidier address.
app.route("/", webhookRoutes);

app.use(compress, showProblems, redirectToCanonical, redirectListed);

// Addresses of the service come before those of bodies, whose ids none of them can be.
app.route("/", serviceRoutes);
app.route("/", liveRoutes);
app.use(redirectMovedBody, redirectMoved);
app.route("/", feedRoutes);
app.route("/", changeFeedRoutes);
app.route("/", programmeRoutes);
app.route("/", exportRoutes);
app.route("/", qrCodeRoutes);
app.route("/", embedRoutes);
app.route("/", ownProgrammeRoutes);
app.route("/", pageRoutes);

app.notFound(() => respondMissing("not-found", "page or feed"));
app.onError(respondToError);

/** Feeds have an entrance of their own, since they alone stand behind the network's cache. */
export class Feeds extends WorkerEntrypoint<Env> {
  override async fetch(request: Request): Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }
}

/** What goes out has one too: each try is an invocation of its own, with connections of its own to wait on. */
export class Outbox extends WorkerEntrypoint<Env> implements NewsCarrier {
  writeMessage(news: UntoldNews, languages: readonly Language[]): Promise<WrittenNews> {
    return writeNews(this.env, news, languages);
  }

  post(post: NewsPost): Promise<PostOutcome> {
    return postNews(this.env, post);
  }

  mail(endpoint: Endpoint, news: UntoldNews): Promise<NewsOutcome> {
    return sendMail(this.env, endpoint, news, Date.now());
  }

  describe(event: UntoldEvent, languages: readonly Language[]): Promise<Sentences> {
    return describeToFollowers(this.env, event, languages);
  }
}

export default {
  fetch: (request, env, ctx) => {
    // Most requests end here, at once.
    const known = lookupResponse(request);
    if (known) return respondByDate(request, known);
    const feed = normalizeFeedRequest(request);
    return feed ? ctx.exports.Feeds.fetch(feed).then((response) => respondByDate(request, response)) : app.fetch(request, env, ctx);
  },
} satisfies ExportedHandler<Env>;
