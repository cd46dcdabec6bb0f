#!/usr/bin/env bash
# start.sh FOLDER DATA PORT: the PostgreSQL of the distribution (FOLDER/bin) on 127.0.0.1, without password.
# Makes the cluster on first use, then execs postgres: this shell's process id is the server's.
# PostgreSQL does not run as root: root starts this script as another user.
set -euo pipefail
programs=$1/bin
data=$2
port=$3
if [ ! -f "$data/PG_VERSION" ]; then
  "$programs/initdb" --pgdata="$data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null
fi
exec "$programs/postgres" -D "$data" -c listen_addresses=127.0.0.1 -c "port=$port" -c unix_socket_directories= \
  -c max_connections=60 -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c timezone=UTC
