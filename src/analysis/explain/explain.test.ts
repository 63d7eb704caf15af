import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordingIndex } from '../../model/index/recording-index';
import type { Recording } from '../../model/recording';
import { draw } from '../../model/recording-drawing.test-support';
import { simulatedRecording, wildRecording } from '../../model/simulated-recordings.test-support';
import { asResourceId, asStep, asTaskId } from '../../model/units';
import { EVENT_KINDS } from '../../model/vocabulary';
import { explain } from './explain';
import { explanationText } from './explanation';
import { explained, MAIN_A_B } from './said.test-support';

function allExplanations(recording: Recording): readonly string[] {
  const index = new RecordingIndex(recording);
  return Array.from({ length: recording.length + 1 }, (_, step) => explanationText(explain(index, asStep(step))));
}

describe('explain', () => {
  it('says what is to come before anything has happened', () => {
    expect(allExplanations(draw(''))).toEqual(['Nothing has happened yet. main.py is about to run from its first line.']);
  });

  it('refuses a step that is not there', () => {
    const index = new RecordingIndex(draw('loopStart 1'));
    expect(() => explain(index, asStep(2))).toThrow(RangeError);
    expect(() => explain(index, asStep(-1))).toThrow(RangeError);
    expect(() => explain(index, asStep(0.5))).toThrow(RangeError);
  });

  it('says it with links to what it names', () => {
    const drawing = `resource 1 Semaphore sem main.py:5\n level 1 1 1\n ${MAIN_A_B}\n acquired 1 3\n level 1 0 1\n suspend 1 acquire 1 main.py:6`;
    expect(explained(drawing).parts).toEqual([
      { kind: 'task', task: asTaskId(1), label: 'main' },
      { kind: 'text', text: ' asks for a ' },
      { kind: 'term', term: 'permit' },
      { kind: 'text', text: ' of ' },
      { kind: 'resource', resource: asResourceId(1), name: 'sem' },
      { kind: 'text', text: '. The only one is taken, by ' },
      { kind: 'task', task: asTaskId(3), label: 'b' },
      { kind: 'text', text: ', so it joins the waiters and hands control back to the loop.' },
    ]);
  });

  it('finds whole sentences for every step of a made-up program', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        for (const text of allExplanations(simulatedRecording(seed, 400))) {
          expect(text).toMatch(/^\S.*[.]$|^\S.* is about to run .*/);
          expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\.|,,/);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('finds words for whatever a recording may hold, of every kind', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const recording = wildRecording(seed, 1500);
        for (const [step, text] of allExplanations(recording).entries()) {
          expect(text).not.toBe('');
          if (step > 0) seen.add(recording.event(step - 1).type);
        }
      }),
      { numRuns: 20 },
    );
    expect([...EVENT_KINDS].filter((kind) => kind !== 'end' && !seen.has(kind))).toEqual([]);
  });

  it('says of no two kinds of event the same', () => {
    const index = new RecordingIndex(simulatedRecording(7, 5_000));
    const kindOf = new Map<string, string>();
    for (let step = 1; step <= index.length; step++) {
      const { type } = index.recording.event(step - 1);
      const text = explanationText(explain(index, asStep(step)));
      expect([text, kindOf.get(text) ?? type]).toEqual([text, type]);
      kindOf.set(text, type);
    }
  });
});
