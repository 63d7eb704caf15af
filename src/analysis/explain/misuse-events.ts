import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { atSite, taskName } from './names';
import { code, type Phrase, say, term } from './phrase';

export function misuse(index: RecordingIndex, event: EventOf<'misuse'>): Phrase {
  const text = code(index.recording.string(event.text));
  switch (event.kind) {
    case 'neverAwaited':
      return say`the ${term('coroutine')} ${text} is thrown away${atSite(index, event.site)} without ever having been awaited: nothing of it has run.`;
    case 'exceptionLost':
      return say`nobody has asked for the exception of ${event.task === 0 ? say`a future` : taskName(index, event.task)}, ${text}: asyncio can only write it to stderr.`;
    case 'generatorLeft':
      return say`the ${term('async generator')} ${text} was left${atSite(index, event.site)} before its end, so the loop has to close it.`;
  }
}
