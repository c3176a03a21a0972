; The installer for Windows, for Inno Setup 6.3 or later. packaging/windows/build.ps1 calls it with /DVersion= and /DBundle=.
; Not run by its authors: see README.md in this folder.

#ifndef Version
  #error "Give the version of pyproject.toml: iscc /DVersion=X.Y.Z packaging\windows\dealbuilder.iss"
#endif
#ifndef Bundle
  #define Bundle "..\..\dist\dealbuilder"
#endif

[Setup]
AppId={{6C0B7B5E-2E0B-4E0F-9B7C-5D1C1B8A4D11}
AppName=dealbuilder
AppVersion={#Version}
AppVerName=dealbuilder {#Version}
AppPublisher=The dealbuilder authors
VersionInfoVersion={#Version}
LicenseFile=..\..\LICENSE
SetupIconFile=dealbuilder.ico
UninstallDisplayIcon={app}\dealbuilder.exe
; For one user, without an administrator; /ALLUSERS on the command line installs for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
DefaultDirName={autopf}\dealbuilder
DefaultGroupName=dealbuilder
DisableProgramGroupPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto
OutputDir=..\..\dist
OutputBaseFilename=dealbuilder-{#Version}-windows-x64

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
; What the second file does not say stays in English.
Name: "zh"; MessagesFile: "compiler:Default.isl,chinese.isl"

[CustomMessages]
en.DealFile=dealbuilder deal
zh.DealFile=dealbuilder 协议文件
en.OnPath=Add the command dealbuilder-cli to the PATH
zh.OnPath=将命令 dealbuilder-cli 加入 PATH
en.Commands=Command line:
zh.Commands=命令行：

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "onpath"; Description: "{cm:OnPath}"; GroupDescription: "{cm:Commands}"; Flags: unchecked

[InstallDelete]
; Files of an older version must not stand beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "document.ico"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\dealbuilder"; Filename: "{app}\dealbuilder.exe"; AppUserModelID: "dealbuilder"
Name: "{autodesktop}\dealbuilder"; Filename: "{app}\dealbuilder.exe"; AppUserModelID: "dealbuilder"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.deal"; ValueType: string; ValueData: "dealbuilder.deal"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.deal"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.dealbuilder.deal"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.deal\OpenWithProgids"; ValueType: string; ValueName: "dealbuilder.deal"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\dealbuilder.deal"; ValueType: string; ValueData: "{cm:DealFile}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\dealbuilder.deal\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"
Root: HKA; Subkey: "Software\Classes\dealbuilder.deal\shell\open\command"; ValueType: string; ValueData: """{app}\dealbuilder.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: onpath; Check: NotOnPath

[Run]
Filename: "{app}\dealbuilder.exe"; Description: "{cm:LaunchProgram,dealbuilder}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath: Boolean;
var
  Path: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') = 0;
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path, Own: String;
begin
  if Step <> usPostUninstall then
    Exit;
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Exit;
  Own := ';' + ExpandConstant('{app}');
  if Pos(Lowercase(Own) + ';', Lowercase(Path) + ';') > 0 then
  begin
    StringChangeEx(Path, Own, '', True);
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
  end;
end;
