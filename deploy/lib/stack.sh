# shellcheck shell=bash
# The database and the broker of one stack: our own private ones, or those that the caller's DATABASE_URL and
# KAFKA_BOOTSTRAP_SERVERS name. Those are used as they are, and never stopped or wiped.

# shellcheck source=deploy/lib/processes.sh
. "$root/deploy/lib/processes.sh"
# shellcheck source=deploy/lib/postgres.sh
. "$root/deploy/lib/postgres.sh"
# shellcheck source=deploy/lib/broker.sh
. "$root/deploy/lib/broker.sh"

# A shell that has read .local/env names our own stack in these variables; that is not somebody else's. The file says
# which of its addresses are our own in one more variable.
choose_stack() {
  local ours=" ${ECOREDRESS_LOCAL_STACK:-} "
  existing_database=${DATABASE_URL:-}
  existing_broker=${KAFKA_BOOTSTRAP_SERVERS:-}
  if [[ $ours == *" $existing_database "* ]]; then existing_database=''; fi
  if [[ $ours == *" $existing_broker "* ]]; then existing_broker=''; fi
}

start_stack() {
  step "Starting the database and the broker"
  if [[ -n $existing_database ]]; then
    database_url=$existing_database
    ok "using the PostgreSQL of DATABASE_URL"
  else
    start_postgres
    database_url=$(private_database_url)
  fi
  if [[ -n $existing_broker ]]; then
    bootstrap_servers=$existing_broker
    ok "using the Kafka of KAFKA_BOOTSTRAP_SERVERS ($existing_broker)"
  else
    start_broker
    bootstrap_servers=$(private_bootstrap_servers)
  fi
}

stop_stack() {
  stop_broker
  stop_postgres
}

# Database and broker go together: positions in the one mean nothing without the other.
wipe_stack() {
  wipe_broker
  wipe_postgres
  rm -f "$state/secrets/postgres" "$state"/ports/{broker,postgres}
  rm -rf "$state/outbox" "$state/past" # messages to the petitioners of that data, and how far its city has come
}
