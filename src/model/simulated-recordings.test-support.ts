import { seededDice } from './dice.test-support';
import { EventWriter } from './event-writer.test-support';
import { type Recording, RecordingBuilder } from './recording';
import { DEFAULT_CONDITIONS } from './scenario';
import { simulateProgram } from './simulated-program.test-support';
import { writeWildEvents } from './wild-events.test-support';

/** A recording of a made-up program, as a recorder would write it; the same for the same seed. */
export function simulatedRecording(seed: number, events: number): Recording {
  const writer = new EventWriter();
  simulateProgram(writer, seededDice(seed), { events, tasks: 30, alive: 12, lines: seed % 4 !== 0 });
  return recordingOf(writer);
}

/** A recording of anything that a recording may hold, from as many throws of the dice; the same for the same seed. */
export function wildRecording(seed: number, tries: number): Recording {
  const writer = new EventWriter();
  writeWildEvents(writer, seededDice(seed), tries);
  return recordingOf(writer);
}

function recordingOf(writer: EventWriter): Recording {
  const builder = new RecordingBuilder({ files: [{ path: 'main.py', text: '' }] }, DEFAULT_CONDITIONS);
  builder.append(writer.take());
  return builder.recording();
}
