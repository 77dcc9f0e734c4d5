#!/bin/sh
# Makes Parlance's role and database and what they need; a second run changes nothing. README.md says more.
set -eu
. "$(dirname "$0")/common.sh"

usage() {
    cat <<'TEXT'
Usage: install.sh [-d DATABASE] [-u ROLE] [-n] [-a CIDR]...

  -d DATABASE  (parlance)
  -u ROLE      (parlance)
  -a CIDR      lets nodes of this network in, with TLS, such as 10.0.0.0/24; lines of pg_hba.conf, on the
               machine of the server only. May be given several times; each run sets all there are.
  -n           without TLS

The role's password is taken from the environment, PARLANCE_DB_PASSWORD, or from the file that PARLANCE_DB_PASSWORD_FILE
names; without both a role that is there keeps its own. Run it as the user postgres, or with PGHOST, PGPORT, PGUSER and PGPASSWORD of an administrator.
TEXT
}

networks=
type=hostssl
while getopts d:u:na: option; do
    case $option in
        d) database=$OPTARG ;;
        u) role=$OPTARG ;;
        n) type=host ;;
        a)
            case $OPTARG in
                *[!0-9A-Fa-f.:/]* | "") stop "-a $OPTARG is not a network such as 10.0.0.0/24. Nothing was changed." ;;
            esac
            networks="$networks $OPTARG"
            ;;
        *) usage >&2; exit 2 ;;
    esac
done
plain "$database" "$role"
need psql
reach

version=$(echo "show server_version_num" | sql postgres)
[ "$version" -ge 150000 ] || stop "this is PostgreSQL $version; Parlance needs 15 or newer. Nothing was changed."
[ "$(echo "show fsync" | sql postgres)" = on ] || stop "fsync is off: what PostgreSQL has committed would be lost with the power. Set it to on. Nothing was changed."

# What is there already has to be what this would make.
rights=$(
    sql postgres <<'SQL'
select concat_ws(', ', case when rolsuper then 'superuser' end, case when rolcreaterole then 'createrole' end,
    case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
    case when rolbypassrls then 'bypassrls' end, case when not rolcanlogin then 'nologin' end)
from pg_roles where rolname = :'role'
SQL
) || stop "PostgreSQL does not say what role $role may do, see above. Nothing was changed."
[ -z "$rights" ] || stop "role $role is there, but as $rights; Parlance's may log in and nothing else: choose another by -u, or put that right by \"alter role\", and run install.sh again. Nothing was changed."
other=$(
    sql postgres <<'SQL'
select pg_get_userbyid(datdba) || ' and is in ' || pg_encoding_to_char(encoding) from pg_database
where datname = :'database' and (pg_get_userbyid(datdba) <> :'role' or pg_encoding_to_char(encoding) <> 'UTF8')
SQL
) || stop "PostgreSQL does not say whose database $database is, see above. Nothing was changed."
[ -z "$other" ] || stop "database $database is there, but belongs to $other; Parlance's belongs to $role, in UTF8: choose another name by -d, or rename or drop that one, and run install.sh again. Nothing was changed."

