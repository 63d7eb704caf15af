"""The wait that the running step has begun last, if its probe knows what it is for. Most steps end with it."""

import asyncio

from . import vocabulary as v

future: asyncio.Future[object] | None = None
"""What is awaited; for no longer than the step."""
reason = v.WAIT_YIELDED
target = 0
"""The WaitReason, and its target."""
