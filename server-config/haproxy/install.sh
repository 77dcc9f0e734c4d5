#!/bin/sh
# Puts Parlance's configuration of HAProxy in its place; a second run changes nothing. README.md says more.
set -eu

usage() {
    cat <<'TEXT'
Usage: install.sh [-f FILE] [-b BIND] [-s SOCKET] [-c PATH] [-r COMMAND] NAME=HOST:PORT...

  NAME=HOST:PORT  the nodes, such as node1=10.0.0.11:8080 node2=10.0.0.12:8080
  -f FILE         the configuration to write (/etc/haproxy/haproxy.cfg)
  -b BIND         where to listen, with options of HAProxy's "bind" (127.0.0.1:80);
                  "*:443 ssl crt /etc/haproxy/parlance.pem alpn h2,http/1.1" for TLS
  -s SOCKET       HAProxy's runtime socket (/run/haproxy/admin.sock)
  -c PATH         what the nodes are asked to know whether they are ready (/health/ready)
  -r COMMAND      makes HAProxy read it (systemctl reload-or-restart haproxy)
TEXT
}

file=/etc/haproxy/haproxy.cfg
bind=127.0.0.1:80
socket=/run/haproxy/admin.sock
check=/health/ready
reload="systemctl reload-or-restart haproxy"
while getopts f:b:s:c:r: option; do
    case $option in
        f) file=$OPTARG ;;
        b) bind=$OPTARG ;;
        s) socket=$OPTARG ;;
        c) check=$OPTARG ;;
        r) reload=$OPTARG ;;
        *) usage >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { usage >&2; exit 2; }

if ! command -v haproxy >/dev/null; then
    echo "install.sh: HAProxy is missing; install it first (Debian: apt-get install haproxy). Nothing was changed." >&2
    exit 1
fi

here=$(cd "$(dirname "$0")" && pwd)
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
trap 'exit 130' HUP INT TERM

case "$bind$socket$check$*" in
    *"
"*) echo "install.sh: a line break has no place in what goes into the configuration. Nothing was changed." >&2; exit 2 ;;
esac
# So that sed puts it in as it is.
plain() { printf '%s\n' "$1" | sed 's/[\\&|]/\\&/g'; }
servers=
for node; do
    case $node in
        ?*=?*:?*) servers="$servers    server $(plain "${node%%=*} ${node#*=}")\\n" ;;
        *) echo "install.sh: $node is not NAME=HOST:PORT. Nothing was changed." >&2; exit 2 ;;
    esac
done

# Only root's HAProxy can become another user.
sed -e "s|@SOCKET@|$(plain "$socket")|; s|@BIND@|$(plain "$bind")|; s|@CHECK@|$(plain "$check")|; s|^ *@SERVERS@|${servers%??}|" "$here/haproxy.cfg" |
    if [ "$(id -u)" -eq 0 ]; then cat; else sed '/^    \(user\|group\|chroot\) /d'; fi >"$new/haproxy.cfg"
if ! haproxy -c -f "$new/haproxy.cfg" >"$new/told" 2>&1; then
    cat "$new/told" >&2
    echo "install.sh: HAProxy refuses this configuration, see above. Nothing was changed." >&2
    exit 1
fi

# What HAProxy last read, empty if that was no file; it stays where a run is killed, until one has had HAProxy read the new one.
unread=$file.unread
ours() { grep -q "balancer before Parlance's nodes" "$1" 2>/dev/null; }
if cmp -s "$new/haproxy.cfg" "$file"; then
    if [ ! -e "$unread" ]; then
        echo "HAProxy is configured already: $file"
        exit 0
    fi
else
    known=
    if ours "$file" && [ -e "$unread" ]; then known=yes; fi
    {
        if [ -e "$file" ] && ! ours "$file"; then cp -p "$file" "$file.before-parlance"; fi &&
            if [ -e "$file" ]; then cp -p "$file" "$file.new"; else printf '' >"$file.new"; fi &&
            if [ -z "$known" ]; then mv "$file.new" "$unread"; fi &&
            cp "$new/haproxy.cfg" "$file.new" && chmod 644 "$file.new" && mv "$file.new" "$file"
    } || {
        rm -f "$file.new" || true
        [ -n "$known" ] || rm -f "$unread" || true
        if ! ours "$file"; then rm -f "$file.before-parlance" || true; fi
        echo "install.sh: $file could not be written, see above; it is what it was before. Mend the cause and run install.sh again." >&2
        exit 1
    }
fi

if ! $reload; then
    if ! { if [ -s "$unread" ]; then mv "$unread" "$file"; else rm -f "$file" "$unread"; fi; }; then
        echo "install.sh: \"$reload\" failed, and $file could not be put back, see above: $unread is what it was before." >&2
        exit 1
    fi
    if ! ours "$file"; then rm -f "$file.before-parlance"; fi
    echo "install.sh: \"$reload\" failed, see above; the configuration is what it was before. HAProxy still runs with it," >&2
    echo "  if it ran. Mend the cause and run install.sh again." >&2
    exit 1
fi
rm -f "$unread" || {
    echo "install.sh: HAProxy serves $bind, but $unread could not be deleted, see above: delete it." >&2
    exit 1
}
echo "HAProxy serves $bind: $file"
