#!/usr/bin/env bash
# A hotline publishes a complaint with kcat, and looks for its receipt.
#
# usage: hotline.sh EXTERNAL_ID TEXT
#
# Needs kcat, and KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX in the environment. One JSON value without any header: the
# event in CloudEvents' structured form. Prints the receipt as soon as there is one.
set -euo pipefail
external_id=${1:?usage: hotline.sh EXTERNAL_ID TEXT} text=${2:?usage: hotline.sh EXTERNAL_ID TEXT}
# No quotation marks or backslashes in the text, please: this is a shell.
printf '{"specversion":"1.0","id":"%s","source":"/hotline/12345","type":"ecoredress.complaint.submitted.v1","time":"%s","data":{"externalId":"%s","channel":"HOTLINE_12345","region":"360483","category":"water","content":"%s"}}\n' \
  "$(cat /proc/sys/kernel/random/uuid)" "$(date --utc +%Y-%m-%dT%H:%M:%SZ)" "$external_id" "$text" |
  kcat -P -b "$KAFKA_BOOTSTRAP_SERVERS" -t "${TOPIC_PREFIX}complaints" -k "$external_id" -X enable.idempotence=true

for _ in {1..60}; do
  if kcat -C -q -e -o beginning -b "$KAFKA_BOOTSTRAP_SERVERS" -t "${TOPIC_PREFIX}complaints.receipts" \
    -X isolation.level=read_committed -f '%s\n' | grep -F "\"externalId\":\"$external_id\""; then
    exit 0
  fi
  sleep 1
done
echo "no receipt within a minute; the complaint is safe, look again later" >&2
exit 1
