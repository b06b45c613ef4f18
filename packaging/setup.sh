# Makes .venv ready on a Debian or Ubuntu that has only python3. Sourced by run.sh and test.sh, never run.
#
# The caller sets `root` (absolute path of the checkout), then calls `prepare program` or `prepare tests`, and before Qt is
# needed `prepare_qt tests` (drawing without a screen) or `prepare_qt window`. All that is said here goes to stderr: stdout
# belongs to the program. POSIX sh. Once everything is in place this costs a few processes and no Python.

venv=${root:?}/.venv
python=$venv/bin/python
uv=$venv/uv/bin/uv

say() { printf 'rcdesk: %s\n' "$*" >&2; }

refuse() {
  say "$@"
  exit 1
}

# --- System packages -------------------------------------------------------------------------------------------------

# What PySide6-Essentials takes from the system, as library:package (objdump -p over its libraries tells). The first list
# is enough to draw without a screen; a window under X11 or Wayland needs the second as well.
QT_LIBRARIES="libEGL.so.1:libegl1 libGL.so.1:libgl1 libX11.so.6:libx11-6 libxkbcommon.so.0:libxkbcommon0
  libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1 libfreetype.so.6:libfreetype6
  libglib-2.0.so.0:libglib2.0-0 libgthread-2.0.so.0:libglib2.0-0 libstdc++.so.6:libstdc++6 libzstd.so.1:libzstd1"
WINDOW_LIBRARIES="libX11-xcb.so.1:libx11-xcb1 libxcb-cursor.so.0:libxcb-cursor0 libxcb-glx.so.0:libxcb-glx0
  libxcb-icccm.so.4:libxcb-icccm4 libxcb-image.so.0:libxcb-image0 libxcb-keysyms.so.1:libxcb-keysyms1
  libxcb-randr.so.0:libxcb-randr0 libxcb-render-util.so.0:libxcb-render-util0 libxcb-render.so.0:libxcb-render0
  libxcb-shape.so.0:libxcb-shape0 libxcb-shm.so.0:libxcb-shm0 libxcb-sync.so.1:libxcb-sync1 libxcb-util.so.1:libxcb-util1
  libxcb-xfixes.so.0:libxcb-xfixes0 libxcb-xkb.so.1:libxcb-xkb1 libxkbcommon-x11.so.0:libxkbcommon-x11-0
  libwayland-client.so.0:libwayland-client0 libwayland-cursor.so.0:libwayland-cursor0 libwayland-egl.so.1:libwayland-egl1"

# Installs the packages named when this user may; otherwise says which ones to ask for, and fails.
apt_install() {
  if ! command -v apt-get >/dev/null 2>&1; then
    say "este sistema no usa apt. Instale con su gestor de paquetes el equivalente de: $*"
    return 1
  fi
  as_root=
  if [ "$(id -u)" != 0 ]; then
    as_root="sudo -n"
    if ! { command -v sudo && sudo -n true; } >/dev/null 2>&1; then
      say "faltan paquetes del sistema y este usuario no puede instalarlos. Ejecute, o pida que ejecuten:"
      say "    sudo apt-get update && sudo apt-get install --no-install-recommends $*"
      return 1
    fi
  fi
  say "se instalan paquetes del sistema (una sola vez): $*"
  $as_root apt-get -qq update </dev/null >&2 || say "apt-get update tuvo problemas; se sigue con lo que haya"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
    install --no-install-recommends "$@" </dev/null >&2 && return
  say "apt no pudo instalar: $*. Revise el mensaje anterior y la conexión, y repita la orden."
  return 1
}

# Installs the libraries Qt lacks for $1, `tests` or `window`.
prepare_qt() {
  wanted=$QT_LIBRARIES
  [ "$1" = tests ] || wanted="$wanted $WINDOW_LIBRARIES"
  known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0 # no way to ask: Qt itself will say
  missing=
  for pair in $wanted; do
    case $known in
      *"${pair%%:*} "*) ;;
      *) case " $missing " in *" ${pair#*:} "*) ;; *) missing="$missing ${pair#*:}" ;; esac ;;
    esac
  done
  # shellcheck disable=SC2086 # a list of words
  [ -z "$missing" ] || apt_install $missing || refuse "sin esas bibliotecas no se puede dibujar la ventana."
}

# --- Python ----------------------------------------------------------------------------------------------------------

