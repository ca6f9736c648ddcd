#!/bin/sh
# A token in software for the tests of signing with PKCS#11: what is there, else Debian's if we may install it.
# Without it those tests are skipped and say so.
set -eu
command -v softhsm2-util >/dev/null && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's SoftHSM for the tests of signing …"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && apt-get install -qq -y --no-install-recommends softhsm2 >/dev/null; then
        exit 0
    fi
fi

echo "No SoftHSM: the tests of signing with a token will be skipped (Debian: package softhsm2)." >&2
