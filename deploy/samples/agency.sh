#!/usr/bin/env bash
# The latest state of every subject, one line each, with kcat and sort: no program to write.
#
# usage: agency.sh [STATE_TOPIC]        state.ratings when none is given; or state.petitions, state.compensations
#
# Needs kcat, and KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX in the environment. A state topic is compacted: of each key the
# last record counts. Until the broker has compacted, older ones are still there; awk keeps the last.
set -euo pipefail
kcat -C -q -e -o beginning -b "$KAFKA_BOOTSTRAP_SERVERS" -t "${TOPIC_PREFIX}${1:-state.ratings}" \
  -X isolation.level=read_committed -f '%k\t%s\n' | awk -F '\t' '{ last[$1] = $0 } END { for (key in last) print last[key] }' | sort
