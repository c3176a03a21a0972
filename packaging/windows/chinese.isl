; The steps of the installer in Simplified Chinese, our own words; what is not here is told in English.

[LangOptions]
LanguageName=<7B80><4F53><4E2D><6587>
LanguageID=$0804
LanguageCodePage=936

[Messages]
SetupAppTitle=安装
SetupWindowTitle=安装 - %1
UninstallAppTitle=卸载
UninstallAppFullTitle=卸载 %1
InformationTitle=信息
ConfirmTitle=确认
ErrorTitle=错误
ButtonBack=< 上一步(&B)
ButtonNext=下一步(&N) >
ButtonInstall=安装(&I)
ButtonOK=确定
ButtonCancel=取消
ButtonYes=是(&Y)
ButtonNo=否(&N)
ButtonFinish=完成(&F)
ButtonBrowse=浏览(&B)...
ExitSetupTitle=退出安装
ExitSetupMessage=安装尚未完成。现在退出则不会安装本程序。%n%n要退出吗？
WelcomeLabel1=欢迎安装 [name]
WelcomeLabel2=将在此电脑上安装 [name/ver]。%n%n安装前请先关闭其他程序。
ClickNext=单击“下一步”继续，单击“取消”退出。
WizardLicense=许可协议
LicenseLabel=继续之前请阅读以下重要信息。
LicenseLabel3=请阅读下面的许可协议。接受其条款后方可继续安装。
LicenseAccepted=我接受协议(&A)
LicenseNotAccepted=我不接受协议(&D)
WizardSelectDir=选择安装位置
SelectDirDesc=[name] 应安装到何处？
SelectDirLabel3=[name] 将安装到以下文件夹。
SelectDirBrowseLabel=单击“下一步”继续；要另选文件夹，请单击“浏览”。
DiskSpaceMBLabel=至少需要 [mb] MB 可用磁盘空间。
WizardSelectTasks=选择附加任务
SelectTasksDesc=还要执行哪些任务？
SelectTasksLabel2=请选择安装 [name] 时要执行的附加任务，然后单击“下一步”。
WizardReady=准备安装
ReadyLabel1=即将在此电脑上安装 [name]。
ReadyLabel2a=单击“安装”继续；要检查或更改设置，请单击“上一步”。
ReadyLabel2b=单击“安装”继续。
WizardPreparing=正在准备安装
WizardInstalling=正在安装
InstallingLabel=正在安装 [name]，请稍候。
FinishedHeadingLabel=[name] 安装完成
FinishedLabelNoIcons=[name] 已安装到此电脑。
FinishedLabel=[name] 已安装到此电脑。可通过已安装的快捷方式启动。
ClickFinish=单击“完成”退出安装。
ConfirmUninstall=确定要移除 %1 及其全部组件吗？您的协议文件不会被删除。
UninstallStatusLabel=正在从此电脑移除 %1，请稍候。
UninstalledAll=%1 已从此电脑移除。

[CustomMessages]
CreateDesktopIcon=创建桌面快捷方式(&D)
AdditionalIcons=附加快捷方式：
LaunchProgram=运行 %1
