#!/bin/sh
# Run the plugin's tests in a Debian 13 system below a folder, made by debootstrap when it is not there yet: on its own QGIS 3.40, or on
# the QGIS 3.44 of its backports.
# The engine runs there on the distribution's own packages; python3-onnx is for tests that write a network.
# Usage: debian13.sh FOLDER [backports]   (root, or sudo, is needed; FOLDER grows to about 2.5 GB)
set -eu

if [ "$(id -u)" -ne 0 ]; then
    exec sudo --preserve-env sh "$0" "$@"
fi
system="$1"
suite="trixie${2:+-$2}"
root="$(cd "$(dirname "$0")/.." && pwd)"
packages="qgis python3-qgis python3-venv python3-pip python3-scipy python3-rasterio python3-shapely python3-pyogrio python3-onnxruntime python3-onnx"
made="$packages${2:+ from $2}"

# Mounts in a namespace of their own are gone when the command ends, however it ends.
inside() {
    # shellcheck disable=SC2016 (the inner shell expands them)
    unshare --mount --pid --fork --kill-child sh -euc '
        mount -t proc proc "$1/proc"
        exec chroot "$@"
    ' sh "$system" /usr/bin/env -u PYTHONHOME -u PYTHONPATH PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# The mirror that this machine uses for its own Debian.
mirror() {
    codename="$(. /etc/os-release && echo "$VERSION_CODENAME")"
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $codename" | head -n 1
}

# This machine's proxy, certificate and name settings.
copy_settings() {
    mkdir -p "$system/etc/apt/apt.conf.d" "$system/etc/ssl/certs"
    apt-config dump | grep -E '^Acquire::(http|https|Check|Retries|ForceIPv)' >"$system/etc/apt/apt.conf.d/90host" || true
    for file in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/ssl/certs/ca-certificates.crt; do
        if [ -f "$file" ]; then cp --remove-destination --dereference "$file" "$system$file"; fi
    done
}

make_system() {
    uri="${MIRROR:-$(mirror)}"
    if [ -z "$uri" ]; then
        echo "No Debian mirror is known here. Name one in the variable MIRROR: make … MIRROR=…" >&2
        exit 1
    fi
    echo "Making a Debian 13 system with the QGIS of $suite in $system …"
    rm -rf --one-file-system "$system"
    mkdir -p "$(dirname "$system")"
    (umask 022 && debootstrap --variant=minbase --include=ca-certificates trixie "$system" "$uri")
    if [ "$suite" != trixie ]; then
        echo "deb $uri $suite main" >"$system/etc/apt/sources.list.d/$suite.list"
        printf 'Package: src:qgis\nPin: release n=%s\nPin-Priority: 990\n' "$suite" >"$system/etc/apt/preferences.d/qgis"
    fi
    copy_settings
    inside apt-get update -q
    # shellcheck disable=SC2086 (a list of names)
    inside apt-get install -y -q -o Dpkg::Use-Pty=0 --no-install-recommends $packages
    inside apt-get clean
    echo "$made" >"$system/made.stamp"
}

copy_checkout() {
    # What git tracks or would: neither environments nor build results except translations, but work that is not committed yet.
    {
        git -c safe.directory="$root" -C "$root" ls-files -z --cached --others --exclude-standard --deduplicate
        (cd "$root" && find resources/translations -name '*.qm' -print0)
    } | (cd "$root" && tar --create --null --files-from=- --ignore-failed-read --warning=no-failed-read) >"$system/checkout.tar"
    # Its environment stays when the settings are the same.
    find "$system/opt/tidemark" -mindepth 1 -maxdepth 1 ! -name .venv-qgis -exec rm -rf {} +
    tar --extract --no-same-owner --directory "$system/opt/tidemark" --file "$system/checkout.tar"
    rm "$system/checkout.tar"
}

if [ -e "$system" ] && [ ! -O "$system" ]; then
    echo "$system belongs to somebody else. Name another folder: make … DEBIAN13=…" >&2
    exit 1
fi
mkdir -p "$(dirname "$system")"
exec 9>"$system.lock"
flock 9
if [ "$(cat "$system/made.stamp" 2>/dev/null || true)" != "$made" ]; then
    make_system
fi
copy_settings
mkdir -p "$system/opt/tidemark"
copy_checkout
inside sh -euc 'cd /opt/tidemark && tools/setup-qgis.sh /usr/bin/python3 && tools/test-plugin.sh'
