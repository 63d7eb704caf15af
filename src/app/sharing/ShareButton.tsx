import { Check, Share2 } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { Button } from '../design/Button';
import { useFocusBack } from '../design/useFocusBack';
import { useApp, useAppState } from '../store/AppContext';
import type { App } from '../store/app';
import styles from './ShareButton.module.css';
import { LONGEST_SAFE_LINK, shareLink } from './shareLink';

/** What became of the last press. `copied` is said for a while. */
type Outcome = { readonly kind: 'copied' } | { readonly kind: 'shown'; readonly link: string; readonly copied: boolean };

/** How long the button says that the link was copied, in milliseconds. */
const SAID_FOR = 4000;

/** Copies a link to what is shown now; shows it where the clipboard is refused, or where it may be too long to travel. */
export function ShareButton() {
  const app = useApp();
  const { closeOverlay } = app.actions;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copied = outcome?.kind === 'copied';

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  const asked = useAppState((state) => state.overlay === 'share');
  useEffect(() => {
    if (!asked) return;
    closeOverlay();
    void share(app).then(setOutcome);
  }, [asked, app, closeOverlay]);

  return (
    <span className={styles.share}>
      <Button variant="ghost" aria-label="Share" onClick={() => void share(app).then(setOutcome)}>
        {copied ? <Check size={15} aria-hidden="true" /> : <Share2 size={15} aria-hidden="true" />}
        <span className={styles.word}>{copied ? 'Copied' : 'Share'}</span>
      </Button>
      <span className={styles.said} aria-live="polite">
        {copied ? 'Link copied' : ''}
      </span>
      {outcome?.kind === 'shown' ? <LinkDialog link={outcome.link} copied={outcome.copied} onClose={() => setOutcome(null)} /> : null}
    </span>
  );
}

async function share(app: App): Promise<Outcome> {
  const link = await shareLink(app, location.href);
  const copied = await copy(link);
  return copied && link.length <= LONGEST_SAFE_LINK ? { kind: 'copied' } : { kind: 'shown', link, copied };
}

function LinkDialog({ link, copied, onClose }: { readonly link: string; readonly copied: boolean; readonly onClose: () => void }) {
  const focusBack = useFocusBack();
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.veil} />
        <Dialog.Content className={styles.dialog} onCloseAutoFocus={focusBack}>
          <Dialog.Title className={styles.title}>Share this program</Dialog.Title>
          <Dialog.Description>
            {copied ? 'The link was copied.' : 'The browser does not let this page copy. Copy the link from here:'}
            {link.length > LONGEST_SAFE_LINK
              ? ` It is ${link.length.toLocaleString('en')} characters long: some chats and mail programs cut links after ${LONGEST_SAFE_LINK.toLocaleString('en')}.`
              : ''}
          </Dialog.Description>
          <input className={styles.link} aria-label="Link" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
          <Dialog.Close asChild>
            <Button>Close</Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Whether the browser let the text be copied. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
