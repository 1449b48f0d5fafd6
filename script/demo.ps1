# Compiles the demo school on Windows and says where its artefacts lie.
# Written with care, and never run: see docs/windows.md.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

$python = $null
foreach ($candidate in @("py -3.13", "py -3.12", "py -3.11", "python")) {
    $program, $arguments = $candidate.Split(" ")
    if (Get-Command $program -ErrorAction SilentlyContinue) {
        & $program @arguments -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>$null
        if ($LASTEXITCODE -eq 0) { $python = $candidate; break }
    }
}
if (-not $python) {
    Write-Host "Python 3.11 or newer is missing. Install it:  winget install Python.Python.3.12"
    exit 6
}

$locks = @("requirements\product.txt", "requirements\windows.txt")
$stamp = (Get-FileHash -Algorithm SHA256 -InputStream ([IO.MemoryStream]::new(
    [Text.Encoding]::UTF8.GetBytes((Get-Location).Path + (($locks + "script\demo.ps1") | ForEach-Object { Get-Content $_ -Raw }) -join ""))
)).Hash.Substring(0, 16)
$mark = ".venv\.ready-$stamp"
if (-not (Test-Path $mark)) {
    $program, $arguments = $python.Split(" ")
    if (-not (Test-Path ".venv\Scripts\python.exe")) {
        Write-Host "Setting up .venv"
        & $program @arguments -m venv .venv
        if ($LASTEXITCODE -ne 0) { exit 6 }
    }
    Write-Host "Installing the locked Python packages"
    foreach ($lock in $locks) {
        & .venv\Scripts\python.exe -m pip install --quiet --disable-pip-version-check --require-hashes -r $lock
        if ($LASTEXITCODE -ne 0) { exit 6 }
    }
    # A command of our own instead of an editable install: a path file is read in Windows's code page before Python 3.13.
    Set-Content -Encoding Ascii .venv\Scripts\portfolio.cmd '@"%~dp0python.exe" -X utf8 "%~dp0..\..\cli.py" %*'
    New-Item -ItemType File $mark | Out-Null
}

& .venv\Scripts\portfolio.cmd build --on 2026-11-20 @args
exit $LASTEXITCODE
