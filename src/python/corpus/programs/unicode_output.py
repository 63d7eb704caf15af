import asyncio
import sys


async def greet(language, words, delay):
    await asyncio.sleep(delay)
    print(f"{language:·<12}{words}")


async def main():
    await asyncio.gather(
        greet("deutsch", "Grüß dich, schöne Straße", 0.01),
        greet("ελληνικά", "γεια σου κόσμε", 0.02),
        greet("日本語", "こんにちは、世界", 0.03),
        greet("emoji", "👋 🌍 👩‍🚀", 0.04),
        greet("עברית", "שלום עולם", 0.05),
    )
    print("naïve café".upper(), len("👋"), "é" == "e\u0301", ascii("ß"), "tab\there")
    print("no newline at the end", end="")
    sys.stdout.write("\n")
    print("a", "b", sep="→", end=".\n")


asyncio.run(main())
