import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import { requestBegun, requestOver } from './connection-events';
import { actor, resourceKind, resourceName, taskName } from './names';
import { code, count, ordinal, type Phrase, say, sentences } from './phrase';
import { wokenJustNow } from './queued';

export function itemPut(index: RecordingIndex, event: EventOf<'itemPut'>): Phrase {
  const name = resourceName(index, event.resource);
  const item = code(index.recording.string(event.text));
  if (resourceKind(index, event.resource) === 'Session') return requestBegun(index, event);
  const { items } = index.resources.stateAt(event.resource, event.index + 1);
  const puts = say`${actor(index, asStep(event.index))} puts ${item} into ${name}`;
  const getter = wokenJustNow(index, event.index);
  const serves = getter === 0 ? null : say`${taskName(index, getter)} has waited for one and can go on.`;
  if (items.length === 1) return sentences(say`${puts}, where it is the only item.`, serves);
  const position = event.position === -1 ? items.length : event.position + 1;
  const place = position === 1 ? 'as the next to be taken out' : `where it is the ${ordinal(position)} in line`;
  return sentences(say`${puts}, ${place}.`, serves);
}

export function itemGot(index: RecordingIndex, event: EventOf<'itemGot'>): Phrase {
  const { recording, resources } = index;
  const name = resourceName(index, event.resource);
  const { items } = resources.stateAt(event.resource, event.index);
  const put = items.find((candidate) => recording.fieldAt(candidate, 1) === event.item);
  const item: Phrase = put === undefined ? say`an item` : [code(recording.string(recording.fieldAt(put, 2)))];
  const left = put === undefined ? items.length : items.length - 1;
  if (resourceKind(index, event.resource) === 'Session') return requestOver(index, item, event, left);
  const takes = say`${actor(index, asStep(event.index))} takes ${item} out of ${name}, ${left === 0 ? 'which is empty now' : `where ${count(left, 'item')} ${left === 1 ? 'is' : 'are'} left`}.`;
  const putter = wokenJustNow(index, event.index);
  return sentences(takes, putter === 0 ? null : say`That makes room for ${taskName(index, putter)}, which has waited to put one in.`);
}
