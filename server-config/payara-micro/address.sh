# What start.sh and ready.sh both have to know; they read this file after they have set home, the folder that it is in.
# Sets settings, named and properties (the file), and host and port: what the file says counts, as Payara Micro makes
# system properties of it that win over all others; else the environment; else 127.0.0.1 and 8080.
# shellcheck shell=sh disable=SC2034,SC2154

settings=$(cd "$home/../.." && pwd)
settings=${settings%/}/etc/parlance
named=${PARLANCE_PROPERTIES:-}
properties=${named:-$settings/parlance.properties}

# What the file says about a key of Parlance, as Java reads it: the last line counts, a backslash before a sign does not.
said() {
    [ ! -r "$properties" ] ||
        sed -n "s/^[[:blank:]]*parlance\.$1[[:blank:]]*[=:[:blank:]][[:blank:]]*//p" "$properties" |
        sed -n '$ { s/[[:space:]]*$//; s/\\\(.\)/\1/g; p; }'
}
host=$(said host)
host=${host:-${PARLANCE_HOST:-127.0.0.1}}
port=$(said port)
port=${port:-${PARLANCE_PORT:-8080}}
