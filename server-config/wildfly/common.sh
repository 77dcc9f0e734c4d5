# What install.sh and uninstall.sh share; README.md tells what it is for. Sourced by both, never run.

: "${JBOSS_HOME:?must be the folder of WildFly, which has bin/jboss-cli.sh in it}"
WILDFLY_BASE=${WILDFLY_BASE:-$JBOSS_HOME/standalone}
WILDFLY_CONFIG=${WILDFLY_CONFIG:-standalone.xml}
WILDFLY_CONTROLLER=${WILDFLY_CONTROLLER:-}

# The commands that take back what was done, the newest first; written before anything is done.
JOURNAL=$WILDFLY_BASE/configuration/parlance-uninstall.cli
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
trap 'exit 130' HUP INT TERM

say() { printf '%s\n' "$*"; }

give_up() {
    say "$0: $*" >&2
    exit 1
}

# cli FILE: runs its commands, on the running server that WILDFLY_CONTROLLER names, or else without one.
cli() {
    if [ -n "$WILDFLY_CONTROLLER" ]; then
        cp "$1" "$WORK/run.cli"
    else
        { say "embed-server --server-config=$WILDFLY_CONFIG --std-out=discard" && cat "$1" && say stop-embedded-server; } \
            >"$WORK/run.cli"
    fi
    JAVA_OPTS="${JAVA_OPTS:-} -Djboss.server.base.dir=$WILDFLY_BASE" sh "$JBOSS_HOME/bin/jboss-cli.sh" \
        ${WILDFLY_CONTROLLER:+--connect "--controller=$WILDFLY_CONTROLLER" --timeout=120000} \
        "--file=$WORK/run.cli" </dev/null >"$WORK/answer" 2>&1
}

reason() { grep -v '^ *[{}] *$' "$WORK/answer" | tail -n 8 | cut -c 1-600; }

require_server() {
    case $WILDFLY_BASE in
        *[[:space:]]*) give_up "WildFly's tools take no spaces in WILDFLY_BASE ($WILDFLY_BASE): use a link without. Nothing was changed" ;;
    esac
    [ -f "$WILDFLY_BASE/configuration/$WILDFLY_CONFIG" ] \
        || give_up "there is no $WILDFLY_BASE/configuration/$WILDFLY_CONFIG; set WILDFLY_BASE or WILDFLY_CONFIG. Nothing was changed"
}

# A running server has to be told to take new values, and takes nothing away while it waits for that.
reload_if_running() {
    [ -n "$WILDFLY_CONTROLLER" ] || return 0
    say reload >"$WORK/reload.cli" && cli "$WORK/reload.cli"
}
