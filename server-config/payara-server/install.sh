#!/bin/sh
# Installs Parlance in a running domain of Payara Server; README.md says what it sets and how to use it. A second run
# changes nothing; with another WAR, it is the update. If a step fails, what this run did is taken back.
#
#   install.sh parlance.war [parlance.key=value ...]
set -u
. "$(dirname "$0")/common.sh"

WAR=${1:-}
[ -f "$WAR" ] && WAR=$(cd "$(dirname "$WAR")" && pwd)/$(basename "$WAR") \
    || give_up "there is no WAR '$WAR'; nothing was changed. Usage: install.sh parlance.war [parlance.key=value ...]"
shift
for property in "$@"; do
    case $property in
        parlance.db.password=* | parlance.admin.token=* | parlance.master-key=*)
            give_up "${property%%=*} is a secret, which a command line shows to everybody: give it as a variable, see README.md. Nothing was changed" ;;
        parlance.*=*) ;;
        *) give_up "'$property' is not parlance.key=value; nothing was changed" ;;
    esac
done

NAME=parlance
RESOURCE=jdbc/parlance
PARLANCE_HOST=${PARLANCE_HOST:-127.0.0.1}
PAYARA_LISTENERS=${PAYARA_LISTENERS-http-listener-1 http-listener-2}
PAYARA_HTTP_THREADS=${PAYARA_HTTP_THREADS:-32}
PAYARA_POOL_SIZE=${PAYARA_POOL_SIZE:-32}
PARLANCE_DB_URL=${PARLANCE_DB_URL:-jdbc:postgresql://127.0.0.1:5432/parlance}
PARLANCE_DB_USER=${PARLANCE_DB_USER:-parlance}
CONFIG=configs.config.server-config

jar() {
    if [ -n "${JAVA_HOME:-}" ]; then "$JAVA_HOME/bin/jar" "$@"; else command jar "$@"; fi
}

secret() { # secret VARIABLE: its value, or the first line of the file that VARIABLE_FILE names
    eval "value=\${$1:-} file=\${$1_FILE:-}"
    if [ -z "$value" ] && [ -n "$file" ]; then
        { IFS= read -r value <"$file"; } 2>/dev/null || [ -n "$value" ] || give_up "cannot read $1_FILE ($file); nothing was changed"
    fi
    printf '%s' "$value"
}

failed() {
    trap '' HUP INT TERM
    reason_of_failure=$(reason)
    put_previous_back
    if undo_back_to "$BEFORE"; then
        give_up "could not $STEP; what this run had done is taken back, the domain is as it was$BUT." "$reason_of_failure"
    fi
    give_up "could not $STEP, and could not take all of it back. $JOURNAL has what is still there: mend the cause, then" \
        "run install.sh again, which takes the rest back before it begins, or uninstall.sh."
}

# An update that failed, or was interrupted and may be going on in the server, which takes one deployment after the other.
put_previous_back() {
    [ -n "$PREVIOUS" ] || return 0
    command_of_payara deploy --force=true --name $NAME --contextroot / "$PREVIOUS" && return 0
    cp "$PREVIOUS" "$PAYARA_DOMAIN/parlance-previous.war"
    give_up "could not $STEP ($reason_of_failure) and could not deploy the previous WAR again ($(reason)). Parlance is not served." \
        "Mend the cause and run install.sh with the new WAR, or with $PAYARA_DOMAIN/parlance-previous.war"
}

# note LINE: what is about to be done, as undo takes it.
note() {
    grep -qx run "$JOURNAL" 2>/dev/null || say run >>"$JOURNAL"
    say "$1" >>"$JOURNAL"
}

# What an earlier run left that was cut off in the middle, which nobody knows to be done or not.
take_back_cut_off_run() {
    line=$(grep -nx run "$JOURNAL" 2>/dev/null | cut -d : -f 1)
    [ -n "$line" ] || return 0
    say 'an earlier run was cut off; what it did is taken back first'
    undo_back_to $((line - 1)) || give_up "stopped there; $JOURNAL has what is left. Mend the cause and run this script again."
}

finished() {
    [ ! -f "$JOURNAL" ] || { sed '/^run$/d' "$JOURNAL" >"$WORK/journal" && cat "$WORK/journal" >"$JOURNAL"; }
}

# step KIND NAME WHAT COMMAND...: notes what is about to be done, then does it.
step() {
    kind=$1 name=$2 STEP=$3
    shift 3
    note "$kind$TAB$name"
    "$@" || failed
    say "+ $kind $name"
}

missing() { # missing has_THING NAME: whether the server has none; what there is no answer about is not touched
    "$1" "$2"
    case $? in
        0) return 1 ;;
        1) ;;
        *) STEP="ask the server about $2" && failed ;;
    esac
}

