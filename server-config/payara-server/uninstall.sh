#!/bin/sh
# Takes back what install.sh did to a running domain of Payara Server; README.md says how to use it. Messages stay in
# PostgreSQL. A second run finds nothing to do.
set -u
. "$(dirname "$0")/common.sh"

require_domain
if [ ! -f "$JOURNAL" ]; then
    say "Parlance is not installed in $PAYARA_DOMAIN: nothing to do"
    exit 0
fi
undo_back_to 0 || give_up "stopped there; what is left to take back is in $JOURNAL, the last line first." \
    "Mend the cause and run this script again: it goes on from there."
say "Parlance is gone from $PAYARA_DOMAIN"
