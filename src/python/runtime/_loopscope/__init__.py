"""Loopscope's Python side: asyncio's loop on the simulated engine, and the probes that report what asyncio's own objects do.

It is imported once, into the snapshot from which every run starts, and is then neither in `sys.modules` nor on `sys.path`.
"""
