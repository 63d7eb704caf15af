import type { EventOf } from '../../model/event';
import type { RecordingIndex } from '../../model/index/recording-index';
import { asStep } from '../../model/units';
import type { Part } from './explanation';
import { actor, ioLabel, resourceKind, resourceName } from './names';
import { code, count, type Phrase, say, sentences } from './phrase';

/** Where a server, a connection or a session leads to. */
export function address(index: RecordingIndex, { resource, text }: EventOf<'address'>): Phrase {
  const name = resourceName(index, resource);
  const where = code(index.recording.string(text));
  switch (resourceKind(index, resource)) {
    case 'Server':
      return say`${name} listens at ${where}: whoever connects there gets a connection of its own.`;
    case 'Session':
      return say`requests through ${name} go to ${where}, unless they name another host.`;
    default:
      return say`${name} leads to ${where}.`;
  }
}

export const resourceIo = (index: RecordingIndex, { resource, io }: EventOf<'resourceIo'>): Phrase =>
  say`${ioLabel(index, io)} has to wait for the other side of ${resourceName(index, resource)}.`;

export function closed(index: RecordingIndex, { resource }: EventOf<'closed'>): Phrase {
  const name = resourceName(index, resource);
  switch (resourceKind(index, resource)) {
    case 'Server':
      return say`${name} is closed: nobody can connect to it any more. What is connected stays so.`;
    case 'Session':
      return say`${name} is closed: no request can be made through it any more.`;
    default:
      return say`${name} is closed: nothing comes or goes through it any more.`;
  }
}

export function serverChange(index: RecordingIndex, { resource, value, unfinished, index: at }: EventOf<'level'>, name: Part): Phrase {
  const open = value === 0 ? 'none is open now' : `${count(value, 'connection')} ${value === 1 ? 'is' : 'are'} open now`;
  return unfinished > index.resources.stateAt(resource, at).unfinished
    ? say`${name} accepts a connection: ${open}.`
    : say`a connection to ${name} has ended: ${open}.`;
}

export function sessionChange({ value }: EventOf<'level'>, name: Part): Phrase {
  return say`${value === 0 ? 'no request is' : value === 1 ? '1 request is' : `${value} requests are`} in flight through ${name} now.`;
}

export function connectionChange(index: RecordingIndex, event: EventOf<'level'>, name: Part): Phrase {
  const { resource, value, unfinished } = event;
  const before = index.resources.stateAt(resource, event.index);
  const unread = value === 0 ? 'Nothing is left to be read' : `${count(value, 'byte')} can be read now`;
  const came = value - before.value;
  const went = unfinished - before.unfinished;
  if (came === 0 && went === 0)
    return say`${count(value, 'byte')} can be read from ${name}, and ${count(unfinished, 'byte')} are on their way.`;
  return sentences(
    came > 0 ? say`${count(came, 'byte')} came through ${name}. ${unread}.` : null,
    came < 0 ? say`${actor(index, asStep(event.index))} reads ${count(-came, 'byte')} from ${name}. ${unread}.` : null,
    went > 0 ? say`${actor(index, asStep(event.index))} writes into ${name}: ${count(unfinished, 'byte')} are on their way now.` : null,
    went < 0
      ? say`${count(-went, 'byte')} that went into ${name} have arrived${unfinished === 0 ? '' : `, and ${count(unfinished, 'byte')} are on their way`}.`
      : null,
  );
}

export function requestBegun(index: RecordingIndex, event: EventOf<'itemPut'>): Phrase {
  const { items } = index.resources.stateAt(event.resource, event.index + 1);
  const asks = say`${actor(index, asStep(event.index))} asks for ${code(index.recording.string(event.text))} through ${resourceName(index, event.resource)}`;
  return items.length === 1
    ? say`${asks}: it is the only request in flight there.`
    : say`${asks}, where ${items.length} requests are in flight now.`;
}

export const requestOver = (index: RecordingIndex, request: Phrase, { resource }: EventOf<'itemGot'>, left: number): Phrase =>
  say`${request} is over. ${left === 0 ? 'No request is' : left === 1 ? '1 request is' : `${left} requests are`} in flight through ${resourceName(index, resource)} now.`;
