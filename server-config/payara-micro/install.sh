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
A new WAR is taken by running this again; the service is restarted if something changed, and started if it does not run.
Where it does not come up with what is new, what was there before is put back.
TEXT
}

root=
service=yes
while getopts p: option; do
    case $option in
        p) root=$OPTARG service= ;;
        *) usage >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 2 ] || { usage >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
programs=$root/opt/parlance
settings=$root/etc/parlance
unit=$root/etc/systemd/system/parlance.service
# Names the files that the service was not seen to run with yet; what was there before each is FILE.previous in programs.
unproven=$programs/unproven
changed=

stop() {
    echo "install.sh: $1" >&2
    exit 1
}
interrupted() {
    trap '' HUP INT TERM
    rm -f "$programs"/*.new "$settings/parlance.properties.new" "$settings/environment.new" "$unit.new"
    stop "interrupted $1. What was changed:${changed:- nothing}. The service may still run with what it read at its start, or
  not run. Run install.sh again, which does the rest."
}

for file in "$1" "$2"; do
    [ -r "$file" ] || stop "$file cannot be read. Nothing was changed."
done
[ -z "$service" ] || [ "$(id -u)" -eq 0 ] || stop "run it as root. Nothing was changed."
[ -z "$service" ] || [ -d "$root/run/systemd/system" ] || stop "systemd does not run here; use -p and start.sh. Nothing was changed."

command -v curl >/dev/null || stop "there is no curl, by which the service knows that it is up; install it. Nothing was changed."

trap 'interrupted "while files were put in their place"' HUP INT TERM
if [ -n "$service" ] && ! id parlance >/dev/null 2>&1; then
    useradd --system --user-group --home-dir /nonexistent --no-create-home --shell /usr/sbin/nologin parlance ||
        stop "the user parlance could not be made, see above. Nothing was changed."
    changed=" the user parlance"
fi
mkdir -p "$programs" "$settings" "$(dirname "$unit")" ||
    stop "folders could not be made, see above. What was changed:${changed:- nothing}, and perhaps empty folders in /opt or /etc;
  no file was. Mend the cause and run install.sh again."

half_done() {
    stop "$1, see above. What was changed:${changed:- nothing}. The service was not restarted. Mend the cause and run
  install.sh again, which does the rest."
}
place() { # place FROM FILE MODE: at once, so that it is whole whenever it is there
    cp "$1" "$2.new" && chmod "$3" "$2.new" && mv "$2.new" "$2" || { rm -f "$2.new"; return 1; }
}
previous() { # previous FILE: where the one before it is
    echo "$programs/${1##*/}.previous"
}
# Puts a file in its place, and keeps the one that the service ran with.
put() {
    if cmp -s "$1" "$2"; then return; fi
    if ! grep -qxF "$2" "$unproven" 2>/dev/null; then
        if [ -e "$2" ]; then
            place "$2" "$(previous "$2")" "$3" || half_done "$2 could not be kept as $(previous "$2"), and is as it was"
        else
            rm -f "$(previous "$2")"
        fi
        [ -z "$service" ] || echo "$2" >>"$unproven" || half_done "$unproven could not be written"
    fi
    place "$1" "$2" "$3" || half_done "$2 could not be written"
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
    place "$here/../parlance.properties" "$settings/parlance.properties" 640 ||
        half_done "$settings/parlance.properties could not be written"
    changed="$changed $settings/parlance.properties"
fi
[ -z "$service" ] || chgrp parlance "$settings/parlance.properties" ||
    half_done "the group parlance could not be given $settings/parlance.properties, so that the service cannot read it"
if [ ! -e "$settings/environment" ]; then
    (umask 077 && printf '%s\n' "# Environment of the service: JAVA, JAVA_OPTIONS, PARLANCE_HOST, PARLANCE_PORT, and secrets such as" \
        "# PARLANCE_DB_PASSWORD, PARLANCE_ADMIN_TOKEN, PARLANCE_MASTER_KEY." >"$settings/environment.new") &&
        mv "$settings/environment.new" "$settings/environment" || half_done "$settings/environment could not be written"
    changed="$changed $settings/environment"
fi
[ -z "$changed" ] || echo "changed:$changed"
if [ -z "$service" ]; then
    [ -n "$changed" ] || echo "Parlance is installed already: $programs"
    exit 0
fi

trap 'interrupted "while the service was started"' HUP INT TERM
enable() {
    systemctl is-enabled -q parlance 2>/dev/null || systemctl enable -q parlance
}
start() {
    systemctl daemon-reload && enable || return
    systemctl reset-failed parlance 2>/dev/null || : # or systemd refuses after five failures
    systemctl restart parlance
}
# Puts back what the service ran with before; 1 if there is no such thing.
put_back() {
    back=
    while read -r file; do
        kept=$(previous "$file")
        [ -e "$kept" ] || continue
        mode=644
        [ ! -x "$kept" ] || mode=755
        place "$kept" "$file" "$mode" ||
            stop "the service does not start, and $file could not be put back, see above. Put back:${back:- nothing}. Mend the
  cause and run install.sh again."
        back="$back $file"
    done <"$unproven"
    [ -n "$back" ]
}

if [ -z "$changed" ] && [ ! -e "$unproven" ] && systemctl is-active -q parlance; then
    enable || stop "Parlance is installed and runs, but will not after a restart of the machine, see above. Nothing was changed.
  Mend the cause and run install.sh again."
    echo "Parlance is installed already: $programs"
    exit 0
fi
if ! start; then
    if [ ! -e "$unproven" ] || ! put_back; then
        stop "everything is in its place, but the service does not start, see above and journalctl -u parlance. Mend the cause and
  run install.sh again, which starts it."
    fi
    if start; then
        rm -f "$unproven"
        stop "the service does not start with what is new, see above and journalctl -u parlance. It runs again with what was there
  before:$back. Mend the cause and run install.sh again."
    fi
    stop "the service starts neither with what is new nor with what was there before, see above and journalctl -u parlance. What
  was there before is in its place again:$back. Mend the cause and run install.sh again, which takes what is
  new and starts it."
fi
rm -f "$unproven"
echo "the service parlance runs"
