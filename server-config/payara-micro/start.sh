#!/bin/sh
# Starts Parlance on Payara Micro, in the foreground; the files beside it are those that install.sh put there. The
# environment says what to change: JAVA, JAVA_OPTIONS, PARLANCE_HOST, PARLANCE_PORT, PARLANCE_PROPERTIES.
set -eu

home=$(cd "$(dirname "$0")" && pwd)
for file in payara-micro.jar ROOT.war pre-boot.asadmin address.sh; do
    [ -r "$home/$file" ] || { echo "start.sh: $home/$file is missing; run install.sh. Nothing was started." >&2; exit 1; }
done
. "$home/address.sh"
unset PARLANCE_PROPERTIES # is for the scripts; the server would name it as a setting that it does not know
java=${JAVA:-java}
command -v "$java" >/dev/null || { echo "start.sh: there is no $java; install a JDK from 17 on, or set JAVA. Nothing was started." >&2; exit 1; }

readable() {
    [ -r "$1" ] || { echo "start.sh: $(id -un) cannot read $1. Nothing was started." >&2; exit 1; }
}
set --
if [ -n "$named" ] || [ -e "$properties" ]; then
    readable "$properties"
    set -- --systemproperties "$properties"
fi
if [ -e "$settings/post-boot.asadmin" ]; then
    readable "$settings/post-boot.asadmin"
    set -- "$@" --postbootcommandfile "$settings/post-boot.asadmin"
fi
if [ -d "$settings/lib" ]; then
    readable "$settings/lib"
    set -- "$@" --addLibs "$settings/lib"
fi
# shellcheck disable=SC2086 # options are words
exec "$java" ${JAVA_OPTIONS:--Xms192m -Xmx512m -Xmn96m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError} \
    -Dparlance.host="$host" -Dparlance.port="$port" \
    -jar "$home/payara-micro.jar" --prebootcommandfile "$home/pre-boot.asadmin" \
    --deploy "$home/ROOT.war" --contextroot / --port "$port" \
    --nocluster --nohostaware --disablephonehome "$@"
