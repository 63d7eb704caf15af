import type { ResourceId, TaskId } from '../../model/units';
import type { Place } from '../../model/world';
import type { Term } from './terms';

/** A piece of an explanation: words, or a name that leads to what it names. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'task'; readonly task: TaskId; readonly label: string }
  | { readonly kind: 'resource'; readonly resource: ResourceId; readonly name: string }
  | { readonly kind: 'place'; readonly place: Place }
  /** Python as the user wrote it, or as Python shows it: a line, a value, the name of a function. */
  | { readonly kind: 'code'; readonly text: string }
  /** A word that has a definition in TERMS; it is shown as it stands there. */
  | { readonly kind: 'term'; readonly term: Term };

/** One or two sentences in plain words. */
export interface Explanation {
  readonly parts: readonly Part[];
}

/** An explanation without its links, as it is read aloud. */
export function explanationText({ parts }: Explanation): string {
  return parts.map(partText).join('');
}

/** What stands on the page for one part. */
function partText(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'code':
      return part.text;
    case 'task':
      return part.label;
    case 'resource':
      return part.name;
    case 'place':
      return `${part.place.file}:${part.place.line}`;
    case 'term':
      return part.term;
  }
}
