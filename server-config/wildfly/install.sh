#!/bin/sh
# Installs Parlance in WildFly, best before its first start; README.md says what it sets and how to use it. A second run
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
            give_up "${property%%=*} is a secret, which a command line and $WILDFLY_CONFIG would show: start the server with it in its environment, see README.md. Nothing was changed" ;;
        parlance.*=*) ;;
        *) give_up "'$property' is not parlance.key=value; nothing was changed" ;;
    esac
done

PARLANCE_DB_URL=${PARLANCE_DB_URL:-jdbc:postgresql://127.0.0.1:5432/parlance}
PARLANCE_DB_USER=${PARLANCE_DB_USER:-parlance}
WILDFLY_POOL_SIZE=${WILDFLY_POOL_SIZE:-32}
DRIVER=parlance-postgresql.jar
APPLICATION=parlance.war
SOURCE=/subsystem=datasources/data-source=parlance
UNDERTOW=/subsystem=undertow
LISTENER=$UNDERTOW/server=default-server/http-listener=default
HOST=$UNDERTOW/server=default-server/host=default-host
HIDDEN=$UNDERTOW/configuration=filter/expression-filter=parlance-hidden-folders
UNFINISHED='# unfinished'
ADAPTERS=org.jboss.jca.adapters.jdbc.extensions.postgres

jar() {
    if [ -n "${JAVA_HOME:-}" ]; then "$JAVA_HOME/bin/jar" "$@"; else command jar "$@"; fi
}

quoted() { printf '"%s"' "$(printf '%s' "$1" | sed 's/["\\]/\\&/g')"; }

# ask NAME ADDRESS [ATTRIBUTE]: has the next look at the server say what is there.
ask() {
    if [ $# -eq 2 ]; then
        printf 'if (outcome == success) of %s:read-resource\necho @%s there\nend-if\n' "$2" "$1"
    else
        printf 'if (outcome == success) of %s:read-resource\necho @%s value\n%s:read-attribute(name=%s,include-defaults=false)\nend-if\n' \
            "$2" "$1" "$2" "$3"
    fi >>"$WORK/look.cli"
}

look() {
    ask driver /deployment=$DRIVER
    ask source $SOURCE
    ask hidden $HIDDEN
    ask application /deployment=$APPLICATION content
    ask jaspi $UNDERTOW/application-security-domain=other integrated-jaspi
    ask post $LISTENER max-post-size
    ask http2 $LISTENER enable-http2
    for property in "parlance.datasource=" "$@"; do ask "${property%%=*}" "/system-property=${property%%=*}"; done
    cli "$WORK/look.cli" || give_up "cannot read the configuration; nothing was changed: $(reason)"
    awk '/^@/ { name = $1; if ($2 == "there") print name } /"result" =>/ { sub(/.*=> /, ""); print name "=" $0 }
        /bytes {|0x/ { line = $0; gsub(/.*bytes *{|[^0-9a-fx,]|0x/, "", line); gsub(/,/, "", line); printf "%s", line > "'"$WORK"'/hash" }' \
        "$WORK/answer" >"$WORK/state"
}

has() { grep -qxF "@$1" "$WORK/state"; }

# change COMMAND UNDO CONDITION: UNDO is run only where reading CONDITION succeeds.
change() {
    say "$1" >>"$WORK/do.cli"
    { printf 'if (outcome == success) of %s\n%s\nend-if\n' "$3" "$2" && cat "$WORK/undo.cli"; } >"$WORK/undo.new"
    mv "$WORK/undo.new" "$WORK/undo.cli"
    say "+ $1" | sed 's/(.*//' >>"$WORK/said"
}

add() { change "$1:add($2)" "$1:remove{allow-resource-service-restart=true}" "$1:read-resource"; }

write() { # write NAME ADDRESS ATTRIBUTE VALUE: unless an earlier run did, when it is the administrator's
    old=$(sed -n "s/^@$1=//p" "$WORK/state")
    ! grep -qF "$2:" "$JOURNAL" 2>/dev/null || ! grep -qF "(name=$3" "$JOURNAL" || return 0
    [ -n "$old" ] || give_up "WildFly has no $2; nothing was changed"
    [ "$old" != "$4" ] || return 0
    if [ "$old" = undefined ]; then
        back="$2:undefine-attribute(name=$3)"
    else
        back="$2:write-attribute(name=$3,value=$(printf '%s' "$old" | sed 's/L$//;s/^expression //'))"
    fi
    change "$2:write-attribute(name=$3,value=$4)" "$back" "$2:read-resource"
}

take_out_driver() {
    (cd "$WORK" && jar tf "$WAR" | grep '^WEB-INF/lib/postgresql-.*[.]jar$' | { read -r driver && jar xf "$WAR" "$driver"; }) \
        >"$WORK/answer" 2>&1
    driver=$(ls "$WORK"/WEB-INF/lib/postgresql-*.jar 2>/dev/null) \
        || give_up "cannot take the PostgreSQL driver out of $WAR with the jar command of a JDK; nothing was changed: $(reason)"
}

plan() {
    : >"$WORK/undo.cli"
    if ! has driver; then
        take_out_driver
        change "deploy $driver --name=$DRIVER" "undeploy $DRIVER" "/deployment=$DRIVER:read-resource"
    fi
    if ! has source; then
        # the password is the server's environment variable: it is in no file of the server
        add $SOURCE "jndi-name=java:jboss/datasources/parlance,driver-name=$DRIVER,\
connection-url=$(quoted "$PARLANCE_DB_URL"),user-name=$(quoted "$PARLANCE_DB_USER"),password=\"\${env.PARLANCE_DB_PASSWORD}\",\
min-pool-size=2,pool-prefill=true,max-pool-size=$WILDFLY_POOL_SIZE,blocking-timeout-wait-millis=10000,\
valid-connection-checker-class-name=$ADAPTERS.PostgreSQLValidConnectionChecker,\
exception-sorter-class-name=$ADAPTERS.PostgreSQLExceptionSorter,background-validation=true,background-validation-millis=5000"
        for property in ApplicationName=parlance tcpKeepAlive=true connectTimeout=10 socketTimeout=35 \
            'options=-c synchronous_commit=on -c statement_timeout=25s'; do
            say "$SOURCE/connection-properties=${property%%=*}:add(value=$(quoted "${property#*=}"))" >>"$WORK/do.cli"
        done
    fi
    write jaspi $UNDERTOW/application-security-domain=other integrated-jaspi false
    write post $LISTENER max-post-size 0
    write http2 $LISTENER enable-http2 false
    if ! has hidden; then
        add $HIDDEN "expression=\"regex('(?i)^/+(web|meta)-inf.*') -> rewrite('/nowhere')\""
        add $HOST/filter-ref=parlance-hidden-folders ''
    fi
    for property in parlance.datasource=java:jboss/datasources/parlance "$@"; do
        has "${property%%=*}" || add "/system-property=${property%%=*}" "value=$(quoted "${property#*=}")"
    done
}

deploy() {
    if ! grep -q '^@application' "$WORK/state"; then
        change "deploy $WAR --name=$APPLICATION" "undeploy $APPLICATION" "/deployment=$APPLICATION:read-resource"
    elif [ "$(cat "$WORK/hash" 2>/dev/null)" != "$(sha1sum <"$WAR" | cut -d ' ' -f 1)" ]; then
        say "deploy $WAR --name=$APPLICATION --force" >>"$WORK/do.cli"
        say "+ update of $APPLICATION" >>"$WORK/said"
    fi
}

run() {
    [ -f "$WORK/do.cli" ] || return 0
    { say "$UNFINISHED" && cat "$WORK/undo.cli" "$WORK/journal"; } >"$JOURNAL"
    if cli "$WORK/do.cli"; then
        cat "$WORK/undo.cli" "$WORK/journal" >"$JOURNAL"
        cat "$WORK/said" && rm -f "$WORK/do.cli" "$WORK/said"
        return 0
    fi
    reason >"$WORK/why"
    cli "$WORK/undo.cli" && reload_if_running \
        || give_up "$1 failed: $(cat "$WORK/why")" "and could not be taken back: $(reason)." \
            "Mend the cause and run uninstall.sh, which takes the rest back; then install again."
    if [ -s "$WORK/journal" ]; then cat "$WORK/journal" >"$JOURNAL"; else rm -f "$JOURNAL"; fi
    give_up "$1 failed; what this run had done is taken back, the server is as it was: $(cat "$WORK/why")"
}

require_server
cp "$WAR" "$WORK/$APPLICATION" || give_up "cannot copy $WAR; nothing was changed" # the command line of WildFly takes no spaces
WAR=$WORK/$APPLICATION
! grep -qxF "$UNFINISHED" "$JOURNAL" 2>/dev/null \
    || give_up "an earlier run was cut off; run uninstall.sh, which takes back what it did, then install again"
exec 3>&1 4>&2 # what runs when the signal comes may have its output elsewhere
trap 'exec >&3 2>&4; give_up "interrupted; run uninstall.sh, which takes back what was done, then install again"' HUP INT TERM
cp "$JOURNAL" "$WORK/journal" 2>/dev/null || : >"$WORK/journal"
look "$@"
plan "$@"
if [ -n "$WILDFLY_CONTROLLER" ] && [ -f "$WORK/do.cli" ]; then
    # an application that is deployed before the reload would not see the new settings
    run 'setting the server up'
    reload_if_running || give_up "the server could not be reloaded: $(reason). Restart it, then run install.sh again to go on"
    say "$SOURCE:test-connection-in-pool" >"$WORK/do.cli" && : >"$WORK/said"
fi
deploy
run 'the installation'
say "Parlance is installed in $WILDFLY_BASE"