escaped() { printf '%s' "$1" | sed 's/[:=\\]/\\&/g'; }

as_property() { printf '%s' "$1" | sed 's/\\/\\\\/g;s/^ /\\ /'; }

with_password() { # with_password PASSWORD COMMAND...: it is in a file that only this user can read, never on a command line
    { cat "$PAYARA_PASSWORD_FILE" && printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$(as_property "$1")"; } >"$WORK/passwords"
    shift
    command_of_payara "$@"
    status=$?
    cat "$PAYARA_PASSWORD_FILE" >"$WORK/passwords"
    return $status
}

keep_secret() { # keep_secret ALIAS VARIABLE
    value=$(secret "$2")
    [ -n "$value" ] || return 0
    missing has_alias "$1" || return 0
    step alias "$1" "keep $2 under an alias" with_password "$value" create-password-alias "$1"
}

add_driver() {
    ! ls "$PAYARA_DOMAIN"/lib/postgresql-*.jar >/dev/null 2>&1 || return 0
    STEP="take the PostgreSQL driver out of $WAR with the jar command of a JDK (in the PATH, or by JAVA_HOME)"
    (cd "$WORK" && jar tf "$WAR" | grep '^WEB-INF/lib/postgresql-.*[.]jar$' | { read -r driver && jar xf "$WAR" "$driver"; }) >"$WORK/answer" 2>&1
    driver=$(ls "$WORK"/WEB-INF/lib/postgresql-*.jar 2>/dev/null) || failed
    step library "$(basename "$driver")" 'add the PostgreSQL driver to the domain' command_of_payara add-library "$driver"
}

add_pool() {
    if missing has_pool $NAME; then
        step pool $NAME 'make the pool' command_of_payara create-jdbc-connection-pool \
            --restype javax.sql.DataSource --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
            --steadypoolsize 2 --maxpoolsize "$PAYARA_POOL_SIZE" --maxwait 10000 \
            --isconnectvalidatereq=true --validateatmostonceperiod 1 --failconnection=true \
            --validationmethod custom-validation \
            --validationclassname org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
            --property "url=$(escaped "$PARLANCE_DB_URL"):user=$(escaped "$PARLANCE_DB_USER")\
:password=\${ALIAS\\=parlance.db.password}:applicationName=parlance:tcpKeepAlive=true:connectTimeout=10:socketTimeout=35\
:options=-c synchronous_commit\\=on -c statement_timeout\\=25s" $NAME
    fi
    ping_pool
    ! missing has_resource $RESOURCE \
        || step resource $RESOURCE 'make the resource' command_of_payara create-jdbc-resource --connectionpoolid $NAME $RESOURCE
}

# Before anything is deployed, the pool must reach PostgreSQL; a password that was changed there counts now.
ping_pool() {
    STEP="reach $PARLANCE_DB_URL as $PARLANCE_DB_USER"
    ! command_of_payara ping-connection-pool $NAME || return 0
    password=$(secret PARLANCE_DB_PASSWORD)
    [ -n "$password" ] && [ "$BEFORE" -gt 0 ] || failed
    with_password "$password" update-password-alias parlance.db.password || failed
    say '+ alias parlance.db.password: changed'
    BUT=' but for the alias parlance.db.password, which keeps the password of this run, as nobody can read the one before'
    command_of_payara ping-connection-pool $NAME || failed
}

# want NAME VALUE: unless it is so, or was set by an earlier run, when it is the administrator's.
want() {
    ! grep -qF "$TAB$1=" "$JOURNAL" 2>/dev/null && ! grep -qxF "$1=$2" "$WORK/config" || return 0
    old=$(grep -F "$1=" "$WORK/config") || {
        STEP="find the setting $1" && failed
    }
    printf '\t%s' "$old" >>"$WORK/old"
    printf '%s\n' "$1=$2" >>"$WORK/new"
}

apply_settings() {
    [ -f "$WORK/new" ] || return 0
    note "settings$(cat "$WORK/old")$TAB$(tr '\n' '\t' <"$WORK/enabled")"
    STEP='change the settings of the listeners'
    # shellcheck disable=SC2046
    set_all $(cat "$WORK/new" "$WORK/enabled") || failed
    sed 's/^/+ /' "$WORK/new"
}

set_up_listeners() {
    for listener in $PAYARA_LISTENERS; do
        address=$CONFIG.network-config.network-listeners.network-listener.$listener
        protocol=$(sed -n "s/^$address.protocol=//p" "$WORK/config")
        [ -n "$protocol" ] || {
            STEP="find the listener $listener; set PAYARA_LISTENERS"
            failed
        }
        grep -xF "$address.enabled=true" "$WORK/config" >>"$WORK/enabled" || continue
        http=$CONFIG.network-config.protocols.protocol.$protocol.http
        want "$address.address" "$PARLANCE_HOST"
        want "$http.server-header" false
        want "$http.xpowered-by" false
        want "$http.trace-enabled" false
        want "$http.http2-enabled" false
        want "$http.allow-payload-for-undefined-http-methods" true
    done
    want $CONFIG.network-config.transports.transport.tcp.socket-write-buffer-size 262144
    want $CONFIG.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size "$PAYARA_HTTP_THREADS"
    want $CONFIG.security-service.activate-default-principal-to-role-mapping true
}

add_properties() {
    STEP='ask the server about its properties'
    asadmin list-system-properties server >"$WORK/properties" 2>"$WORK/answer" || failed
    case " $*" in
        *" parlance.log."*) ;;
        *) set -- "$@" "parlance.log.file=$PAYARA_DOMAIN/logs/parlance.log" ;;
    esac
    for property in "parlance.datasource=$RESOURCE" "$@"; do
        key=${property%%=*}
        grep -q "^$key=" "$WORK/properties" || step property "$key" "set $property" command_of_payara \
            create-system-properties --target server "$key=$(escaped "${property#*=}")"
    done
}

