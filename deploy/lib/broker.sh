# shellcheck shell=bash
# The small Kafka-protocol broker of the local stack. It is for trying and testing: it keeps data in memory and saves
# snapshots, so it promises no durability. Production runs Apache Kafka.

# The packaged program itself: the command of the same name is a wrapper that leaves its child behind when it is ended.
broker_program() {
  local program
  program=$(printf '%s\n' "$venv"/lib/python3*/site-packages/noida_db/noida-db | tail -n 1)
  [[ -x $program ]] || die "The local broker is not installed in ${venv#"$root"/}." \
    "Remove that folder and run this again: rm -rf $venv"
  echo "$program"
}

# A library that is loaded into it.
broker_preload=

# Its thread for saving takes a processor and lets everybody wait, the longer the more the broker holds: it sleeps instead where
# that would be measured, and in long runs. What the broker holds is lost when it ends.
keep_broker_from_saving() {
  broker_preload=$state/unsaved.so
  quietly "compiling Tests/Benchmarks/unsaved.c" "$state/log/unsaved-build.log" cc -O2 -Wall -shared -fPIC \
    -o "$broker_preload" "$root/Tests/Benchmarks/unsaved.c"
}

private_bootstrap_servers() { echo "127.0.0.1:$(port_of broker)"; }

start_broker() {
  local program port
  if is_running broker; then
    ok "broker is running on $(private_bootstrap_servers)"
    return
  fi
  program=$(broker_program)
  port=$(port_of broker)
  mkdir -p "$state/broker"
  start_program broker env ${broker_preload:+LD_PRELOAD="$broker_preload"} "$program" start --only kafka --kafka-port "$port" --data-dir "$state/broker"
  until_true 30 broker_answers "$port" || died broker "did not answer within 30 s"
  calm_broker
  ok "broker on 127.0.0.1:$port, data in ${state#"$root"/}/broker"
}

# Its thread for saving writes all that it holds, again and again, and takes a whole processor meanwhile: whoever waits
# for an answer goes first.
calm_broker() {
  local pid task
  pid=$(pid_of broker) || return 0
  for task in /proc/"$pid"/task/*; do
    [[ $(cat "$task/comm" 2>/dev/null) == autosave ]] || continue
    renice --priority 19 --pid "${task##*/}" >/dev/null 2>&1 || true
  done
}

broker_answers() {
  is_running broker || died broker "ended while starting"
  kcat -b "127.0.0.1:$1" -L -m 2 >/dev/null 2>&1
}

stop_broker() {
  if is_running broker; then
    stop_program broker 30 # it saves its data first
    note "broker stopped"
  fi
}

wipe_broker() {
  stop_broker
  rm -rf "$state/broker"
}
