#!/usr/bin/env bash
# An agency that starts from nothing and then follows, with kcat and awk: no program to write.
#
# usage: agency.sh [STATE_TOPIC [NEWS_TOPIC]]     state.ratings when none is given; or state.petitions, state.compensations
#
# Needs kcat, and KAFKA_BOOTSTRAP_SERVERS and TOPIC_PREFIX in the environment. Prints a line for each subject as it stands: its
# key, # and its sequence, and the state. With a NEWS_TOPIC (scores, petitions, compensations) it then prints a line for each
# event, with its type before the data, until Ctrl-C.
#
# The recipe: note the time; read the state topic to its ends; then read the news from well before that time, leaving out what
# the state already includes (a sequence that is not higher). A state topic is compacted: of each key the last record counts,
# and an empty value takes the key away. Until the broker has compacted, older ones are still there; awk keeps the last.
set -euo pipefail
state=${1:-state.ratings} news=${2:-}
# An hour earlier than now, in milliseconds: clocks differ, and what is read twice is left out by its sequence.
noted=$((($(date +%s) - 3600) * 1000))

# Each record as key, headers and value between tabs; in JSON a tab is escaped. Committed records only.
records() {
  exec kcat -C -q -u -b "$KAFKA_BOOTSTRAP_SERVERS" -t "$TOPIC_PREFIX$1" -o "$2" "${@:3}" \
    -X isolation.level=read_committed -f '%k\t%h\t%s\n'
}

both() {
  (records "$state" beginning -e)
  printf 'state ends\n'
  if [[ -n $news ]]; then records "$news" "s@$noted"; fi
}

both | awk -F '\t' '
  function header(name) {
    if (!match("," $2, "," name "=[^,]*")) return ""
    return substr($2, RSTART + length(name) + 1, RLENGTH - length(name) - 2)
  }
  $0 == "state ends" {
    for (key in last) { print key " #" sequence[key] " " last[key]; count++ }
    print "current: " count + 0 " subjects"
    follows = 1
    fflush()
    next
  }
  follows {
    number = header("ce_sequence") + 0
    if (number <= sequence[$1] + 0) next
    sequence[$1] = number
    print $1 " #" number " " header("ce_type") " " $3
    fflush()
    next
  }
  $3 == "" { delete last[$1]; delete sequence[$1]; next }
  { last[$1] = $3; sequence[$1] = header("ce_sequence") + 0 }
  END { if (!follows) exit 1 }' &
pipeline=$!
# Whoever ends this script ends kcat with it, which the first of these has become.
trap 'kill "$(jobs -p)" 2>/dev/null || true' INT TERM HUP
wait "$pipeline"
