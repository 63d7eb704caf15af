import asyncio
from urllib.parse import urljoin, urlsplit

SITE = {
    "/": ["/about", "/blog", "/contact"],
    "/about": ["/", "/team"],
    "/blog": ["/blog/1", "/blog/2", "/"],
    "/blog/1": ["/blog/2"],
    "/blog/2": ["/blog/1", "/missing"],
    "/contact": [],
    "/team": ["/about", "/contact"],
}
LATENCY = {"/about": 0.03, "/blog": 0.02, "/contact": 0.05}


class Crawler:
    def __init__(self, base, limit):
        self.base = base
        self.limit = asyncio.Semaphore(limit)
        self.seen = {}
        self.in_flight = 0
        self.most = 0

    async def fetch(self, url):
        path = urlsplit(url).path
        async with self.limit:
            self.in_flight += 1
            self.most = max(self.most, self.in_flight)
            await asyncio.sleep(LATENCY.get(path, 0.01))
            self.in_flight -= 1
        if path not in SITE:
            raise LookupError(f"404 {path}")
        return SITE[path]

    async def crawl(self, path):
        url = urljoin(self.base, path)
        if url in self.seen:
            return
        self.seen[url] = "pending"
        try:
            links = await self.fetch(url)
        except LookupError as error:
            self.seen[url] = str(error)
            return
        self.seen[url] = f"{len(links)} links"
        await asyncio.gather(*(self.crawl(link) for link in links))


async def main():
    crawler = Crawler("http://example.test", limit=2)
    await crawler.crawl("/")
    for url in sorted(crawler.seen):
        print(f"{url:<32}{crawler.seen[url]}")
    print("most requests at once:", crawler.most)


asyncio.run(main())
