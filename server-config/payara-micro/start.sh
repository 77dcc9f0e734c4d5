#!/bin/sh
# Starts Parlance on Payara Micro, in the foreground; the files beside it are those that install.sh put there. The
# environment says what to change: JAVA, JAVA_OPTIONS, PARLANCE_HOST, PARLANCE_PORT, PARLANCE_PROPERTIES.
set -eu

home=$(cd "$(dirname "$0")" && pwd)
named=${PARLANCE_PROPERTIES:-}
properties=${named:-/etc/parlance/parlance.properties}
unset PARLANCE_PROPERTIES # is for this script; the server would name it as a setting that it does not know
for file in payara-micro.jar ROOT.war pre-boot.asadmin; do
    [ -r "$home/$file" ] || { echo "start.sh: $home/$file is missing; run install.sh. Nothing was started." >&2; exit 1; }
done
java=${JAVA:-java}
command -v "$java" >/dev/null || { echo "start.sh: there is no $java; install a JDK from 17 on, or set JAVA. Nothing was started." >&2; exit 1; }

set --
if [ -n "$named" ] || [ -e "$properties" ]; then
    [ -r "$properties" ] || { echo "start.sh: $(id -un) cannot read $properties. Nothing was started." >&2; exit 1; }
    set -- --systemproperties "$properties"
fi
# shellcheck disable=SC2086 # options are words
exec "$java" ${JAVA_OPTIONS:--Xms192m -Xmx512m -Xmn96m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError} \
    -Dparlance.host="${PARLANCE_HOST:-127.0.0.1}" -Dparlance.port="${PARLANCE_PORT:-8080}" \
    -jar "$home/payara-micro.jar" --prebootcommandfile "$home/pre-boot.asadmin" \
    --deploy "$home/ROOT.war" --contextroot / --port "${PARLANCE_PORT:-8080}" \
    --nocluster --nohostaware --disablephonehome "$@"
