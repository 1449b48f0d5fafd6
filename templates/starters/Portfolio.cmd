@echo off
rem Double-click: opens the review page of the project in this folder. To end it, close this window.
rem Written for Windows by its documentation; nobody has run it on Windows yet. If it does not work,
rem open a terminal in this folder and type: portfolio review
chcp 65001 >nul
cd /d "%~dp0"
where portfolio >nul 2>nul
if errorlevel 1 (
  echo {missing}
  pause
  exit /b 1
)
call portfolio review
if errorlevel 1 pause
