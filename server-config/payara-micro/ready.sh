#!/bin/sh
# Waits until Parlance is there; ends with 1 if it is not after START_SECONDS, or if the process MAINPID is gone. The unit
# runs it after start.sh: Payara Micro goes on without an application that refused to start, and systemd would never know.
set -eu

seconds=${START_SECONDS:-300}
home=$(cd "$(dirname "$0")" && pwd)
[ -r "$home/address.sh" ] || { echo "ready.sh: $home/address.sh is missing; run install.sh. Nobody knows whether Parlance is there." >&2; exit 1; }
. "$home/address.sh"
case $host in
    0.0.0.0) host=127.0.0.1 ;;
    ::) host=[::1] ;;
    *:*) host=[$host] ;;
esac
url=http://$host:$port/health/started
command -v curl >/dev/null || { echo "ready.sh: there is no curl; install it. Nobody knows whether Parlance is there." >&2; exit 1; }

until [ "$(curl -s --noproxy '*' -m 5 -o /dev/null -w '%{http_code}' "$url")" = 200 ]; do
    if [ -n "${MAINPID:-}" ] && ! kill -0 "$MAINPID" 2>/dev/null; then
        echo "ready.sh: the server has ended; its last lines say why." >&2
        exit 1
    fi
    if [ "$seconds" -le 0 ]; then
        echo "ready.sh: $url does not answer 200. The server's log says why Parlance did not start." >&2
        exit 1
    fi
    seconds=$((seconds - 1))
    sleep 1
done
