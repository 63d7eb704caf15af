import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import {
  Group,
  type GroupImperativeHandle,
  type Layout,
  Panel,
  type PanelImperativeHandle,
  type PanelProps,
  Separator,
} from 'react-resizable-panels';
import { CollapsingContext } from '../design/collapsing';
import { useActions, useApp } from '../store/AppContext';
import styles from './SizedPanels.module.css';

interface AroundPanel {
  readonly sideways: boolean;
  /** Remembers how the group is divided now. */
  readonly remember: () => void;
}

const AroundContext = createContext<AroundPanel>({ sideways: false, remember: () => undefined });

/** What a group hides by itself could still be scrolled to: by the strips of its dividers when the window shrinks, and the page would stay moved. */
const UNMOVED = { overflow: 'clip' } as const;

interface SizedGroupProps {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}

/** A group of panels that remembers how it was divided. */
export function SizedGroup({ id, orientation, children }: SizedGroupProps) {
  const { store } = useApp();
  const { setLayout } = useActions();
  const group = useRef<GroupImperativeHandle | null>(null);
  const remembered: Layout | undefined = store.getState().preferences.layout[id];
  const around = useMemo<AroundPanel>(
    () => ({
      sideways: orientation === 'horizontal',
      remember: () => {
        if (group.current !== null) setLayout(id, group.current.getLayout());
      },
    }),
    [id, orientation, setLayout],
  );
  return (
    <AroundContext value={around}>
      <Group
        id={`group-${id}`}
        groupRef={group}
        className={styles.group}
        style={UNMOVED}
        orientation={orientation}
        defaultLayout={remembered}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) setLayout(id, layout);
        }}
      >
        {children}
      </Group>
    </AroundContext>
  );
}

/** A panel of a group that can be folded to its header, of so many pixels; what is in it finds how in its context. */
export function FoldingPanel({ collapsedSize, children, ...props }: Omit<PanelProps, 'collapsible' | 'panelRef' | 'onResize'>) {
  const { sideways, remember } = useContext(AroundContext);
  const panel = useRef<PanelImperativeHandle | null>(null);
  const [collapsed, setCollapsed] = useState(false);
  const collapsing = useMemo(() => {
    const toggle = (): void => {
      if (panel.current?.isCollapsed()) panel.current.expand();
      else panel.current?.collapse();
      remember();
    };
    return { collapsed, sideways, toggle };
  }, [collapsed, sideways, remember]);
  return (
    <Panel
      {...props}
      collapsible
      collapsedSize={collapsedSize}
      panelRef={panel}
      onResize={() => setCollapsed(panel.current?.isCollapsed() ?? false)}
    >
      <CollapsingContext value={collapsing}>{children}</CollapsingContext>
    </Panel>
  );
}

/** Between two panels: what one drags to resize them. */
export function Divider({ label }: { readonly label: string }) {
  return <Separator className={styles.divider} aria-label={label} />;
}
