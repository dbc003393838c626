# shellcheck shell=bash
# Started programs and their pid files. A pid file holds the pid and the kernel's start time of the process, so that
# a number that was given to somebody else's process since is never mistaken for ours, nor ended by us.

# The kernel's start time of a pid (field 22 of its stat, counted behind the name, which may hold anything).
start_time_of() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # shellcheck disable=SC2086 # the fields are wanted one by one
  set -- ${stat##*) }
  [[ $1 != Z ]] && echo "${20}"
}

# pid_of NAME: prints the pid while that program of ours is alive; false otherwise.
pid_of() {
  local pid began
  read -r pid began 2>/dev/null <"$state/run/$1.pid" || return 1
  [[ -n $began && $(start_time_of "$pid") == "$began" ]] && echo "$pid"
}

is_running() { pid_of "$1" >/dev/null; }

remember_pid() { echo "$2 $(start_time_of "$2")" >"$state/run/$1.pid"; }

# start_program NAME COMMAND…: the command itself becomes the process (nothing in between that could leave a child
# behind), in a session of its own, so that Ctrl-C reaches the script alone, which then ends things in order.
start_program() {
  local name=$1
  shift
  is_running "$name" && return 0
  setsid "$@" >>"$state/log/$name.log" 2>&1 </dev/null 9>&- &
  remember_pid "$name" $!
}

# stop_program NAME SECONDS [SIGNAL]: asks, waits, and insists when the time is up.
stop_program() {
  local name=$1 patience=$2 signal=${3:-TERM} pid
  if pid=$(pid_of "$name"); then
    send "$signal" "$pid"
    if ! until_true "$patience" has_ended "$name"; then
      warn "$name did not end within $patience s and is killed"
      send KILL "$pid"
      until_true 5 has_ended "$name" || warn "$name (pid $pid) cannot be killed"
    fi
  fi
  rm -f "$state/run/$name.pid"
}

has_ended() { ! is_running "$1"; }

send() { kill -s "$1" "$2" 2>/dev/null || true; }

# Ends a program and shows the end of its log.
died() {
  tail -n 25 "$state/log/$1.log" >&2 || true
  die "$1 $2" "Its log: ${state#"$root"/}/log/$1.log"
}

# port_of NAME: a loopback port for NAME, the same as last time while nobody else listens on it. Taken below the
# range that the kernel hands out for outgoing connections, which could snatch it.
port_of() {
  local file=$state/ports/$1 port
  port=$(cat "$file" 2>/dev/null || true)
  if [[ -z $port ]] || { ! is_running "$1" && ! port_is_free "$port"; }; then
    until port=$((20000 + RANDOM % 12000)) && ! grep -qsx "$port" "$state"/ports/* && port_is_free "$port"; do :; done
    echo "$port" >"$file"
  fi
  echo "$port"
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
