#!/bin/sh
# Look for unsafe code and for secrets in what ships, as the plugin repository does: no severity floor, no exceptions.
# Usage: security.sh FILE.zip
set -eu

package="$1"
cd "$(dirname "$0")/.."
rm -rf build/security
mkdir -p build/security
.venv/bin/python -m zipfile --extract "$package" build/security

.venv/bin/bandit --quiet --recursive build/security
echo "Bandit: no findings"
find build/security -type f -print0 | xargs -0 .venv/bin/detect-secrets-hook --no-verify
echo "detect-secrets: no findings"
