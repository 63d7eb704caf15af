"""Which code is the user's, and where in it something happens."""

import sys
from asyncio import BaseEventLoop
from types import CodeType, FrameType

from . import log

_bottoms = {id(BaseEventLoop._run_once.__code__)}
"""Where the stack begins of what runs."""

_root = ""
_relative: dict[str, str] = {}
user_codes: dict[int, CodeType] = {}
"""All of the user's code that has ever run, by its `id()`."""

_sites: dict[tuple[int, int], int] = {}
"""By code and instruction."""
_line_sites: dict[int, dict[int, int]] = {}


def set_root(folder: str) -> None:
    """Names the folder whose Python files are the user's; it ends with a slash."""
    global _root
    _root = folder


def is_users(path: str) -> bool:
    """Whether a file is the user's, by its full path."""
    return path.startswith(_root)


def user_file(code: CodeType) -> str:
    """The path of the user's file that holds this code, relative to the program's folder; empty for anybody else's code."""
    filename = code.co_filename
    path = _relative.get(filename)
    if path is None:
        path = _relative[filename] = filename.removeprefix(_root) if is_users(filename) else ""
    return path


def add_users(code: CodeType) -> bool:
    """Takes note of code that has begun to run; answers whether it is the user's and new."""
    if id(code) in user_codes or not user_file(code):
        return False
    user_codes[id(code)] = code
    return True


def site(frame: FrameType) -> int:
    """The place at which one of the user's frames stands, as events hold it."""
    code = frame.f_code
    key = id(code), frame.f_lasti
    number = _sites.get(key)
    if number is None:
        number = _sites[key] = log.text(f"{user_file(code)}:{frame.f_lineno}")
    return number


def sites_of_lines(code: CodeType) -> dict[int, int]:
    """The places of some of the user's code as events hold them, by line, as far as they are known; 0 is no line."""
    sites = _line_sites.get(id(code))
    if sites is None:
        sites = _line_sites[id(code)] = {0: 0}
    return sites


def site_of_line(code: CodeType, line: int) -> int:
    """A place as events hold it."""
    sites = sites_of_lines(code)
    if line not in sites:
        sites[line] = log.text(f"{user_file(code)}:{line}")
    return sites[line]


def end_stack_at(code: CodeType) -> None:
    """Names code of the runtime's below which a stack begins anew."""
    _bottoms.add(id(code))


def user_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost of the user's frames, from this frame outwards, within the handle that runs."""
    while frame is not None and id(frame.f_code) not in user_codes:
        if id(frame.f_code) in _bottoms:
            return None
        frame = frame.f_back
    return frame


def site_of_caller() -> int:
    """The innermost place in the user's code from which something of the runtime was called."""
    frame = user_frame(sys._getframe(1))
    return 0 if frame is None else site(frame)


def where_called() -> str:
    """As `site_of_caller`, in words; empty outside the user's code."""
    frame = user_frame(sys._getframe(1))
    return "" if frame is None else f"{user_file(frame.f_code)}:{frame.f_lineno}"
