import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { portFrom } from './port';

/** `npm start`: builds the app, serves the built folder, and prints its address. Another port: `PORT=5000 npm start`, `npm start -- --port 5000`. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const wanted = portFrom(values.port ?? process.env.PORT);

  process.stdout.write('Building Loopscope ...\n');
  await build({ logLevel: 'warn' });
  // Takes the next free port when the wanted one is taken.
  const server = await preview({ logLevel: 'warn', preview: { port: wanted, strictPort: false } });
  const address = server.resolvedUrls?.local[0] ?? `http://localhost:${wanted}/`;
  if (!address.includes(`:${wanted}/`)) process.stdout.write(`Port ${wanted} is taken.\n`);
  process.stdout.write(`Loopscope is at ${address.replace(/\/$/, '')}\nCtrl+C ends it.\n`);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
