#!/bin/sh
# Undoes install.sh. Settings are kept, as they hold secrets that nobody else has, unless -s says otherwise.
set -eu

root=
delete=
while getopts p:s option; do
    case $option in
        p) root=$OPTARG ;;
        s) delete=yes ;;
        *) echo "Usage: uninstall.sh [-p DIRECTORY] [-s]    -s deletes /etc/parlance and changes of the unit, too" >&2; exit 2 ;;
    esac
done
unit=$root/etc/systemd/system/parlance.service

if [ -z "$root" ]; then
    [ "$(id -u)" -eq 0 ] || { echo "uninstall.sh: run it as root. Nothing was changed." >&2; exit 1; }
    if [ -e "$unit" ]; then
        systemctl disable -q --now parlance ||
            { echo "uninstall.sh: the service does not stop, see above. Nothing was deleted; try again." >&2; exit 1; }
    fi
fi
rm -f "$unit"
rm -rf "$root/opt/parlance"
[ -n "$root" ] || systemctl daemon-reload
if [ -n "$delete" ]; then
    rm -rf "$root/etc/parlance" "$unit.d"
    if [ -z "$root" ] && id parlance >/dev/null 2>&1; then userdel parlance; fi
    echo "Parlance is gone; its database stays (../postgresql/uninstall.sh)"
else
    echo "Parlance is gone but for $root/etc/parlance and its user; -s deletes those. Its database stays."
fi
