; The installer for one user of Windows: no administrator's rights, silent with /S, its files below the user's own folder.
; Given with -D: VERSION, LISTS (a folder with install.nsh and remove.nsh), ICON, OUT (the file to write).
Unicode true
ManifestDPIAware true
Name "Signoff ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
Icon "${ICON}"
UninstallIcon "${ICON}"
InstallDir "$LOCALAPPDATA\Programs\Signoff"
InstallDirRegKey HKCU "Software\Signoff" "Folder"
SetCompressor /SOLID lzma
SetDateSave off
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText " "
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Signoff"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs Signoff for one user"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Signoff authors, Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Signoff"
!define KIND "Software\Classes\Signoff.Project"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section "Signoff"
  ; What an earlier version laid here goes first, by its own list; what others laid beside it, such as a language model, stays.
  IfFileExists "$INSTDIR\remove.exe" 0 fresh
    ExecWait '"$INSTDIR\remove.exe" /S _?=$INSTDIR' $0
    IntCmp $0 0 fresh
      SetErrorLevel 2
      Abort "The version that is installed could not be removed: close Signoff and try again."
  fresh:
  !include "${LISTS}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\remove.exe"
  CreateShortCut "$SMPROGRAMS\Signoff.lnk" "$INSTDIR\signoff-window.exe"
  WriteRegStr HKCU "Software\Signoff" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.signoff" "" "Signoff.Project"
  WriteRegStr HKCU "${KIND}" "" "Signoff project"
  WriteRegStr HKCU "${KIND}\DefaultIcon" "" "$INSTDIR\signoff-window.exe,0"
  WriteRegStr HKCU "${KIND}\shell\open\command" "" '"$INSTDIR\signoff-window.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Signoff"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\signoff-window.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Signoff authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\remove.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\remove.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  ; A program that runs can't be deleted: nothing is taken away then.
  ClearErrors
  IfFileExists "$INSTDIR\signoff.exe" 0 +2
    Rename "$INSTDIR\signoff.exe" "$INSTDIR\signoff.exe.going"
  IfErrors 0 +3
    SetErrorLevel 2
    Abort "Signoff is open: close it and try again."
  Rename "$INSTDIR\signoff.exe.going" "$INSTDIR\signoff.exe"
  !include "${LISTS}/remove.nsh"
  Delete "$INSTDIR\remove.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Signoff.lnk"
  DeleteRegKey HKCU "Software\Signoff"
  DeleteRegKey HKCU "${KIND}"
  DeleteRegKey HKCU "Software\Classes\.signoff"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