deploy() {
    if missing has_application $NAME; then
        step application $NAME "deploy $WAR" command_of_payara deploy --name $NAME --contextroot / "$WAR"
        return
    fi
    deployed=$(ls "$PAYARA_DOMAIN/applications/__internal/$NAME"/*.war 2>/dev/null)
    ! cmp -s "$WAR" "$deployed" || return 0
    [ ! -f "$deployed" ] || { cp "$deployed" "$WORK/previous.war" && PREVIOUS=$WORK/previous.war; }
    STEP="update the application to $WAR"
    command_of_payara deploy --force=true --name $NAME --contextroot / "$WAR" || failed
    PREVIOUS=
    say "+ application $NAME: updated"
}

for variable in PARLANCE_DB_PASSWORD PARLANCE_ADMIN_TOKEN PARLANCE_MASTER_KEY; do
    secret $variable >"$WORK/secret" || exit 1
    ! LC_ALL=C grep -q '[^ -~]' "$WORK/secret" \
        || give_up "$variable has a character that is no printable ASCII, which Payara would change on its way; nothing was changed"
done
rm -f "$WORK/secret"
PREVIOUS= BUT=
require_domain
take_back_cut_off_run
BEFORE=$(lines_of_journal)
exec 3>&1 4>&2 # what runs when the signal comes may have its output elsewhere
trap 'exec >&3 2>&4; STEP="go on, as it was interrupted"; : >"$WORK/answer"; failed' HUP INT TERM
add_driver
keep_secret parlance.db.password PARLANCE_DB_PASSWORD
keep_secret parlance.admin.token PARLANCE_ADMIN_TOKEN
keep_secret parlance.master-key PARLANCE_MASTER_KEY
add_pool
asadmin get "$CONFIG.*" >"$WORK/config" 2>"$WORK/answer" || { STEP="read the configuration"; failed; }
set_up_listeners
apply_settings
add_properties "$@"
deploy
finished
say "Parlance is installed in $PAYARA_DOMAIN"
