/**
 * Sends rows of a Google Sheet to Plenary, one event each.
 *
 * Columns: A type (slot.opened), B data as JSON ({"slot":"3"}), C time (2010-01-28T15:00:00Z; empty is now), D id, E answer.
 * The script writes C where it is empty, D and E. In the project's settings, script properties: DOOR
 * (https://calendar.example.org/ctoc-cop-wg4/events), BODY, MEETING, KEY (whsec_...).
 */
var TIME = 3;
var ID = 4;
var ANSWER = 5;

function onOpen() {
  SpreadsheetApp.getUi().createMenu("Plenary").addItem("Send this row", "sendThisRow").addToUi();
}

function sendThisRow() {
  var sheet = SpreadsheetApp.getActiveSheet();
  sendRow(sheet, sheet.getActiveCell().getRow());
}

function sendRow(sheet, row) {
  var at = function (column) {
    return sheet.getRange(row, column);
  };
  // Kept in the row, as text, before anything is sent: sent again, it is the same event, and is not applied twice.
  if (!at(TIME).getValue()) at(TIME).setNumberFormat("@").setValue(new Date().toISOString());
  if (!at(ID).getValue()) at(ID).setValue("msg_" + Utilities.getUuid().replace(/-/g, ""));
  SpreadsheetApp.flush();
  at(ANSWER).setValue(sendEvent(at(ID).getValue(), at(1).getValue(), at(2).getValue(), at(TIME).getDisplayValue()));
}

function sendEvent(id, type, json, time) {
  var settings = PropertiesService.getScriptProperties();
  var data = Object.assign({ body: settings.getProperty("BODY"), meeting: settings.getProperty("MEETING") }, JSON.parse(json || "{}"));
  var raw = bytesOf(JSON.stringify({ type: type, timestamp: time, data: data }));
  var now = String(Math.floor(Date.now() / 1000));
  var response = UrlFetchApp.fetch(settings.getProperty("DOOR"), {
    method: "post",
    contentType: "application/json",
    headers: { "webhook-id": id, "webhook-timestamp": now, "webhook-signature": signatureOf(id, now, raw, settings.getProperty("KEY")) },
    payload: raw,
    muteHttpExceptions: true,
  });
  var status = response.getResponseCode();
  if (status === 408 || status === 429 || status >= 500) return "not sent (" + status + "): send this row again";
  var answer = JSON.parse(response.getContentText());
  return status === 200 ? answer.outcome + ": " + answer.state : "refused: " + answer.detail;
}

/** Standard Webhooks: what is signed is id.timestamp.bytes. */
function signatureOf(id, now, raw, key) {
  var secret = Utilities.base64Decode(key.replace("whsec_", ""));
  return "v1," + Utilities.base64Encode(Utilities.computeHmacSha256Signature(bytesOf(id + "." + now + ".").concat(raw), secret));
}

function bytesOf(text) {
  return Utilities.newBlob(text).getBytes();
}
