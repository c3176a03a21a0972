#!/bin/sh
# Builds dealbuilder.app and its disk image on macOS: environment, bundle, smoke run, signature, image, notarisation.
#   sh packaging/macos/build.sh
# Needs Python 3.11 to 3.13 as python3 (PYTHON names another) and Xcode's command line tools.
#   DEALBUILDER_SIGN_IDENTITY  "Developer ID Application: ..." in the key chain; without it the app is signed for this Mac alone
#   DEALBUILDER_NOTARY_PROFILE a profile kept by `xcrun notarytool store-credentials`; without it nothing is sent to Apple
# Not run by its authors: see README.md in this folder.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
here="$root/packaging/macos"
venv="$root/build/macos-venv"
app="$root/dist/dealbuilder.app"
identity=${DEALBUILDER_SIGN_IDENTITY:--}
say() { printf 'dealbuilder: %s\n' "$*" >&2; }

[ "$(uname -s)" = Darwin ] || { say "this runs on macOS alone; nothing was changed"; exit 1; }
cd "$root"

[ -x "$venv/bin/python" ] || "${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r packaging/ship.lock
"$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
version=$("$venv/bin/python" -c 'import dealbuilder; print(dealbuilder.__version__)')

say "compiling the model"
"$venv/bin/python" -m dealbuilder.engine.warm
say "making the bundle"
"$venv/bin/python" -m PyInstaller --noconfirm --clean packaging/bundle.spec
cp "$here/document.icns" "$app/Contents/Resources/document.icns"
"$app/Contents/MacOS/dealbuilder" doctor

say "signing as $identity"
stamp=--timestamp
[ "$identity" = - ] && stamp=--timestamp=none
# From the inside out: every library first, the app last.
find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -exec \
    codesign --force --options runtime "$stamp" --sign "$identity" {} +
find "$app/Contents" -type d -name '*.framework' -prune -exec \
    codesign --force --options runtime "$stamp" --sign "$identity" {} +
codesign --force --options runtime "$stamp" --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict "$app"

image="$root/dist/dealbuilder-$version-macos-$(uname -m).dmg"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname "dealbuilder $version" -srcfolder "$stage" -fs HFS+ -format UDZO -quiet "$image"
[ "$identity" = - ] || codesign --force "$stamp" --sign "$identity" "$image"

if [ -n "${DEALBUILDER_NOTARY_PROFILE:-}" ]; then
    say "having Apple look at it"
    xcrun notarytool submit "$image" --keychain-profile "$DEALBUILDER_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature "$image"
fi
say "wrote $image"
