import asyncio
import importlib
import sys
import tempfile
from pathlib import Path

SHAPES = '''
import asyncio

class Square:
    def __init__(self, side):
        self.side = side

    async def area(self):
        await asyncio.sleep(0.01)
        return self.side ** 2
'''


async def write_lines(path, count):
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            print("ligne", number, "é", file=file)
            await asyncio.sleep(0)


async def main():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.txt" for number in range(3)]
        await asyncio.gather(*(write_lines(path, 2) for path in paths))
        print(sorted(path.name for path in folder.iterdir()), paths[0].stat().st_size)
        print(paths[2].read_text(encoding="utf-8").splitlines())
        paths[0].rename(folder / "renamed.txt")
        print(paths[0].exists(), await asyncio.to_thread((folder / "renamed.txt").read_bytes))
        try:
            await asyncio.to_thread(open, paths[0])
        except FileNotFoundError as error:
            print(type(error).__name__, error.strerror)

        package = folder / "geometry"
        package.mkdir()
        (package / "__init__.py").write_text("from .shapes import Square\n")
        (package / "shapes.py").write_text(SHAPES)
        sys.path.insert(0, name)
        geometry = importlib.import_module("geometry")
        print(geometry.__name__, geometry.Square.__module__, await geometry.Square(3).area())
    print("gone:", not folder.exists())
    with tempfile.TemporaryFile("w+") as file:
        file.write("one\ntwo\n")
        file.seek(0)
        print(file.readlines())


asyncio.run(main())
