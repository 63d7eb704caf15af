import asyncio
import warnings


def old_api():
    warnings.warn("old_api() is old, use new_api()", UserWarning, stacklevel=2)
    return "result"


async def main():
    print(old_api())
    await asyncio.sleep(0)
    warnings.warn("deprecated in the main module is shown", DeprecationWarning)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        old_api()
    print("caught:", [str(warning.message) for warning in caught])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            old_api()
        except UserWarning as warning:
            print("as an error:", warning)


asyncio.run(main())
