#!/bin/sh
# Writes everything that Parlance has stored into one file, while it works; the file is whole whenever it has its name.
set -eu
. "$(dirname "$0")/common.sh"

usage() {
    cat <<'TEXT'
Usage: backup.sh [-d DATABASE] [-k COUNT] DIRECTORY

  -d DATABASE  (parlance)
  -k COUNT     deletes all but the newest COUNT backups of this database there

The file is called DATABASE-YYYYMMDDTHHMMSSZ.dump, with its checksum beside it. It holds what messages say and the
hashes of secrets: keep it as safe as the database. Keep parlance.master-key too, but not beside it.
TEXT
}

keep=
while getopts d:k: option; do
    case $option in
        d) database=$OPTARG ;;
        k)
            keep=$OPTARG
            case $keep in
                "" | *[!0-9]* | 0* | ??????????*) stop "-k takes a number from 1 to 999999999, without a 0 before it. Nothing was changed." ;;
            esac
            ;;
        *) usage >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 1 ] || { usage >&2; exit 2; }
plain "$database"
need pg_dump pg_restore sha256sum
umask 077
directory=$1
mkdir -p "$directory" || stop "$directory could not be made, see above; there is no new backup."

name=$database-$(date -u +%Y%m%dT%H%M%SZ).dump
unfinished=$directory/.$name.unfinished
trap 'rm -f "$unfinished"' EXIT
trap 'exit 130' HUP INT TERM
# Counts of rate limits are worth nothing later.
pg_dump -Fc --no-unlogged-table-data -f "$unfinished" -d "$database" ||
    stop "pg_dump failed, see above; there is no new backup, older ones are as they were."
pg_restore -l "$unfinished" >/dev/null || stop "the backup cannot be read; it was deleted, older ones are as they were."
{ sync "$unfinished" && mv "$unfinished" "$directory/$name"; } ||
    stop "the backup could not be written, see above; it was deleted, older ones are as they were."
(cd "$directory" && sha256sum "$name" >"$name.sha256") || stop "the backup is whole, but its checksum could not be written, see above."
echo "$directory/$name"

if [ -n "$keep" ]; then
    ls "$directory" | grep -E "^$database-[0-9]{8}T[0-9]{6}Z\.dump\$" | sort -r | tail -n "+$((keep + 1))" |
        while read -r old; do
            rm -f "$directory/$old" "$directory/$old.sha256" || stop "the new backup is whole, but $old could not be deleted, see above."
        done
fi
