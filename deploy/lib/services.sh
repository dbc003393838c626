# shellcheck shell=bash
# Building, migrating, starting and ending the four services.

programs=$root/.build/release
# One build serves running and testing: optimised, with testing enabled. The package manager's cache stays in .build.
build_options=(
  --package-path "$root" --configuration release -Xswiftc -enable-testing
  --cache-path "$root/.build/cache" --disable-dependency-cache
)

# Which sanitizer, if any.
sanitizer=

# sanitize_with NAME: what is built and started from here on has this sanitizer of the compiler in it.
sanitize_with() {
  sanitizer=$1
  programs=$root/.build/$1/release
  build_options+=(--sanitize="$1" --scratch-path "$root/.build/$1")
  # Values that live as long as the process look lost to it, since Swift keeps bits of its own in pointers.
  export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
}

# build [ARGUMENT…]
build() {
  step "Building (the first time takes a quarter to half an hour on two cores, later a few seconds)"
  interruptible python3 "$root/deploy/lib/progress.py" "building" "$state/log/build.log" \
    swift build "${build_options[@]}" "$@" ||
    die "The build failed." "Its output is above, and whole in ${state#"$root"/}/log/build.log"
}

# For those who build nothing: all four are there from before.
require_built() {
  local name
  for name in "${services[@]}"; do
    [[ -x $programs/$name ]] || die "$name is not built." "Leave --no-build away."
  done
}

load_environment() {
  local line
  while IFS= read -r line; do export "${line?}"; done <"$state/services/$1.env"
}

# run_subcommand NAME ARGUMENT…
run_subcommand() { (load_environment "$1" && exec "$programs/$1" "${@:2}"); }

prepare_services() {
  local name
  step "Preparing the services"
  for name in "${services[@]}"; do
    quietly "$name: migrating its schema" "$state/log/$name-migrate.log" run_subcommand "$name" migrate
    quietly "$name: loading the rules" "$state/log/$name-rules.log" \
      run_subcommand "$name" rules load "$root/deploy/rules"
    quietly "$name: creating its topics" "$state/log/$name-topics.log" run_subcommand "$name" topics
  done
}

# instances_of NAME: its processes by name; as many as <NAME>_REPLICAS says: PETITIONS_REPLICAS=3 ./deploy/run
instances_of() {
  local variable=${1^^}_REPLICAS
  local count=${!variable:-1}
  [[ $count =~ ^[1-9]$ ]] || die "$variable must be a number from 1 to 9, not \"$count\"."
  seq --format "$1-%g" "$count"
}

start_services() {
  local name started
  step "Starting the services"
  instances=()
  for name in "${services[@]}"; do
    started=$(instances_of "$name")
    mapfile -t -O "${#instances[@]}" instances <<<"$started"
  done
  for name in "${instances[@]}"; do start_instance "$name"; done
  for name in "${instances[@]}"; do
    until_true 60 is_ready "$name" || not_ready "$name"
    ok "$name on http://127.0.0.1:$(port_of "$name")"
  done
}

start_instance() {
  local port
  port=$(port_of "$1")
  (
    load_environment "${1%-*}"
    unset MIGRATION_DATABASE_URL # who serves has no way to change the schema
    export HTTP_PORT=$port
    # The small broker never gives a dead member up: who comes back under the same name takes its place at once.
    export KAFKA_CONSUMER_GROUP_INSTANCE_ID=$1
    : >"$state/log/$1.log"
    start_program "$1" "$programs/${1%-*}" serve
  )
}

is_ready() {
  is_running "$1" || died "$1" "ended while starting"
  curl --silent --fail --max-time 2 --output /dev/null "http://127.0.0.1:$(port_of "$1")/readyz"
}

not_ready() {
  curl --silent --max-time 2 "http://127.0.0.1:$(port_of "$1")/readyz" >&2 || true
  died "$1" "was not ready within 60 s (its answer is above)"
}

# Waits as long as all instances live, and what of the stack is ours; false when one has ended.
watch_services() {
  local name watched=("${instances[@]}")
  for name in postgres broker; do
    if is_running "$name"; then watched+=("$name"); fi
  done
  while :; do
    for name in "${watched[@]}"; do
      is_running "$name" || { ended_instance=$name && return 1; }
    done
    interruptible sleep 1
  done
}

# All are asked first and finish side by side; then each is waited for, a little longer than its own grace period.
stop_services() {
  local file name pid running=()
  for file in "$state"/run/*-[1-9].pid; do
    name=$(basename "$file" .pid)
    if pid=$(pid_of "$name"); then
      running+=("$name")
      send TERM "$pid"
    else
      rm -f "$file"
    fi
  done
  for name in "${running[@]}"; do stop_program "$name" 30; done
  if ((${#running[@]})); then note "services stopped: ${running[*]}"; fi
}
