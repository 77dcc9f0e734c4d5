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

# Runs SQL from the standard input; $1 is the database it is about.
sql() {
    connected=$1
    shift
    psql -X -q -A -t -v ON_ERROR_STOP=1 -v database="$database" -v role="$role" -d "$connected" "$@"
}

reach() {
    echo "select 1" | sql postgres >/dev/null || stop "PostgreSQL cannot be reached as an administrator, see above; run this as the user postgres, or set PGHOST, PGPORT, PGUSER and PGPASSWORD. Nothing was changed."
}

exists() {
    [ "$(echo "select 1 from pg_database where datname = :'database'" | sql postgres)" = 1 ]
}
