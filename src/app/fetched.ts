/** Milliseconds after which a part that could not be fetched is asked for again, each time. */
const PAUSES = [200, 800, 2_500];

/** Fetches a part of the page, again a few times where the network fails: many visit at once over one that is bad. */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return load();
}
