#!/bin/sh
# A Chromium for the browser tests: the system's own, else Debian's if we may install it, else the one from npm.
# NPM and NODE are given by the Makefile.
set -eu
cd "$(dirname "$0")"

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Debian's Chromium for the browser tests …"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium >/dev/null; then
        exit 0
    fi
fi

echo "Fetching Chromium from npm for the browser tests …"
eval "$NPM" ci --silent
$NODE unpack.mjs
unpacked/chromium --version
