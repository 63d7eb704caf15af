import { describe, expect, it } from 'vitest';
import type { Program } from '../../model/scenario';
import { MAIN_A_B, said } from './said.test-support';

const PROGRAM: Program = {
  files: [{ path: 'main.py', text: 'import asyncio\nawait out.put(url)  # waits\nprint("# no comment")\n' }],
};
const FETCH = `${MAIN_A_B}\n frame 1 0 fetch main.py`;

describe('the explanation of output', () => {
  it('quotes the first line', () => {
    expect(said(`${MAIN_A_B}\n output 1 'GET /0↵'`)).toBe('main prints GET /0.');
    expect(said(`${MAIN_A_B}\n output 1 'one↵two↵three↵'`)).toBe('main prints one and 2 more lines.');
    expect(said("output 2 'careful!↵'")).toBe('The program writes to stderr careful!.');
  });

  it('says so when nothing is to be seen of it', () => {
    expect(said(`${MAIN_A_B}\n output 1 '↵'`)).toBe('main prints only white space.');
  });
});

describe('the explanation of code', () => {
  it('says that the program begins', () => {
    expect(said("frame 1 0 '<module>' main.py")).toBe('The program begins: Python runs main.py from the top.');
  });

  it('says what a task enters, and what is called', () => {
    expect(said(FETCH)).toBe('main enters fetch.');
    expect(said(`${FETCH}\n line 1 2\n frame 2 1 parse main.py`)).toBe('In main, fetch calls parse.');
  });

  it('calls the top level the program', () => {
    const call = "frame 1 0 '<module>' main.py\n line 1 3\n frame 2 1 parse main.py";
    expect(said(call)).toBe('The program calls parse.');
    expect(said(`${call}\n returned 2`)).toBe('parse is over, and the program goes on.');
  });

  it('says that a generator goes on', () => {
    expect(said(`${FETCH}\n frame 2 1 numbers main.py\n line 2 2\n frame 2 1 numbers main.py`)).toBe(
      'fetch asks numbers for more, so that it goes on from where it stood.',
    );
  });

  it('shows the line that is about to run, without its comment', () => {
    expect(said(`${FETCH}\n line 1 2`, PROGRAM)).toBe('main is about to run main.py:2: await out.put(url)');
    expect(said(`${FETCH}\n line 1 3`, PROGRAM)).toBe('main is about to run main.py:3: print("# no comment")');
    expect(said(`${FETCH}\n line 1 99`, PROGRAM)).toBe('main is about to run main.py:99.');
  });

  it('tells a with that is left from one that is entered', () => {
    const text = 'async with lock:\n\n    n += 1\n    await f()\nprint(n)\n';
    const program: Program = { files: [{ path: 'main.py', text }] };
    const entered = `${FETCH}\n line 1 1`;
    expect(said(entered, program)).toBe('main is about to run main.py:1: async with lock:');
    expect(said(`${entered}\n line 1 3\n line 1 4\n line 1 1`, program)).toBe('main leaves the block of main.py:1: async with lock:');
    expect(said(`${entered}\n line 1 4\n line 1 1\n line 1 1`, program)).toBe('main is about to run main.py:1: async with lock:');
    expect(said(`${entered}\n line 1 5\n line 1 1`, program)).toBe('main is about to run main.py:1: async with lock:');
  });

  it('says how a variable changes', () => {
    expect(said(`${FETCH}\n local 1 n 1`)).toBe('In fetch, the variable n is 1.');
    expect(said(`${FETCH}\n local 1 n 1\n local 1 n 2`)).toBe('In fetch, the variable n is 2 now; it was 1.');
    expect(said(`${FETCH}\n local 1 n 1\n local 1 n ''`)).toBe('In fetch, the variable n is deleted.');
    expect(said("frame 1 0 '<module>' main.py\n local 1 sem 'Semaphore(2)'")).toBe('The global variable sem is Semaphore(2).');
  });

  it('says that a call is over', () => {
    expect(said(`${FETCH}\n returned 1`)).toBe('fetch is over.');
    expect(said(`${FETCH}\n line 1 2\n frame 2 1 parse main.py\n returned 2`)).toBe('parse is over, and fetch goes on.');
    expect(said("frame 1 0 '<module>' main.py\n line 1 3\n returned 1")).toBe('The last line of the program has run.');
  });
});

describe('the explanation of an exception', () => {
  it('says where it is raised', () => {
    expect(said(`${FETCH}\n raised 1 'KeyError(1)'`)).toBe('KeyError(1) is raised in fetch. Python looks for an except that catches it.');
  });

  it('says that it leaves the line on which it was raised, when Python comes back there', () => {
    const raising = `${FETCH}\n line 1 2\n raised 1 'KeyError(1)'`;
    expect(said(`${raising}\n line 1 2`, PROGRAM)).toBe('The exception leaves main.py:2: await out.put(url)');
    expect(said(`${raising}\n line 1 3`, PROGRAM)).toBe('main is about to run main.py:3: print("# no comment")');
  });

  it('says which timeout a TimeoutError comes from', () => {
    const timed = `${FETCH}\n scope 1 timeout 1 main.py:5\n scopeEnd 1 cancelled\n raised 1 'TimeoutError()'`;
    expect(said(timed)).toBe(
      'TimeoutError() is raised in fetch, because the time of the timeout at main.py:5 is up. Python looks for an except that catches it.',
    );
    expect(said(timed.replace('cancelled', 'exception'))).not.toContain('is up');
    expect(said(`${FETCH}\n raised 1 'TimeoutError()'`)).toBe(
      'TimeoutError() is raised in fetch. Python looks for an except that catches it.',
    );
  });

  it('says how it goes from a call to its caller', () => {
    const inner = `${FETCH}\n line 1 2\n frame 2 1 parse main.py\n line 2 3\n raised 2 'KeyError(1)'\n returned 2 exception`;
    expect(said(inner)).toBe('The exception leaves parse, which ends.');
    expect(said(`${inner}\n raised 1 'KeyError(1)'`)).toBe('parse did not catch KeyError(1), so it goes on in fetch.');
  });

  it('says what the exceptions are for that Python itself raises', () => {
    expect(said(`${FETCH}\n raised 1 'CancelledError()'`)).toBe('CancelledError is raised in fetch: this is how main is cancelled.');
    expect(said(`${FETCH}\n raised 1 'GeneratorExit()'`)).toBe(
      'GeneratorExit is raised in fetch: this is how a generator is closed before its end.',
    );
    expect(said(`${FETCH}\n raised 1 'StopIteration(19)'`)).toBe(
      'In fetch, what it asked for has arrived; inside Python, a StopIteration carries it.',
    );
    expect(said(`${FETCH}\n raised 1 'StopAsyncIteration()'`)).toBe(
      'StopAsyncIteration tells fetch that an async generator has nothing more to give.',
    );
  });

  it('says that it ends the program', () => {
    expect(said("frame 1 0 '<module>' main.py\n raised 1 'KeyError(1)'\n returned 1 exception")).toBe('The exception ends the program.');
  });
});
