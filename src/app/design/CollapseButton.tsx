import { ChevronsDownUp, ChevronsLeftRight, ChevronsRightLeft, ChevronsUpDown } from 'lucide-react';
import { memo, useContext } from 'react';
import { IconButton } from './Button';
import { CollapsingContext } from './collapsing';

/** Folds the panel around it to its header, and unfolds it again. Nothing where panels cannot be folded. */
export const CollapseButton = memo(function CollapseButton({ name }: { readonly name: string }) {
  const collapsing = useContext(CollapsingContext);
  if (collapsing === null) return null;
  const { collapsed, sideways, toggle } = collapsing;
  const Icon = sideways ? (collapsed ? ChevronsLeftRight : ChevronsRightLeft) : collapsed ? ChevronsUpDown : ChevronsDownUp;
  return (
    <IconButton
      label={`${collapsed ? 'Expand' : 'Collapse'} ${name}`}
      variant="ghost"
      aria-expanded={!collapsed}
      icon={<Icon size={14} aria-hidden="true" />}
      onClick={toggle}
    />
  );
});
