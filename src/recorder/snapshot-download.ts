/**
 * Fetches the memory snapshot, which is served gzipped, and unpacks it.
 * @param onProgress is called with the part that has arrived, from 0 to 1
 */
export async function downloadSnapshot(url: string, onProgress: (part: number) => void): Promise<Blob> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status} to a request for Python's snapshot`);
  const size = Number(response.headers.get('content-length'));
  let arrived = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      arrived += bytes.length;
      if (size > 0) onProgress(Math.min(1, arrived / size));
      controller.enqueue(bytes);
    },
  });
  const unpacked = response.body.pipeThrough(counter).pipeThrough(new DecompressionStream('gzip'));
  return new Response(unpacked).blob();
}
