import collections
import json
import string
import textwrap

TEXT = """It is a truth universally acknowledged, that a loop in possession of
a good callback, must be in want of a task."""


def words(text):
    table = str.maketrans("", "", string.punctuation)
    return text.lower().translate(table).split()


counts = collections.Counter(words(TEXT))
for word, count in counts.most_common(3):
    print(f"{word!r:>8} {count:2d} {'#' * count:<5}|")
print(textwrap.fill(TEXT.replace("\n", " "), width=40))
print(json.dumps({"words": sum(counts.values()), "different": len(counts)}, indent=2))
print(f"{3.14159:.2f} {1234567:,} {255:#x} {0.256:.1%} {'mid':^9}|{-7:+d}|{2**70:e}")
print("%-5s|%05.1f|%s" % ("left", 2.25, None), "{:>{w}}".format("right", w=8))
