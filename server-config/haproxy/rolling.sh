#!/bin/sh
# Changes one node after the other while the others serve, those that do not serve first: takes it out of the balancer, waits until it has answered all
# it was asked, runs a command for it, waits until it is ready, and takes it in again.
set -eu

usage() {
    cat <<'TEXT'
Usage: rolling.sh [-s SOCKET] [-c PATH] [-t SECONDS] COMMAND

  COMMAND     changes and restarts one node; {} in it becomes the node's name, such as
              'scp parlance.war {}:/opt/parlance/ && ssh {} systemctl restart parlance'
  -s SOCKET   HAProxy's runtime socket (/run/haproxy/admin.sock)
  -c PATH     what a node is asked to know whether it is ready (/health/ready)
  -t SECONDS  how long to wait for each node (300)

Needs socat and curl, and the right to write to the socket. If it fails it says which node is out and how to go on.
TEXT
}

socket=/run/haproxy/admin.sock
check=/health/ready
patience=300
while getopts s:c:t: option; do
    case $option in
        s) socket=$OPTARG ;;
        c) check=$OPTARG ;;
        t) patience=$OPTARG ;;
        *) usage >&2; exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -eq 1 ] || { usage >&2; exit 2; }
for program in socat curl; do
    command -v $program >/dev/null || { echo "rolling.sh: $program is missing. Nothing was changed." >&2; exit 1; }
done

ask() { echo "$1" | socat -t 10 - "UNIX-CONNECT:$socket"; }
# Name, requests under way and state of each node.
nodes() { ask "show stat nodes 4 -1" | awk -F, '!/^#/ && $1 == "nodes" {print $2, $5, $18}'; }
address() { ask "show servers state nodes" | awk -v node="$1" '$4 == node {print ($5 ~ /:/ ? "[" $5 "]" : $5) ":" $19}'; }
others_up() { nodes | awk -v node="$1" '$1 != node && $3 == "UP" {up = 1} END {exit !up}'; }
idle() { nodes | awk -v node="$1" '$1 == node && $2 == 0 {idle = 1} END {exit !idle}'; }
ready() { curl -fsS -m 5 --noproxy '*' -o /dev/null "http://$(address "$1")$check" 2>/dev/null; }
serving() { nodes | awk -v node="$1" '$1 == node && $3 == "UP" {up = 1} END {exit !up}'; }

await() {
    deadline=$(($(date +%s) + patience))
    until "$@"; do
        [ "$(date +%s)" -lt "$deadline" ] || return 1
        sleep 0.2
    done
}

stop() {
    echo "rolling.sh: $1" >&2
    exit 1
}

out() {
    stop "$1
  $node is out of the balancer, the other nodes serve; changed so far:${changed:- none}.
  To go on: make $node answer $check, then run rolling.sh again. To take it in as it is:
  echo 'set server nodes/$node state ready' | socat - UNIX-CONNECT:$socket"
}

# A node that an earlier run left out comes first: the others wait for it.
names=$(nodes | awk '$3 !~ /^UP/ {print $1}'; nodes | awk '$3 ~ /^UP/ {print $1}')
[ -n "$names" ] || stop "HAProxy does not answer on $socket, or has no nodes. Nothing was changed."
changed=
for node in $names; do
    await others_up "$node" || stop "$node is the last one that serves, so it stays; start another first. Nothing more was changed."
    trap 'out "interrupted."' HUP INT TERM
    ask "set server nodes/$node state drain" >/dev/null
    await idle "$node" || out "$node still has requests under way after $patience s."
    echo "$node is out"
    sh -c "$(printf %s "$1" | sed "s|{}|$node|g")" || out "the command failed for $node."
    await ready "$node" || out "$node was not ready $patience s after the command."
    ask "set server nodes/$node state ready" >/dev/null
    await serving "$node" || out "HAProxy does not see $node ready."
    trap - HUP INT TERM
    changed="$changed $node"
    echo "$node is changed and serves"
done
