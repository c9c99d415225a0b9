#!/bin/sh
# What this machine is, for the hardware checklist: JSON in one file, nothing on the screen.
#   sh examsite-probe.sh <site|invigilation|exam> <room or -> <nonce or -> <folder>
# Ends with 0; with 2 where the file could not be written; with 3 where it was called otherwise.
# What cannot be read is left out; nothing is guessed. EXAMSITE_PROBE_ROOT is put before /proc, /sys and /etc.

exec >/dev/null 2>&1 </dev/null
LC_ALL=C
PATH="$PATH:/usr/sbin:/sbin"
export LC_ALL PATH
root=${EXAMSITE_PROBE_ROOT-}
lines='' # key=value, one a line
newline='
'

# UTF-8 in, $1 = json: ASCII with \uXXXX out; otherwise for `printf %b`. Bytes that are no UTF-8 become U+FFFD, control and
# direction signs a space, spaces one space.
text() {
    od -An -v -tu1 | awk -v form="$1" '
        function say(code) {
            if (code < 32 || (code > 126 && code < 160) || (code > 8202 && code < 8208) || code == 65279 ||
                (code > 8231 && code < 8239) || (code > 8287 && code < 8304)) code = 32
            if (code == 32) { spaces = 1; return }
            if (said++ >= 200) return
            if (spaces && said > 1) put(32)
            spaces = 0
            put(code)
        }
        function put(code) {
            if (form == "json") {
                if (code == 34 || code == 92) printf "\\%c", code
                else if (code < 128) printf "%c", code
                else if (code < 65536) printf "\\u%04x", code
                else printf "\\u%04x\\u%04x", 55296 + int((code - 65536) / 1024), 56320 + (code - 65536) % 1024
            }
            else if (code < 128) printf "\\0%o", code
            else if (code < 2048) printf "\\0%o\\0%o", 192 + int(code / 64), 128 + code % 64
            else if (code < 65536) printf "\\0%o\\0%o\\0%o", 224 + int(code / 4096), 128 + int(code / 64) % 64, 128 + code % 64
            else printf "\\0%o\\0%o\\0%o\\0%o", 240 + int(code / 262144), 128 + int(code / 4096) % 64,
                128 + int(code / 64) % 64, 128 + code % 64
        }
        { for (i = 1; i <= NF; i++) byte[n++] = $i }
        END {
            for (i = 0; i < n; i++) {
                first = byte[i]
                more = first < 128 ? 0 : first < 194 ? 9 : first < 224 ? 1 : first < 240 ? 2 : first < 245 ? 3 : 9
                code = more == 0 ? first : more == 1 ? first - 192 : more == 2 ? first - 224 : first - 240
                good = more < 9 && i + more < n
                for (j = 1; good && j <= more; j++) {
                    good = byte[i + j] > 127 && byte[i + j] < 192
                    code = code * 64 + byte[i + j] - 128
                }
                if (good && ((more == 2 && code < 2048) || (code > 55295 && code < 57344) ||
                    (more == 3 && (code < 65536 || code > 1114111)))) good = 0
                say(good ? code : 65533)
                if (good) i += more
            }
        }'
}

put() {
    value=$(printf %b "$(printf %s "$2" | text plain)")
    [ -z "$value" ] || lines="$lines$1=$value$newline"
}

# A whole number from $3 on; anything else is left out.
count() {
    case $2 in '' | *[!0-9]* | ??????????*) return ;; esac
    [ "$2" -ge "$3" ] && lines="$lines$1=$(expr "$2" + 0)$newline"
}

first() { head -n 1 "$1" | tr -d '\n'; }

processor() {
    # Without frequency scaling the clock of now is the only one there is.
    khz=$(cat "$root"/sys/devices/system/cpu/cpu[0-9]*/cpufreq/cpuinfo_max_freq | sort -n | tail -n 1)
    if [ -n "$khz" ]; then
        count cpu_mhz $((khz / 1000)) 1
    else
        count cpu_mhz "$(awk -F: '/^cpu MHz/ && $2 + 0 > most { most = $2 + 0 } END { if (most) printf "%d", most }' \
            "$root/proc/cpuinfo")" 1
    fi
}

memory() {
    seen=$(awk '$1 == "MemTotal:" { printf "%d", $2 / 1024 }' "$root/proc/meminfo")
    count memory_mib "$seen" 1 && put memory_seen visible
    count free_memory_mib "$(awk '$1 == "MemAvailable:" { printf "%d", $2 / 1024 }' "$root/proc/meminfo")" 0
}

released() { sed -n "s/^$1=//p" "$root/etc/os-release" | head -n 1 | sed "s/^[\"']//; s/[\"']\$//; s/\\\\\\(.\\)/\\1/g"; }