# Sets base to the real path of a supported Python of this machine; its versioned name, so that an upgrade of the system's
# Python shows as a broken link and not as a .venv that finds no library.
find_python() {
  base=
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    base=$("$name" -c 'import os, sys
if (3, 11) <= sys.version_info[:2] < (3, 15): print(os.path.realpath(sys._base_executable))' 2>/dev/null) || base=
    [ -z "$base" ] || return 0
  done
  return 1
}

# Makes .venv with pip, or mends it; one that works is kept.
make_venv() {
  if [ ! -x "$python" ] || [ -e "$venv/unfinished" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'
  then
    find_python || apt_install python3.11 python3.11-venv || :
    find_python || refuse "se necesita Python 3.11, 3.12, 3.13 o 3.14, y este equipo no lo tiene. Instálelo y repita la orden."
    "$base" -c 'import ensurepip, venv' 2>/dev/null || apt_install "$(basename "$base")-venv" ||
      refuse "sin el módulo venv de Python no se puede preparar el programa."
    "$base" -m venv --clear "$venv" >&2 || refuse "no se pudo crear $venv. Revise el espacio y los permisos de esa carpeta."
  fi
  "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >&2 ||
    refuse "el Python de $venv no tiene pip. Borre esa carpeta y repita la orden."
}

# --- Locked dependencies ---------------------------------------------------------------------------------------------

# The value in force of one of pip's options, from its environment variable or its files; empty when unset.
pip_option() {
  for prefix in :env:. install. global.; do
    value=$(printf '%s\n' "$pip_options" | sed -n "s/^$prefix$1='\(.*\)'\$/\1/p" | sed 's/\\n/ /g')
    [ -z "$value" ] || break
  done
  printf '%s' "$value"
}

# Gives uv the network this machine's pip is configured for: certificates, proxy, and another index than pypi.org.
configure_uv() {
  pip_options=$("$python" -m pip config list 2>/dev/null) || pip_options=
  certificates=$(pip_option cert)
  proxy=$(pip_option proxy)
  index=$(pip_option index-url)
  trusted=$(pip_option trusted-host)
  unset VIRTUAL_ENV
  export UV_PROJECT_ENVIRONMENT="$venv" UV_PYTHON_PREFERENCE=only-system UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=1
  [ -z "$certificates" ] || export SSL_CERT_FILE="${SSL_CERT_FILE:-$certificates}"
  [ -z "$proxy" ] || export ALL_PROXY="${ALL_PROXY:-$proxy}"
  [ -z "$trusted" ] || export UV_INSECURE_HOST="${UV_INSECURE_HOST:-$trusted}"
  case ${index%/} in
    '' | https://pypi.org/simple) ;;
    *) # the strategy is pip's own; the hashes of the lock make it safe
      export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$index}" UV_INDEX_STRATEGY=unsafe-best-match
      export UV_INDEX="${UV_INDEX:-$(pip_option extra-index-url)}"
      ;;
  esac
}

# Installs what uv.lock says. The lock names files of pypi.org; when this machine has its own index, the same versions, held
# to the same hashes, are asked of that index instead.
install_locked() {
  group=--no-dev
  [ "$1" = program ] || group=--dev
  if [ -z "${UV_DEFAULT_INDEX:-}" ]; then
    "$uv" sync --project "$root" --python "$python" --frozen --inexact --no-install-project --compile-bytecode $group >&2
  else
    "$uv" export --project "$root" --frozen --no-emit-project --quiet $group --output-file "$venv/locked.txt" >&2 &&
      "$uv" pip install --python "$python" --require-hashes --compile-bytecode -r "$venv/locked.txt" >&2
  fi
}

# Makes everything for $1, `program` or `tests`, from whatever is there.
set_up() {
  say "se prepara el entorno (una sola vez; puede tardar unos minutos)"
  make_venv
  rm -f "$venv/ready"
  configure_uv
  if ! "$uv" --version 2>/dev/null | grep -qF "$(sed -n 's/^uv==\([0-9.]*\).*/uv \1 /p' "$root/packaging/uv-requirements.txt")"
  then
    "$python" -m pip install --quiet --no-input --disable-pip-version-check --upgrade --target "$venv/uv" \
      --require-hashes -r "$root/packaging/uv-requirements.txt" </dev/null >&2 ||
      refuse "no se pudo descargar uv. Revise la conexión a internet o la configuración de pip, y repita la orden."
  fi
  : >"$venv/unfinished"
  install_locked "$1" </dev/null ||
    refuse "no se pudieron instalar las dependencias. Revise el mensaje anterior y la conexión, y repita la orden."
  rm "$venv/unfinished"
  # The checkout is importable from any folder, and a start does not compile it again when bytecode may not be written.
  printf '%s\n' "$root" >"$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/rcdesk-checkout.pth"
  "$python" -m compileall -q "$root/rcdesk" >&2 || :
}

# True when .venv already holds what $1 needs from this checkout at this place with this Python.
is_ready() {
  key=$(
    printf '%s\n' "$root"
    readlink -f "$python" || :
    cat "$root/uv.lock" "$root/packaging/uv-requirements.txt" "$root/packaging/setup.sh"
  ) && key=$(printf '%s' "$key" | sha256sum) && key=${key%% *}
  [ -x "$python" ] && [ -r "$venv/ready" ] && read -r ready_key ready_group <"$venv/ready" &&
    [ "$ready_key" = "$key" ] && { [ "$ready_group" = "$1" ] || [ "$ready_group" = tests ]; }
}

# Leaves .venv ready for $1, `program` or `tests`; whoever comes second waits for the first.
prepare() {
  is_ready "$1" && return
  exec 9<"$root/packaging/setup.sh"
  if command -v flock >/dev/null 2>&1 && ! flock -n 9; then
    say "otra orden está preparando el entorno; se espera a que termine"
    flock 9
  fi
  if ! is_ready "$1"; then
    set_up "$1"
    is_ready "$1" || printf '%s %s\n' "$key" "$1" >"$venv/ready"
  fi
  exec 9<&-
}
