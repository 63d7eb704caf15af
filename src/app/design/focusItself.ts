/** For `onOpenAutoFocus`: the focus goes to what opens, not to the first control in it, which may be out of sight or open a tooltip. */
export function focusItself(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  event.currentTarget.focus();
}
