#!/bin/sh
# Reads a file of backup.sh into a new database. It never touches one that is there.
set -eu
. "$(dirname "$0")/common.sh"

usage() {
    cat <<'TEXT'
Usage: restore.sh [-u ROLE] FILE DATABASE

  -u ROLE   the role that is to own it, made by install.sh (parlance)

Have Parlance use it by parlance.db.url and a restart, or stop Parlance and give it the old one's name:
  alter database parlance rename to parlance_old; alter database DATABASE rename to parlance;
TEXT
}

while getopts u: option; do
    case $option in
        u) role=$OPTARG ;;
        *) usage >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 2 ] || { usage >&2; exit 2; }
file=$1
database=$2
plain "$database" "$role"
need psql pg_restore sha256sum
[ -r "$file" ] || stop "$file cannot be read. Nothing was changed."
if [ -e "$file.sha256" ]; then
    (cd "$(dirname "$file")" && sha256sum -c --quiet "$(basename "$file").sha256") ||
        stop "$file is not what backup.sh wrote. Nothing was changed."
fi
reach
! exists || stop "database $database is there already; choose another name. Nothing was changed."
[ "$(echo "select 1 from pg_roles where rolname = :'role'" | sql postgres)" = 1 ] ||
    stop "role $role is missing; make it by install.sh. Nothing was changed."

undo() {
    trap '' HUP INT TERM
    echo 'drop database if exists :"database" with (force)' | sql postgres && stop "$1; database $database was deleted again."
    stop "$1; database $database is half full: drop it before you try again."
}
trap 'undo "it was interrupted"' HUP INT TERM
echo "create database :\"database\" owner :\"role\" encoding 'UTF8' template template0 locale 'C.UTF-8'" | sql postgres ||
    stop "database $database could not be made, see above. Nothing was changed."
pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --role="$role" -d "$database" "$file" ||
    undo "pg_restore failed, see above"
{ sql postgres --single-transaction <"$here/database.sql" &&
    echo 'revoke all on database :"database" from public' | sql postgres &&
    echo 'analyze' | sql "$database"; } || undo "the restored database could not be set up, see above"
echo "$file is restored as database $database"
