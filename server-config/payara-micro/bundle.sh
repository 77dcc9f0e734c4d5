#!/bin/sh
# Puts Payara Micro, the WAR and pre-boot.asadmin into one runnable file; README.md says how to use it.
#
#   bundle.sh parlance.war payara-micro.jar parlance-micro.jar
set -eu
[ $# -eq 3 ] || { echo "usage: bundle.sh parlance.war payara-micro.jar parlance-micro.jar" >&2; exit 2; }
for file in "$1" "$2"; do
    [ -f "$file" ] || { echo "$0: there is no file $file; nothing was made" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
cp "$1" "$work/ROOT.war" # the name makes it the application at /
echo parlance.host=127.0.0.1 >"$work/default.properties"

"${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$2" --deploy "$work/ROOT.war" --nocluster --nohostaware --disablephonehome \
    --systemproperties "$work/default.properties" --prebootcommandfile "$(dirname "$0")/pre-boot.asadmin" \
    --outputuberjar "$work/bundle.jar" >"$work/log" 2>&1 && [ -s "$work/bundle.jar" ] || {
    tail -n 20 "$work/log" >&2
    echo "$0: Payara Micro could not make the bundle; $3 is as it was" >&2
    exit 1
}
mv "$work/bundle.jar" "$3"
