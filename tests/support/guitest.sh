#!/bin/bash
# SPDX-License-Identifier: MIT
# guitest.sh COMMAND…: runs it on a display, window manager and session bus of its own.
# Nothing outlives it. LIMIT=seconds (default 280), A11Y=0 to go without the accessibility bus.
set -u
folder=$(mktemp -d /tmp/muster-gui.XXXXXX)
exec 6>"$folder/display"
# -displayfd picks a free display, so that tests may run side by side; -noreset keeps the server
# when its last client leaves. No child may inherit our output, or a reader of it waits for ever.
Xvfb -displayfd 6 -screen 0 1600x1200x24 -nolisten tcp -noreset \
    >"$folder/xvfb.log" 2>&1 </dev/null &
server=$!
manager=""
finish() {
    kill ${manager:+"$manager"} "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
for _ in $(seq 200); do [ -s "$folder/display" ] && break; sleep .05; done
if [ ! -s "$folder/display" ]; then
    echo "guitest: Xvfb did not start" >&2
    cat "$folder/xvfb.log" >&2
    exit 4
fi
exec 6>&-

export DISPLAY LANG=C.UTF-8 GDK_BACKEND=x11 GTK_THEME=${GTK_THEME:-Adwaita} GSETTINGS_BACKEND=memory
DISPLAY=:$(cat "$folder/display")
export HOME=$folder XDG_RUNTIME_DIR=$folder XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
unset WAYLAND_DISPLAY SESSION_MANAGER DBUS_SESSION_BUS_ADDRESS
if [ "${A11Y:-1}" = 0 ]; then export NO_AT_BRIDGE=1; else unset NO_AT_BRIDGE; fi
# A blinking cursor and animations would make screenshots differ from run to run.
mkdir -p "$folder/config/gtk-3.0"
printf '[Settings]\ngtk-cursor-blink=0\ngtk-enable-animations=0\ngtk-font-name=DejaVu Sans 10\n' \
    >"$folder/config/gtk-3.0/settings.ini"

openbox --sm-disable >"$folder/openbox.log" 2>&1 </dev/null &
manager=$!
for _ in $(seq 200); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id #' && break
    sleep .05
done
if ! kill -0 "$manager" 2>/dev/null; then
    echo "guitest: openbox did not start" >&2
    cat "$folder/openbox.log" >&2
    exit 4
fi
# In the background and waited for, so that a TERM reaches the trap at once; the bus daemon's
# chatter about activations is not the test's.
timeout -k 5 "${LIMIT:-280}" dbus-run-session -- "$@" \
    > >(grep --line-buffered -v 'dbus-daemon\[') 2>&1 </dev/null &
work=$!
trap 'kill "$work" 2>/dev/null; exit 143' TERM
wait "$work"
status=$?
exit $status
