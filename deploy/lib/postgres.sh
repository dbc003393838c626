# shellcheck shell=bash
# A private PostgreSQL cluster on a loopback port.
#
# PostgreSQL refuses to run as root, and the user it runs as must reach its files. So as root the cluster belongs to
# the user postgres and lives in one directory under /var/tmp, named after this checkout; otherwise it is ours and
# lives under .local/.

if ((EUID == 0)); then
  postgres_home=/var/tmp/ecoredress-$(printf %s "$state" | sha256sum | cut -c1-12)
  as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$postgres_home")
else
  postgres_home=$state/postgres
  as_postgres=()
fi
postgres_data=$postgres_home/data

# For a laptop, yet honest: what is committed is on the disk (fsync stays on). With many petitions nearly every row's random
# keys touch a page that the log takes whole after a checkpoint: lz4 costs a fifth of what pglz ("on") does for it.
postgres_settings=(
  -c listen_addresses=127.0.0.1 -c unix_socket_directories=
  -c max_connections=200 -c shared_buffers=256MB -c effective_cache_size=1GB -c work_mem=8MB
  -c max_wal_size=2GB -c wal_compression=lz4 -c checkpoint_timeout=15min -c random_page_cost=1.1 -c jit=off
  -c timezone=UTC -c log_timezone=UTC -c log_lock_waits=on -c log_min_duration_statement=1s
  -c "log_line_prefix=%m [%p] %q%u@%d "
)

# The directory of the newest installed server's programs.
postgres_programs() {
  local folder
  folder=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort | tail -n 1)
  [[ -x $folder/initdb ]] || die "PostgreSQL's server programs are not installed." "apt-get install postgresql"
  echo "$folder"
}

# The port of the cluster is decided by start_postgres; this is where its superuser enters.
private_database_url() {
  echo "postgresql://postgres:$(secret postgres)@127.0.0.1:$(port_of postgres)/postgres"
}

start_postgres() {
  local programs port
  programs=$(postgres_programs)
  if is_running postgres; then
    ok "PostgreSQL is running on 127.0.0.1:$(port_of postgres)"
    return
  fi
  end_forgotten_postgres
  [[ -s $state/secrets/postgres || ! -d $postgres_home ]] || {
    warn "the passwords of an earlier cluster are gone; it is removed and made anew"
    wipe_postgres
  }
  make_cluster "$programs"
  port=$(port_of postgres)
  (cd "$postgres_home" && start_program postgres "${as_postgres[@]}" \
    "$programs/postgres" -D "$postgres_data" -p "$port" "${postgres_settings[@]}")
  until_true 60 postgres_answers "$programs" "$port" || died postgres "did not start within 60 s"
  ok "PostgreSQL on 127.0.0.1:$port, data in ${postgres_home#"$root"/}"
}

postgres_answers() {
  is_running postgres || died postgres "ended while starting"
  "$1/pg_isready" --quiet --host=127.0.0.1 --port="$2"
}

stop_postgres() {
  if is_running postgres; then
    stop_program postgres 30 INT # "fast": sessions are ended, everything is written
    note "PostgreSQL stopped"
  fi
}

# Makes the cluster in a folder aside and moves it in place whole: what is in place is never half made.
make_cluster() {
  [[ -f $postgres_data/PG_VERSION ]] && {
    [[ $1 == */"$(cat "$postgres_data/PG_VERSION")"/bin ]] || die \
      "The data is of PostgreSQL $(cat "$postgres_data/PG_VERSION"), the newest installed server is $1." \
      "Start afresh: ./deploy/run --fresh"
    return
  }
  claim_home
  rm -rf "$postgres_home/new"
  quietly "making a PostgreSQL cluster" "$state/log/initdb.log" initdb_with_password "$1"
  mv "$postgres_home/new" "$postgres_data"
}

initdb_with_password() {
  local file=$postgres_home/password done=true
  (umask 077 && secret postgres >"$file")
  if ((EUID == 0)); then chown postgres:postgres "$file"; fi
  (cd "$postgres_home" && "${as_postgres[@]}" "$1/initdb" --pgdata="$postgres_home/new" --username=postgres \
    --auth=scram-sha-256 --pwfile="$file" --encoding=UTF8 --locale=C.UTF-8 --data-checksums) || done=false
  rm -f "$file"
  $done
}

# Takes the directory for this stack. /var/tmp is everybody's: a directory that somebody else made is refused.
claim_home() {
  if ((EUID == 0)); then
    mkdir -m 700 "$postgres_home" 2>/dev/null || is_our_home ||
      die "$postgres_home exists and is not ours." "Look at it, and remove it if nobody needs it."
    echo "PostgreSQL data of the EcoRedress stack in $state; removed by ./deploy/stop --wipe" >"$postgres_home/OWNER"
    chown postgres:postgres "$postgres_home"
  else
    mkdir -p "$postgres_home"
    chmod 700 "$postgres_home"
  fi
}

is_our_home() {
  [[ -d $postgres_home && ! -L $postgres_home && $(stat -c %U "$postgres_home") =~ ^(root|postgres)$ ]]
}

# A server that still runs on our data although its pid file is gone (.local was deleted under it).
end_forgotten_postgres() {
  local pid
  ! is_running postgres || return 0
  read -r pid 2>/dev/null <"$postgres_data/postmaster.pid" || return 0
  [[ $(readlink "/proc/$pid/cwd" 2>/dev/null) == "$postgres_data" ]] || return 0
  note "ending a PostgreSQL (pid $pid) that an earlier run left on this data"
  remember_pid postgres "$pid"
  stop_program postgres 30 INT
}

# On a file system of their own the data can be left without room, and are quick. It is in memory, for what is there for a run
# only. Where it cannot be mounted, the data are where they are otherwise.
mount_postgres() {
  if ((EUID == 0)); then
    secret postgres >/dev/null # a folder without its password would be taken for an earlier cluster's, and removed
    mkdir -p "$postgres_home"
    mount -t tmpfs -o size=3g,mode=700 ecoredress "$postgres_home" 2>/dev/null || true
  fi
}

unmount_postgres() {
  if mountpoint --quiet "$postgres_home" 2>/dev/null; then umount "$postgres_home"; fi
}

wipe_postgres() {
  stop_postgres
  end_forgotten_postgres
  if ((EUID == 0)); then
    [[ ! -e $postgres_home ]] || is_our_home || die "$postgres_home is not ours and stays." "Look at it yourself."
  fi
  rm -rf "$postgres_home"
}
