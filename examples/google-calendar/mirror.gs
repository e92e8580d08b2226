/**
 * Keeps a Google calendar as the programme is: whoever subscribes to that calendar sees a change at once.
 *
 * Deploy it as a web app that runs as you and that anyone may call, switch on the advanced service "Calendar API", and set the script
 * properties CALENDAR (the calendar's id), KEY (whsec_..., as `plenary endpoints add` printed it) and LANGUAGE (en). What it is sent must be
 * signed: `examples/relay/relay.ts script` hands it on with what was signed, since a script is told no headers.
 */
function doPost(request) {
  var settings = PropertiesService.getScriptProperties();
  var sent = JSON.parse(request.postData.contents);
  if (!isSigned(sent, settings.getProperty("KEY"))) throw new Error("It is not signed by the service.");
  var lock = LockService.getScriptLock();
  // One after the other: two at once would both find that there is no such entry yet.
  lock.waitLock(30000);
  try {
    var entries = JSON.parse(sent.raw).data.entries || [];
    entries.forEach(function (entry) {
      if (entry.after && entry.texts) putEntry(entry, settings.getProperty("CALENDAR"), settings.getProperty("LANGUAGE") || "en");
    });
  } finally {
    lock.releaseLock();
  }
  return ContentService.createTextOutput("taken");
}

/** Standard Webhooks: what is signed is id.timestamp.bytes, and it is of these five minutes. */
function isSigned(sent, key) {
  var secret = Utilities.base64Decode(key.replace("whsec_", ""));
  var content = Utilities.newBlob(sent.id + "." + sent.timestamp + "." + sent.raw).getBytes();
  var expected = "v1," + Utilities.base64Encode(Utilities.computeHmacSha256Signature(content, secret));
  var isRecent = Math.abs(Date.now() / 1000 - Number(sent.timestamp)) < 300;
  return isRecent && sent.signature.split(" ").indexOf(expected) >= 0;
}

/** What came before changes nothing, and neither does what is older than what is there. */
function putEntry(entry, calendar, language) {
  var event = toEvent(entry, language);
  var known = findEvent(calendar, entry.uid);
  if (!known) {
    try {
      return Calendar.Events.import(event, calendar);
    } catch (error) {
      // It was made meanwhile, though it was not found a moment ago (409). Anything else, such as 403 for too many, throws: then it comes again.
      if (codeOf(error) !== 409) throw error;
      known = findEvent(calendar, entry.uid);
      if (!known) throw error;
    }
  }
  if (sequenceOf(known) >= entry.sequence) return known;
  return Calendar.Events.update(event, calendar, known.id);
}

function findEvent(calendar, uid) {
  return Calendar.Events.list(calendar, { iCalUID: uid, showDeleted: true }).items[0];
}

function sequenceOf(event) {
  var properties = (event.extendedProperties && event.extendedProperties.private) || {};
  return Number(properties.plenarySequence);
}

function codeOf(error) {
  return error.details && error.details.code;
}

/** A cancelled sitting stays to be seen, as its summary says; Google hides what is "cancelled". */
function toEvent(entry, language) {
  var after = entry.after;
  var texts = entry.texts[language];
  return {
    iCalUID: entry.uid,
    sequence: entry.sequence,
    status: after.status === "TENTATIVE" ? "tentative" : "confirmed",
    transparency: after.status === "CANCELLED" ? "transparent" : "opaque",
    summary: after.status === "CANCELLED" ? "✕ " + texts.summary : texts.summary,
    description: texts.description,
    location: texts.location,
    start: toTime(after.start, after.timezone),
    end: toTime(after.end || endOf(after), after.timezone),
    extendedProperties: { private: { plenarySequence: String(entry.sequence) } },
  };
}

/** A day without an hour ends with the next; an hour without an end is a moment. */
function endOf(after) {
  if (after.start.length > 10) return after.start;
  var day = new Date((after.lastDay || after.start) + "T00:00:00Z");
  return new Date(day.getTime() + 86400000).toISOString().slice(0, 10);
}

function toTime(local, timezone) {
  return local.length > 10 ? { dateTime: local + ":00", timeZone: timezone } : { date: local };
}
