@echo off
rem Runs oit on Windows with the flags that make a short run fast. Works from any folder. In a checkout
rem it builds the jar when that is missing or older than its sources; in a release it needs nothing
rem but Java 17, or the runtime beside it.
setlocal EnableExtensions DisableDelayedExpansion

rem The arguments once more: Java gets them only in the code page of the machine. Without quotes around
rem the whole, for the quotes of the arguments have to stay in pairs.
set OIT_TYPED=%*

set "here=%~dp0"
set "app=%here%target"
set "sample=%here%."
if not exist "%here%app\oit.jar" goto :placed
set "app=%here%app"
set "sample=%here%sample"
:placed
set "jar=%app%\oit.jar"
set "archive=%app%\oit.jsa"
set "result=2"

rem Thai on the console; the page that was is set again at the end.
set "codepage="
for /f "tokens=2 delims=:." %%c in ('chcp 2^>nul') do set "codepage=%%c"
if defined codepage set "codepage=%codepage: =%"
if not "%codepage%"=="65001" chcp 65001 >nul 2>&1

if not exist "%here%runtime\bin\java.exe" goto :seek
set "java=%here%runtime\bin\java.exe"
goto :found
:seek
if not defined JAVA_HOME goto :on-path
rem Quotes that somebody wrote around the folder, and a backslash behind it, do no harm.
set "java=%JAVA_HOME:"=%\bin\java.exe"
if exist "%java%" goto :found
echo oit: ไม่พบ Java ที่ JAVA_HOME="%JAVA_HOME:"=%" 1>&2
echo      no Java there: set JAVA_HOME to the folder of Java 17 or newer, or remove it 1>&2
goto :end
:on-path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined java goto :found
echo oit: ไม่พบ Java ติดตั้ง Java 17 ขึ้นไปก่อน หรือใช้ชุดที่มี Java อยู่ในตัว 1>&2
echo      no Java: install version 17 or newer, or take the archive that has its own 1>&2
goto :end
:found

if not exist "%here%src\main" goto :built
set "stale="
if not exist "%jar%" set "stale=1"
if defined stale goto :build
powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:jar).LastWriteTime; if (Get-ChildItem -LiteralPath ($env:here+'pom.xml'),($env:here+'src\main'),($env:here+'templates'),($env:here+'src\docs\content'),($env:here+'src\docs\ci') -Recurse | Where-Object { $_.LastWriteTime -gt $j } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto :built
:build
echo oit: กำลังสร้างโปรแกรม… ^(building^) 1>&2
pushd "%here%"
call mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true package 1>&2
set "built=%errorlevel%"
popd
if "%built%"=="0" goto :touch
echo oit: สร้างโปรแกรมไม่สำเร็จ ดูข้อความด้านบน 1>&2
echo      the build failed, see above 1>&2
goto :end
:touch
copy /b "%jar%"+,, "%jar%" >nul 2>&1
:built

set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr"
set "flags=%flags% -XX:+IgnoreUnrecognizedVMOptions -XX:C1MaxInlineSize=20 -XX:C1MaxInlineLevel=4"

rem Classes as this very Java has laid them out in memory: without them a start takes twice as long.
rem The archive goes with the time and size of the jar and of Java, which the key tells; not with their
rem folders, whose letters a key in this page may not hold. It lies beside the jar, or in the user's
rem own folder where the program's is not to be written to.
set "key="
for %%f in ("%jar%" "%java%") do call :stamp "%%~tf" "%%~zf"
call :settled
if defined is goto :ready
copy /y nul "%archive%.try" >nul 2>&1
if exist "%archive%.try" (
  del "%archive%.try"
  goto :prepare
)
set "archive="
if not defined LOCALAPPDATA goto :ready
if not exist "%LOCALAPPDATA%\oit" mkdir "%LOCALAPPDATA%\oit" 2>nul
if not exist "%LOCALAPPDATA%\oit" goto :ready
set "archive=%LOCALAPPDATA%\oit\oit.jsa"
call :settled
if defined is goto :ready
:prepare
set "version="
"%java%" -version 2>"%archive%.txt"
for /f "usebackq tokens=2,3" %%u in ("%archive%.txt") do if /i "%%u"=="version" if not defined version set "version=%%~v"
del "%archive%.txt" 2>nul
if not defined version (
  echo oit: เปิด Java ไม่ได้ "%java%" 1>&2
  echo      Java does not start 1>&2
  goto :end
)
set "major="
for /f "tokens=1,2 delims=.-+" %%a in ("%version%") do (
  set "major=%%a"
  if "%%a"=="1" set "major=%%b"
)
if not defined major set "major=0"
if %major% LSS 17 (
  echo oit: พบ Java รุ่น %major% แต่ต้องใช้รุ่น 17 ขึ้นไป "%java%" 1>&2
  echo      this Java is too old: version 17 or newer is needed 1>&2
  goto :end
)
echo oit: กำลังเตรียมใช้ครั้งแรก… ^(preparing, once^) 1>&2
set "new=%archive%.%random%"
if exist "%archive%" del "%archive%" 2>nul
if exist "%archive%.key" del "%archive%.key" 2>nul
rem Learnt on a copy of the sample, for reading and judging a site leaves files behind.
if not "%sample%"=="%here%." (
  xcopy "%sample%" "%new%.site\" /e /i /q /y >nul 2>&1
  set "sample=%new%.site"
)
"%java%" %flags% "-XX:ArchiveClassesAtExit=%new%" -Doit.learning=true -jar "%jar%" status --site "%sample%" >nul 2>&1
if exist "%new%.site" rd /s /q "%new%.site"
rem Noted also when this Java makes none, which then is not tried at every start; but not when the
rem former one cannot be replaced because somebody is using it.
if not exist "%new%" set "key=none %key%"
if exist "%new%" move /y "%new%" "%archive%" >nul 2>&1
if exist "%new%" (
  del "%new%"
  goto :ready
)
>"%archive%.key" echo %key%
:ready
set "share=-Xshare:auto"
if defined archive if exist "%archive%" set "share=-XX:SharedArchiveFile=%archive%"

rem A console in UTF-8 gives programs no Thai that is typed, but one in the Thai page does.
set "console="
if not "%codepage%"=="874" goto :run
if /i not "%~1"=="init" goto :run
chcp 874 >nul 2>&1
set "console=-Doit.console=874"
:run
"%java%" %flags% "%share%" %console% -Djdk.console=java.base -Doit.terminal=auto -jar "%jar%" %*
set "result=%errorlevel%"

:end
if defined codepage if not "%codepage%"=="65001" chcp %codepage% >nul 2>&1
exit /b %result%

:stamp
set "key=%key%%~1/%~2/"
exit /b 0

:settled
set "is="
set "known="
if not exist "%archive%.key" exit /b 0
set /p known=<"%archive%.key"
if "%known%"=="none %key%" set "is=1"
if "%known%"=="%key%" if exist "%archive%" set "is=1"
exit /b 0
