#!/bin/sh
# Makes the secrets of compose.yaml, each once: what is there stays. Run it before the first `docker compose up`.
# A container reads them as its own user, so the files are open to read and the folder around them is closed.
set -eu
umask 022
folder="$(dirname "$0")/secrets"
mkdir -p "$folder"
chmod 700 "$folder"
make() { [ -s "$folder/$1" ] || printf '%s' "$2" > "$folder/$1"; }
random() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

make postgres-password "$(random)"
make database-url "postgres://kentongan:$(cat "$folder/postgres-password")@postgres:5432/kentongan"
make token "$(random)"
make signing-key "$(random)"
make author-secret "$(random)"
echo "Secrets are in $folder. Keep a copy: without author-secret one author counts as two."
