import type { editor, IMarkdownString, IPosition } from 'monaco-editor/editor/editor.api';
import { useEffect, useState } from 'react';
import { formatSeconds } from '../../model/units';
import { monaco } from './bundledMonaco';
import { useLatest } from './useLatest';
import { type ChangesOf, changesAround, storyAt, type VariableStory } from './variableAt';

/** What a variable's history is told from. */
export interface VariableSource {
  readonly changesOf: ChangesOf;
  /** The present step. */
  readonly step: number;
  readonly taskLabel: (task: number | null) => string;
  readonly onTravel: (step: number) => void;
}

/** The list of a variable's changes that the reader opened, and the place of the text at which it stands. */
export interface OpenHistory {
  /** null: there is no variable at the caret that was recorded. */
  readonly story: VariableStory | null;
  readonly at: IPosition;
  /** What it was told from: with another recording, it is closed. */
  readonly changesOf: ChangesOf | undefined;
}

const TRAVEL = 'loopscope.travel';
const OPEN = 'loopscope.variableHistory';
/** A hover shows no more than this; the list shows all. */
const MOST_IN_HOVER = 8;

/**
 * Tells a variable's history: in a hover, where each entry leads to its step, and, by a key or from the hover, as a list to walk in.
 * Gives the list that is open, and how to close it.
 */
export function useVariableHistory(target: editor.IStandaloneCodeEditor | null, source: VariableSource | null) {
  const [open, setOpen] = useState<OpenHistory | null>(null);
  const latest = useLatest(source);

  useEffect(() => {
    if (target === null) return;
    const { KeyCode, KeyMod } = monaco;
    const storyIn = ({ lineNumber, column }: IPosition): VariableStory | null => {
      const lines = target.getModel()?.getLinesContent() ?? [];
      return latest.current === null ? null : storyAt(lines, lineNumber, column, latest.current.changesOf);
    };
    const show = (at: IPosition | null): void => {
      if (at !== null) setOpen({ story: storyIn(at), at, changesOf: latest.current?.changesOf });
    };
    const registered = [
      monaco.languages.registerHoverProvider('python', {
        provideHover: (model, position) => {
          const story = model === target.getModel() ? storyIn(position) : null;
          return story === null || latest.current === null ? null : { contents: hoverOf(story, latest.current, position) };
        },
      }),
      monaco.editor.registerCommand(TRAVEL, (_, step: unknown) => latest.current?.onTravel(Number(step))),
      monaco.editor.registerCommand(OPEN, (_, lineNumber: unknown, column: unknown) =>
        show({ lineNumber: Number(lineNumber), column: Number(column) }),
      ),
      target.addAction({
        id: `${OPEN}AtCaret`,
        label: 'History of the variable at the caret',
        keybindings: [KeyMod.CtrlCmd | KeyCode.KeyI],
        run: () => show(target.getPosition()),
      }),
    ];
    return () => {
      for (const one of registered) one.dispose();
    };
  }, [target, latest]);

  return { open: open?.changesOf === source?.changesOf ? open : null, close: () => setOpen(null) };
}

function hoverOf({ name, function: scope, changes }: VariableStory, { step, taskLabel }: VariableSource, at: IPosition): IMarkdownString[] {
  const { earlier, shown, later } = changesAround(changes, step, MOST_IN_HOVER);
  const present = shown.findLast((change) => change.step <= step);
  const entries = shown.map((change) => {
    const link = `[step ${change.step}](command:${TRAVEL}?${change.step} "Go to step ${change.step}")`;
    const line = `${link} · ${formatSeconds(change.clock)} · ${plain(taskLabel(change.task))} · ${valueText(change.value)}`;
    return change === present ? `- **now** ${line}` : `- ${line}`;
  });
  const others = earlier + later;
  const all =
    others === 0
      ? []
      : [
          `[All ${changes.length.toLocaleString('en')} changes](command:${OPEN}?${encodeURIComponent(JSON.stringify([at.lineNumber, at.column]))})`,
        ];
  return [
    { value: `${code(name)} ${scope === '<module>' ? 'in the module' : `in ${code(scope)}`}, in this recording` },
    { value: entries.join('\n'), isTrusted: { enabledCommands: [TRAVEL] } },
    ...all.map((value) => ({ value, isTrusted: { enabledCommands: [OPEN] } })),
  ];
}

const valueText = (value: string): string => (value === '' ? '*unbound*' : code(value));

/** Markdown's code, whatever is in it: its fence is longer than any run of backticks in the text. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}

/** A name that holds nothing that Markdown would take for its own. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&');
