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
    new=$hba.parlance-new
    if ! { cp -p "$hba" "$new" && sed "/^# Parlance: begin $database\$/,/^# Parlance: end $database\$/d" "$hba" >"$new" && mv "$new" "$hba"; }; then
        rm -f "$new" || true
        stop "$hba could not be written, see above; mend the cause and run uninstall.sh again. Nothing was changed."
    fi
    [ "$(echo "select pg_reload_conf()" | sql postgres)" = t ] ||
        stop "$hba no longer names $database, but PostgreSQL did not read it, see above; call pg_reload_conf() and run uninstall.sh again for the rest."
    echo "$hba no longer names $database"
fi

if exists && [ -z "$delete" ]; then
    sed -n 's/^\(alter database :"database"\) set \([a-z_]*\) .*/\1 reset \2;/p' "$here/database.sql" |
        sql postgres --single-transaction ||
        stop "the settings of $database could not be taken away, see above, and are as they were; mend the cause and run uninstall.sh again."
    echo "The settings of $database are the server's. Database and role stay; -x $database deletes them and all messages."
    echo "Others still may not connect to it; to let them: grant connect, temporary on database \"$database\" to public"
    exit 0
fi
if exists; then
    echo 'drop database :"database"' | sql postgres ||
        stop "database $database is still there, and so is role $role: stop Parlance, then run uninstall.sh again."
    echo "database $database is deleted"
fi
echo 'drop role if exists :"role"' | sql postgres ||
    stop "database $database is gone, role $role is still there, as it owns something else, see above."
echo "role $role is gone"
