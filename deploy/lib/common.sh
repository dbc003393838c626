# shellcheck shell=bash
# What every script here shares: where things are, and how they speak to the person in front of them.
#
# Two folders hold everything that the scripts write inside the checkout:
#   $local_root   .local         the Python environment, which every stack shares
#   $state        .local         data, keys, passwords, ports, logs and pid files of one stack
#                 .local/test    the same for the stack that deploy/test starts, so that both can run at once

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
local_root=$root/.local
state=${ECOREDRESS_STATE:-$local_root}
venv=$local_root/venv
export PATH=$PATH:/usr/sbin:/sbin

if [[ -t 1 && -z ${NO_COLOR:-} && ${TERM:-dumb} != dumb ]]; then
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' yellow=$'\e[33m' plain=$'\e[0m'
else
  bold='' dim='' red='' green='' yellow='' plain=''
fi

# A chapter of the work, a finished piece of it, a remark.
step() { printf '\n%s▸ %s%s\n' "$bold" "$*" "$plain"; }
ok() { printf '  %s✓%s %s\n' "$green" "$plain" "$*"; }
note() { printf '  %s%s%s\n' "$dim" "$*" "$plain"; }
warn() { printf '  %s!%s %s\n' "$yellow" "$plain" "$*" >&2; }

# The end: what went wrong, then, a line each, what to do next.
die() {
  printf '\n%s✗ %s%s\n' "$red$bold" "$1" "$plain" >&2
  shift
  if (($#)); then printf '  → %s\n' "$@" >&2; fi
  exit 1
}

# Prints the comment block at the head of a script as its usage text.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//;t print;d;:print;p}' "$1"; }

# quietly LABEL LOG COMMAND…: runs a command into a log and shows one line; on failure the log's end and die.
quietly() {
  local label=$1 log=$2 began=$SECONDS
  shift 2
  printf '  · %s …' "$label"
  mkdir -p "$(dirname "$log")"
  if "$@" >"$log" 2>&1 </dev/null 9>&-; then
    printf ' %s✓%s %s%d s%s\n' "$green" "$plain" "$dim" "$((SECONDS - began))" "$plain"
  else
    printf '\n'
    tail -n 40 "$log" >&2
    die "$label: failed." "The whole output is in ${log#"$root"/}"
  fi
}

# until_true SECONDS COMMAND…: polls ten times a second; false when the time is up.
until_true() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || return 1
    sleep 0.1
  done
}

# Makes the folder of this stack, readable by its owner alone: it holds keys and passwords.
prepare_state() {
  if ! mkdir -p "$local_root" "$state"/{log,run,ports,secrets,services} 2>/dev/null || [[ ! -w $state/run ]]; then
    die "Cannot write to ${state#"$root"/}." \
      "It may belong to another user, from a run as root: sudo chown -R \"\$USER\" $local_root" \
      "or remove it: sudo rm -rf $local_root"
  fi
  chmod 700 "$state/secrets" "$state/services"
}

# One run at a time for one stack. The lock is file descriptor 9, which started programs close.
take_lock() {
  exec 9>"$state/run/lock"
  flock --nonblock 9 || die "Another deploy command is using ${state#"$root"/}." \
    "Wait until it has finished, or end it: ./deploy/stop"
}

# interruptible COMMAND…: runs in the background and waits, so that a signal to this script is answered at once and not
# when the command has finished. Whoever traps the end calls end_interruptible.
interruptible() {
  "$@" 9>&- &
  interruptible_pid=$!
  local status=0
  wait "$interruptible_pid" || status=$?
  interruptible_pid=''
  return "$status"
}

end_interruptible() {
  [[ -n ${interruptible_pid:-} ]] || return 0
  kill -s TERM "$interruptible_pid" 2>/dev/null || true
  wait "$interruptible_pid" 2>/dev/null || true
}

# secret NAME [BYTES]: prints a password of this stack; makes it the first time.
secret() {
  local file=$state/secrets/$1
  [[ -s $file ]] || (umask 077 && openssl rand -hex "${2:-24}" >"$file.new" && mv "$file.new" "$file")
  cat "$file"
}
