import { useActions } from '../store/AppContext';
import type { Actions } from '../store/app';
import styles from './Pieces.module.css';
import { type Link, type Piece, pieceText } from './piece';

/** Pieces in a row. Names select what they name, places bring their line into view, steps are travelled to. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  const actions = useActions();
  return keyed(pieces).map(({ key, piece }) => <PieceView key={key} piece={piece} actions={actions} />);
}

/** Pieces with keys: they have no identity but their place in the line. */
const keyed = (pieces: readonly Piece[]) => pieces.map((piece, key) => ({ key, piece }));

function PieceView({ piece, actions }: { readonly piece: Piece; readonly actions: Actions }) {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'code') return <code className={styles.code}>{piece.text}</code>;
  return (
    <button type="button" className={styles.link} data-kind={piece.kind} onClick={() => follow(piece, actions)}>
      {pieceText(piece)}
    </button>
  );
}

function follow(piece: Link, actions: Actions): void {
  switch (piece.kind) {
    case 'task':
      actions.selectTask(piece.task);
      break;
    case 'resource':
      actions.selectResource(piece.resource);
      break;
    case 'place':
      actions.selectLine(piece.place);
      break;
    case 'step':
      actions.travel(piece.step);
      break;
  }
}
