#!/bin/sh
# Undoes install.sh: puts back the configuration that was there before, or leaves none. Takes install.sh's -f and -r.
set -eu

file=/etc/haproxy/haproxy.cfg
reload="systemctl reload-or-restart haproxy"
while getopts f:r: option; do
    case $option in
        f) file=$OPTARG ;;
        r) reload=$OPTARG ;;
        *) echo "Usage: uninstall.sh [-f FILE] [-r COMMAND]" >&2; exit 2 ;;
    esac
done

if ! grep -q "balancer before Parlance's nodes" "$file" 2>/dev/null; then
    echo "Nothing to undo: $file is not Parlance's"
    exit 0
fi

if [ -e "$file.before-parlance" ]; then
    mv "$file.before-parlance" "$file"
else
    rm "$file"
    reload="systemctl stop haproxy"
    [ "$file" = /etc/haproxy/haproxy.cfg ] || reload=true
fi
if ! $reload; then
    echo "uninstall.sh: the files are gone, but \"$reload\" failed: HAProxy still runs with what it read before." >&2
    echo "  To go on: mend the cause, which is shown above, and run \"$reload\"." >&2
    exit 1
fi
echo "Parlance is gone from $file"
