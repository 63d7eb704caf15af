import sys


def main(argv):
    if len(argv) < 2:
        print("usage: copy SOURCE TARGET")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
