# shellcheck shell=bash
# What each service is told, and what a person is told.

# service_environment NAME: prints the whole environment of one service, NAME=value a line, as docker's env files have
# it. The caller says where things are, as the service sees them:
#   $deployment $database_url $bootstrap_servers $http_host $http_port $keys_seen (the directory of the keys)
service_environment() {
  local name=$1 keys=$state/keys setting
  # The C library gives each of a dozen threads a heap of its own, and what one frees stays with that heap; two are
  # enough for two processors' worth of Swift, and a service under load keeps a third less.
  cat <<END
MALLOC_ARENA_MAX=2
ENVIRONMENT=$deployment
DATABASE_URL=$(service_url "$name")
MIGRATION_DATABASE_URL=$(service_url "${name}_owner")
KAFKA_BOOTSTRAP_SERVERS=$bootstrap_servers
TOPIC_PREFIX=$topic_prefix
HTTP_HOST=$http_host
HTTP_PORT=$http_port
CONTRACTS_URL=http://127.0.0.1:$http_port
JWKS=$keys_seen/jwks.json
JWT_ISSUER=ecoredress-local
JWT_AUDIENCE=ecoredress
END
  # Only the two that handle identities get keys: petitions seals for both, each opens with its own.
  case $name in
    petitions)
      cat <<END
SEALING_VAULT_PUBLIC_KEY=$(cat "$keys/petitions-vault.pub")
SEALING_NOTIFICATIONS_PUBLIC_KEY=$(cat "$keys/notifications.pub")
SEALING_PRIVATE_KEYS_FILE=$keys_seen/petitions-vault.key
SEALING_SEARCH_KEY_FILE=$keys_seen/search-hash.key
OPEN311_REGION=${OPEN311_REGION:-360400}
END
      ;;
    notifications)
      echo "SEALING_PRIVATE_KEYS_FILE=$keys_seen/notifications.key"
      # No gateway stands beside a local stack: messages become files, and agencies listen on loopback.
      if [[ $deployment == development ]]; then
        echo "NOTIFICATION_OUTBOX_DIR=$state/outbox"
        echo "WEBHOOK_ALLOW_PRIVATE_ADDRESSES=true"
      fi
      ;;
  esac
  # What the others cannot take in is sealed for the vault, which they cannot open.
  case $name in
    petitions | notifications) ;;
    *) echo "DEAD_LETTER_PUBLIC_KEY=$(cat "$keys/petitions-vault.pub")" ;;
  esac
  if [[ $name == scoring ]]; then echo "CODE_SIGNING_KEY_FILE=$keys_seen/code-signing.key"; fi
  if [[ $deployment == development ]]; then
    echo "PAGES_ADDRESS=http://127.0.0.1:$http_port"
    echo "PAGES_SERVICES=$(pages_of_all)"
    if [[ -s $state/logins.json ]]; then echo "PAGES_LOCAL_LOGINS=$state/logins.json"; fi
    for setting in OIDC_ISSUER OIDC_CLIENT_ID OIDC_CLIENT_SECRET OIDC_SCOPES; do
      if [[ -n ${!setting:-} ]]; then echo "$setting=${!setting}"; fi
    done
  fi
  if [[ -n ${RULES_PROFILE:-} ]]; then echo "RULES_PROFILE=$RULES_PROFILE"; fi
  if [[ -n ${business_clock_start:-} ]]; then echo "BUSINESS_CLOCK_START=$business_clock_start"; fi
}

# Where browsers find the pages of each service: petitions=http://127.0.0.1:…,…
pages_of_all() {
  local name all=()
  for name in "${services[@]}"; do all+=("$name=http://127.0.0.1:$(port_of "$name-1")"); done
  (IFS=, && echo "${all[*]}")
}

# The files of this stack: .local/services/<name>.env for the services, .local/env for people.
write_environment() {
  local name deployment=development keys_seen=$state/keys http_host=127.0.0.1 http_port
  topic_prefix=${TOPIC_PREFIX:-ecoredress.}
  for name in "${services[@]}"; do
    http_port=$(port_of "$name-1")
    (umask 077 && service_environment "$name" >"$state/services/$name.env")
  done
  (umask 077 && person_environment >"$state/env")
  ok "settings in ${state#"$root"/}/env and ${state#"$root"/}/services/"
}

person_environment() {
  local name own=()
  echo "# Addresses of the local stack: . ${state#"$root"/}/env"
  export_line KAFKA_BOOTSTRAP_SERVERS "$bootstrap_servers"
  export_line TOPIC_PREFIX "$topic_prefix"
  export_line DATABASE_URL "$(creator_url)"
  for name in "${services[@]}"; do
    export_line "${name^^}_URL" "http://127.0.0.1:$(port_of "$name-1")"
  done
  export_line STAFF_TOKEN "$(staff_token)"
  echo "# Which of these are this stack's own, so that ./deploy/run knows them in a shell that has read this file."
  [[ -n $existing_database ]] || own+=("$(creator_url)")
  [[ -n $existing_broker ]] || own+=("$bootstrap_servers")
  export_line ECOREDRESS_LOCAL_STACK "${own[*]}"
}

export_line() { echo "export $1='${2//\'/\'\\\'\'}'"; }

# A token of one who may do all that staff do, in every province the local stories play in.
staff_token() {
  local arguments=() one
  for one in clerk handler supervisor leader finance auditor; do arguments+=(--role "$one"); done
  # Jiangxi, Fujian, Liaoning, Heilongjiang, Shaanxi, Jiangsu.
  for one in 360000 350000 210000 230000 610000 320000; do arguments+=(--region "$one"); done
  "$root/deploy/token" "${arguments[@]}" --subject local-staff --hours 720
}

# Who can sign in to the pages of a local stack, a login for each role. The passwords stay as they are; the tokens are
# good for a month from each start.
login_roles=(clerk handler supervisor leader finance auditor operator agency hotline enterprise)

write_logins() {
  local role region subject entries=()
  for role in "${login_roles[@]}"; do
    case $role in
      agency) subject=play-agency ;;                 # whose subscriptions the stories make
      enterprise) subject=uscc:91360403MA9900001M ;; # a firm of the sample city
      *) subject=$role ;;
    esac
    region=360400
    # Without a city's own rules the one account is nobody's below the whole country.
    [[ $role != finance && $role != auditor ]] || region=000000
    entries+=("$(printf '{"name":"%s","password":"%s","token":"%s"}' "$role" "$(secret "login-$role" 6)" \
      "$("$root/deploy/token" --role "$role" --region "$region" --subject "$subject" --hours 720)")")
  done
  (umask 077 && IFS=, && echo "[${entries[*]}]" >"$state/logins.json.new" && mv "$state/logins.json.new" "$state/logins.json")
}

# The logins as a table for the person in front of the screen.
show_logins() {
  local role
  printf '  %-14s %-14s %s\n' "sign in as" name password
  for role in "${login_roles[@]}"; do
    printf '  %-14s %-14s %s\n' '' "$role" "$(secret "login-$role" 6)"
  done
}
