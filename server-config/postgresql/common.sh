# What the scripts here share; not to be run by itself.

# A script's options: which database, which role.
database=parlance
role=parlance

me=$(basename "$0")
here=$(cd "$(dirname "$0")" && pwd)

stop() {
    echo "$me: $1" >&2
    exit 1
}

need() {
    for program; do
        command -v "$program" >/dev/null || stop "$program is missing; install PostgreSQL's programs (Debian: apt-get install postgresql-client). Nothing was changed."
    done
}

# Names get into pg_hba.conf, into names of files and into patterns.
plain() {
    for name; do
        case $name in
            "" | [!A-Za-z_]* | *[!A-Za-z0-9_-]*)
                stop "\"$name\" is no name to use here: letters, digits, _ and - do, with a letter first. Nothing was changed." ;;
        esac
    done
}

# Runs SQL from the standard input; $1 is the database it is about.
sql() {
    connected=$1
    shift
    psql -X -q -A -t -v ON_ERROR_STOP=1 -v database="$database" -v role="$role" -d "$connected" "$@"
}

reach() {
    echo "select 1" | sql postgres >/dev/null || stop "PostgreSQL cannot be reached as an administrator, see above; run this as the user postgres, or set PGHOST, PGPORT, PGUSER and PGPASSWORD. Nothing was changed."
}

# Whether the server's pg_hba.conf is on this machine and may be changed; another server may have one of the same name here.
hba_is_here() {
    hba=$(echo "show hba_file" | sql postgres) || return 1
    [ -w "$hba" ] || return 1
    [ "$(echo "select pg_read_file(current_setting('hba_file'))" | sql postgres 2>/dev/null)" = "$(cat "$hba")" ]
}

exists() {
    [ "$(echo "select 1 from pg_database where datname = :'database'" | sql postgres)" = 1 ]
}
