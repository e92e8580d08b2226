#!/usr/bin/env bash
# Sends one event to Plenary, with nothing but bash, curl and openssl (1.1.1 or newer).
#
#   export PLENARY_KEY=whsec_...    # or whsk_..., an Ed25519 key
#   ./send.sh https://calendar.example.org/ctoc-cop-wg4/events slot.opened '{"body":"ctoc-cop-wg4","meeting":"2010","slot":"3"}'
set -euo pipefail

door=$1 type=$2 data=$3
key=${PLENARY_KEY:?must be set to whsec_... or whsk_...}

umask 077
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The id and the bytes are the same on every attempt, so that a retry is never applied twice.
id=msg_$(openssl rand -hex 16)
printf '{"type":"%s","timestamp":"%s","data":%s}' "$type" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$data" > "$folder/event"

# Standard Webhooks: what is signed is id.timestamp.bytes; prints the signature of a file.
sign() {
  case $key in
    whsec_*)
      local secret
      secret=$(printf %s "${key#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
      printf 'v1,%s' "$(openssl dgst -sha256 -mac HMAC -macopt "hexkey:$secret" -binary "$1" | openssl base64 -A)"
      ;;
    whsk_*)
      # The 32 bytes of the key, with what stands before them in PKCS #8 (RFC 8410).
      { printf %s MC4CAQAwBQYDK2VwBCIEIA== | openssl base64 -d -A; printf %s "${key#whsk_}" | openssl base64 -d -A | head -c 32; } > "$folder/key"
      openssl pkey -inform DER -in "$folder/key" -out "$folder/key.pem"
      printf 'v1a,%s' "$(openssl pkeyutl -sign -rawin -inkey "$folder/key.pem" -in "$1" | openssl base64 -A)"
      ;;
    *)
      echo 'PLENARY_KEY must begin with whsec_ or whsk_' >&2
      return 1
      ;;
  esac
}

for wait in 1 5 25 ''; do
  rm -f "$folder/answer"
  now=$(date +%s)
  { printf '%s.%s.' "$id" "$now"; cat "$folder/event"; } > "$folder/signed"
  signature=$(sign "$folder/signed")
  status=$(curl -sS --max-time 30 -o "$folder/answer" -w '%{http_code}' --data-binary "@$folder/event" \
    -H 'content-type: application/json' -H "webhook-id: $id" -H "webhook-timestamp: $now" -H "webhook-signature: $signature" \
    "$door") || status=000
  case $status in
    000 | 408 | 429 | 5??) [ -z "$wait" ] || { echo "answer $status, trying again" >&2; sleep "$wait"; } ;;
    *) break ;;
  esac
done

cat "$folder/answer" 2> /dev/null || true
[ "$status" = 200 ]
