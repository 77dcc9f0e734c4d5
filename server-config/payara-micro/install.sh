#!/bin/sh
# Installs Parlance on Payara Micro as a service of systemd; a second run changes nothing. README.md says more.
set -eu
umask 022

usage() {
    cat <<'TEXT'
Usage: install.sh [-p DIRECTORY] PAYARA_MICRO_JAR WAR

  PAYARA_MICRO_JAR, WAR   such as target/payara-micro.jar target/parlance.war after mvn package
  -p DIRECTORY            puts the files below it instead of /, and leaves users and systemd alone

Files: /opt/parlance (programs), /etc/parlance (settings, kept if they are there), and the unit parlance.service.
A new WAR is taken by running this again; the service is restarted if something changed.
TEXT
}

root=
while getopts p: option; do
    case $option in
        p) root=$OPTARG ;;
        *) usage >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 2 ] || { usage >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
programs=$root/opt/parlance
settings=$root/etc/parlance
unit=$root/etc/systemd/system/parlance.service

stop() {
    echo "install.sh: $1" >&2
    exit 1
}

for file in "$1" "$2"; do
    [ -r "$file" ] || stop "$file cannot be read. Nothing was changed."
done
[ -n "$root" ] || [ "$(id -u)" -eq 0 ] || stop "run it as root. Nothing was changed."
[ -n "$root" ] || [ -d /run/systemd/system ] || stop "systemd does not run here; use -p and start.sh. Nothing was changed."

command -v curl >/dev/null || stop "there is no curl, by which the service knows that it is up; install it. Nothing was changed."

if [ -z "$root" ] && ! id parlance >/dev/null 2>&1; then
    useradd --system --user-group --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin parlance ||
        stop "the user parlance could not be made, see above. Nothing was changed."
fi
mkdir -p "$programs" "$settings" "$(dirname "$unit")"

changed=
# Puts a file in its place at once, so that it is whole whenever it is there.
put() {
    if cmp -s "$1" "$2"; then return; fi
    cp "$1" "$2.new" && chmod "$3" "$2.new" && mv "$2.new" "$2" || {
        rm -f "$2.new"
        stop "$2 could not be written, see above. What was changed: ${changed:-nothing}. The service still runs with what it read
  at its start. Mend the cause and run install.sh again."
    }
    changed="$changed $2"
}
put "$1" "$programs/payara-micro.jar" 644
put "$2" "$programs/ROOT.war" 644
put "$here/pre-boot.asadmin" "$programs/pre-boot.asadmin" 644
put "$here/address.sh" "$programs/address.sh" 644
put "$here/start.sh" "$programs/start.sh" 755
put "$here/ready.sh" "$programs/ready.sh" 755
put "$here/parlance.service" "$unit" 644

# Settings hold secrets: for root to write and for the service to read.
if [ ! -e "$settings/parlance.properties" ]; then
    put "$here/../parlance.properties" "$settings/parlance.properties" 640
    [ -n "$root" ] || chgrp parlance "$settings/parlance.properties"
fi
if [ ! -e "$settings/environment" ]; then
    printf '%s\n' "# Environment of the service: JAVA, JAVA_OPTIONS, PARLANCE_HOST, PARLANCE_PORT, and secrets such as" \
        "# PARLANCE_DB_PASSWORD, PARLANCE_ADMIN_TOKEN, PARLANCE_MASTER_KEY." >"$settings/environment.new"
    chmod 600 "$settings/environment.new"
    mv "$settings/environment.new" "$settings/environment"
    changed="$changed $settings/environment"
fi
if [ -z "$changed" ]; then
    echo "Parlance is installed already: $programs"
    exit 0
fi
echo "changed:$changed"
[ -z "$root" ] || exit 0

systemctl daemon-reload && systemctl enable -q parlance && systemctl restart parlance ||
    stop "everything is in its place, but the service does not start, see above and journalctl -u parlance. Mend the cause, then:
  systemctl daemon-reload; systemctl enable parlance; systemctl restart parlance"
echo "the service parlance runs"
