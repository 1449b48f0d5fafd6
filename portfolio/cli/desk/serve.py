"""The desk as a server on this computer, until somebody stops it."""

from __future__ import annotations

import logging
import webbrowser

from portfolio.cli.desk.app import make_app
from portfolio.cli.desk.desk import Desk
from portfolio.cli.desk.gate import HOST, Gate
from portfolio.cli.options import Call
from portfolio.cli.words import Words
from portfolio.errors import ExitCode


def serve(call: Call, words: Words, *, port: int, browser: bool) -> ExitCode:
    """Show the pages of a project until Ctrl-C; port 0 takes any that is free. Raises ProjectError, InUseError."""
    from werkzeug.serving import make_server

    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # the paths that it would log hold the token
    desk = Desk(root=call.root, cache=call.cache, today=call.today, words=words)
    call.console.say("desk.reading")
    _ = desk.look(call.console.report).readiness  # so that the first page need not wait for it
    call.console.rest()
    server = make_server(HOST, port, lambda *_: [], threaded=True)
    gate = Gate(port=server.server_port)
    server.app = make_app(desk, gate)
    call.console.say("desk.serving", address=gate.address)
    if browser:
        webbrowser.open(gate.address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
    call.console.say("desk.ended")
    return ExitCode.DONE
