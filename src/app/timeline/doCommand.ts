import type { SpanPlace } from './spanPlace';
import type { TimelineActions } from './timelineActions';
import type { TimelineCommand } from './timelineKeys';
import type { SpanWalk } from './useSpanWalk';

/** Does what a key asks for. `show` brings a span into sight. */
export function doCommand(command: TimelineCommand, actions: TimelineActions, spanWalk: SpanWalk, show: (place: SpanPlace) => void): void {
  switch (command.kind) {
    case 'walk': {
      const place = spanWalk.go(command.way);
      if (place !== null) show(place);
      break;
    }
    case 'moment': {
      const found = spanWalk.goToMoment(command.way);
      if (found === null) break;
      actions.travel(found.step);
      show(found.place);
      break;
    }
    case 'cause': {
      const place = spanWalk.goToCause();
      if (place !== null) show(place);
      break;
    }
    case 'travel': {
      const step = spanWalk.begin();
      if (spanWalk.place === null || step === null) break;
      actions.select(spanWalk.place.lane);
      actions.travel(step);
      break;
    }
    case 'zoom':
      actions.zoomHere(command.factor);
      break;
    case 'pan':
      actions.panBy(command.share);
      break;
    case 'end':
      actions.moveEnd(command.end);
      break;
    case 'zoomToSelection':
      actions.zoomToSelection();
      break;
    case 'clear':
      actions.clearSelection();
      break;
    case 'fold':
      if (spanWalk.place !== null) actions.fold(spanWalk.place.lane);
      break;
    case 'pin':
      if (spanWalk.place !== null) actions.pin(spanWalk.place.lane);
      break;
    case 'fit':
      actions.fit();
      break;
  }
}
