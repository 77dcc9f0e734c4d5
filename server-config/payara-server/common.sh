# What install.sh and uninstall.sh share; README.md tells what it is for. Sourced by both, never run.
#
# Everything that is changed is noted in a journal of the domain before it is done. To undo is to go through the journal
# backwards, whether a step has failed or the administrator wants Parlance gone. A line "run" begins what a run of
# install.sh did that is not over, or was cut off.

: "${PAYARA_HOME:?must be the folder of Payara Server, which has bin/asadmin in it}"
PAYARA_DOMAIN=${PAYARA_DOMAIN:-$PAYARA_HOME/glassfish/domains/domain1}
PAYARA_ADMIN_PORT=${PAYARA_ADMIN_PORT:-4848}
PAYARA_ADMIN_USER=${PAYARA_ADMIN_USER:-admin}
PAYARA_PASSWORD_FILE=${PAYARA_PASSWORD_FILE:-/dev/null}

JOURNAL=$PAYARA_DOMAIN/config/parlance.journal
TAB=$(printf '\t')
umask 077
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
trap 'exit 130' HUP INT TERM
cat "$PAYARA_PASSWORD_FILE" >"$WORK/passwords" || exit 1
STEP='to begin'

say() { printf '%s\n' "$*"; }

give_up() {
    say "$0: $*" >&2
    exit 1
}

asadmin() {
    "$PAYARA_HOME/bin/asadmin" --host localhost --port "$PAYARA_ADMIN_PORT" --user "$PAYARA_ADMIN_USER" \
        --passwordfile "$WORK/passwords" --interactive=false --terse "$@" </dev/null
}

# The same for a command whose answer matters only when it fails; it is kept for the message.
command_of_payara() { asadmin "$@" >"$WORK/answer" 2>&1; }

reason() { grep -v -e '^Command .* failed' -e '^$' "$WORK/answer" | head -n 5 | cut -c 1-600; }

require_domain() {
    [ -f "$PAYARA_DOMAIN/config/domain.xml" ] || give_up "there is no domain in $PAYARA_DOMAIN; set PAYARA_DOMAIN"
    command_of_payara __locations \
        || give_up "no answer on admin port $PAYARA_ADMIN_PORT; start the domain, or set PAYARA_ADMIN_PORT." "$(reason)"
    served=$(head -n 1 "$WORK/answer")
    [ "$(cd "$served" 2>/dev/null && pwd -P)" = "$(cd "$PAYARA_DOMAIN" && pwd -P)" ] \
        || give_up "port $PAYARA_ADMIN_PORT belongs to the domain in $served, not to $PAYARA_DOMAIN; set PAYARA_ADMIN_PORT"
}

# listed PATTERN COMMAND...: whether a line of its answer is like that; 2 if there was no answer.
listed() {
    pattern=$1
    shift
    command_of_payara "$@" || return 2
    grep -q -e "$pattern" "$WORK/answer"
}

has_alias() { listed "^$1\$" list-password-aliases; }
has_pool() { listed "^$1\$" list-jdbc-connection-pools; }
has_resource() { listed "^$1\$" list-jdbc-resources; }
has_property() { listed "^$1=" list-system-properties server; }
has_application() { listed "^$1 " list-applications; }

# unless_gone has_THING NAME COMMAND: runs it for what is there; no answer is no sign that it is gone.
unless_gone() {
    "$1" "$2"
    case $? in
        0) command_of_payara "$3" "$2" ;;
        1) ;;
        *) return 1 ;;
    esac
}

# set_all NAME=VALUE...: all at once, as a command takes a second. Payara starts a listener anew for each value it is given and
# sometimes loses it when they follow fast; so those with "enabled=true" among the values are off meanwhile.
set_all() {
    listeners=$(printf '%s\n' "$@" | sed -n 's/[.]enabled=true$//p')
    # shellcheck disable=SC2046,SC2086
    command_of_payara set $(printf '%s.enabled=false ' $listeners) \
        && command_of_payara set $(printf '%s\n' "$@" | grep -v '[.]enabled=true$') \
        && command_of_payara set $(printf '%s.enabled=true ' $listeners)
}

# undo KIND NAME...: takes one line of the journal back; what is gone already is fine.
undo() {
    case $1 in
        run) ;;
        settings) shift && set_all "$@" ;;
        library) [ ! -f "$PAYARA_DOMAIN/lib/$2" ] || command_of_payara remove-library "$2" ;;
        alias) unless_gone has_alias "$2" delete-password-alias ;;
        pool) unless_gone has_pool "$2" delete-jdbc-connection-pool ;;
        resource) unless_gone has_resource "$2" delete-jdbc-resource ;;
        property) unless_gone has_property "$2" delete-system-property ;;
        application) unless_gone has_application "$2" undeploy ;;
        *) say "unknown line in $JOURNAL: $1 $2" >"$WORK/answer" && return 1 ;;
    esac
}

lines_of_journal() { [ ! -f "$JOURNAL" ] && echo 0 || grep -c '' "$JOURNAL"; }

# undo_back_to N: takes back what was noted after the first N lines, the newest first, and forgets it.
undo_back_to() {
    while [ "$(lines_of_journal)" -gt "$1" ]; do
        line=$(tail -n 1 "$JOURNAL")
        set -f
        IFS=$TAB
        # shellcheck disable=SC2086
        set -- "$1" $line
        unset IFS
        set +f
        back_to=$1
        shift
        if ! undo "$@"; then
            say "could not take back: $*" >&2
            reason >&2
            return 1
        fi
        [ "$1" = run ] || say "- $*"
        set -- "$back_to"
        sed '$d' "$JOURNAL" >"$WORK/journal" && cat "$WORK/journal" >"$JOURNAL"
    done
    [ "$1" -gt 0 ] || rm -f "$JOURNAL"
}