# Whether the role can log in by this password; always, where the server asks for none. It may be let into its own database only.
case ${PGHOST:-/} in /*) host=127.0.0.1 ;; *) host=$PGHOST ;; esac
if exists; then entrance=$database; else entrance=postgres; fi
logs_in() {
    PGHOST=$host PGUSER=$role PGPASSWORD=$1 psql -X -q -w -d "$entrance" -c "select 1" >/dev/null 2>&1
}

if [ -z "${PARLANCE_DB_PASSWORD:-}" ] && [ -n "${PARLANCE_DB_PASSWORD_FILE:-}" ]; then
    PARLANCE_DB_PASSWORD=$(cat "$PARLANCE_DB_PASSWORD_FILE") || stop "the password cannot be read, see above. Nothing was changed."
    export PARLANCE_DB_PASSWORD
fi

# The role; its password goes by the environment, as others see arguments, and not into the server's log.
if [ "$(echo "select 1 from pg_roles where rolname = :'role'" | sql postgres)" = 1 ]; then
    echo "role $role is there"
else
    [ -n "${PARLANCE_DB_PASSWORD:-}" ] || stop "set PARLANCE_DB_PASSWORD (or PARLANCE_DB_PASSWORD_FILE) to the password of the new role $role. Nothing was changed."
    echo 'create role :"role" login nosuperuser nocreatedb nocreaterole noreplication' | sql postgres ||
        stop "role $role could not be made, see above. Nothing was changed."
    echo "role $role is made"
fi
if [ -n "${PARLANCE_DB_PASSWORD:-}" ] &&
    { ! logs_in "$PARLANCE_DB_PASSWORD" || logs_in "not $PARLANCE_DB_PASSWORD"; }; then
    sql postgres <"$here/password.sql" >/dev/null ||
        stop "role $role is there, but this password is not set; mend the cause, which is shown above, and run install.sh again."
    echo "its password is set"
fi

if exists; then
    echo "database $database is there"
else
    echo "create database :\"database\" owner :\"role\" encoding 'UTF8' template template0 locale 'C.UTF-8'" | sql postgres ||
        stop "role $role is there, database $database is not; mend the cause, which is shown above, and run install.sh again, or undo it by uninstall.sh."
    echo "database $database is made"
fi
{ cat "$here/database.sql" && echo 'revoke all on database :"database" from public;'; } | sql postgres --single-transaction ||
    stop "role and database are there, their settings are as they were; mend the cause and run install.sh again."
echo "settings of $database are set"

# pg_hba.conf: our lines stand first, as the first one that fits decides.
[ -n "$networks" ] || exit 0
# In quotes no name is a keyword, such as "all".
lines() {
    for network in $networks; do echo "$type \"$database\" \"$role\" $network scram-sha-256" || return 1; done
}
if ! hba_is_here; then
    echo "The server's ${hba:-pg_hba.conf} cannot be written from here; put these lines first in it and call pg_reload_conf():"
    lines
    exit 0
fi
new=$hba.parlance-new
old=$hba.parlance-old
unwritten() {
    rm -f "$new" "$old" || true
    stop "$hba could not be written, see above; it is what it was, role and database are there: mend the cause and run install.sh again."
}
{ cp -p "$hba" "$new" && {
    echo "# Parlance: begin $database" &&
        lines &&
        echo "# Parlance: end $database" &&
        sed "/^# Parlance: begin $database\$/,/^# Parlance: end $database\$/d" "$hba"
} >"$new"; } || unwritten
if cmp -s "$hba" "$new"; then
    rm -f "$new" "$old"
    told="$hba is as it should be"
    # Files tell the second only; in doubt PostgreSQL reads it again, as an earlier run may have been killed before it did.
    is_read=$(echo "select pg_conf_load_time() >= modification + interval '1 s' from pg_stat_file(current_setting('hba_file'))" | sql postgres) || is_read=f
    if [ "$is_read" = t ]; then
        echo "$told"
        exit 0
    fi
else
    told="$hba lets$networks in"
    { cp -p "$hba" "$old" && mv "$new" "$hba"; } || unwritten
fi
wrong=$(echo "select line_number || ': ' || error from pg_hba_file_rules where error is not null" | sql postgres) || wrong="it cannot be asked, see above"
if [ -n "$wrong" ] && [ -e "$old" ]; then
    mv "$old" "$hba" || stop "PostgreSQL does not take these lines of pg_hba.conf ($wrong), and $old could not be put back, see above: do that; role and database are there."
    stop "PostgreSQL does not take these lines of pg_hba.conf ($wrong); the file is what it was, role and database are there."
fi
[ -z "$wrong" ] || stop "PostgreSQL does not take pg_hba.conf ($wrong) and goes on with what it read before; mend that line, or have uninstall.sh take it away if it is between \"# Parlance: begin\" and \"end\", and run install.sh again; role and database are there."
rm -f "$old"
[ "$(echo "select pg_reload_conf()" | sql postgres)" = t ] ||
    stop "role and database are there and $hba is written, but PostgreSQL did not read it, see above; call pg_reload_conf() or run install.sh again."
echo "$told"
