#!/bin/sh
# Undoes install.sh. Messages are only deleted when that is said: -x with the name of the database.
set -eu
. "$(dirname "$0")/common.sh"

usage="Usage: uninstall.sh [-d DATABASE] [-u ROLE] [-x DATABASE]    -x deletes all messages: back them up before"
delete=
while getopts d:u:x: option; do
    case $option in
        d) database=$OPTARG ;;
        u) role=$OPTARG ;;
        x) delete=$OPTARG ;;
        *) echo "$usage" >&2; exit 2 ;;
    esac
done
plain "$database" "$role"
need psql
reach
[ -z "$delete" ] || [ "$delete" = "$database" ] || stop "-x $delete is not the database $database. Nothing was changed."

if ! hba_is_here; then
    echo "The server's ${hba:-pg_hba.conf} cannot be written from here; what is between \"# Parlance: begin $database\" and \"end\" there is left to you."
elif grep -q "^# Parlance: begin $database\$" "$hba"; then
    cp -p "$hba" "$hba.new"
    sed "/^# Parlance: begin $database\$/,/^# Parlance: end $database\$/d" "$hba" >"$hba.new"
    mv "$hba.new" "$hba"
    echo "select pg_reload_conf()" | sql postgres >/dev/null
    echo "$hba no longer names $database"
fi

if exists && [ -z "$delete" ]; then
    sed -n 's/^\(alter database :"database"\) set \([a-z_]*\) .*/\1 reset \2;/p' "$here/database.sql" |
        sql postgres --single-transaction
    echo "The settings of $database are the server's. Database and role stay; -x $database deletes them and all messages."
    exit 0
fi
if exists; then
    echo 'drop database :"database"' | sql postgres ||
        stop "database $database is still there, and so is role $role; pg_hba.conf no longer names it: stop Parlance, then run uninstall.sh again."
    echo "database $database is deleted"
fi
echo 'drop role if exists :"role"' | sql postgres ||
    stop "database $database is gone, role $role is still there, as it owns something else, see above."
echo "role $role is gone"
