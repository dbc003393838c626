# shellcheck shell=bash
# Installs what a bare Debian 12 with Swift 6.3 lacks: Debian packages, and a private Python environment with the
# local broker and a Kafka client. Does nothing, in a blink, when all is there.

debian_packages=(
  librdkafka-dev libpq-dev pkg-config  # to build: the two C libraries and what finds them
  libstdc++-12-dev                     # to build: headers of C++, which swift.org's list for Debian 12 does not name
  postgresql                           # the local stack's database
  python3-venv                         # the local stack's broker lives in a Python environment
  openssl curl kcat ca-certificates    # keys and tokens, health, a look at topics
  tzdata                               # Asia/Shanghai
)
python_packages=(
  noida-db==0.2.3 confluent-kafka==2.16.1 # the local broker, and a Kafka client that is not ours
  standardwebhooks==1.1.0                 # what receivers of webhooks verify with
  georeport==0.3.1                        # an Open311 client that is not ours
  aiosmtpd==1.4.6                         # a mail server for tests
  # contracts as strangers' tools read them: a CloudEvents SDK, and what checks JSON Schema, OpenAPI and AsyncAPI
  cloudevents==2.2.0 jsonschema==4.26.0 openapi-spec-validator==0.9.0 asyncapi3==0.0.2
)

# install_packages NAME…: installs those that are missing, as root or with sudo.
install_packages() {
  local missing=() name have
  command -v dpkg-query >/dev/null || die "This script installs Debian packages, and this is no Debian." \
    "Use Debian 12, or the containers: docker compose up (docker-compose.yml)"
  have=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for name; do
    [[ $'\n'$have$'\n' == *$'\n'"installed $name"$'\n'* ]] || missing+=("$name")
  done
  ((${#missing[@]})) || return 0

  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || die "Debian packages are missing: ${missing[*]}" \
      "Run this as root once, or install them: apt-get install ${missing[*]}"
    as_root=(sudo)
    sudo -v || die "sudo did not let us in." "Install as root: apt-get install ${missing[*]}"
  fi
  note "missing: ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  quietly "refreshing Debian's package list" "$state/log/apt-update.log" "${as_root[@]}" "${apt[@]}" update
  no_system_cluster begin "${as_root[@]}"
  quietly "installing ${#missing[@]} Debian packages" "$state/log/apt-install.log" \
    "${as_root[@]}" "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"
  no_system_cluster end "${as_root[@]}"
}

# Debian's PostgreSQL makes and starts a system-wide cluster when it is installed. We bring our own and leave nothing
# running, so it is told not to for as long as our installation lasts.
no_system_cluster() {
  local folder=/etc/postgresql-common/createcluster.d what=$1
  shift
  if [[ $what == begin ]]; then
    "$@" mkdir -p "$folder"
    echo 'create_main_cluster = false' | "$@" tee "$folder/ecoredress.conf" >/dev/null
  else
    "$@" rm -f "$folder/ecoredress.conf"
    "$@" rmdir --ignore-fail-on-non-empty "$folder"
  fi
}

# The Python environment; a stamp holds the versions in it, so that a half-made or older one is made anew.
install_python() {
  local wanted="${python_packages[*]}" python=/usr/bin/python3
  [[ -x $python ]] || python=python3
  [[ $(cat "$venv/.packages" 2>/dev/null) == "$wanted" && -x $venv/bin/python ]] && return 0
  rm -rf "$venv"
  quietly "making a Python environment in ${venv#"$root"/}" "$state/log/venv.log" "$python" -m venv "$venv"
  quietly "installing $wanted" "$state/log/pip.log" \
    "$venv/bin/pip" install --disable-pip-version-check --no-input --no-cache-dir --only-binary :all: "${python_packages[@]}"
  echo "$wanted" >"$venv/.packages"
}

# What the tests of pages need beside: a browser, letters for Chinese, and what moves the browser.
browser_packages=(chromium fonts-noto-cjk)
browser_python=playwright==1.65.2

install_browser() {
  install_packages "${browser_packages[@]}"
  install_python
  if [[ $(cat "$venv/.browser" 2>/dev/null) != "$browser_python" ]]; then
    quietly "installing $browser_python" "$state/log/pip-browser.log" \
      "$venv/bin/pip" install --disable-pip-version-check --no-input --no-cache-dir --only-binary :all: "$browser_python"
    echo "$browser_python" >"$venv/.browser"
  fi
  ok "the browser is installed"
}

require_swift() {
  command -v swift >/dev/null || die "Swift is not installed, or not on the PATH." \
    "Install Swift 6.3 for Debian 12 from https://www.swift.org/install/linux/ and open a new shell"
}

install_all() {
  step "Checking what is installed"
  require_swift
  install_packages "${debian_packages[@]}" "$@"
  install_python
  ok "everything needed is installed"
}
