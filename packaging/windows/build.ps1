# Builds the installer for Windows: environment, bundle, smoke run, signature, installer. Any CI can call it.
#   pwsh packaging/windows/build.ps1
# Needs Python 3.11 to 3.13 on the PATH as `python`, and Inno Setup 6.3 or later (ISCC_EXE names it elsewhere).
# DEALBUILDER_SIGN_THUMBPRINT (a certificate in the user's store) and DEALBUILDER_TIMESTAMP_URL sign; without them
# nothing is signed. Not run by its authors: see README.md in this folder.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')
$venv = Join-Path $root 'build\windows-venv'
$python = Join-Path $venv 'Scripts\python.exe'
$bundle = Join-Path $root 'dist\dealbuilder'

function Invoke-Step([string] $what, [scriptblock] $step) {
    Write-Host "dealbuilder: $what"
    & $step
    if ($LASTEXITCODE -ne 0) { throw "$what failed with exit code $LASTEXITCODE; no installer was made" }
}

function Set-Signature([string[]] $files) {
    if (-not $env:DEALBUILDER_SIGN_THUMBPRINT) { Write-Host 'dealbuilder: not signed, no certificate is named'; return }
    $arguments = @('sign', '/sha1', $env:DEALBUILDER_SIGN_THUMBPRINT, '/fd', 'SHA256', '/d', 'dealbuilder')
    if ($env:DEALBUILDER_TIMESTAMP_URL) { $arguments += @('/tr', $env:DEALBUILDER_TIMESTAMP_URL, '/td', 'SHA256') }
    Invoke-Step 'signing' { & signtool @arguments @files }
}

Push-Location $root
try {
    if (-not (Test-Path $python)) { Invoke-Step 'making the environment' { & python -m venv $venv } }
    Invoke-Step 'installing packages' {
        & $python -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/ship.lock
    }
    Invoke-Step 'installing dealbuilder' {
        & $python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    }
    $version = & $python -c "import dealbuilder; print(dealbuilder.__version__)"
    Invoke-Step 'compiling the model' { & $python -m dealbuilder.engine.warm }
    Invoke-Step 'making the bundle' { & $python -m PyInstaller --noconfirm --clean packaging/bundle.spec }
    Invoke-Step 'testing the bundle' { & (Join-Path $bundle 'dealbuilder-cli.exe') doctor }
    Set-Signature @((Join-Path $bundle 'dealbuilder.exe'), (Join-Path $bundle 'dealbuilder-cli.exe'))

    $iscc = if ($env:ISCC_EXE) { $env:ISCC_EXE } else { Join-Path ${env:ProgramFiles(x86)} 'Inno Setup 6\ISCC.exe' }
    Invoke-Step 'making the installer' { & $iscc "/DVersion=$version" "/DBundle=$bundle" packaging\windows\dealbuilder.iss }
    Set-Signature @((Join-Path $root "dist\dealbuilder-$version-windows-x64.exe"))
}
finally { Pop-Location }
