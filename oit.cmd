@echo off
rem Runs oit on Windows: builds the jar when it is missing or older than its sources, then starts
rem Java with the flags that make a short run fast. Works from any folder.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "jar=%home%target\oit.jar"
set "archive=%home%target\oit.jsa"

rem Thai on the console.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo oit: ไม่พบ Java ติดตั้ง Java 17 ขึ้นไปก่อน 1>&2
  echo      no Java: install version 17 or newer, or set JAVA_HOME 1>&2
  set "result=2"
  goto :end
)

if not exist "%home%src\main" goto :built
set "stale="
if not exist "%jar%" set "stale=1"
if not defined stale (
  powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:jar).LastWriteTime; if ((Test-Path -LiteralPath $env:archive) -and (Get-Item -LiteralPath $env:archive).LastWriteTime -lt $j) { Remove-Item -Force -LiteralPath $env:archive }; if (Get-ChildItem -LiteralPath ($env:home+'pom.xml'),($env:home+'src\main'),($env:home+'templates'),($env:home+'src\docs\content'),($env:home+'src\docs\ci') -Recurse | Where-Object { $_.LastWriteTime -gt $j } | Select-Object -First 1) { exit 1 }"
  if errorlevel 1 set "stale=1"
)
if not defined stale goto :built
echo oit: กำลังสร้างโปรแกรม… ^(building^) 1>&2
pushd "%home%"
call mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true package 1>&2
set "result=%errorlevel%"
popd
if not "%result%"=="0" (
  echo oit: สร้างโปรแกรมไม่สำเร็จ ดูข้อความด้านบน 1>&2
  echo      the build failed, see above 1>&2
  set "result=2"
  goto :end
)
copy /b "%jar%"+,, "%jar%" >nul 2>&1
if exist "%archive%" del "%archive%"
:built

set "flags=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr"
set "flags=%flags% -XX:+IgnoreUnrecognizedVMOptions -XX:C1MaxInlineSize=20 -XX:C1MaxInlineLevel=4"
if not exist "%archive%" (
  "%java%" %flags% "-XX:ArchiveClassesAtExit=%archive%" -jar "%jar%" status --site "%home%." >nul 2>&1
)
set "share=-Xshare:auto"
if exist "%archive%" set "share=-XX:SharedArchiveFile=%archive%"

"%java%" %flags% "%share%" -Doit.terminal=1 -jar "%jar%" %*
set "result=%errorlevel%"

:end
chcp %codepage% >nul
exit /b %result%
