@echo off
rem Starts Elbow. What may be set:
rem   JAVA_HOME          the Java to use, 17 or newer; otherwise the one on the PATH
rem   ELBOW_JAVA_OPTS    more options for it, such as -Xmx4g
rem   ELBOW_DATA         the folder of named datasets, as --data-dir
rem   ELBOW_PLUGINS      plugin jars, and folders of them, beside those of plugins/
rem   ELBOW_START_CACHE  where the archive of classes for fast starts is; off for none
rem   ELBOW_TRACE_START  any value: print what the start spends its time on
rem   OMP_NUM_THREADS    threads of the CPU kernels; otherwise all cores
setlocal DisableDelayedExpansion

set "ELBOW_HOME=%~dp0.."
if not defined ELBOW_COMMAND set "ELBOW_COMMAND=elbow"

if defined JAVA_HOME goto home
set "JAVA=java"
set "RELEASE="
where java >nul 2>nul
if not errorlevel 1 goto version
>&2 echo error JAVA-MISSING
>&2 echo   There is no java on the PATH, and JAVA_HOME is not set.
>&2 echo fix: Install a JDK or JRE, version 17 or newer, for example Temurin.
exit /b 2

:home
set "JAVA=%JAVA_HOME%\bin\java.exe"
set "RELEASE=%JAVA_HOME%\release"
if exist "%JAVA%" goto version
>&2 echo error JAVA-HOME
>&2 echo   JAVA_HOME is %JAVA_HOME%, where there is no bin\java.exe.
>&2 echo fix: Set JAVA_HOME to the folder of a JDK or JRE, version 17 or newer, or unset it.
exit /b 2

:version
set "VERSION="
if not defined RELEASE goto ask
if not exist "%RELEASE%" goto ask
for /f "usebackq tokens=1,2 delims==" %%a in ("%RELEASE%") do if "%%a"=="JAVA_VERSION" set "VERSION=%%~b"
if defined VERSION goto check
:ask
for /f "tokens=3" %%v in ('""%JAVA%" -version 2>&1" ^| findstr /i " version "') do if not defined VERSION set "VERSION=%%~v"
:check
set "MAJOR=0"
for /f "tokens=1 delims=.-+_" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% GEQ 17 goto start
>&2 echo error JAVA-VERSION
>&2 echo   Elbow needs Java 17 or newer, found %VERSION%.
>&2 echo fix: Install a newer JDK or JRE, and set JAVA_HOME to its folder.
exit /b 2

:start
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=%NUMBER_OF_PROCESSORS%"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
set "ALLOW="
if %MAJOR% GEQ 22 set "ALLOW=--enable-native-access=ALL-UNNAMED"
if %MAJOR% GEQ 23 set "ALLOW=%ALLOW% --sun-misc-unsafe-memory-access=allow"

rem With one backend its jars are on the class path; with two the configuration chooses, by the agent.
set "BACKEND=;%ELBOW_HOME%\lib\backend-cpu\*"
set "AGENT="
if exist "%ELBOW_HOME%\lib\backend-cuda\*.jar" set "BACKEND="
if not defined BACKEND set AGENT=-javaagent:"%ELBOW_HOME%\lib\elbow-launcher.jar"

rem MKL multiplies the matrices if its jars are there.
set "BLAS="
if exist "%ELBOW_HOME%\lib\backend-cpu\mkl-*.jar" set "BLAS=-Dorg.bytedeco.openblas.load=mkl"

rem The archive of classes: a training writes it, with a label whose first line is its size.
set "ARCHIVE="
set "SHARE="
set "RENEW="
if not defined ELBOW_START_CACHE set "ELBOW_START_CACHE=%LOCALAPPDATA%\elbow\start"
if defined AGENT goto run
if /i "%ELBOW_START_CACHE%"=="off" goto run
set "FOLDER=%~dp0"
set "ARCHIVE=%ELBOW_START_CACHE%\%FOLDER::=%%VERSION%.jsa"
if "%~1"=="train" set "RENEW=check"
if "%~1"=="resume" set "RENEW=check"
set "BYTES=none"
if exist "%ARCHIVE%.label" set /p BYTES=<"%ARCHIVE%.label"
set "SIZE="
if exist "%ARCHIVE%" for %%f in ("%ARCHIVE%") do set "SIZE=%%~zf"
if "%SIZE%"=="%BYTES%" set SHARE="-XX:SharedArchiveFile=%ARCHIVE%"
if defined SHARE goto run
if not defined RENEW goto run
if "%BYTES%"=="0" goto run
set "SHARE=-XX:+RecordDynamicDumpInfo"
set "RENEW=record"

:run
"%JAVA%" %AGENT% %SHARE% ^
  -XX:+UseSerialGC -XX:MaxRAMPercentage=25 -Xmn32m -Xshare:auto -XX:+VerifySharedSpaces -Xlog:disable ^
  "-Dorg.bytedeco.javacpp.maxbytes=200%%" "-Dorg.bytedeco.javacpp.maxphysicalbytes=340%%" %BLAS% ^
  -Djava.awt.headless=true -Dfile.encoding=UTF-8 ^
  "-Delbow.home=%ELBOW_HOME%" "-Delbow.command=%ELBOW_COMMAND%" ^
  "-Delbow.start.archive=%ARCHIVE%" -Delbow.start.renew=%RENEW% ^
  %ALLOW% %ELBOW_JAVA_OPTS% ^
  -cp "%ELBOW_HOME%\lib\*%BACKEND%" dev.elbow.cli.Main %*
exit /b %ERRORLEVEL%
