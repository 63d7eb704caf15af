/** Where a command stands in the list of keys and in the palette. */
export type CommandGroup = 'Program' | 'Step' | 'Play' | 'Jump' | 'Page';

interface CommandEntry {
  readonly title: string;
  readonly group: CommandGroup;
  /** As `chordOf` writes them. */
  readonly keys: readonly string[];
  /** Works while one types, too. */
  readonly whileTyping?: true;
}

/** All that one can do with a key: the one list from which keys, their help and the palette are made. */
export const COMMANDS = {
  run: { title: 'Run the program', group: 'Program', keys: ['Ctrl+Enter'], whileTyping: true },
  interruptHere: { title: 'Press Ctrl+C at this step', group: 'Program', keys: [] },
  stepBack: { title: 'Step back', group: 'Step', keys: ['ArrowLeft'] },
  stepForward: { title: 'Step forward', group: 'Step', keys: ['ArrowRight'] },
  firstStep: { title: 'First step', group: 'Step', keys: ['Home'] },
  lastStep: { title: 'Last step', group: 'Step', keys: ['End'] },
  stepByLine: { title: 'Step by line', group: 'Step', keys: ['1'] },
  stepByTaskSwitch: { title: 'Step by task switch', group: 'Step', keys: ['2'] },
  stepByLoopTurn: { title: 'Step by loop turn', group: 'Step', keys: ['3'] },
  follow: { title: 'Follow the selected task, or all again', group: 'Step', keys: ['F'] },
  playOrPause: { title: 'Play or pause', group: 'Play', keys: ['Space'] },
  slower: { title: 'Play slower', group: 'Play', keys: [','] },
  faster: { title: 'Play faster', group: 'Play', keys: ['.'] },
  switchPace: { title: 'Play by virtual time, or by steps', group: 'Play', keys: ['V'] },
  toggleBreakpoint: { title: "Breakpoint on the caret's line", group: 'Program', keys: ['F9'], whileTyping: true },
  runToCaret: { title: "Run to the caret's line", group: 'Jump', keys: ['Shift+F9'], whileTyping: true },
  switchLive: { title: 'Live: record as one types, or no longer', group: 'Program', keys: [] },
  nextBreakpoint: { title: 'Run to the next breakpoint', group: 'Jump', keys: ['F8'], whileTyping: true },
  previousBreakpoint: { title: 'Run back to the previous breakpoint', group: 'Jump', keys: ['Shift+F8'], whileTyping: true },
  nextException: { title: 'Next exception', group: 'Jump', keys: ['E'] },
  previousException: { title: 'Previous exception', group: 'Jump', keys: ['Shift+E'] },
  nextOutput: { title: 'Next output', group: 'Jump', keys: ['O'] },
  previousOutput: { title: 'Previous output', group: 'Jump', keys: ['Shift+O'] },
  nextProblem: { title: 'Next problem', group: 'Jump', keys: ['P'] },
  previousProblem: { title: 'Previous problem', group: 'Jump', keys: ['Shift+P'] },
  nextChange: { title: 'Next change of the selected resource', group: 'Jump', keys: ['R'] },
  previousChange: { title: 'Previous change of the selected resource', group: 'Jump', keys: ['Shift+R'] },
  bookmark: { title: 'Bookmark this step, or take its bookmark away', group: 'Jump', keys: ['B'] },
  nextBookmark: { title: 'Next bookmark', group: 'Jump', keys: ['N'] },
  previousBookmark: { title: 'Previous bookmark', group: 'Jump', keys: ['Shift+N'] },
  nextPanel: { title: 'Next panel', group: 'Page', keys: ['F6'], whileTyping: true },
  previousPanel: { title: 'Previous panel', group: 'Page', keys: ['Shift+F6'], whileTyping: true },
  openPalette: { title: 'Find anything', group: 'Page', keys: ['Ctrl+K'], whileTyping: true },
  share: { title: 'Share a link to this', group: 'Page', keys: [] },
  switchTheme: { title: 'Theme: light, dark or high contrast', group: 'Page', keys: [] },
  showKeys: { title: 'List of keys', group: 'Page', keys: ['?'] },
} as const satisfies Record<string, CommandEntry>;

export type CommandId = keyof typeof COMMANDS;

export const COMMAND_IDS = Object.keys(COMMANDS).filter((name): name is CommandId => name in COMMANDS);

/** A command's entry, with what only some have. */
export const commandOf = (id: CommandId): CommandEntry => COMMANDS[id];
