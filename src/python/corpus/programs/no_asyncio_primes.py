def primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[:2] = b"\0\0"
    for n in range(2, int(limit**0.5) + 1):
        if sieve[n]:
            sieve[n * n :: n] = bytes(len(sieve[n * n :: n]))
    return [n for n, prime in enumerate(sieve) if prime]


def columns(numbers, width):
    for i in range(0, len(numbers), width):
        yield " ".join(f"{n:4d}" for n in numbers[i : i + width])


if __name__ == "__main__":
    found = primes(200)
    for row in columns(found, 10):
        print(row)
    print(f"{len(found)} primes, the largest is {max(found)}")
