"""Which form of a finished row a terminal wants, and the switch that keeps its own reordering off our rows."""

import os
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["app", "lrm", "word"]
Setting = Literal["auto", "app", "lrm", "word"]

QUERY = b"\x1b7\x1b[>0q\x1b[>c\x1b[8$p\r\x1b[2K\x1b8\x1b[c"
"""XTVERSION, DA2 and DECRQM 8 in one batch; CR and EL wipe the "p" qterminal prints, and DA1, which every terminal
answers, comes last and ends the waiting."""

_FENCE = re.compile(rb"\x1b\[\?[\d;]*c")
_NAME = re.compile(rb"\x1bP>\|([^\x1b\x07]*)(?:\x1b\\|\x07)")
_DEVICE = re.compile(rb"\x1b\[>([\d;]*)c")
_BIDI_MODE = re.compile(rb"\x1b\[8;(\d)\$y")

_VTE_SWITCH = ("\x1b[8l", "\x1b[8h")
_KONSOLE_SWITCH = ("\x1b]50;BidiRenderingEnabled=false\x07", "\x1b]50;BidiRenderingEnabled=true\x07")
_MLTERM_SWITCH = ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07")
_FIRST_VTE_WITH_BIDI = 5800
_MULTIPLEXER_DEVICES = ("83", "84")  # GNU screen, tmux
_FORM_INSIDE_MULTIPLEXER: dict[str, Form] = {"VTE": "lrm", "Konsole": "lrm", "kitty": "word"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """The form a terminal wants, what to send after entering and before leaving the alternate screen, and why."""

    form: Form
    enter: str = ""
    leave: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a terminal answered: its name (XTVERSION), DA2 parameters, and the state of mode 8; "" where it did not."""

    name: str = ""
    device: str = ""
    bidi_mode: str = ""


def parse(reply: bytes) -> Answers:
    """The answers within all that was read after QUERY, keys typed meanwhile and broken sequences included."""
    found = (pattern.search(reply) for pattern in (_NAME, _DEVICE, _BIDI_MODE))
    return Answers(*(match[1].decode("latin-1") if match else "" for match in found))


def ask(fd: int, timeout: float = 1.0) -> Answers:
    """Asks the terminal at a descriptor open both ways, before anything else reads it, for at most `timeout` seconds.

    What is no terminal, is not ours to read, or is on a system without termios answers nothing.
    """
    try:
        import termios
        import tty
    except ImportError:
        return Answers()
    try:
        # A background job that touches the terminal is stopped by it.
        if not os.isatty(fd) or os.tcgetpgrp(fd) != os.getpgrp():
            return Answers()
        before = termios.tcgetattr(fd)
        try:
            tty.setcbreak(fd, termios.TCSANOW)
            os.write(fd, QUERY)
            return parse(_reply(fd, time.monotonic() + timeout))
        finally:
            termios.tcsetattr(fd, termios.TCSANOW, before)
    except (OSError, termios.error):
        # A terminal that went away, or a line that only looks like one, is a terminal that does not answer.
        return Answers()


def _reply(fd: int, deadline: float) -> bytes:
    import select

    reply = b""
    while not _FENCE.search(reply):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([fd], [], [], left)[0]:
            break
        part = os.read(fd, 4096)
        if not part:
            break
        reply += part
    return reply


def decide(answers: Answers, env: Mapping[str, str], setting: Setting = "auto", *, client: str = "") -> Terminal:
    """Form and switch after the terminal's answers, its environment and the user's choice.

    `client` is what tmux says of the terminal it runs in: "termtype<tab>termname". A chosen form keeps the switch only
    where the terminal would have been given that form anyway.
    """
    found = _inside_multiplexer(env, client) if _is_multiplexer(answers, env) else _direct(answers, env)
    if setting in {"auto", found.form}:
        return found
    return Terminal(setting, why="chosen in the settings")


def detect(fd: int, setting: Setting = "auto", env: Mapping[str, str] | None = None) -> Terminal:
    """Asks, and decides; a chosen form other than "app" needs no switch and so no question."""
    env = os.environ if env is None else env
    if setting in {"lrm", "word"}:
        return decide(Answers(), env, setting)
    answers = Answers() if env.get("TERM") == "dumb" else ask(fd)
    return decide(answers, env, setting, client=_tmux_client() if "TMUX" in env else "")


def reorders_itself(env: Mapping[str, str]) -> bool:
    """Whether plain output in logical order is drawn right by the terminal, as far as the environment tells."""
    return bool(_hinted(env)) or "MLTERM" in env


def _is_multiplexer(answers: Answers, env: Mapping[str, str]) -> bool:
    return (
        "TMUX" in env
        or "STY" in env
        or env.get("TERM", "").startswith(("tmux", "screen"))
        or answers.name.startswith("tmux")
        or answers.device.partition(";")[0] in _MULTIPLEXER_DEVICES
    )


def _direct(answers: Answers, env: Mapping[str, str]) -> Terminal:
    name, term = answers.name, env.get("TERM", "")
    if answers.bidi_mode in {"1", "2", "3"}:
        return Terminal("app", *_VTE_SWITCH, why=f"VTE: mode 8 is known ({answers.bidi_mode})")
    if name.startswith("Konsole") or (not name and "KONSOLE_VERSION" in env):
        return Terminal("app", *_KONSOLE_SWITCH, why=f"Konsole: {name or 'KONSOLE_VERSION'}")
    if name.startswith("kitty") or term == "xterm-kitty":
        return Terminal("word", why="kitty: exact only as app, with its setting force_ltr yes")
    if answers.device.startswith("24;279") or term == "mlterm" or (not name and "MLTERM" in env):
        return Terminal("app", *_MLTERM_SWITCH, why="mlterm")
    if answers.device == "0;115;0":
        return Terminal("word", why="qterminal: no form is right, this one is least wrong")
    return Terminal("app", why=f"not known to reorder: {name or term or 'no name'}")


def _inside_multiplexer(env: Mapping[str, str], client: str) -> Terminal:
    termtype, _, termname = client.partition("\t")
    kind = _named(termtype) or ("kitty" if termname == "xterm-kitty" else "")
    if not termtype and not kind:
        kind = _hinted(env)
    form = _FORM_INSIDE_MULTIPLEXER.get(kind, "app")
    return Terminal(form, why=f"tmux or screen over {kind or termtype or termname or 'a terminal that is not known'}")


def _named(name: str) -> str:
    return next((kind for kind in _FORM_INSIDE_MULTIPLEXER if name.startswith(kind)), "")


def _hinted(env: Mapping[str, str]) -> str:
    vte = env.get("VTE_VERSION", "")
    if vte.isdecimal() and int(vte) >= _FIRST_VTE_WITH_BIDI:
        return "VTE"
    if "KONSOLE_VERSION" in env:
        return "Konsole"
    return "kitty" if "KITTY_WINDOW_ID" in env else ""


def _tmux_client() -> str:
    import subprocess

    command = ["tmux", "display-message", "-p", "#{client_termtype}\t#{client_termname}"]
    try:
        shown = subprocess.run(command, capture_output=True, timeout=1, check=True)  # noqa: S603 - a fixed command
    except (OSError, subprocess.SubprocessError):
        # Without tmux's word the inherited environment decides.
        return ""
    return shown.stdout.decode(errors="replace").strip("\n")
