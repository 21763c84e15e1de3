#!/bin/bash
# Runs a command with Swift 6 on Linux.
#
#   ios/Support/swift-linux.sh swift test --package-path ios
#   ios/Support/swift-linux.sh --set-up        only makes Swift available
#
# Where Swift 6 is installed already it is used as it is. Otherwise, on Debian and as root, Debian 13's own Swift is
# unpacked into a folder (1.3 GB) and used by chroot; nothing of the machine's own system is replaced. Exit code 3 means
# that neither is possible here, with the reason in words.
#
#   GATEPASS_SWIFT_ROOT   where the folder is (default /opt/swift-trixie)
set -euo pipefail

ROOT=${GATEPASS_SWIFT_ROOT:-/opt/swift-trixie}
# Inside the folder; /usr/bin/swift there is an absolute link, which only the chroot can follow.
COMPILER=/usr/libexec/swift/bin/swift
TREE=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

left_out() {
    echo "swift-linux: $1" >&2
    exit 3
}

swift_here() {
    command -v swift >/dev/null 2>&1 && swift --version 2>/dev/null | grep -qE 'Swift version ([6-9]|[1-9][0-9])\.'
}

# Debian's mirror as this machine has it, in one-line or deb822 form; never the security archive.
mirror() {
    {
        sed -nE 's/^deb +(\[[^]]*\] +)?(https?:[^ ]+) .*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null
        sed -nE 's/^URIs: *(https?:[^ ]+).*/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null
    } | grep -E '/debian/?$' | head -n 1 || true
}

make_root() {
    [ "$(id -u)" = 0 ] || left_out "no Swift 6 here, and only root can unpack Debian's; install Swift from swift.org"
    grep -qE '^ID=debian' /etc/os-release || left_out "no Swift 6 here, and this is not Debian; install Swift from swift.org"
    [ "$(uname -m)" = x86_64 ] || [ "$(uname -m)" = aarch64 ] || left_out "Debian has no Swift for $(uname -m)"
    local from
    from=$(mirror)
    [ -n "$from" ] || left_out "no Debian mirror in the apt sources of this machine"
    if ! command -v mmdebstrap >/dev/null; then
        apt-get update -q >&2
        DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends mmdebstrap debian-archive-keyring >&2
    fi
    # Debugger, editor support and documentation are two thirds of the package and not needed to compile and test.
    local without=(
        '/usr/share/doc/*' '/usr/share/man/*' '/usr/share/locale/*'
        '/usr/libexec/swift/lib/swift_static/*' '/usr/libexec/swift/lib/swift/embedded/*' '/usr/libexec/swift/lib/swift/migrator/*'
        '/usr/libexec/swift/lib/libsourcekitd*' '/usr/libexec/swift/lib/liblldb*' '/usr/libexec/swift/lib/libLTO*'
        '/usr/libexec/swift/bin/lldb*' '/usr/libexec/swift/bin/repl_swift' '/usr/libexec/swift/bin/sourcekit-lsp'
        '/usr/libexec/swift/bin/clangd' '/usr/libexec/swift/bin/docc'
    )
    local options=()
    for path in "${without[@]}"; do options+=("--dpkgopt=path-exclude=$path"); done
    echo "swift-linux: unpacking Debian's Swift into $ROOT" >&2
    making=$ROOT.making.$$
    trap 'rm -rf --one-file-system "$making"' EXIT
    mmdebstrap --variant=apt --mode=root --include=swiftlang,libc6-dev,libstdc++-14-dev,ca-certificates,tzdata \
        --aptopt='APT::Install-Recommends "false"' "${options[@]}" trixie "$making" "$from" >&2
    mv -T "$making" "$ROOT"
    trap - EXIT
}

set_up() {
    swift_here || [ -e "$ROOT$COMPILER" ] || {
        mkdir -p "$(dirname "$ROOT")"
        exec 9>"$ROOT.lock"
        flock 9
        [ -e "$ROOT$COMPILER" ] || make_root
        exec 9>&-
    }
}

set_up
[ "${1:-}" = --set-up ] && exit 0
[ $# -gt 0 ] || left_out "no command given"

if swift_here; then
    exec "$@"
fi

# The mounts live and end with the command. The tree is at its own path, because SwiftPM remembers absolute paths;
# without /proc the Swift libraries are not found. HOME, and with it SwiftPM's cache, is inside the folder.
export ROOT TREE HERE=$PWD
exec unshare --mount --propagation private bash -c '
set -e
mount -t proc proc "$ROOT/proc"
mount --rbind /dev "$ROOT/dev"
mount -t tmpfs tmpfs "$ROOT/tmp"
mkdir -p "$ROOT$TREE"
mount --bind "$TREE" "$ROOT$TREE"
exec chroot "$ROOT" /usr/bin/env -i HOME=/root TERM=dumb LANG=C.UTF-8 \
    PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:/usr/libexec/swift/bin \
    ${GATEPASS_TEST:+GATEPASS_TEST="$GATEPASS_TEST"} ${RUST_BACKTRACE:+RUST_BACKTRACE="$RUST_BACKTRACE"} \
    bash -c "cd \"\$0\" && exec \"\$@\"" "$HERE" "$@"
' swift-linux "$@"
