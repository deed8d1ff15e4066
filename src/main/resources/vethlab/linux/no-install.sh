#!/bin/bash
# A package manager that changes nothing: a lab never installs anything on the machine. It says what apt-get says of
# packages that are there, and fails for one that is not.
packages=()
for word in "$@"; do
  case $word in -* | install | update) ;; *) packages+=("$word") ;; esac
done
printf 'Reading package lists...\nBuilding dependency tree...\nReading state information...\n'
for package in "${packages[@]}"; do
  version=$(dpkg-query -W -f '${Version}' "$package" 2>/dev/null)
  if [ -z "$version" ]; then
    echo "vethlab: $package is not installed; a lab installs nothing on this machine" >&2
    exit 100
  fi
  echo "$package is already the newest version ($version)."
done
echo "0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded."
