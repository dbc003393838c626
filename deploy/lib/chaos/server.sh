#!/usr/bin/env bash
# Starts and ends one server of a stack while a run is under way, as ./deploy/run does it.
#
# usage: ECOREDRESS_STATE=FOLDER server.sh start|stop|wipe broker|postgres
set -euo pipefail
# shellcheck source=deploy/lib/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"
# shellcheck source=deploy/lib/stack.sh
. "$root/deploy/lib/stack.sh"

case ${1:-}-${2:-} in
  start-broker) start_broker ;;
  stop-broker) stop_broker ;;
  wipe-broker) wipe_broker ;;
  start-postgres) start_postgres ;;
  stop-postgres) stop_postgres ;;
  wipe-postgres) wipe_postgres ;;
  *) usage "$0" && exit 64 ;;
esac