# That of the way out, or the only one that is plugged in; of two that are equal nothing is told.
network() {
    card=$(awk '$2 == "00000000" && $8 == "00000000" && (!found || $7 < least) { found = 1; least = $7; name = $1 }
        END { printf "%s", name }' "$root/proc/net/route")
    if [ -z "$card" ]; then
        for each in "$root"/sys/class/net/*; do
            [ -e "$each/device" ] && [ "$(first "$each/operstate")" = up ] && card="$card ${each##*/}"
        done
        card=${card# }
        case $card in *' '*) card='' ;; esac
    fi
    [ -n "$card" ] || return
    at="$root/sys/class/net/$card"
    mac=$(first "$at/address" | tr a-f A-F)
    printf %s "$mac" | grep -Eq '^([0-9A-F]{2}:){5}[0-9A-F]{2}$' && put mac "$mac" || mac=''
    count network_mbps "$(first "$at/speed")" 1
    case $(first "$at/duplex") in full) put duplex full ;; half) put duplex half ;; esac
    shown=$(ip -4 -o addr show dev "$card" scope global | head -n 1)
    address=$(printf %s "$shown" | sed -n 's/.* inet \([0-9.]*\).*/\1/p')
    [ -n "$address" ] || return
    put address "$address"
    case " $shown " in
        *' dynamic '*) put addressing dhcp ;;
        *)
            # Some of these set an address without saying that it is borrowed.
            cat "$root"/proc/[0-9]*/comm | grep -Eq '^(dhclient|dhcpcd|udhcpc|connmand|pump)$' ||
                grep -Eq '(^| )ip=([^ ]*:)?(dhcp|on|any|bootp|both)' "$root/proc/cmdline" || put addressing static
            ;;
    esac
}

# Of two screens the first one; where none is first, nothing is told.
display() {
    screens=$(xrandr --current | sed -n 's/^[^ ]* connected \(primary \)\{0,1\}\([0-9]*\)x\([0-9]*\)+.*/\1\2 \3/p')
    main=$(printf '%s\n' "$screens" | sed -n 's/^primary //p')
    [ -n "$main" ] || main=$screens
    [ "$(printf '%s\n' "$main" | wc -l)" -eq 1 ] || return
    count display_width "${main% *}" 1
    count display_height "${main#* }" 1
}

# Sockets that the firmware calls open to people, each once: what is USB 3 there is USB 2 as well.
usb() {
    ports=0
    for bus in "$root"/sys/bus/usb/devices/usb[0-9]*; do
        [ "$(first "$bus/speed")" = 480 ] || continue
        for port in "$bus"/*/usb*-port[0-9]*; do
            [ -e "$port/connect_type" ] || return
            case $(first "$port/connect_type") in
                hotplug) ports=$((ports + 1)) ;;
                hardwired | 'not used') ;;
                *) return ;;
            esac
        done
    done
    count usb_ports "$ports" 1
}

firewall() {
    if systemctl is-active --quiet firewalld || grep -q '^ENABLED=yes' "$root/etc/ufw/ufw.conf"; then
        put firewall on
    fi
}

serial() {
    told=$(first "$root/sys/class/dmi/id/product_serial")
    printf %s "$told" | grep -Eiq '^(0*|none|n/a|to be filled.*|default string|system serial number|not (specified|available)|chassis.*|x+|empty|invalid|123456789) *$' ||
        put serial "$told"
}

sha256() {
    { sha256sum || openssl dgst -sha256 -r || shasum -a 256; } | cut -c 1-64
}

[ "$(printf x | text json)" = x ] || exit 2
kind=$1 room=$2 nonce=$3 folder=$4
[ $# -eq 4 ] || exit 3
[ "$room" != - ] || room=''
[ "$nonce" != - ] || nonce=''
case $kind in site | invigilation | exam) ;; *) exit 3 ;; esac
case $room$nonce in *[!0-9A-Za-z-]*) exit 3 ;; esac
[ ${#room} -le 16 ] && [ ${#nonce} -le 64 ] || exit 3

lines="format=examsite-probe/1${newline}kind=$kind${newline}room=$room${newline}nonce=$nonce$newline"
lines="${lines}made_at=$(date +%Y-%m-%dT%H:%M:%S)$newline"
machine=$(first "$root/proc/sys/kernel/hostname")
put machine "${machine:-$(uname -n)}"
put system_family "$(uname -s | tr A-Z a-z)"
put system "$(released PRETTY_NAME)"
put system_version "$(released VERSION_ID)"
processor
memory
count free_disk_mib "$(df -Pk / | awk 'NR == 2 { printf "%d", $4 / 1024 }')" 0
network
display
usb
firewall
serial
booted=$(awk '$1 == "btime" { print $2 }' "$root/proc/stat")
[ -n "$booted" ] && put booted_at "$(date -d "@$booted" +%Y-%m-%dT%H:%M:%S)"

lines=$(printf %s "$lines" | sort)
digest=$(printf '%s\n' "$lines" | sha256)
[ ${#digest} -eq 64 ] || exit 2
json=$(printf '%s\ndigest=%s\n' "$lines" "$digest" | sort | while IFS= read -r line; do
    printf ',"%s":"%s"' "${line%%=*}" "$(printf %s "${line#*=}" | text json)"
done)
name=$(printf %s "${machine:-$(uname -n)}" | tr -c '0-9A-Za-z-' _ | cut -c 1-32)
last=$(printf %s "${mac-}" | tr -d : | tail -c 6)
path="$folder/$name-${last:-nomac}.examsite-probe"
printf '{%s}' "${json#,}" >"$path.part" && mv -f "$path.part" "$path" || exit 2
exit 0
