# shellcheck shell=bash
# One part of ./deploy/bench: a stack that is empty, what the part measures with, and the part itself.

# services_of PART: whose schemas, topics and program it needs.
services_of() {
  case $1 in
    loop) echo petitions notifications ;;
    ledger) echo scoring ;;
    deliveries) echo notifications ;;
    cases) echo compensation ;;
    pages) echo petitions compensation scoring notifications ;;
    *) echo petitions ;;
  esac
}

compile_tools() {
  local name include
  include=$(pg_config --includedir)
  for name in reader limit producer webhooks; do
    quietly "compiling Tests/Benchmarks/$name.c" "$state/log/$name-build.log" cc -O2 -Wall -o "$state/$name" \
      "$root/Tests/Benchmarks/$name.c" -I"$include" -lrdkafka -lpq -lpthread
  done
  keep_broker_from_saving
}

# Each part has a broker and a database of its own, empty at first.
#
# measure PART: with the numbers that were asked for, in $size $rate $seconds $json.
measure() {
  local part=$1 arguments=() name settings=("${postgres_settings[@]}")
  RULES_PROFILE='' business_clock_start=''
  case $part in
    ledger) RULES_PROFILE=lintong ;;
    cases) RULES_PROFILE=zhenjiang ;;
    commit) postgres_settings+=(-c track_commit_timestamp=on) ;;
  esac
  case $part in
    size | ledger | cases | pages)
      # As a server with a million petitions would have it; and the clock stands, so that it can be moved to when clocks end.
      postgres_settings+=(-c shared_buffers=2GB)
      # shellcheck disable=SC2034 # read by write_environment
      business_clock_start=$(date --utc +%Y-%m-%dT%H:%M:%SZ)
      ;;
  esac
  start_measured "$part"
  for name in size rate seconds json; do
    [[ -z ${!name} ]] || arguments+=("--$name" "${!name}")
  done
  interruptible env PYTHONPATH="$root/deploy/lib" "$venv/bin/python" -B -m bench --part "$part" --state "$state" \
    --programs "$programs" --database "$database_url" "${arguments[@]}"
  stop_services
  wipe_stack
  postgres_settings=("${settings[@]}")
}

start_measured() {
  local names
  services=("${city[@]}")
  start_stack
  bootstrap_database
  write_environment
  if [[ $1 == pages ]]; then
    # Each with the rules of the city that its books are like.
    echo RULES_PROFILE=zhenjiang >>"$state/services/compensation.env"
    echo RULES_PROFILE=lintong >>"$state/services/scoring.env"
  fi
  read -ra names <<<"$(services_of "$1")"
  services=("${names[@]}")
  prepare_services
  case $1 in
    # The role of the service may not make temporary tables; to fill its books here, for once it may.
    size | ledger | cases | pages) (eval "$(URL=$(creator_url) url_tool environment)" &&
      psql --no-psqlrc --quiet \
        --command="grant temporary on database \"$PGDATABASE\" to $(IFS=, && echo "${services[*]}")") ;;
  esac
}
