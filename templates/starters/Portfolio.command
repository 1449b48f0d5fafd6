#!/bin/sh
# Double-click: opens the review page of the project in this folder. To end it, close the window that opens.
# Run under Linux; nobody has run it on macOS yet, where the first time needs a right click and "Open". If it does not
# work, open a terminal in this folder and type: portfolio review
cd "$(dirname "$0")" || exit 1
PATH="$HOME/.local/bin:/opt/homebrew/bin:/usr/local/bin:$PATH"
if ! command -v portfolio >/dev/null; then
  echo "{missing}"
  read -r _
  exit 1
fi
exec portfolio review
