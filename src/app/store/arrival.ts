import type { Recording } from '../../model/recording';
import type { Example } from './examples';
import type { Machine } from './machine';

/** What the address of the page asks for. A guest is a program that is there for this visit, beside the examples. */
export type Arrival =
  | { readonly kind: 'none' }
  /** What was asked for cannot be shown; `message` says why. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'example'; readonly document: string; readonly step: number | null }
  /** A program to run, with the guest's conditions. */
  | { readonly kind: 'scenario'; readonly guest: Example; readonly step: number | null }
  | { readonly kind: 'recording'; readonly guest: Example; readonly recording: Recording; readonly step: number | null };

export const NO_ARRIVAL: Arrival = { kind: 'none' };

/** The document that is opened on arrival; null when it is the one of the last visit. */
export function documentOf(arrival: Arrival): string | null {
  switch (arrival.kind) {
    case 'none':
    case 'refused':
      return null;
    case 'example':
      return arrival.document;
    case 'scenario':
    case 'recording':
      return arrival.guest.slug;
  }
}

/** The machine with the guest among its examples. */
export function withGuest(machine: Machine, arrival: Arrival): Machine {
  if (arrival.kind !== 'scenario' && arrival.kind !== 'recording') return machine;
  const { guest } = arrival;
  return {
    ...machine,
    examples: [...machine.examples, guest],
    openRecording: (slug) =>
      arrival.kind === 'recording' && slug === guest.slug ? Promise.resolve(arrival.recording) : machine.openRecording(slug),
  };
}
