"""A module with a docstring."""
import asyncio
import os
import sys

__version__ = "1.2.3"


class Service:
    """Says what it is."""

    def __init__(self):
        self.module = self.__class__.__module__

    async def run(self):
        await asyncio.sleep(0)
        return f"{self.module}.{type(self).__qualname__}"


if __name__ == "__main__":
    print(__name__, __doc__, __version__)
    print(os.path.basename(__file__), os.path.basename(sys.argv[0]))
    print(sys.modules["__main__"].Service is Service)
    print(asyncio.run(Service().run()))
    print(sorted(name for name in globals() if not name.startswith("_")))
    print(sys.version_info >= (3, 11), sys.implementation.name)
