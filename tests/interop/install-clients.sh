#!/usr/bin/env bash
# Installs the programs of others that the tests of interoperability and of pages call: Debian's by apt-get, JavaScript's by npm, Jena's by
# Maven. What is no Debian package goes to .clients/ beside the sources. The Python ones are development dependencies.
# Run again, it does only what is missing. Needs Debian or Ubuntu with Node.js 18, npm, a JDK 17 and Maven, or newer.
set -euo pipefail
cd "$(dirname "$0")"
home=$(cd ../.. && pwd)/.clients
mkdir -p "$home"

packages=(chromium raptor2-utils serdi libxml2-utils virtuoso-opensource-7 virtuoso-opensource-7-bin)
if ! dpkg-query --show "${packages[@]}" >/dev/null 2>&1; then
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qq --yes --no-install-recommends "${packages[@]}"
fi

# Made anew only when what it is made of has changed: each folder keeps a copy.
for name in node comunica; do
    target=$home/$name
    if ! cmp --silent "$name/package-lock.json" "$target/installed"; then
        mkdir -p "$target"
        cp "$name/package.json" "$name/package-lock.json" "$target"
        npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund --loglevel=error
        cp "$name/package-lock.json" "$target/installed"
    fi
done

# The newest JDK there is decides which release of Jena fits (jena/pom.xml).
java=$(for release in /usr/lib/jvm/*/release; do
    [ -x "${release%release}bin/java" ] && echo "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$release") ${release%/release}"
done 2>/dev/null | sort --version-sort | tail -1 | cut -d' ' -f2)
java=${java:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
if ! cmp --silent jena/pom.xml "$home/jena/installed" || [ "$(readlink "$home/jdk")" != "$java" ]; then
    rm -rf "$home/jena"
    JAVA_HOME=$java mvn --quiet --batch-mode --file jena/pom.xml dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory="$home/jena/lib"
    ln -sfn "$java" "$home/jdk"
    cp jena/pom.xml "$home/jena/installed"
fi
