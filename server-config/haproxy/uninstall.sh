#!/bin/sh
# Undoes install.sh: puts back the configuration that was there before, or leaves none. Takes install.sh's -f and -r.
set -eu

file=/etc/haproxy/haproxy.cfg
reload=
while getopts f:r: option; do
    case $option in
        f) file=$OPTARG ;;
        r) reload=$OPTARG ;;
        *) echo "Usage: uninstall.sh [-f FILE] [-r COMMAND]" >&2; exit 2 ;;
    esac
done

# As install.sh has it: what HAProxy last read, while it has not read what is there now.
unread=$file.unread
if grep -q "balancer before Parlance's nodes" "$file" 2>/dev/null; then
    {
        if [ ! -e "$unread" ]; then cp -p "$file" "$file.new" && mv "$file.new" "$unread"; fi &&
            if [ -e "$file.before-parlance" ]; then mv "$file.before-parlance" "$file"; else rm "$file"; fi
    } || {
        echo "uninstall.sh: $file could not be changed, see above, and is Parlance's still. Mend the cause and run uninstall.sh again." >&2
        exit 1
    }
elif [ ! -e "$unread" ]; then
    echo "Nothing to undo: $file is not Parlance's"
    exit 0
fi

if [ -z "$reload" ]; then
    if [ -e "$file" ]; then
        reload="systemctl reload-or-restart haproxy"
    elif [ "$file" = /etc/haproxy/haproxy.cfg ]; then
        reload="systemctl stop haproxy"
    else
        echo "No configuration is left as $file: an HAProxy that runs with it goes on until you stop it."
        reload=true
    fi
fi
if ! $reload; then
    echo "uninstall.sh: the files are gone, but \"$reload\" failed: HAProxy still runs with what it read before." >&2
    echo "  To go on: mend the cause, which is shown above, and run uninstall.sh again." >&2
    exit 1
fi
rm -f "$unread" || {
    echo "uninstall.sh: Parlance is gone from $file, but $unread could not be deleted, see above: delete it." >&2
    exit 1
}
echo "Parlance is gone from $file"
