#!/usr/bin/env bash
# A hotline publishes a complaint with kcat, and looks for its receipt.
#
# usage: hotline.sh EXTERNAL_ID TEXT
#
# Needs kcat, and KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX in the environment. One JSON value without any header: the
# event in CloudEvents' structured form. Prints the receipt as soon as there is one. Exit code 0 when the complaint became a
# petition (registered, duplicate or supplement), 2 when it was rejected, 1 when nothing is known.
set -euo pipefail
external_id=${1:?usage: hotline.sh EXTERNAL_ID TEXT} text=${2:?usage: hotline.sh EXTERNAL_ID TEXT}

# A JSON string; other control characters than these do not belong into a complaint and are left out.
json() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"} text=${text//$'\n'/\\n} text=${text//$'\t'/\\t} text=${text//$'\r'/\\r}
  printf '"%s"' "${text//[[:cntrl:]]/}"
}

# Receipts are looked for from a minute before: clocks differ.
since=$((($(date +%s) - 60) * 1000))
event_id=$(cat /proc/sys/kernel/random/uuid)
printf '{"specversion":"1.0","id":"%s","source":"/hotline/12345","type":"ecoredress.complaint.submitted.v1","time":"%s","data":{"externalId":%s,"channel":"HOTLINE_12345","region":"360483","category":"water","content":%s}}\n' \
  "$event_id" "$(date --utc +%Y-%m-%dT%H:%M:%SZ)" "$(json "$external_id")" "$(json "$text")" |
  kcat -P -b "$KAFKA_BOOTSTRAP_SERVERS" -t "${TOPIC_PREFIX}complaints" -k "$external_id" -X enable.idempotence=true

for _ in {1..60}; do
  if receipt=$(kcat -C -q -e -o "s@$since" -b "$KAFKA_BOOTSTRAP_SERVERS" -t "${TOPIC_PREFIX}complaints.receipts" \
    -X isolation.level=read_committed -f '%s\n' | grep -F "\"eventId\":\"$event_id\""); then
    printf '%s\n' "$receipt"
    if [[ $receipt == *'"status":"rejected"'* ]]; then exit 2; fi
    exit 0
  fi
  sleep 1
done
echo "no receipt within a minute; the complaint is safe, look again later" >&2
exit 1
