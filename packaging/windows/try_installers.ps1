# Installs each installer silently, asks the program for its version, removes it, and fails when a file of it stays.
param([Parameter(Mandatory)][string]$Dist)
$ErrorActionPreference = "Stop"

function Invoke-Waiting([string]$Program, [string[]]$Options) {
    $done = Start-Process -FilePath $Program -ArgumentList $Options -Wait -PassThru
    if ($done.ExitCode -ne 0) { throw "$Program $Options ended with $($done.ExitCode)" }
}

function Assert-Answers([string]$Folder) {
    $told = & (Join-Path $Folder "signoff.exe") --version
    if ($LASTEXITCODE -ne 0) { throw "signoff --version ended with $LASTEXITCODE" }
    Write-Host "$Folder answers: $told"
    & (Join-Path $Folder "signoff.exe") doctor | Select-String "Isolation"
}

function Assert-Gone([string]$Folder) {
    if (Test-Path $Folder) { throw "left behind: $((Get-ChildItem -Recurse $Folder).FullName -join ', ')" }
}

$user = (Get-ChildItem "$Dist/*-user.exe").FullName
$folder = Join-Path $env:LOCALAPPDATA "Programs\Signoff"
foreach ($time in "fresh", "over itself") {
    Invoke-Waiting $user "/S"
    Assert-Answers $folder
}
Invoke-Waiting (Join-Path $folder "remove.exe") @("/S", "_?=$folder")
Assert-Gone (Join-Path $folder "_internal")

$machine = (Get-ChildItem "$Dist/*.msi").FullName
$folder = Join-Path $env:ProgramFiles "Signoff"
Invoke-Waiting "msiexec.exe" @("/i", "`"$machine`"", "/qn", "/norestart")
Assert-Answers $folder
Invoke-Waiting "msiexec.exe" @("/x", "`"$machine`"", "/qn", "/norestart")
Assert-Gone $folder
