import { decodeRecording } from '../model/file';
import type { Recorder } from '../recorder/protocol';
import { fetched } from './fetched';
import { bundledExamples } from './store/examples';
import type { Keeper } from './store/keeper';
import type { Machine } from './store/machine';

/** The page's machine in a browser. `base` is the address of the folder that holds the page. */
export function browserMachine(base: string = document.baseURI): Machine {
  return {
    examples: bundledExamples(),
    keeper: browserKeeper(),
    recorder: loadRecorder(base),
    nextFrame: (callback) => requestAnimationFrame(callback),
    later: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    openRecording: async (slug) => decodeRecording(await fetchBytes(new URL(`examples/${slug}.loopscope`, base))),
  };
}

/** What a server has at an address; rejects with a reason for the reader. */
export async function fetchBytes(address: URL): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The server answered ${response.status} to a request for it.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The recorder is no part of what is needed to see an example, so it comes after that. */
async function loadRecorder(base: string): Promise<Recorder> {
  const { createRecorder } = await fetched(() => import('../recorder/client'));
  return createRecorder(base);
}

/** The browser's own storage; a stand-in that keeps nothing where the browser forbids even to look at it. */
function browserKeeper(): Keeper {
  try {
    return localStorage;
  } catch {
    return {
      getItem: () => null,
      setItem: () => {
        throw new Error('this browser keeps nothing');
      },
    };
  }
}
