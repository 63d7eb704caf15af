import { ChevronDown, Contrast, type LucideIcon, Moon, Play, Search, Square, Sun } from 'lucide-react';
import { keysOf } from '../commands/keymap';
import { Button, IconButton } from '../design/Button';
import { ChoiceMenu } from '../design/ChoiceMenu';
import { Kbd } from '../design/Kbd';
import { ShareButton } from '../sharing/ShareButton';
import { useActions, useApp, useAppState } from '../store/AppContext';
import { OWN_PROGRAM, programTitle } from '../store/programs';
import type { Drafts } from '../store/savedDrafts';
import { isOlder } from '../store/selectors';
import styles from './Header.module.css';
import { InterpreterStatus } from './InterpreterStatus';
import { Logo } from './Logo';
import { nextChoice, systemTheme, THEME_WORDS, type Theme, themeAfter } from './theme';

const THEME_ICONS: { readonly [T in Theme]: LucideIcon } = { light: Sun, dark: Moon, contrast: Contrast };

/** The bar at the top: which program, what the interpreter does, Share, theme, Run. */
export function Header({ theme }: { readonly theme: Theme }) {
  const actions = useActions();
  const ThemeIcon = THEME_ICONS[theme];
  return (
    <header className={styles.header}>
      <h1 className={styles.logo}>
        <Logo />
        <span className={styles.wordmark}>Loopscope</span>
      </h1>
      <ProgramMenu />
      <span className={styles.spacer} />
      <InterpreterStatus />
      <span className={styles.find}>
        <IconButton
          label="Find anything"
          variant="ghost"
          icon={<Search size={16} aria-hidden="true" />}
          onClick={() => actions.openOverlay('palette')}
          {...keysOf('openPalette')}
        />
      </span>
      <ShareButton />
      <IconButton
        label="Theme"
        variant="ghost"
        detail={`${THEME_WORDS[theme]}. Press for ${THEME_WORDS[themeAfter(theme)].toLowerCase()}.`}
        icon={<ThemeIcon size={16} />}
        onClick={() => actions.setTheme(nextChoice(theme, systemTheme()))}
      />
      <RunButton />
    </header>
  );
}

function ProgramMenu() {
  const { examples } = useApp();
  const actions = useActions();
  const drafts = useAppState((state) => state.drafts);
  const own = { value: OWN_PROGRAM, label: programTitle(examples, OWN_PROGRAM), detail: 'Write or paste your own.' };
  const others = examples.map(({ slug, title, summary }, position) => ({
    value: slug,
    label: title,
    detail: summary,
    separated: position === 0,
    ...(isAsItCame(drafts, slug) ? {} : { mark: 'edited' }),
  }));
  return (
    <div className={styles.menu}>
      <ChoiceMenu label="Programs" options={[own, ...others]} value={drafts.current} onChoose={actions.openProgram}>
        <Button variant="ghost">
          <span className={styles.title}>{programTitle(examples, drafts.current)}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </ChoiceMenu>
    </div>
  );
}

const isAsItCame = ({ texts, files, conditions }: Drafts, slug: string): boolean =>
  texts[slug] === undefined && files[slug] === undefined && conditions[slug] === undefined;

function RunButton() {
  const { examples } = useApp();
  const actions = useActions();
  const older = useAppState((state) => isOlder(examples, state));
  const recording = useAppState((state) => state.session.phase === 'recording');
  return (
    <span className={styles.run} data-older={older}>
      {recording ? (
        <Button variant="danger" onClick={actions.stop}>
          <Square size={13} fill="currentColor" aria-hidden="true" />
          Stop
        </Button>
      ) : (
        <Button
          variant="primary"
          aria-keyshortcuts="Control+Enter"
          title={older ? 'The program or its world has changed since it was recorded.' : undefined}
          onClick={actions.run}
        >
          <Play size={13} fill="currentColor" aria-hidden="true" />
          Run
          <span className={styles.keys}>
            <Kbd keys="Ctrl ↵" />
          </span>
        </Button>
      )}
    </span>
  );
}
