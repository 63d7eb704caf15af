"""Which code is the user's, and where in it something happens."""

import sys
from types import CodeType, FrameType

from . import log

_root = ""
_relative: dict[str, str] = {}
_sites: dict[tuple[str, int], int] = {}


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


def site(code: CodeType, line: int | None) -> int:
    """A place as events hold it."""
    path = user_file(code)
    if not path or line is None:
        return 0
    number = _sites.get((path, line))
    if number is None:
        number = _sites[path, line] = log.text(f"{path}:{line}")
    return number


def user_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost of the user's frames, from this frame outwards."""
    while frame is not None and not user_file(frame.f_code):
        frame = frame.f_back
    return frame


def site_of_caller() -> int:
    """The innermost place in the user's code from which something of the runtime was called."""
    frame = user_frame(sys._getframe(1))
    return 0 if frame is None else site(frame.f_code, frame.f_lineno)
