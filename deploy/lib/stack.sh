# shellcheck shell=bash
# The database and the broker of one stack: our own private ones, or those that the caller's DATABASE_URL and
# KAFKA_BOOTSTRAP_SERVERS name. Those are used as they are, and never stopped or wiped.

# shellcheck source=deploy/lib/processes.sh
. "$root/deploy/lib/processes.sh"
# shellcheck source=deploy/lib/postgres.sh
. "$root/deploy/lib/postgres.sh"
# shellcheck source=deploy/lib/broker.sh
. "$root/deploy/lib/broker.sh"

# A shell that has read .local/env names our own stack in these variables; that is not somebody else's. What we wrote
# there is remembered in a file of its own, so that it is known again whatever has become of the ports.
choose_stack() {
  local ours
  ours=$(cat "$state/run/own-addresses" 2>/dev/null || true)
  existing_database=${DATABASE_URL:-}
  existing_broker=${KAFKA_BOOTSTRAP_SERVERS:-}
  if [[ -n $existing_database && $'\n'$ours$'\n' == *$'\n'"$existing_database"$'\n'* ]]; then existing_database=''; fi
  if [[ -n $existing_broker && $'\n'$ours$'\n' == *$'\n'"$existing_broker"$'\n'* ]]; then existing_broker=''; fi
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
  remember_own_addresses
}

remember_own_addresses() {
  (
    umask 077
    if [[ -z $existing_database ]]; then echo "$database_url"; fi
    if [[ -z $existing_broker ]]; then echo "$bootstrap_servers"; fi
  ) >>"$state/run/own-addresses"
  sort -u -o "$state/run/own-addresses" "$state/run/own-addresses"
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
}
