#!/bin/sh
# Runs rcdesk from this checkout, preparing what is missing: `sh packaging/run.sh [ORDEN …]`. Without arguments it opens the
# window with the example base; where there is no screen it makes the example's acta instead.
set -eu
root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/packaging/setup.sh"

# Isolated (-I): neither the folder where the person stands nor their PYTHON* variables change the program.
rcdesk() { "$python" -I -m rcdesk "$@"; }

prepare program
[ $# = 0 ] || exec "$python" -I -m rcdesk "$@"

home=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
folder=${XDG_DATA_HOME:-$home/.local/share}/rcdesk
example=$folder/Ejemplo.rcdesk
made=$folder/.ejemplo-hecho # the base exists before the example is in it: an interrupted first start is taken up again
mkdir -p "$folder"
if [ ! -e "$example/datos.db" ] || [ ! -e "$made" ]; then
  rcdesk ejemplo --base "$example" >&2
  : >"$made"
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  prepare_qt window
  exec "$python" -I -m rcdesk --base "$example"
fi
say "no hay pantalla (ni DISPLAY ni WAYLAND_DISPLAY): en vez de abrir la ventana se hace el acta del ejemplo."
rcdesk acta --base "$example" --audiencia rdc-2026-1 --pdf "$folder/acta.pdf" >&2
printf 'Base de ejemplo: %s\nActa del ejemplo: %s\n' "$example" "$folder/acta.pdf"
