#!/bin/sh
# Takes back what install.sh did to WildFly, stopped or running; README.md says how to use it. Messages stay in PostgreSQL.
# A second run finds nothing to do.
set -u
. "$(dirname "$0")/common.sh"

require_server
if [ ! -f "$JOURNAL" ]; then
    say "Parlance is not installed in $WILDFLY_BASE: nothing to do"
    exit 0
fi
reload_if_running || give_up "the server could not be reloaded; nothing was changed: $(reason)"
cli "$JOURNAL" || give_up "stopped at: $(reason)" \
    "$JOURNAL has all that is to be taken back, and passes by what is gone: mend the cause and run this script again."
reload_if_running || give_up "all is taken back, but the server could not be reloaded ($(reason)): restart it"
rm -f "$JOURNAL"
say "Parlance is gone from $WILDFLY_BASE"
