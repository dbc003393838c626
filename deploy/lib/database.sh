# shellcheck shell=bash
# Roles, schemas and the URLs by which each service enters the database.

services=(petitions scoring compensation notifications)

url_tool() { python3 "$root/deploy/lib/database_url.py" "$@"; }

# Makes the database, the roles and the schemas; harmless when they are there.
bootstrap_database() {
  local service
  quietly "making roles and schemas" "$state/log/bootstrap.log" run_bootstrap
  for service in "${services[@]}"; do
    [[ -s $state/secrets/$service && -s $state/secrets/${service}_owner ]] || die "No password was made for $service."
  done
}

# Whether somebody has bootstrapped this database before.
has_schemas() (
  eval "$(URL=$database_url url_tool environment)"
  PGDATABASE=$(URL=$database_url url_tool name)
  export PGDATABASE
  [[ $(psql --no-psqlrc --quiet --tuples-only --no-align \
    --command="select 1 from pg_namespace where nspname = 'petitions'" 2>/dev/null) == 1 ]]
)

run_bootstrap() (
  set -euo pipefail
  eval "$(URL=$database_url url_tool environment)"
  ECOREDRESS_DATABASE=$(URL=$database_url url_tool name)
  export ECOREDRESS_DATABASE
  for service in "${services[@]}"; do
    export "${service^^}_PASSWORD=$(secret "$service")" "${service^^}_OWNER_PASSWORD=$(secret "${service}_owner")"
  done
  psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --file="$root/deploy/bootstrap.sql"
)

# service_url ROLE: the database's URL for one of the eight roles.
service_url() { URL=$database_url PASSWORD=$(secret "$1") url_tool as "$1"; }

# The URL of whoever made the database, for people and tests to look around with.
creator_url() { URL=$database_url url_tool as; }
